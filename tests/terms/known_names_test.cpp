#include "duizhao/terms/known_names.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "duizhao/model/lexicon.h"
#include "duizhao/model/name_store.h"

using duizhao::Language;
using duizhao::TermEntry;
using duizhao::TermStatus;
using duizhao::terms::known_otherwise;
using duizhao::terms::NameDoubt;

namespace {

const duizhao::model::NameStore& names() {
  static const auto store = duizhao::model::NameStore::open("models/duizhao.names");
  REQUIRE(store);
  return *store;
}

const duizhao::model::Lexicon& lexicon() {
  static const auto opened = duizhao::model::Lexicon::open("models/duizhao.model");
  REQUIRE(opened);
  return *opened;
}

TermEntry entry_of(const std::string& english, const std::string& chinese) {
  TermEntry entry;
  entry.terms.push_back({.text = english, .language = Language::kEnglish});
  entry.terms.push_back({.text = chinese, .language = Language::kChinese});
  return entry;
}

std::optional<NameDoubt> said(const std::string& english, const std::string& chinese) {
  return known_otherwise(entry_of(english, chinese), names(), &lexicon());
}

struct Entry {
  std::string english;
  std::string chinese;
};

}  // namespace

TEST_CASE("known names: what dictionaries know otherwise is told with what they have") {
  for (const Entry& entry : {Entry{"Zhuzhou", "郑州"},
                             {"Zhuzhou City", "鄭州市"},
                             {"Melbourne", "悉尼"},
                             {"Shaanxi Province", "山西省"},
                             {"Genoa", "日内瓦"},
                             {"Sweden", "挪威"},
                             {"Putin", "特朗普"},
                             {"CRSC", "中国证监会"},
                             {"SFC", "中国证监会"},
                             {"Peking University", "清华大学"},
                             {"Shanghai Stock Exchange", "深圳证券交易所"},
                             {"Wuxi University of Technology", "武汉理工大学"}}) {
    CAPTURE(entry.english);
    const auto doubt = said(entry.english, entry.chinese);
    REQUIRE(doubt);
    CHECK(doubt->reason == NameDoubt::Reason::kKnown);
    CHECK(doubt->message.find("is known as") != std::string::npos);
    CHECK(doubt->confidence >= 0.7);
    CHECK(doubt->confidence < 1);
  }
  CHECK(said("Melbourne", "悉尼")->message ==
        "\"悉尼\" is known as \"Sydney\", not as \"Melbourne\"");
}

TEST_CASE("known names: a body that is another by one word is told where there is a lexicon") {
  const TermEntry entry = entry_of("China Securities and Exchange Commission", "中国证监会");
  CHECK(known_otherwise(entry, names(), &lexicon()));
  CHECK_FALSE(known_otherwise(entry, names()));
  CHECK(said("Ministry of Foreign Affairs", "财政部"));
  CHECK_FALSE(said("Chinese Securities Regulation Commission", "中国证监会"));
  CHECK_FALSE(said("US Federal Reserve Board", "美联储"));
  CHECK_FALSE(said("FA Premier League", "英超"));
}

TEST_CASE("known names: a name that no reading gives is told with its reading") {
  for (const Entry& entry : {Entry{"Cheng Yongwu", "程永文"},
                             {"Chen Yongwen", "程永文"},
                             {"Zhang Xiaoming", "李小明"},
                             {"Zhao Ziyong", "赵紫阳"},
                             {"Yugan Town", "鱼沟镇"}}) {
    CAPTURE(entry.english);
    const auto doubt = said(entry.english, entry.chinese);
    REQUIRE(doubt);
    CHECK(doubt->reason == NameDoubt::Reason::kSound);
  }
  CHECK(said("Cheng Yongwu", "程永文")->message ==
        "\"程永文\" is read \"Cheng Yongwen\", which \"Cheng Yongwu\" can't be");
}

TEST_CASE("known names: two that say of what kind they are, and not the same") {
  const auto doubt = said("Lanzhou Province", "兰州市");
  REQUIRE(doubt);
  CHECK(doubt->reason == NameDoubt::Reason::kKind);
  CHECK(said("Tai River", "太湖"));
  CHECK_FALSE(said("Zhangjiagang City", "张家港"));
  CHECK_FALSE(said("Rhode Island", "罗德岛州"));  // a state may be called after an island
  CHECK_FALSE(said("Upper River", "上河区"));
}

TEST_CASE("known names: silent of what is customary, older, regional, short or said") {
  for (const Entry& entry : {Entry{"Zhengzhou City", "郑州"},
                             {"Sydney", "雪梨"},
                             {"Donald Trump", "川普"},
                             {"Amoy", "厦门"},
                             {"Peking University", "北京大学"},
                             {"PBoC", "中国人民银行"},
                             {"MOFCOM", "商务部"},
                             {"Moody’s Investors Service", "穆迪"},
                             {"Jensen Huang", "黄仁勋"},
                             {"Katie Zhu", "朱凯蒂"},
                             {"Li Ka-shing", "李嘉诚"},
                             {"Lin Chia-lung", "林佳龍"},
                             {"President Xi Jinping", "习近平"},
                             {"Genova", "热那亚"},
                             {"Quảng Ninh", "广宁省"},
                             {"Black River", "黑河"},
                             {"JPMorgan Chase", "摩根大通"},
                             {"Holy See (Vatican City State)", "梵蒂冈"},
                             {"BO", "《銀行業條例》"},
                             {"underemployment rate", "就业不足率"},
                             {"apple", "苹果"},
                             {"Terengganu", "登嘉楼"}}) {
    CAPTURE(entry.english);
    const auto doubt = said(entry.english, entry.chinese);
    CHECK_MESSAGE(!doubt, (doubt ? doubt->message : ""));
  }
}

TEST_CASE("known names: one rendering of an entry that fits is enough, a forbidden one is none") {
  TermEntry entry = entry_of("Zhuzhou", "郑州");
  CHECK(known_otherwise(entry, names()));
  entry.terms.push_back({.text = "Zhengzhou", .language = Language::kEnglish});
  CHECK_FALSE(known_otherwise(entry, names()));
  entry.terms.back().status = TermStatus::kForbidden;
  CHECK(known_otherwise(entry, names()));
}
