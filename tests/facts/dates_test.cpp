#include <doctest/doctest.h>

#include "support.h"

using namespace duizhao;
using facts::Date;
using facts::Kind;
using facts::TimeOfDay;
using tests::fact_in;
using tests::facts_of;

namespace {

Date date_in(std::string_view text) {
  const facts::Fact fact = fact_in(text);
  CHECK(fact.kind == Kind::kDate);
  return fact.date;
}

Date day(int year, int month, int day) {
  Date date;
  date.year = year;
  date.month = static_cast<std::uint8_t>(month);
  date.day = static_cast<std::uint8_t>(day);
  return date;
}

Date period(Date::Period period, int number, int year = 0) {
  Date date;
  date.period = period;
  date.number = number;
  date.year = year;
  return date;
}

int minute_in(std::string_view text) {
  const facts::Fact fact = fact_in(text);
  CAPTURE(text);
  CHECK(fact.kind == Kind::kTime);
  return fact.time.minute;
}

}  // namespace

TEST_CASE("dates: a full date in every common form is the same day") {
  for (const char* text :
       {"2012年11月15日", "二〇一二年十一月十五日", "2 0 1 2 年 1 1 月 1 5 日", "15 November 2012",
        "15 Nov. 2012", "Nov. 15, 2012", "November 15th, 2012", "the 15th of November, 2012",
        "2012-11-15", "2012.11.15", "15/11/2012", "民国一百零一年十一月十五日"}) {
    CAPTURE(text);
    CHECK(date_in(text) == day(2012, 11, 15));
  }
}

TEST_CASE("dates: parts of a date") {
  CHECK(date_in("11月15日") == day(0, 11, 15));
  CHECK(date_in("on 15 November") == day(0, 11, 15));
  CHECK(date_in("2012年11月") == day(2012, 11, 0));
  CHECK(date_in("November 2012") == day(2012, 11, 0));
  CHECK(date_in("in May") == day(0, 5, 0));
  CHECK(date_in("in november") == day(0, 11, 0));
  CHECK(date_in("first day of June") == day(0, 6, 1));
  CHECK(date_in("公元前356年") == day(-356, 0, 0));
  CHECK(date_in("356 B.C.") == day(-356, 0, 0));
}

TEST_CASE("dates: \"may\" and \"march\" are months only beside something that makes them so") {
  CHECK(facts_of("it may rain").empty());
  CHECK(facts_of("CoV-2 may cause").front().kind == Kind::kCode);
  CHECK(facts_of("they march on").empty());
  CHECK(date_in("5 May") == day(0, 5, 5));
}

TEST_CASE("dates: the month of a range of days") {
  for (const char* text : {"June 15-20", "15-20 June", "6月15日至20日"}) {
    CAPTURE(text);
    const auto found = facts_of(text);
    REQUIRE(found.size() >= 2);
    CHECK(found[0].date.day == 15);
    CHECK(found[0].date.month == 6);
    CHECK(found[1].date.day == 20);
  }
  const auto months = facts_of("3至5月");
  CHECK(months.front().date == day(0, 3, 0));
}

TEST_CASE("dates: periods of the calendar") {
  using Period = Date::Period;
  CHECK(date_in("第三季度") == period(Period::kQuarter, 3));
  CHECK(date_in("三季度") == period(Period::kQuarter, 3));
  CHECK(date_in("Q3") == period(Period::kQuarter, 3));
  CHECK(date_in("the third quarter of 2015") == period(Period::kQuarter, 3, 2015));
  CHECK(date_in("the July quarter") == period(Period::kQuarter, 3));
  CHECK(date_in("上半年") == period(Period::kHalf, 1));
  CHECK(date_in("2015年下半年") == period(Period::kHalf, 2, 2015));
  CHECK(date_in("20世纪") == period(Period::kCentury, 20));
  CHECK(date_in("the twentieth century") == period(Period::kCentury, 20));
  CHECK(date_in("上世纪九十年代") == period(Period::kDecade, 1990));
  CHECK(date_in("the 1990s") == period(Period::kDecade, 1990));
  SUBCASE("'80s is a decade, or an age") {
    const auto found = facts_of("in his '80s");
    REQUIRE(found.size() == 2);
    CHECK(found[0].date == period(Period::kDecade, 80));
    CHECK(found[1].value == 80);
  }
}

TEST_CASE("dates: days that have a name of their own, and \"the century\"") {
  CHECK(date_in("双十一期间").month == 11);
  CHECK(date_in("双12").day == 12);
  CHECK(date_in("十一长假").month == 10);
  CHECK(fact_in("十一个月").kind == Kind::kMeasure);
  const auto century = facts_of("by the end of the century");
  REQUIRE(century.size() == 2);
  CHECK(century[1].date == date_in("本世纪"));
  CHECK(century[1].alternative);
  CHECK(facts_of("a century").size() == 1);
}

TEST_CASE("dates: fiscal years and years of two digits") {
  const auto found = facts_of("2015/16年度");
  REQUIRE(found.size() == 2);
  CHECK(found[0].date.year == 2015);
  CHECK(found[1].date.year == 2016);
  CHECK(date_in("FY18").two_digits);
  SUBCASE("12年 is twelve years first, and 2012") {
    const auto readings = facts_of("12年");
    REQUIRE(readings.size() == 2);
    CHECK(readings[0].kind == Kind::kMeasure);
    CHECK(readings[1].date.year == 12);
  }
}

