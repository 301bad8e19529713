#include "duizhao/batch/frequent.h"

#include <doctest/doctest.h>

namespace duizhao::batch {
namespace {

TEST_CASE("frequent: what is frequent is counted, what is rare is forgotten") {
  Frequent frequent;
  for (int i = 0; i < 200000; ++i) {
    frequent.add("rare " + std::to_string(i), "");
    if (i % 100 == 0) frequent.add("often", i == 0 ? "first" : "later");
    if (i % 200 == 0) frequent.add("also", "");
  }
  const auto top = frequent.top(2);
  REQUIRE(top.size() == 2);
  CHECK(top[0].text == "often");
  CHECK(top[0].count == 2000);
  CHECK(top[0].example == "first");
  CHECK(top[1].text == "also");
}

TEST_CASE("frequent: what came once is not frequent, and equals go by the alphabet") {
  Frequent frequent;
  for (const char* text : {"c", "b", "a", "b", "c"}) frequent.add(text, "");
  const auto top = frequent.top(10);
  REQUIRE(top.size() == 2);
  CHECK(top[0].text == "b");
  CHECK(top[1].text == "c");
}

}  // namespace
}  // namespace duizhao::batch
