#include "duizhao/names/regions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using duizhao::names::Region;
using duizhao::names::regions;

namespace {

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

TEST_CASE("regions: a country by its names in every region, and what is called after it") {
  const auto all = regions();
  const auto italy = std::find_if(all.begin(), all.end(),
                                  [](const Region& region) { return region.code == "IT"; });
  REQUIRE(italy != all.end());
  CHECK(has(italy->english, "Italy"));
  CHECK(has(italy->english, "Italian"));
  CHECK(has(italy->chinese, "意大利"));
  CHECK(has(italy->chinese, "義大利"));
}

TEST_CASE("regions: every region has a name in both languages and a code of its own") {
  auto all = regions();
  for (const Region& region : all) {
    CAPTURE(region.code);
    CHECK_FALSE(region.english.empty());
    CHECK_FALSE(region.chinese.empty());
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
  CHECK(std::adjacent_find(all.begin(), all.end(), [](const auto& a, const auto& b) {
          return a.code == b.code;
        }) == all.end());
}
