#include "duizhao/text/edit_distance.h"

#include <doctest/doctest.h>

using duizhao::text::edit_distance;

TEST_CASE("text: the edit distance counts bytes put in, taken out and replaced") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("align", "align") == 0);
  CHECK(edit_distance("algin", "align") == 2);
  CHECK(edit_distance("chek", "check") == 1);
  CHECK(edit_distance("NMR", "NME") == 1);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("kitten", "sitting") == edit_distance("sitting", "kitten"));
}
