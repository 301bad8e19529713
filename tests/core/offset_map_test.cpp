#include "duizhao/core/offset_map.h"

#include <doctest/doctest.h>

using duizhao::OffsetMap;
using duizhao::Span;

TEST_CASE("offset map: bytes that are the same lead to their like") {
  OffsetMap map;
  map.add_same(4);
  map.add_same(2);
  CHECK(map.to_original({1, 5}) == Span{1, 5});
  CHECK(map.to_original({6, 6}) == Span{6, 6});
}

TEST_CASE("offset map: a replaced piece leads to all of what it replaced") {
  OffsetMap map;
  map.add_same(3);
  map.add_replaced(6, 9);
  map.add_same(3);
  CHECK(map.original_size() == 12);
  CHECK(map.converted_size() == 15);
  CHECK(map.to_original({0, 3}) == Span{0, 3});
  CHECK(map.to_original({3, 6}) == Span{3, 9});
  CHECK(map.to_original({6, 9}) == Span{3, 9});
  CHECK(map.to_original({2, 4}) == Span{2, 9});
  CHECK(map.to_original({12, 15}) == Span{9, 12});
  CHECK(map.to_original({0, 15}) == Span{0, 12});
}

TEST_CASE("offset map: dropped and inserted bytes") {
  OffsetMap map;
  map.add_same(1);
  map.add_replaced(2, 0);
  map.add_same(1);
  map.add_replaced(0, 3);
  CHECK(map.to_original({0, 2}) == Span{0, 4});
  CHECK(map.to_original({1, 2}) == Span{3, 4});
  CHECK(map.to_original({2, 5}) == Span{4, 4});
}

TEST_CASE("offset map: an appended map continues") {
  OffsetMap first;
  first.add_replaced(3, 4);
  OffsetMap second;
  second.add_same(2);
  second.add_replaced(1, 3);
  first.append(second);
  CHECK(first.original_size() == 6);
  CHECK(first.converted_size() == 9);
  CHECK(first.to_original({4, 6}) == Span{3, 5});
  CHECK(first.to_original({8, 9}) == Span{5, 6});
}

TEST_CASE("offset map: without pieces everything leads to the start") {
  CHECK(OffsetMap().to_original({0, 0}) == Span{0, 0});
}
