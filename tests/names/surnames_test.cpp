#include "duizhao/names/surnames.h"

#include <doctest/doctest.h>

#include <string_view>

using duizhao::names::match_person;
using duizhao::names::may_be_person;
using duizhao::names::PersonMatch;
using duizhao::names::surname_size;

TEST_CASE("surnames: one character or two, in either script") {
  CHECK(surname_size("黃仁勳") == std::string_view("黃").size());
  CHECK(surname_size("欧阳修") == std::string_view("欧阳").size());
  CHECK(surname_size("诸葛亮") == std::string_view("诸葛").size());
  CHECK(surname_size("的") == 0);
  CHECK(surname_size("") == 0);
}

TEST_CASE("surnames: a person has a surname and one or two characters more") {
  CHECK(may_be_person("黄仁勋"));
  CHECK(may_be_person("习近平"));
  CHECK_FALSE(may_be_person("黄"));
  CHECK_FALSE(may_be_person("黄金储备"));
  CHECK_FALSE(may_be_person("月之暗面"));
}

TEST_CASE("surnames: a person's name in either order, with a given name of another language") {
  CHECK(match_person("Jensen Huang", "黃仁勳") == PersonMatch::kSurname);
  CHECK(match_person("Lin Chia-lung", "林佳龍") == PersonMatch::kFull);
  CHECK(match_person("Yifu Lin", "林毅夫") == PersonMatch::kFull);
  CHECK(match_person("Huang", "黃仁勳") == PersonMatch::kSurname);
  CHECK(match_person("Colette Kress", "黃仁勳") == PersonMatch::kNone);
  CHECK(match_person("", "黃仁勳") == PersonMatch::kNone);
}
