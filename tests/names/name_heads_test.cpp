#include "duizhao/names/name_heads.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <string_view>

using duizhao::names::has_head;
using duizhao::names::head_of;
using duizhao::names::is_head_of_place;
using duizhao::names::Land;
using duizhao::names::land_of;
using duizhao::names::NameHead;
using duizhao::names::NameKind;

namespace {

constexpr NameHead kHeads[] = {
#include "duizhao/names/name_heads.inc"
};

}  // namespace

TEST_CASE("name heads: the table is sorted, without duplicates, and every row has its English") {
  CHECK(std::ranges::is_sorted(kHeads, {}, &NameHead::chinese));
  CHECK(std::ranges::adjacent_find(kHeads, {}, &NameHead::chinese) == std::end(kHeads));
  for (const NameHead& head : kHeads) {
    CAPTURE(head.chinese);
    CHECK(head.kind != NameKind::kNone);
    CHECK_FALSE(head.english.empty());
    CHECK((head.land == Land::kNone || head.kind == NameKind::kPlace));
  }
}

TEST_CASE("name heads: the longest that a name ends with, and does not consist of") {
  REQUIRE(head_of("布维群岛") != nullptr);
  CHECK(head_of("布维群岛")->chinese == "群岛");
  CHECK(head_of("长岛")->chinese == "岛");
  CHECK(head_of("群岛")->chinese == "岛");
  CHECK(head_of("岛") == nullptr);
  CHECK(head_of("郑州大学")->kind == NameKind::kOrganisation);
  CHECK(head_of("悉尼") == nullptr);
}

TEST_CASE("name heads: what stands for one in English, in any case") {
  CHECK(has_head("Zhengzhou University", *head_of("郑州大学")));
  CHECK(has_head("UNIVERSITY OF TOKYO", *head_of("东京大学")));
  CHECK_FALSE(has_head("Zhengzhou Bank", *head_of("郑州大学")));
}

TEST_CASE("name heads: words of places and of nothing else") {
  CHECK(is_head_of_place("River"));
  CHECK_FALSE(is_head_of_place("Union"));
  CHECK_FALSE(is_head_of_place("Department"));  // a province of France, and an office
  CHECK(land_of("River") == Land::kNatural);
  CHECK(land_of("county") == Land::kAdministered);
  CHECK(land_of("University") == Land::kNone);
}
