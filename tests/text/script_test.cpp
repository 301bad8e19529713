#include "duizhao/text/script.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "duizhao/text/utf8.h"

using duizhao::Script;
using duizhao::text::Converter;
using duizhao::text::script_of;
using namespace std::string_literals;
using Direction = duizhao::text::Converter::Direction;

namespace {

Converter converter(Direction direction) {
  auto created = Converter::create(direction);
  REQUIRE(created);
  return std::move(*created);
}

}  // namespace

TEST_CASE("script: of a text, by the characters that only one script has") {
  CHECK(script_of("国际货币基金组织下调经济增长预测") == Script::kSimplified);
  CHECK(script_of("國際貨幣基金組織下調經濟增長預測") == Script::kTraditional);
  CHECK(script_of("中文") == Script::kUnknown);
  CHECK(script_of("") == Script::kUnknown);
  CHECK(script_of("NVIDIA 2024 カタカナ") == Script::kUnknown);
  CHECK(script_of("國際組織说明了情況") == Script::kTraditional);
}

TEST_CASE("script: characters that both scripts write tell nothing") {
  for (const char32_t c : std::u32string(U"著乾后里台面云干只")) {
    CHECK(script_of(c) == Script::kUnknown);
  }
  CHECK(script_of(U'於') == Script::kTraditional);
  CHECK(script_of(U'们') == Script::kSimplified);
  CHECK(script_of(U'A') == Script::kUnknown);
}

TEST_CASE("converter: by phrase, not by character") {
  CHECK(converter(Direction::kToTraditional).convert("皇后的头发很长") == "皇后的頭髮很長");
  CHECK(converter(Direction::kToSimplified).convert("乾隆的頭髮乾了") == "乾隆的头发干了");
  CHECK(converter(Direction::kToHongKong).convert("里面") == "裏面");
  CHECK(converter(Direction::kToTaiwan).convert("里面") == "裡面");
  CHECK(converter(Direction::kToTaiwanWords).convert("软件") == "軟體");
  CHECK(converter(Direction::kFromTaiwanWords).convert("軟體") == "软件");
}

TEST_CASE("converter: text that needs no conversion stays, NUL and line ends too") {
  const Converter to_simplified = converter(Direction::kToSimplified);
  CHECK(to_simplified.convert("a\0萬\r\n\0b\n国"s) == "a\0万\r\n\0b\n国"s);
  CHECK(to_simplified.convert("") == "");
  CHECK(to_simplified.convert("plain text") == "plain text");
}

TEST_CASE("converter: words and characters of another length, outside the first plane too") {
  CHECK(converter(Direction::kToTaiwanWords).convert("买一个U盘和软盘，再走。") ==
        "買一個隨身碟和軟盤，再走。");
  CHECK(converter(Direction::kToSimplified).convert("abc 萬里長城 x") == "abc 万里长城 x");
  CHECK(converter(Direction::kToSimplified).convert("𨦫𠮷a").ends_with("𠮷a"));
}

TEST_CASE("converter: a text of lines is its lines, each converted") {
  const std::u32string alphabet = U"后後头頭发發发髮里裡裏面万与于於软件程序U盘𨦫a \0，鼠标默认";
  std::mt19937 random(17);
  for (const auto direction : {Direction::kToSimplified, Direction::kToTraditional,
                               Direction::kToTaiwanWords, Direction::kFromTaiwanWords}) {
    const Converter convert = converter(direction);
    for (int round = 0; round < 100; ++round) {
      std::string text;
      std::string expected;
      for (unsigned line = 0; line < 3; ++line) {
        std::string characters;
        for (unsigned i = 0; i < round % 30U; ++i) {
          duizhao::text::append_code_point(characters, alphabet[random() % alphabet.size()]);
        }
        text += characters + '\n';
        expected += convert.convert(characters) + '\n';
      }
      CAPTURE(text);
      CHECK(convert.convert(text) == expected);
      CHECK_FALSE(duizhao::text::first_invalid(expected));
    }
  }
}
