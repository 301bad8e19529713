#include "duizhao/names/consonants.h"

#include <doctest/doctest.h>

using duizhao::names::begin_otherwise;
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

TEST_CASE("consonants: names begin otherwise where no transliteration has one for the other") {
  CHECK(begin_otherwise("Harrison", "莫里森"));
  CHECK(begin_otherwise("Hawking", "Dawkins"));
  CHECK_FALSE(begin_otherwise("Harrison", "哈里森"));
  CHECK_FALSE(begin_otherwise("Juan", "胡安"));
  CHECK_FALSE(begin_otherwise("Kavanaugh", "Cavanaugh"));
  CHECK_FALSE(begin_otherwise("Adams", "汉密尔顿"));  // a vowel says nothing
  CHECK_FALSE(begin_otherwise("Harrison", "阿里森"));
}
