#include "duizhao/names/han_readings.h"

#include <doctest/doctest.h>

using duizhao::names::han_readings;

TEST_CASE("han readings: a character in either script has the same readings") {
  CHECK(han_readings(U'龍').mandarin == "long");
  CHECK(han_readings(U'龙').mandarin == "long");
  CHECK(han_readings(U'黃').cantonese == "wong");
  CHECK(han_readings(U'金').korean.find("gim") != std::string_view::npos);
}

TEST_CASE("han readings: a character may have several") {
  CHECK(han_readings(U'曾').mandarin == "ceng,zeng");
}

TEST_CASE("han readings: other characters have none") {
  for (const char32_t c : {U'A', U'，', char32_t{0x3400}, char32_t{0x9FFF}, char32_t{0x20000}}) {
    CHECK(han_readings(c).cantonese.empty());
  }
}
