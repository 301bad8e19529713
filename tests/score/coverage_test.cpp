#include "duizhao/score/coverage.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "score/linked_pair.h"

using namespace duizhao;

namespace {

/// How a Chinese text and its English translation cover each other.
struct Covered {
  explicit Covered(std::string chinese, std::string english)
      : pair(std::move(chinese), std::move(english)),
        source(score::coverage_of(pair.source, pair.links.source)),
        target(score::coverage_of(pair.target, pair.links.target)),
        source_related(pair.source_related()),
        target_related(pair.target_related()),
        lone_source(score::lone_missing_odds({pair.source, pair.links.source, source_related, {}},
                                             {pair.target, pair.links.target, target_related, {}})),
        lone_target(score::lone_missing_odds({pair.target, pair.links.target, target_related, {}},
                                             {pair.source, pair.links.source, source_related, {}})),
        relation(score::relation_of(pair.target, pair.links.target, target_related)) {}

  tests::LinkedPair pair;
  score::Coverage source;
  score::Coverage target;
  std::vector<float> source_related;
  std::vector<float> target_related;
  double lone_source;
  double lone_target;
  score::Relation relation;  ///< of the target
};

constexpr const char* kChinese = "银行在三月份提高了利率，分析师对此感到惊讶。";
constexpr const char* kEnglish =
    "The bank raised interest rates in March, which surprised the analysts.";

}  // namespace

TEST_CASE("coverage: a word that nothing in the source explains raises the odds") {
  const Covered good(kChinese, kEnglish);
  const Covered bad(
      kChinese, "The cheerful bank raised interest rates in March, which surprised the analysts.");
  CHECK(bad.target.odds > good.target.odds);
  CHECK(bad.target.unexplained == good.target.unexplained + 1);
  CHECK(bad.lone_target > good.lone_target);
  CHECK(bad.lone_source <= good.lone_source);
  CHECK(bad.target.unexplained_mass > good.target.unexplained_mass);
}

TEST_CASE("coverage: a word left out leaves its counterpart alone") {
  const Covered good(kChinese, kEnglish);
  const Covered bad(kChinese, "The bank raised rates in March, which surprised.");
  CHECK(bad.source.odds > good.source.odds);
  CHECK(bad.lone_source > good.lone_source);
  CHECK(bad.source.fertility < good.source.fertility);
}

TEST_CASE("coverage: a word without counterpart excuses one of the other side, near its place") {
  // 利率 has no counterpart; an avocado stands where it should, or at the other end.
  const std::string chinese = std::string(kChinese) + "他们在中国、美国、日本、法国和德国工作。";
  const auto lone = [&](const std::string& bank, const std::string& end) {
    return Covered(chinese, "The bank raised " + bank +
                                "in March, which surprised the analysts. They work in China, the "
                                "United States, Japan, France and Germany" +
                                end + ".")
        .lone_source;
  };
  CHECK(lone("the avocado ", "") < lone("", "") - 1);
  CHECK(lone("", " for the avocado") == doctest::Approx(lone("", "")));
}

TEST_CASE("coverage: a word that looks put in excuses none that is left out") {
  // 利率 has no counterpart; an avocado stands where it should.
  const auto lone = [](std::string english, const std::optional<double>& odds) {
    const tests::LinkedPair pair(kChinese, std::move(english));
    const auto source = pair.source_related();
    const auto target = pair.target_related();
    auto own = score::inserted_words(pair.source, pair.target, pair.links, target,
                                     tests::language_model());
    for (score::InsertedWord& word : own) word.log_odds = odds.value_or(word.log_odds);
    return score::lone_missing_odds({pair.source, pair.links.source, source, {}},
                                    {pair.target, pair.links.target, target, own});
  };
  constexpr const char* kWithout = "The bank raised in March, which surprised the analysts.";
  constexpr const char* kAvocado =
      "The bank raised the avocado in March, which surprised the analysts.";
  const double without = lone(kWithout, std::nullopt);
  CHECK(lone(kAvocado, std::nullopt) == doctest::Approx(without));
  CHECK(lone(kAvocado, -0.9) == doctest::Approx(without));
  CHECK(lone(kAvocado, -1.1) < without - 1);
}

TEST_CASE("coverage: a word of another kind is foreign, a near synonym less") {
  const std::string chinese = "警卫立刻通知了医院。";
  const auto of = [&](const char* english) { return Covered(chinese, english).relation; };
  const score::Relation near = of("The sentry informed the clinic at once.");
  const score::Relation far = of("The avocado informed the clinic at once.");
  CHECK(near.foreign_odds < far.foreign_odds);
  CHECK(far.unrelated > near.unrelated);
}

TEST_CASE("coverage: an empty side covers nothing and asks for nothing") {
  const Covered empty("", "");
  CHECK(empty.source.odds == 0);
  CHECK(empty.target.odds == 0);
  CHECK(empty.lone_target == 0);
  const Covered half(kChinese, "");
  CHECK(half.source.fertility == 0);
  CHECK(half.lone_source > 0);
  CHECK(score::median_odds(half.pair.source, half.pair.links.source) > 0);
  CHECK(score::median_odds(half.pair.target, half.pair.links.target) == 0);
}
