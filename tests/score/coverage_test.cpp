#include "duizhao/score/coverage.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "check/reviewed.h"
#include "duizhao/check/relatedness.h"

using namespace duizhao;

namespace {

struct Sides {
  score::Coverage source;
  score::Coverage target;
  double lone_source = 0;
  double lone_target = 0;
};

/// How the Chinese and the English text cover each other.
Sides sides_of(std::string chinese, std::string english) {
  const auto document_of = [](std::string text, Language language) {
    Document document;
    document.text = std::move(text);
    document.language = language;
    return document;
  };
  const Document source = document_of(std::move(chinese), Language::kChinese);
  const Document target = document_of(std::move(english), Language::kEnglish);
  const model::Lexicon& lexicon = tests::lexicon();
  const auto a = check::make_passage(source, {0, source.text.size()}, lexicon);
  const auto b = check::make_passage(target, {0, target.text.size()}, lexicon);
  const auto links = check::link_units(a.units, a.language, b.units, b.language, lexicon);
  const auto related = [&](const check::Passage& side, const check::Passage& other) {
    return check::relatedness(side.units, side.language, other.units, other.language, lexicon);
  };
  return {score::coverage_of(a, links.source, related(a, b)),
          score::coverage_of(b, links.target, related(b, a)),
          score::lone_odds(a, links.source, b, links.target),
          score::lone_odds(b, links.target, a, links.source)};
}

constexpr const char* kChinese = "银行在三月份提高了利率，分析师对此感到惊讶。";
constexpr const char* kEnglish =
    "The bank raised interest rates in March, which surprised the analysts.";

}  // namespace

TEST_CASE("coverage: a word that nothing in the source explains raises the sums, not the medians") {
  const Sides good = sides_of(kChinese, kEnglish);
  const Sides bad = sides_of(
      kChinese, "The cheerful bank raised interest rates in March, which surprised the analysts.");
  CHECK(bad.target.odds > good.target.odds);
  CHECK(bad.target.unexplained == good.target.unexplained + 1);
  CHECK(bad.lone_target > good.lone_target);
  CHECK(bad.lone_source <= good.lone_source);
  CHECK(bad.target.median_explained == doctest::Approx(good.target.median_explained).epsilon(0.2));
}

TEST_CASE("coverage: a word left out leaves its counterpart alone") {
  const Sides good = sides_of(kChinese, kEnglish);
  const Sides bad = sides_of(kChinese, "The bank raised rates in March, which surprised.");
  CHECK(bad.source.odds > good.source.odds);
  CHECK(bad.lone_source > good.lone_source);
}

TEST_CASE("coverage: a near synonym is paraphrased, a word of another kind is foreign") {
  const std::string chinese = "警卫立刻通知了医院。";
  const Sides synonym = sides_of(chinese, "The sentry informed the clinic at once.");
  const Sides other = sides_of(chinese, "The avocado informed the clinic at once.");
  CHECK(synonym.target.foreign < other.target.foreign);
  CHECK(synonym.target.median_related >= other.target.median_related);
}

TEST_CASE("coverage: an empty side covers nothing and asks for nothing") {
  const Sides sides = sides_of("", "");
  CHECK(sides.source.words == 0);
  CHECK(sides.target.odds == 0);
  CHECK(sides.lone_target == 0);
  const Sides half = sides_of(kChinese, "");
  CHECK(half.source.sure_share == 0);
  CHECK(half.lone_source == 0);
}
