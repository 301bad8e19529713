#include "duizhao/names/sound.h"

#include <doctest/doctest.h>

#include <string>

using duizhao::names::find_sound;
using duizhao::names::SoundedText;
using duizhao::names::SoundMatch;

namespace {

struct Found {
  std::string characters;
  double share = 0;
};

Found found(const std::string& name, const std::string& chinese) {
  const SoundMatch match = find_sound(name, SoundedText(chinese));
  return {std::string(match.span.in(chinese)), match.share()};
}

}  // namespace

TEST_CASE("sound: a transliterated name is found where it stands") {
  CHECK(found("Zanzibar", "他们去年到过桑给巴尔岛").characters == "桑给巴尔");
  CHECK(found("Albright", "前国务卿奥尔布赖特发表讲话").characters == "奥尔布赖特");
  CHECK(found("Nashville", "会议在纳什维尔举行").characters == "纳什维尔");
  CHECK(found("Zanzibar", "他们去年到过桑给巴尔岛").share > 0.6);
}

TEST_CASE("sound: either script, any diacritics and any case") {
  CHECK(found("Čapek", "作家恰佩克的話劇").characters == "恰佩克");
  CHECK(found("GUTERRES", "聯合國秘書長古特雷斯說").characters == "古特雷斯");
  CHECK(found("Zanzibar", "桑給巴爾").share == found("Zanzibar", "桑给巴尔").share);
}

TEST_CASE("sound: what sounds otherwise says little of the letters") {
  CHECK(found("Zanzibar", "会议昨天在北京召开").share < 0.45);
  CHECK(found("Albright", "前国务卿发表讲话").share < 0.45);
}

TEST_CASE("sound: a name does not run on across punctuation") {
  CHECK(found("Zanzibar", "桑给，巴尔").share < found("Zanzibar", "桑给巴尔").share);
}

TEST_CASE("sound: of two places the one that says more has the name, of two alike the first") {
  const SoundedText twice("桑给巴尔与桑给巴尔");
  CHECK(find_sound("Zanzibar", twice).span == duizhao::Span{0, 12});
  CHECK(found("Zanzibar", "桑吉岛，桑给巴尔岛").characters == "桑给巴尔");
}

TEST_CASE(
    "sound: a match that says less than is asked for is none, and one that says it is whole") {
  const SoundedText text("前国务卿奥尔布赖特发表讲话");
  const SoundMatch any = find_sound("Albright", text);
  CHECK(find_sound("Albright", text, any.share() - 0.01).likeness == any.likeness);
  CHECK(find_sound("Albright", text, any.share() - 0.01).span == any.span);
  CHECK(find_sound("Albright", text, any.share() + 0.01).span.empty());
  CHECK(find_sound("Albright", text, any.share() + 0.01).information == any.information);
}

TEST_CASE("sound: a word of more than a hundred letters is no name") {
  std::string word;
  for (int i = 0; i < 13; ++i) word += "zanzibar";
  CHECK(found(word, "桑给巴尔").characters.empty());
}

TEST_CASE("sound: no letters, no characters, no match") {
  CHECK(found("", "桑给巴尔").share == 0);
  CHECK(found("1984", "桑给巴尔").share == 0);
  CHECK(found("Zanzibar", "").share == 0);
  CHECK(found("Zanzibar", "Zanzibar, 1984").characters.empty());
}

TEST_CASE("sound: spans are shifted by the offset of the text") {
  const SoundMatch match = find_sound("Zanzibar", SoundedText("到桑给巴尔", 100));
  CHECK(match.span.begin == 103);
  CHECK(match.span.end == 115);
}
