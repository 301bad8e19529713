#include "duizhao/names/spellings.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using duizhao::names::characters_spelled;
using duizhao::names::may_be_pinyin;
using duizhao::names::pinyin_of;
using duizhao::names::spells;
using duizhao::names::wade_giles;

TEST_CASE("spellings: pinyin, Wade-Giles, Cantonese and Korean spell a name") {
  for (const auto& [latin, chinese] : {
           std::pair<std::string, std::string>{"Zhu Rongji", "朱镕基"},
           {"Chiang Ching-kuo", "蔣經國"},
           {"Hsiao", "蕭"},
           {"Lin Chia-lung", "林佳龍"},
           {"Hsu Kuo-yung", "徐國勇"},
           {"Leung Chun-ying", "梁振英"},
           {"Tsang Yam-kuen", "曾蔭權"},
           {"Cheng Yuet-ngor", "鄭月娥"},
           {"Kim Jong-un", "金正恩"},
           {"Park Geun-hye", "朴槿惠"},
           {"Moon Jae-in", "文在寅"},
       }) {
    CAPTURE(latin);
    CHECK(spells(latin, chinese));
  }
}

TEST_CASE("spellings: another name is not spelled") {
  CHECK_FALSE(spells("Jensen", "仁勳"));
  CHECK_FALSE(spells("Wang", "李"));
  CHECK_FALSE(spells("Lin Chia-lung", "林佳"));
  CHECK_FALSE(spells("Lin Chia", "林佳龍"));
  CHECK_FALSE(spells("", "林"));
  CHECK_FALSE(spells("Lin", ""));
}

TEST_CASE("spellings: the number of characters that a word spells") {
  CHECK(characters_spelled("Lin", "林佳龍") == 1);
  CHECK(characters_spelled("Chia-lung", "佳龍") == 2);
  CHECK(characters_spelled("Smith", "林佳龍") == 0);
}

TEST_CASE("spellings: Wade-Giles of pinyin") {
  for (const auto& [pinyin, western] : {
           std::pair<std::string, std::string>{"xia", "hsia"},
           {"zhou", "chou"},
           {"qian", "chien"},
           {"zong", "tsung"},
           {"zi", "tzu"},
           {"shi", "shih"},
           {"guo", "kuo"},
           {"luo", "lo"},
           {"jue", "chueh"},
           {"lv", "lu"},
           {"ren", "jen"},
           {"an", "an"},
       }) {
    CAPTURE(pinyin);
    CHECK(wade_giles(pinyin) == western);
  }
}

TEST_CASE("spellings: what may be the pinyin of so many characters, whichever they are") {
  CHECK(may_be_pinyin("Yongwu", 2));
  CHECK_FALSE(may_be_pinyin("Yongwu", 3));
  CHECK(may_be_pinyin("Xi'an", 2));
  CHECK(may_be_pinyin("Xian", 1));
  CHECK(may_be_pinyin("Li Xiaoming", 3));
  CHECK_FALSE(may_be_pinyin("Jensen", 2));
  CHECK_FALSE(may_be_pinyin("", 0));
}

TEST_CASE("spellings: the pinyin of a name as one word") {
  CHECK(pinyin_of("永文") == "Yongwen");
  CHECK(pinyin_of("西安") == "Xi'an");
  CHECK(pinyin_of("吕") == "Lu");
  CHECK(pinyin_of("A").empty());
}
