#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "../check/reviewed.h"

using namespace duizhao;

namespace {

std::string times(std::string_view text, std::size_t bytes) {
  std::string result;
  while (result.size() < bytes) result += text;
  return result;
}

}  // namespace

TEST_CASE("review: a pair as long as a chapter is aligned sentence by sentence") {
  const Review review = tests::reviewed_pair(
      times("The bank raised rates by 3 percent, as its board had said it would do long before the "
            "holidays began in all the provinces. ",
            21'000) +
          "It sold 14 ships.",
      times("银行加息3%，正如董事会在所有省份的假期开始之前早就说过的那样。", 15'000) +
          "它卖了15艘船。");
  CHECK(review.alignment.beads.size() > 100);
  CHECK(std::any_of(review.findings.begin(), review.findings.end(),
                    [](const Finding& finding) { return finding.rule == "number"; }));
}

TEST_CASE("review: a sentence without an end is not judged, and it is said why") {
  const Review review =
      tests::reviewed_pair(times("one two three ", 30'000), times("一二三，", 30'000));
  CHECK_FALSE(review.score.quality);
  CHECK(review.score.unjudged == "a sentence is too long to be judged");
  CHECK(review.findings.empty());
}
