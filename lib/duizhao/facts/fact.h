#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/core/span.h"
#include "duizhao/facts/currency.h"
#include "duizhao/facts/unit.h"

namespace duizhao::facts {

enum class Kind : std::uint8_t {
  kNumber,    ///< how many: 37亿, 3.7 billion, 三十七, a dozen, 三分之二
  kOrdinal,   ///< which one: 第十八届, the 18th, No. 5, Louis XIV
  kMultiple,  ///< how many times as much: 3倍, threefold, double
  kMeasure,   ///< a number with a physical unit, percent and percentage points included
  kMoney,     ///< an amount of a currency
  kDate,      ///< a year, month, day, weekday, quarter, decade, …: what `date` says of it
  kTime,      ///< a time of day
  kRelative,  ///< time relative to the report: 今年, last year, "the same period"
  kCurrency,  ///< a currency named without an amount
  kCode,      ///< digits that identify and count nothing: versions, telephone numbers, H20
};

/// How close to the value the text says the truth is.
enum class Approximation : std::uint8_t {
  kExact,
  kAbout,   ///< 约, 左右, "some", "nearly", "roughly"
  kAbove,   ///< 逾, 多, 余, 超过, 不少于, "more than", "at least"
  kNearly,  ///< 近, 几乎, "almost": a little less
  kBelow,   ///< 不到, 不超过, "less than", "no more than"
  kVague,   ///< 数十, 几百, "dozens": anything from `value` to `upper`
};

/// The part of the calendar that a date names; parts that the text leaves out are 0.
struct Date {
  /// What `number` counts where it isn't 0.
  enum class Period : std::uint8_t {
    kNone,
    kHalf,     ///< 上半年 is 1, the second half 2
    kQuarter,  ///< 第三季度, Q3
    kDecade,   ///< 90年代: number is 90, or 1990 with a century; the 1990s
    kCentury,  ///< 20世纪
  };

  std::int32_t year = 0;  ///< negative before our era
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  std::uint8_t weekday = 0;  ///< Monday is 1, Sunday 7
  Period period = Period::kNone;
  std::int32_t number = 0;
  bool lunar = false;       ///< a month or day of the Chinese calendar
  bool two_digits = false;  ///< the text gives only the last two digits of the year

  friend bool operator==(const Date&, const Date&) = default;
};

/// A time of day.
struct TimeOfDay {
  enum class Half : std::uint8_t { kUnknown, kMorning, kAfternoon };

  std::int16_t minute = -1;  ///< since midnight; below 720 where the half of the day is unknown
  std::int16_t second = -1;
  Half half = Half::kUnknown;

  friend bool operator==(const TimeOfDay&, const TimeOfDay&) = default;
};

/// A fact is something in a text whose value compares across languages: 37亿美元 and
/// "US$3.7 billion" are both {kMoney, 3.7e9, kUsd}.
struct Fact {
  Span span;    ///< the whole expression, with unit, currency and words of approximation
  Span number;  ///< the number alone
  Kind kind = Kind::kNumber;
  Approximation approximation = Approximation::kExact;

  /// May explain a fact of the other side but is no reason for an alarm by itself: 一, "first",
  /// "half", "both".
  bool weak = false;
  /// Another reading of the expression that the fact before it reads: '80s is 1980s or 80. It is
  /// enough that one of the readings is found on the other side.
  bool alternative = false;
  /// The digits are grouped in a way that neither language writes: 34,03 or 3.403 for 3,403. The
  /// value is the one that was most probably meant. Also a month with a slip of the pen ("Jully")
  /// and a date with a comma before its month ("24, July, 2020").
  bool malformed = false;
  /// The number is written in digits; false for words and Chinese numerals.
  bool digits = false;
  std::uint8_t decimals = 0;  ///< written after the decimal point

  double value = 0;  ///< as written: 3.7e9, 30 of "30 percent", 1600 of "1,600 km"; 0 for dates
  double upper = 0;  ///< end of what a vague expression covers; equals `value` otherwise

  Unit unit = Unit::kNone;              ///< of kMeasure
  Currency currency = Currency::kNone;  ///< of kMoney and kCurrency
  Date date;                            ///< of kDate
  TimeOfDay time;                       ///< of kTime
};

/// The facts of a text in the order in which they stand. `text` must be valid UTF-8. Chinese text
/// may hold English expressions and the other way round; the language settles what is ambiguous
/// and what lies between. Spans are shifted by `offset`.
[[nodiscard]] std::vector<Fact> find(std::string_view text, Language language,
                                     std::size_t offset = 0);

}  // namespace duizhao::facts
