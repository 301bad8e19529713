#include "duizhao/facts/format.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "duizhao/facts/agreement.h"
#include "support.h"

using namespace duizhao;
using facts::Fact;
using facts::format;
using facts::format_number;
using facts::Kind;
using facts::NumberForm;
using facts::Style;

namespace {

constexpr Style kEnglish{Language::kEnglish, Script::kUnknown};
constexpr Style kSimplified{Language::kChinese, Script::kSimplified};
constexpr Style kTraditional{Language::kChinese, Script::kTraditional};

/// Whole numbers of every size, round and not.
double random_whole(std::mt19937_64& random) {
  const int digits = std::uniform_int_distribution<int>(1, 15)(random);
  const double value =
      std::floor(std::uniform_real_distribution<double>(0, std::pow(10.0, digits))(random));
  const double rounding = std::pow(10.0, std::uniform_int_distribution<int>(0, digits)(random));
  return std::bernoulli_distribution(0.5)(random) ? value : std::floor(value / rounding) * rounding;
}

/// Whether some reading of `text` agrees with `fact` fully.
bool reads_back(const Fact& fact, const std::string& text, Language language) {
  const std::vector<Fact> found = facts::find(text, language);
  for (const Fact& reading : found) {
    if (reading.span.size() == text.size() && facts::agreement(fact, reading) >= 0.95) return true;
  }
  return false;
}

void check_reads_back(const Fact& fact) {
  for (const Style& style : {kEnglish, kSimplified, kTraditional}) {
    const auto text = format(fact, style);
    REQUIRE(text);
    CAPTURE(*text);
    CHECK(reads_back(fact, *text, style.language));
  }
}

Fact quantity(Kind kind, double value) {
  Fact fact;
  fact.kind = kind;
  fact.value = fact.upper = value;
  return fact;
}

}  // namespace

TEST_CASE("format: numbers as a writer would put them") {
  CHECK(format_number(3.7e9, NumberForm::kScaled, kEnglish) == "3.7 billion");
  CHECK(format_number(3.7e9, NumberForm::kScaled, kSimplified) == "37亿");
  CHECK(format_number(3.7e9, NumberForm::kScaled, kTraditional) == "37億");
  CHECK(format_number(1234567, NumberForm::kScaled, kEnglish) == "1,234,567");
  CHECK(format_number(15000, NumberForm::kScaled, kSimplified) == "1.5万");
  CHECK(format_number(1002, NumberForm::kWords, kSimplified) == "一千零二");
  CHECK(format_number(15, NumberForm::kWords, kSimplified) == "十五");
  CHECK(format_number(3.7e9, NumberForm::kWords, kSimplified) == "三十七亿");
  CHECK(format_number(120305, NumberForm::kFinancial, kTraditional) == "壹拾貳萬零叄佰零伍");
  CHECK(format_number(1012, NumberForm::kWords, kEnglish) == "one thousand and twelve");
  CHECK(format_number(0.5, NumberForm::kDigits, kEnglish) == "0.5");
}

TEST_CASE("format: parse(format(v)) is v, for whole numbers in every form") {
  std::mt19937_64 random(3);
  for (int round = 0; round < 4000; ++round) {
    const double value = random_whole(random);
    for (const Style& style : {kEnglish, kSimplified, kTraditional}) {
      for (const NumberForm form :
           {NumberForm::kDigits, NumberForm::kScaled, NumberForm::kWords, NumberForm::kFinancial}) {
        // Financial characters are numerals beside money: 伍 alone is a name as well.
        const std::string number = format_number(value, form, style);
        const bool financial =
            form == NumberForm::kFinancial && style.language == Language::kChinese;
        const std::string text = financial ? number + "元" : number;
        CAPTURE(text);
        CAPTURE(value);
        const std::vector<Fact> found = facts::find(text, style.language);
        REQUIRE_FALSE(found.empty());
        CHECK(std::any_of(found.begin(), found.end(),
                          [&](const Fact& fact) { return fact.value == value; }));
        CHECK(found.front().number.size() == number.size());
      }
    }
  }
}

