#include "duizhao/score/total.h"

#include <doctest/doctest.h>

using duizhao::Score;
using duizhao::score::Total;

namespace {

Score part(double penalty, std::size_t words, double quality) {
  Score score;
  score.penalty = penalty;
  score.source_words = words;
  score.quality = quality;
  return score;
}

}  // namespace

TEST_CASE("total: penalties and words add up, quality is the mean by words") {
  Total total;
  total.add(part(5, 100, 0.9));
  total.add(part(0, 300, 1));
  const Score whole = total.score({});
  CHECK(whole.penalty == 5);
  CHECK(whole.source_words == 400);
  CHECK(whole.penalty_per_1000_words == doctest::Approx(12.5));
  CHECK(whole.raw_score == doctest::Approx(98.75));
  CHECK(*whole.quality == doctest::Approx(0.975));
  CHECK(whole.passed);
}

TEST_CASE("total: what can't be judged counts for nothing") {
  Total total;
  Score unjudged;
  unjudged.source_words = 1000;
  unjudged.unjudged = "the target is empty";
  total.add(unjudged);
  CHECK(!total.score({}).quality);
  CHECK(!total.score({}).passed);
  CHECK(!total.score({}).unjudged.empty());
  total.add(part(5, 100, 0.9));
  CHECK(total.score({}).source_words == 100);
  CHECK(!total.score({}).passed);
}
