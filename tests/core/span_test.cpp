#include "duizhao/core/span.h"

#include <doctest/doctest.h>

using duizhao::Span;

TEST_CASE("span: ranges are half-open, so neighbours do not overlap") {
  const Span left{0, 3};
  const Span right{3, 6};
  CHECK(!left.overlaps(right));
  CHECK(!right.overlaps(left));
  CHECK(left.overlaps({2, 4}));
  CHECK(left.joined(right) == Span{0, 6});
}

TEST_CASE("span: the text of a range is counted in bytes") {
  const std::string_view text = "约37亿美元";
  CHECK(Span{3, 14}.in(text) == "37亿美元");
  CHECK(Span{3, 14}.shifted(2) == Span{5, 16});
  CHECK(Span{3, 3}.empty());
}

TEST_CASE("span: a range contains itself and what lies within, not what sticks out") {
  const Span whole{2, 8};
  CHECK(whole.contains(whole));
  CHECK(whole.contains({3, 8}));
  CHECK(!whole.contains({3, 9}));
  CHECK(!whole.contains({1, 8}));
}