TEST_CASE("format: parse(format(v)) is v, for decimals") {
  std::mt19937_64 random(4);
  for (int round = 0; round < 2000; ++round) {
    const double scale = std::pow(10.0, std::uniform_int_distribution<int>(0, 10)(random));
    const double value =
        std::round(std::uniform_real_distribution<double>(0, 1000)(random) * 100) / 100 * scale;
    for (const Style& style : {kEnglish, kSimplified}) {
      const std::string text = format_number(value, NumberForm::kScaled, style);
      CAPTURE(text);
      const std::vector<Fact> found = facts::find(text, style.language);
      REQUIRE_FALSE(found.empty());
      CHECK(found.front().value == doctest::Approx(value).epsilon(1e-9));
    }
  }
}

TEST_CASE("format: measures, shares and money read back in both languages") {
  std::mt19937_64 random(5);
  using facts::Unit;
  for (std::size_t i = 1; i < facts::kUnitCount; ++i) {
    CAPTURE(i);
    for (const double value :
         {1.0, 2.0, 30.0, 1500.0, 2.5, 3.7e6,
          1 + static_cast<double>(std::uniform_int_distribution<int>(1, 900)(random))}) {
      Fact fact = quantity(Kind::kMeasure, value);
      fact.unit = static_cast<Unit>(i);
      // A price is cut by whole percents, and no temperature has a million degrees.
      if (fact.unit == Unit::kPercentOfPrice) continue;
      fact.decimals = value == 2.5 ? 1 : 0;
      check_reads_back(fact);
    }
  }
  using facts::Currency;
  for (std::size_t i = 1; i < facts::kCurrencyCount; ++i) {
    const auto currency = static_cast<Currency>(i);
    if (currency == Currency::kOther) continue;
    CAPTURE(i);
    for (const double value : {1.0, 5.0, 250.0, 98000.0, 3.7e9, 1.2e12}) {
      Fact fact = quantity(Kind::kMoney, value);
      fact.currency = currency;
      check_reads_back(fact);
    }
  }
}

TEST_CASE("format: what is written and read again is written the same") {
  const auto check_idempotent = [](const Fact& fact) {
    for (const Style& style : {kEnglish, kSimplified, kTraditional}) {
      const auto once = format(fact, style);
      REQUIRE(once);
      CAPTURE(*once);
      bool same = false;
      for (const Fact& reading : facts::find(*once, style.language)) {
        if (reading.span.size() != once->size()) continue;
        same = same || format(reading, style) == once;
      }
      CHECK(same);
    }
  };
  for (std::size_t i = 1; i < facts::kUnitCount; ++i) {
    Fact fact = quantity(Kind::kMeasure, 30);
    fact.unit = static_cast<facts::Unit>(i);
    check_idempotent(fact);
    fact.approximation = facts::Approximation::kAbout;
    if (fact.unit != facts::Unit::kPercentOfPrice) check_idempotent(fact);
  }
  for (std::size_t i = 1; i < facts::kCurrencyCount; ++i) {
    Fact fact = quantity(Kind::kMoney, 2500);
    fact.currency = static_cast<facts::Currency>(i);
    // "Yuan" by itself are China's.
    if (fact.currency == facts::Currency::kOther || fact.currency == facts::Currency::kYuan) {
      continue;
    }
    check_idempotent(fact);
  }
  for (int month = 1; month <= 12; ++month) {
    Fact fact;
    fact.kind = Kind::kDate;
    fact.date.year = 2019;
    fact.date.month = static_cast<std::uint8_t>(month);
    check_idempotent(fact);
    fact.date.day = 23;
    check_idempotent(fact);
  }
}

TEST_CASE("format: ordinals and approximations read back") {
  for (int n = 1; n < 130; ++n) {
    const Fact fact = quantity(Kind::kOrdinal, n);
    check_reads_back(fact);
  }
  Fact fact = quantity(Kind::kNumber, 300);
  fact.approximation = facts::Approximation::kAbove;
  CHECK(format(fact, kEnglish) == "more than 300");
  CHECK(format(fact, kSimplified) == "超过300");
}

