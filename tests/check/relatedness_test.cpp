#include "duizhao/check/relatedness.h"

#include <doctest/doctest.h>

#include <string>

#include "reviewed.h"

using namespace duizhao;

namespace {

/// Relatedness of the first word of `english` to `chinese`, and of the first of `chinese` back.
struct Both {
  float english;
  float chinese;
};

Both related(const std::string& english, const std::string& chinese) {
  const model::Lexicon& lexicon = tests::lexicon();
  const auto en = lexicon.units(english, Language::kEnglish);
  const auto zh = lexicon.units(chinese, Language::kChinese);
  REQUIRE(!en.empty());
  REQUIRE(!zh.empty());
  return {check::relatedness(en, Language::kEnglish, zh, Language::kChinese, lexicon).front(),
          check::relatedness(zh, Language::kChinese, en, Language::kEnglish, lexicon).front()};
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
  const auto units = lexicon.units("guard", Language::kEnglish);
  CHECK(check::relatedness(units, Language::kEnglish, {}, Language::kChinese, lexicon) ==
        std::vector<float>(units.size(), 0.0F));
  CHECK(check::relatedness({}, Language::kEnglish, units, Language::kChinese, lexicon).empty());
}
