#include "duizhao/text/han_folding.h"

#include <doctest/doctest.h>

#include <initializer_list>

using duizhao::text::folded_han;

TEST_CASE("han folding: traditional characters fold to simplified ones") {
  CHECK(folded_han(U'萬') == U'万');
  CHECK(folded_han(U'龍') == U'龙');
  CHECK(folded_han(U'龙') == U'龙');
}

TEST_CASE("han folding: the standard forms of Taiwan and Hong Kong fold alike") {
  CHECK(folded_han(U'裡') == folded_han(U'裏'));
  CHECK(folded_han(U'著') == folded_han(U'着'));
  CHECK(folded_han(U'衞') == folded_han(U'衛'));
  CHECK(folded_han(U'台') == folded_han(U'臺'));
}

TEST_CASE("han folding: what is folded stays as it is when folded again") {
  for (char32_t c = 0x3000; c < 0x20100; ++c) {
    CAPTURE(static_cast<unsigned>(c));
    REQUIRE(folded_han(folded_han(c)) == folded_han(c));
  }
}

TEST_CASE("han folding: anything but Han characters stays as it is") {
  for (const char32_t c : {U'A', U'，', U'あ', U'한', U'𠀀', char32_t{0x10FFFF}}) {
    CHECK(folded_han(c) == c);
  }
}