TEST_CASE("format: every day of some years reads back") {
  std::mt19937_64 random(6);
  for (int round = 0; round < 1500; ++round) {
    Fact fact;
    fact.kind = Kind::kDate;
    fact.date.year = std::uniform_int_distribution<int>(1900, 2049)(random);
    if (round % 4 != 0) {
      fact.date.month = static_cast<std::uint8_t>(1 + random() % 12);
    }
    if (fact.date.month > 0 && round % 3 != 0) {
      fact.date.day = static_cast<std::uint8_t>(1 + random() % 28);
    }
    check_reads_back(fact);
  }
}

TEST_CASE("format: weekdays, quarters, halves, decades and centuries read back") {
  using Period = facts::Date::Period;
  Fact fact;
  fact.kind = Kind::kDate;
  for (int weekday = 1; weekday <= 7; ++weekday) {
    fact.date = {};
    fact.date.weekday = static_cast<std::uint8_t>(weekday);
    check_reads_back(fact);
  }
  const auto check = [&](Period period, int number) {
    fact.date = {};
    fact.date.period = period;
    fact.date.number = number;
    check_reads_back(fact);
  };
  for (int number = 1; number <= 4; ++number) check(Period::kQuarter, number);
  for (int number = 1; number <= 2; ++number) check(Period::kHalf, number);
  for (int number = 1; number <= 21; ++number) check(Period::kCentury, number);
  for (int number = 1850; number <= 2020; number += 10) {
    if (number % 100 != 0) check(Period::kDecade, number);  // the 1900s are a century as well
  }
}

TEST_CASE("format: every minute of the day reads back") {
  Fact fact;
  fact.kind = Kind::kTime;
  for (int minute = 0; minute < 1440; ++minute) {
    fact.time.minute = static_cast<std::int16_t>(minute);
    fact.time.half =
        minute < 720 ? facts::TimeOfDay::Half::kMorning : facts::TimeOfDay::Half::kAfternoon;
    check_reads_back(fact);
  }
}

TEST_CASE("format: shares read back") {
  for (int below = 2; below <= 10; ++below) {
    for (int above = 1; above < below; ++above) {
      check_reads_back(quantity(Kind::kNumber, static_cast<double>(above) / below));
    }
  }
  CHECK(format(quantity(Kind::kNumber, 2.0 / 3), kEnglish) == "two thirds");
  CHECK(format(quantity(Kind::kNumber, 2.0 / 3), kSimplified) == "三分之二");
  for (const int below : {150, 5'000, 14'000'000}) {
    check_reads_back(quantity(Kind::kNumber, 1.0 / below));
  }
  CHECK(format(quantity(Kind::kNumber, 1 / 14e6), kEnglish) == "one in 14 million");
}

TEST_CASE("format: feet and inches read back") {
  for (int inches = 1; inches < 12; ++inches) {
    Fact height = quantity(Kind::kMeasure, 6 + inches / 12.0);
    height.unit = facts::Unit::kFoot;
    check_reads_back(height);
  }
  Fact height = quantity(Kind::kMeasure, 6 + 1 / 6.0);
  height.unit = facts::Unit::kFoot;
  CHECK(format(height, kEnglish) == "6 feet 2 inches");
  CHECK(format(height, kSimplified) == "6英尺2英寸");
}

TEST_CASE("format: a discount is said from the other end") {
  Fact fact = quantity(Kind::kMeasure, 80);
  fact.unit = facts::Unit::kPercentOfPrice;
  CHECK(format(fact, kEnglish) == "20% off");
  CHECK(format(fact, kSimplified) == "8折");
  for (int left = 10; left < 100; left += 5) {
    fact.value = fact.upper = left;
    check_reads_back(fact);
  }
}

TEST_CASE("format: decimals of a number with a magnitude are no decimals of its value") {
  Fact fact = quantity(Kind::kNumber, 26000);
  fact.decimals = 1;
  CHECK(format(fact, kEnglish) == "26,000");
}

TEST_CASE("format: what has no one form has none") {
  Fact vague = quantity(Kind::kNumber, 20);
  vague.upper = 90;
  CHECK_FALSE(format(vague, kEnglish));
  CHECK_FALSE(format(quantity(Kind::kCode, 19), kEnglish));
}
