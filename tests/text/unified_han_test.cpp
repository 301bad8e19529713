#include "duizhao/text/unified_han.h"

#include <doctest/doctest.h>

using duizhao::text::unified_han;

TEST_CASE("unified han: radicals and compatibility ideographs are what they look like") {
  CHECK(unified_han(U'\u2F49') == U'月');
  CHECK(unified_han(U'\u2EDA') == U'页');
  CHECK(unified_han(U'\uF98E') == U'年');
  CHECK(unified_han(U'\U0002F800') == U'丽');
}

TEST_CASE(
    "unified han: other characters stay, those among them that only look like compatibility's") {
  CHECK(unified_han(U'月') == U'月');
  CHECK(unified_han(U'a') == U'a');
  CHECK(unified_han(U'\uFA0E') == U'\uFA0E');
}
