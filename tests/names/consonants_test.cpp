#include "duizhao/names/consonants.h"

#include <doctest/doctest.h>

using duizhao::names::consonants_alike;

TEST_CASE("consonants: a transliteration has those of its name, another name does not") {
  CHECK(consonants_alike("Clouseau", "克鲁索") > 0.9);
  CHECK(consonants_alike("Glover", "格拉芙") > 0.7);
  CHECK(consonants_alike("Carter", "卡特") > 0.7);
  CHECK(consonants_alike("MacDonald", "拜伦") < 0.4);
  CHECK(consonants_alike("Ivanov", "胡克") < 0.4);
}

TEST_CASE("consonants: there is nothing to say of a side without any") {
  CHECK(consonants_alike("", "克鲁索") == 0);
  CHECK(consonants_alike("Eau", "克鲁索") == 0);
  CHECK(consonants_alike("Clouseau", "") == 0);
}
