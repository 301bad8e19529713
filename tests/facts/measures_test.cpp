#include <doctest/doctest.h>

#include "duizhao/facts/currency.h"
#include "duizhao/facts/unit.h"
#include "support.h"

using namespace duizhao;
using facts::Currency;
using facts::Kind;
using facts::Unit;
using tests::fact_in;
using tests::facts_of;

namespace {

void check_measure(std::string_view text, double value, Unit unit) {
  const facts::Fact fact = fact_in(text);
  CAPTURE(text);
  CHECK(fact.kind == Kind::kMeasure);
  CHECK(fact.value == doctest::Approx(value));
  CHECK(fact.unit == unit);
}

void check_money(std::string_view text, double value, Currency currency) {
  const facts::Fact fact = fact_in(text);
  CAPTURE(text);
  CHECK(fact.kind == Kind::kMoney);
  CHECK(fact.value == doctest::Approx(value));
  CHECK(fact.currency == currency);
}

}  // namespace

TEST_CASE("measures: lengths, areas and the rest in both languages") {
  check_measure("1,600公里", 1600, Unit::kKilometre);
  check_measure("1,600 km", 1600, Unit::kKilometre);
  check_measure("35万平方米", 350000, Unit::kSquareMetre);
  check_measure("20 square miles", 20, Unit::kSquareMile);
  check_measure("20 sq. km", 20, Unit::kSquareKilometre);
  check_measure("10,000m2", 10000, Unit::kSquareMetre);
  check_measure("150亩", 150, Unit::kMu);
  check_measure("三斤", 3, Unit::kJin);
  check_measure("5 tonnes", 5, Unit::kTonne);
  check_measure("27℃", 27, Unit::kCelsius);
  check_measure("摄氏27度", 27, Unit::kCelsius);
  check_measure("27 degrees Celsius", 27, Unit::kCelsius);
  check_measure("50 kilowatt-hours", 50, Unit::kKilowattHour);
  check_measure("3 light-years", 3, Unit::kLightYear);
}

TEST_CASE("measures: a speed has its time before or behind it") {
  check_measure("每小时105英里", 105, Unit::kMilePerHour);
  check_measure("每小时约80公里", 80, Unit::kKilometrePerHour);
  check_measure("80公里/小时", 80, Unit::kKilometrePerHour);
  check_measure("时速80公里", 80, Unit::kKilometrePerHour);
  check_measure("80 km/h", 80, Unit::kKilometrePerHour);
  check_measure("105 miles per hour", 105, Unit::kMilePerHour);
  check_measure("105 mph", 105, Unit::kMilePerHour);
}

TEST_CASE("measures: percent, points and basis points are three things") {
  check_measure("61.10 per cent", 61.1, Unit::kPercent);
  check_measure("5％", 5, Unit::kPercent);
  check_measure("5个百分点", 5, Unit::kPercentagePoint);
  check_measure("5 percentage points", 5, Unit::kPercentagePoint);
  check_measure("30個基點", 30, Unit::kBasisPoint);
  check_measure("17 basis points", 17, Unit::kBasisPoint);
}

TEST_CASE("measures: feet and inches are one height, in figures and words") {
  check_measure("6-foot-2", 6 + 2 / 12.0, Unit::kFoot);
  check_measure("six-foot-two", 6 + 2 / 12.0, Unit::kFoot);
  check_measure("六英尺二英寸", 6 + 2 / 12.0, Unit::kFoot);
}

TEST_CASE("measures: ages and durations") {
  check_measure("53岁", 53, Unit::kYear);
  check_measure("a 12-year-old", 12, Unit::kYear);
  check_measure("under-16s", 16, Unit::kYear);
  check_measure("after 16s", 16, Unit::kSecond);
  check_measure("3个月", 3, Unit::kMonth);
  check_measure("半年", 0.5, Unit::kYear);
  check_measure("two decades", 2, Unit::kDecade);
}

TEST_CASE(
    "measures: an interim report need not say half a year, nor what is all around four weeks") {
  CHECK(fact_in("半年报").weak);
  CHECK(fact_in("四周").weak);
  CHECK(fact_in("半天").weak);
  CHECK_FALSE(fact_in("半年").weak);
  CHECK_FALSE(fact_in("五周").weak);
}

TEST_CASE("measures: what a side won, drew and lost may be written with hyphens") {
  const std::vector<facts::Fact> found = facts_of("a 39-20-0 record");
  REQUIRE(found.size() == 3);
  CHECK(found[1].value == 20);
  CHECK_FALSE(found[1].weak);
  CHECK(found[2].weak);  // 39胜20负
}