TEST_CASE("dates: weekdays, and what only looks like them") {
  CHECK(date_in("周三").weekday == 3);
  CHECK(date_in("上周五").weekday == 5);
  CHECK(date_in("星期日").weekday == 7);
  CHECK(date_in("on Wednesday").weekday == 3);
  CHECK(facts_of("一周四天").back().unit == facts::Unit::kDay);
  CHECK(facts_of("每周五天").back().value == 5);
  CHECK(facts_of("Thus it ends").empty());
}

TEST_CASE("dates: a slip in a month's name is the month, malformed") {
  const facts::Fact fact = fact_in("on Jully 26");
  CHECK(fact.date == day(0, 7, 26));
  CHECK(fact.malformed);
  CHECK_FALSE(fact_in("on July 26").malformed);
}

TEST_CASE("times: one time in every form") {
  for (const char* text : {"下午6点", "18时", "18:00", "6 p.m.", "6 pm", "6 o'clock in the evening",
                           "晚上六点", "下午6時"}) {
    CHECK(minute_in(text) == 18 * 60);
  }
  CHECK(minute_in("凌晨四点半") == 4 * 60 + 30);
  CHECK(minute_in("half past four in the morning") == 4 * 60 + 30);
  CHECK(minute_in("17时07分") == 17 * 60 + 7);
  CHECK(minute_in("seven past five in the afternoon") == 17 * 60 + 7);
  CHECK(minute_in("晚10：08") == 22 * 60 + 8);
  CHECK(minute_in("11:35 at night") == 23 * 60 + 35);
  CHECK(minute_in("9:30 (UTC 0230) in the morning") == 9 * 60 + 30);
}

TEST_CASE("times: every part of the day is in the morning or behind noon") {
  const auto half_of = [](const std::string& part) {
    return fact_in("他" + part + "7点到达。").time.half;
  };
  for (const char* part : {"凌晨", "清晨", "早晨", "早上", "上午", "今早", "早"}) {
    CAPTURE(part);
    CHECK(half_of(part) == TimeOfDay::Half::kMorning);
  }
  for (const char* part : {"下午", "午后", "傍晚", "晚上", "晚间", "夜晚", "夜里", "夜间", "深夜",
                           "今晚", "昨晚", "当晚", "晚"}) {
    CAPTURE(part);
    CHECK(half_of(part) == TimeOfDay::Half::kAfternoon);
  }
}

TEST_CASE("times: minutes before and behind an hour, noon and midnight") {
  CHECK(minute_in("at a quarter to six in the evening") == 17 * 60 + 45);
  CHECK(minute_in("at half past noon") == 12 * 60 + 30);
  CHECK(minute_in("at half past midnight, they left") == 30);
  CHECK(minute_in("at a quarter to midnight, they left") == 23 * 60 + 45);
  CHECK(minute_in("at 12 noon") == 12 * 60);
  CHECK(minute_in("at 12 midnight") == 0);
}

TEST_CASE("times: 十分 behind an hour is no \"very\", and a comma before one no separator") {
  CHECK(minute_in("钟停在四点十分。") == 4 * 60 + 10);
  CHECK(minute_in("四点二十分") == 4 * 60 + 20);
  CHECK(minute_in("闭馆前，16:30停止入馆。") == 16 * 60 + 30);
  for (const facts::Fact& fact : facts_of("1，16:30")) CHECK(fact.kind != Kind::kTime);
}

TEST_CASE("times: what is wanting to an hour is less than half of it") {
  CHECK(minute_in("差一分两点") == 60 + 59);
  CHECK(minute_in("差二十九分三点") == 2 * 60 + 31);
  CHECK(minute_in("五点差一刻") == 4 * 60 + 45);
  CHECK(facts_of("差三十分三点").front().kind == Kind::kNumber);
  CHECK(facts_of("差零分三点").front().kind == Kind::kNumber);
  CHECK(minute_in("five past three o'clock") == 3 * 60 + 5);
}

TEST_CASE("times: four digits are one before GMT where they may be") {
  CHECK(minute_in("at 1359 UTC") == 13 * 60 + 59);
  CHECK(minute_in("at 2359 GMT") == 23 * 60 + 59);
  CHECK(fact_in("about 1360 GMT").kind == Kind::kNumber);
  CHECK(fact_in("about 2400 GMT").kind == Kind::kNumber);
}

TEST_CASE("times: the half of the day may stay open") {
  CHECK(fact_in("11点刚过").time.half == TimeOfDay::Half::kUnknown);
  CHECK(fact_in("eleven o'clock").time.half == TimeOfDay::Half::kUnknown);
  CHECK(fact_in("14时").time.half == TimeOfDay::Half::kAfternoon);
}

TEST_CASE("times: 三点五 is a decimal and 三点五分 a time") {
  CHECK(fact_in("三点五").value == doctest::Approx(3.5));
  CHECK(minute_in("三点五分") == 3 * 60 + 5);
}

TEST_CASE("times: 两三点 is two or three o'clock, and neither five nor any other hour") {
  CHECK(fact_in("下午两三点").kind == facts::Kind::kNumber);
  CHECK(fact_in("下午两三点").upper == 3);
  CHECK(minute_in("二十三点") == 23 * 60);
}

TEST_CASE("durations: parts make one") {
  CHECK(fact_in("1分57秒79").value == doctest::Approx(117.79));
  CHECK(fact_in("1 分 57 秒 79").value == doctest::Approx(117.79));
  CHECK(fact_in("1:57.79").value == doctest::Approx(117.79));
  CHECK(fact_in("2小时30分钟").value == 9000);
  CHECK(fact_in("one hour and 30 minutes").value == 5400);
  CHECK(fact_in("三年半").value == 3.5);
  CHECK(fact_in("three-and-a-half years").value == 3.5);
  CHECK(fact_in("a year and a half").value == 1.5);
}
