#include <doctest/doctest.h>

#include <random>
#include <string>

#include "duizhao/facts/format.h"
#include "duizhao/facts/vocabulary.h"
#include "duizhao/text/script.h"
#include "duizhao/text/utf8.h"
#include "properties.h"
#include "support.h"

using namespace duizhao;
using tests::facts_of;
using tests::on_boundary;

namespace {

/// Words and characters that begin, join and end facts, in any order.
std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> pieces = {
      "3",    "12",      "2015", "0",    ".",      ",",  "，",    "-",         "至",
      "年",   "月",      "日",   "第",   "三",     "十", "百",    "万",        "億",
      "分之", "点",      "半",   "多",   "余",     "约", "US$",   "HK$",       "元",
      "美元", "%",       "％",   "成",   "倍",     "个", "公里",  "每小时",    "℃",
      " ",    "  ",      "May ", "15th", "and ",   "a ", "half ", "million ",  "thirds ",
      "p.m.", "o'clock", "１２", "½",    "①",      "\n", "上",    "周",        "世纪",
      "年代", "民国",    "Q",    "'80s", "COVID-", "x",  "of ",   "hundreds ", "per ",
      "cent", "(",       ")",    "/",    ":",      "几", "数",    "大陆",      "𠀀",
      "é"};
  std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
  std::uniform_int_distribution<int> length(1, 14);
  std::string text;
  for (int i = length(random); i > 0; --i) text += pieces[piece(random)];
  return text;
}

}  // namespace

TEST_CASE("find: offsets fall on code points of the original, in order, whatever the text") {
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random_text(random);
    for (const Language language : {Language::kChinese, Language::kEnglish}) {
      CAPTURE(text);
      std::size_t begin = 0;
      for (const facts::Fact& fact : facts::find(text, language)) {
        REQUIRE(fact.span.begin < fact.span.end);
        REQUIRE(fact.span.end <= text.size());
        REQUIRE(on_boundary(text, fact.span.begin));
        REQUIRE(on_boundary(text, fact.span.end));
        REQUIRE(on_boundary(text, fact.number.begin));
        REQUIRE(on_boundary(text, fact.number.end));
        REQUIRE(fact.number.begin <= fact.number.end);
        REQUIRE(fact.upper >= fact.value);
        if (!fact.alternative) {
          REQUIRE(fact.number.begin >= begin);
          begin = fact.number.begin;
        }
      }
    }
  }
}

TEST_CASE("find: the offset of the passage is added to every span") {
  const std::string text = "前言。2012年有37亿美元";
  const auto at_zero = facts::find(text, Language::kChinese);
  const auto shifted = facts::find(text, Language::kChinese, 100);
  REQUIRE(at_zero.size() == shifted.size());
  for (std::size_t i = 0; i < at_zero.size(); ++i) {
    CHECK(shifted[i].span == at_zero[i].span.shifted(100));
    CHECK(shifted[i].number == at_zero[i].number.shifted(100));
  }
}

TEST_CASE("find: simplified and traditional text hold the same facts") {
  const auto simplified = facts_of("两亿三千万元，第十八届，每小时八十公里，约三成");
  const auto traditional = facts_of("兩億三千萬元，第十八屆，每小時八十公里，約三成");
  REQUIRE(simplified.size() == traditional.size());
  for (std::size_t i = 0; i < simplified.size(); ++i) {
    CHECK(simplified[i].value == traditional[i].value);
    CHECK(simplified[i].unit == traditional[i].unit);
    CHECK(simplified[i].kind == traditional[i].kind);
  }
}

TEST_CASE("find: numbers beyond all integers are numbers still") {
  const auto found = facts_of("the 3766670000000000000000th quarter");
  REQUIRE_FALSE(found.empty());
  CHECK(found.front().value > 1e21);
  CHECK_FALSE(facts::format(found.front(), {Language::kEnglish, Script::kUnknown}));
}

TEST_CASE("find: empty text and text without facts") {
  CHECK(facts::find("", Language::kChinese).empty());
  CHECK(facts::find("", Language::kEnglish).empty());
  CHECK(facts_of("这里没有任何数目。").empty());
  CHECK(facts_of("There is nothing to count here.").empty());
}

TEST_CASE("find: every word that English and Chinese share in one text is read") {
  const auto found = facts_of("英伟达的H20在Q3卖了US$3.7 billion，约合27 billion元");
  REQUIRE(found.size() == 4);
  CHECK(found[0].kind == facts::Kind::kCode);
  CHECK(found[1].kind == facts::Kind::kDate);
  CHECK(found[2].value == 3.7e9);
  CHECK(found[3].currency == facts::Currency::kYuan);
}

TEST_CASE("find: the vocabulary knows the traditional form of every character it is written in") {
  for (const auto direction :
       {text::Converter::Direction::kToTraditional, text::Converter::Direction::kToTaiwan,
        text::Converter::Direction::kToHongKong}) {
    const auto converter = text::Converter::create(direction);
    REQUIRE(converter);
    for (char32_t first = 0x4E00; first < 0x9FFF; ++first) {
      for (const facts::HanEntry& entry : facts::han_entries(first)) {
        if (entry.form == U"里") continue;  // the length is 里 in both; 裡 is "inside"
        std::string simplified;
        for (const char32_t c : entry.form) text::append_code_point(simplified, c);
        CAPTURE(simplified);
        std::u32string folded;
        const std::string traditional = converter->convert(simplified);
        for (std::size_t i = 0; i < traditional.size();) {
          folded += facts::simplified(text::next_code_point(traditional, i));
        }
        CHECK(folded == entry.form);
      }
    }
  }
}

TEST_CASE("find: 百 in 百分位 is no number and no magnitude") {
  const auto found = facts_of("第90百分位");
  REQUIRE(found.size() == 1);
  CHECK(found.front().value == 90);
}

TEST_CASE("find: digits that begin with a zero are a code") {
  CHECK(facts_of("致电0800").front().kind == facts::Kind::kCode);
  CHECK(facts_of("0.05").front().kind == facts::Kind::kNumber);
  CHECK(facts_of("08:30").front().kind == facts::Kind::kTime);
}