TEST_CASE("measures: a word that begins with a unit's character is no unit") {
  CHECK(fact_in("5日元").kind == Kind::kMoney);
  CHECK(fact_in("三元素").kind == Kind::kNumber);
}

TEST_CASE("measures: 500m is metres or millions") {
  const auto found = facts_of("500m");
  REQUIRE(found.size() == 2);
  CHECK(found[0].value == 5e8);
  CHECK(found[1].unit == Unit::kMetre);
  CHECK(found[1].value == 500);
}

TEST_CASE("units: one of a single character is none where it begins another word") {
  for (const char* text :
       {"有5日本游客。", "有5日军士兵。", "在5度假村。",   "有5度过河。",   "有5天然湖。",
        "有5天津人。",   "有5天空船。",   "有5天堂鸟。",   "有5克里姆人。", "有5克罗地亚人。",
        "有5克服者。",   "有5码头。",     "有5卡车。",     "有5卡通人。",   "有5卡片。",
        "有5磅礴之势。", "有5巴士。",     "有5两岸学者。", "有5里面。",     "有5里程碑。",
        "有5里约人。",   "有5里昂人。",   "有5夜间车。",   "有5晚上。",     "有5晚会。",
        "上5年级。",     "有5年轻人。"}) {
    const facts::Fact fact = fact_in(text);
    CAPTURE(text);
    CHECK(fact.kind == Kind::kNumber);
    CHECK(fact.value == 5);
    CHECK(fact.unit == Unit::kNone);
  }
  check_measure("过了5天才来。", 5, Unit::kDay);
  check_measure("住了5晚。", 5, Unit::kDay);
  check_measure("重5克。", 5, Unit::kGram);
  check_measure("走了5里。", 5, Unit::kLi);
}

TEST_CASE("money: symbols, codes and names") {
  check_money("37亿美元", 3.7e9, Currency::kUsd);
  check_money("US$3.7 billion", 3.7e9, Currency::kUsd);
  check_money("HK$100", 100, Currency::kHkd);
  check_money("100港元", 100, Currency::kHkd);
  check_money("$3bn", 3e9, Currency::kDollar);
  check_money("5000万元人民币", 5e7, Currency::kCny);
  check_money("人民币5亿元", 5e8, Currency::kCny);
  check_money("新臺幣二萬元", 20000, Currency::kTwd);
  check_money("NT20,000", 20000, Currency::kTwd);
  check_money("RMB 5 million", 5e6, Currency::kCny);
  check_money("20 million Hong Kong dollars", 2e7, Currency::kHkd);
  check_money("€500", 500, Currency::kEur);
  check_money("5块钱", 5, Currency::kYuan);
}

TEST_CASE("money: the coins of a range are those of its end") {
  for (const char* text : {"30 to 60 cents", "30–60 cents", "between 30 and 60 cents", "3至6角"}) {
    CAPTURE(text);
    const auto found = facts_of(text);
    REQUIRE(found.size() == 3);
    CHECK(found[0].value == doctest::Approx(0.3));
    CHECK(found[2].value == doctest::Approx(0.6));
  }
  CHECK(facts_of("30 to 60 dollars")[0].value == 30);
  CHECK(facts_of("3 to 6 centimetres")[0].value == 3);
}

TEST_CASE("money: \"won\" and \"rand\" by themselves are words") {
  CHECK(facts_of("they won again").empty());
  CHECK(fact_in("5,000 won").currency == Currency::kKrw);
}

TEST_CASE("money: what leaves the country open agrees with what it may be") {
  CHECK(facts::compatible(Currency::kDollar, Currency::kHkd));
  CHECK(facts::compatible(Currency::kYuan, Currency::kUsd));
  CHECK_FALSE(facts::compatible(Currency::kYuan, Currency::kJpy));
  CHECK_FALSE(facts::compatible(Currency::kUsd, Currency::kHkd));
  CHECK_FALSE(facts::compatible(Currency::kDollar, Currency::kGbp));
}

TEST_CASE("units: conversion there and back is the same value, and dimensions stay apart") {
  for (std::size_t i = 1; i < facts::kUnitCount; ++i) {
    const auto unit = static_cast<Unit>(i);
    CAPTURE(i);
    CHECK(facts::from_base_unit(facts::in_base_unit(12.5, unit), unit) == doctest::Approx(12.5));
  }
  CHECK(facts::in_base_unit(1, Unit::kMu) * 15 ==
        doctest::Approx(facts::in_base_unit(1, Unit::kHectare)));
  CHECK(facts::in_base_unit(212, Unit::kFahrenheit) == doctest::Approx(100));
  CHECK(facts::dimension_of(Unit::kPercent) != facts::dimension_of(Unit::kBasisPoint));
}
