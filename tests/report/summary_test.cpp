#include "duizhao/report/summary.h"

#include <doctest/doctest.h>

#include "duizhao/report/lines.h"
#include "report/sample.h"

using duizhao::Review;
using duizhao::Severity;
using namespace duizhao::report;
using namespace duizhao::tests;

namespace {

Summary summary_of(const Review& review) {
  return summarise(review.source, review.target, review.alignment, review.findings);
}

}  // namespace

TEST_CASE("summary: findings are counted by severity and by rule, the most frequent first") {
  const Summary summary = summary_of(sample_review());
  CHECK(summary.count(Severity::kCritical) == 1);
  CHECK(summary.count(Severity::kMajor) == 3);
  CHECK(summary.count(Severity::kMinor) == 2);
  CHECK(summary.count(Severity::kNeutral) == 2);
  REQUIRE(!summary.by_rule.empty());
  CHECK(summary.by_rule.front().rule == "punctuation");
  CHECK(summary.by_rule.front().count == 2);
}

TEST_CASE("summary: the shares of a side add up to one") {
  const Summary summary = summary_of(sample_review());
  for (const Coverage& side : {summary.source, summary.target}) {
    CHECK(side.in_place + side.moved + side.without_counterpart == doctest::Approx(1));
    CHECK(side.moved > 0);
    CHECK(side.without_counterpart > 0);
  }
}

TEST_CASE("summary: swapping the sides swaps the shares") {
  const Summary one = summary_of(sample_review());
  const Summary other = summary_of(mirrored_sample_review());
  CHECK(one.source.moved == other.target.moved);
  CHECK(one.target.without_counterpart == other.source.without_counterpart);
}

TEST_CASE("summary: an empty document has no shares") {
  const Summary summary = summary_of({});
  CHECK(summary.source.in_place == 0);
  CHECK(summary.source.without_counterpart == 0);
}

TEST_CASE("lines: LF, CRLF and CR end a line") {
  const Lines lines("a\nb\r\nc\rd");
  CHECK(lines.number(0) == 1);
  CHECK(lines.number(1) == 1);
  CHECK(lines.number(2) == 2);
  CHECK(lines.number(3) == 2);
  CHECK(lines.number(5) == 3);
  CHECK(lines.number(7) == 4);
  CHECK(lines.number(8) == 4);
}
