#include "duizhao/pair/relatedness.h"

#include <doctest/doctest.h>

#include <string>

#include "check/reviewed.h"

using namespace duizhao;

namespace {

/// Relatedness of the first word of `english` to `chinese`, and of the first of `chinese` back.
struct Both {
  float english;
  float chinese;
};

Both related(const std::string& english, const std::string& chinese) {
  const model::Lexicon& lexicon = tests::lexicon();
  const auto en = lexicon.words(english, Language::kEnglish);
  const auto zh = lexicon.words(chinese, Language::kChinese);
  REQUIRE(!en.empty());
  REQUIRE(!zh.empty());
  return {pair::relatedness(en, Language::kEnglish, zh, Language::kChinese, lexicon).front(),
          pair::relatedness(zh, Language::kChinese, en, Language::kEnglish, lexicon).front()};
}

}  // namespace

TEST_CASE("relatedness: a translation is nearer than a near synonym, that than another word") {
  const Both translation = related("guard", "警卫");
  const Both synonym = related("sentry", "警卫");
  const Both other = related("avocado", "警卫");
  CHECK(translation.english > synonym.english);
  CHECK(synonym.english > other.english + 1);
  CHECK(translation.chinese > other.chinese + 1);
}

TEST_CASE("relatedness: characters in common count, function words and unknown words don't") {
  CHECK(related("flustered", "慌乱").english > related("flustered", "香蕉").english);
  CHECK(related("the", "警卫").english == 0);
  CHECK(related("zzyzx", "警卫").english == 0);
}

TEST_CASE("relatedness: without another side there is none") {
  const model::Lexicon& lexicon = tests::lexicon();
  const auto words = lexicon.words("guard", Language::kEnglish);
  CHECK(pair::relatedness(words, Language::kEnglish, {}, Language::kChinese, lexicon) ==
        std::vector<float>(words.size(), 0.0F));
  CHECK(pair::relatedness({}, Language::kEnglish, words, Language::kChinese, lexicon).empty());
}
