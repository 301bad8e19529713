#include "duizhao/check/evidence/terseness.h"

#include <doctest/doctest.h>

using duizhao::check::terseness;

TEST_CASE("terseness: a statute is terser than a report, and speech is not terse at all") {
  const double statute =
      terseness("合议审判，以庭长充审判长；庭长有事故时，以庭员中资深者充之，资同以年长者充之。");
  CHECK(statute > 0.5);
  CHECK(terseness("我们在会上说了，这是很好的，他们会来的。") == 0);
  CHECK(terseness("") == 0);
}
