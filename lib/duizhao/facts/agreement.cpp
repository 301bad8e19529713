#include "duizhao/facts/agreement.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace duizhao::facts {
namespace {

using Period = Date::Period;
using Half = TimeOfDay::Half;

bool same(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b));
}

bool within(double a, double b, double share) {
  return std::abs(a - b) <= share * std::max(std::abs(a), std::abs(b));
}

bool is_quantity(Kind kind) {
  return kind == Kind::kNumber || kind == Kind::kOrdinal || kind == Kind::kMultiple ||
         kind == Kind::kMeasure || kind == Kind::kMoney;
}

bool is_vague(const Fact& fact) { return fact.upper > fact.value; }

bool is_approximate(const Fact& fact) { return fact.approximation != Approximation::kExact; }

// ---- dates ----

bool same_year(const Date& a, const Date& b) {
  if (a.two_digits || b.two_digits) return a.year % 100 == b.year % 100;
  return a.year == b.year;
}

bool same_number(const Date& a, const Date& b) {
  if (a.period == Period::kDecade && (a.number < 100 || b.number < 100)) {
    return a.number % 100 == b.number % 100;
  }
  return a.number == b.number;
}

double date_agreement(const Date& a, const Date& b) {
  int shared = 0;
  int alone = 0;
  bool conflict = false;
  const auto compare = [&](bool in_a, bool in_b, bool equal) {
    if (in_a && in_b) {
      equal ? void(++shared) : void(conflict = true);
    } else if (in_a != in_b) {
      ++alone;
    }
  };
  const bool calendars_differ = a.lunar != b.lunar;
  compare(a.year != 0, b.year != 0, same_year(a, b));
  compare(a.month != 0, b.month != 0, a.month == b.month || calendars_differ);
  compare(a.day != 0, b.day != 0, a.day == b.day || calendars_differ);
  compare(a.weekday != 0, b.weekday != 0, a.weekday == b.weekday);
  compare(a.period != Period::kNone, b.period != Period::kNone,
          a.period == b.period && same_number(a, b));
  if (conflict || shared == 0) return 0;
  return alone == 0 ? 1 : std::max(0.75, 0.97 - 0.05 * alone);
}

bool is_fraction_of_day(const TimeOfDay& time) { return time.minute >= 0; }

double time_agreement(const TimeOfDay& a, const TimeOfDay& b) {
  if (!is_fraction_of_day(a) || !is_fraction_of_day(b)) return 0;
  if (a.half != Half::kUnknown && b.half != Half::kUnknown) return a.minute == b.minute ? 1 : 0;
  return a.minute % 720 == b.minute % 720 ? 0.95 : 0;
}

// ---- quantities ----

/// Significant digits of a value: 3 of 12,300.
int significant_digits(double value) {
  if (value == 0) return 1;
  double mantissa = std::abs(value) / std::pow(10.0, std::floor(std::log10(std::abs(value))));
  int digits = 1;
  for (; digits < 15; ++digits) {
    if (within(mantissa, std::round(mantissa), 1e-9)) break;
    mantissa *= 10;
  }
  return digits;
}

/// Whether `rough`, which the text calls approximate, is `exact` rounded.
bool is_rounded(double exact, const Fact& rough, double rough_value) {
  constexpr double kFarthest = 0.05;
  const int digits = significant_digits(rough_value);
  if (digits >= significant_digits(exact) || !within(exact, rough_value, kFarthest)) return false;
  const double step =
      std::pow(10.0, std::floor(std::log10(std::max(std::abs(exact), 1e-300))) - digits + 1);
  const double scaled = exact / step;
  const double wanted = rough_value / step;
  switch (rough.approximation) {
    case Approximation::kAbove:
      return same(std::floor(scaled), wanted) || same(std::round(scaled), wanted);
    case Approximation::kNearly:
    case Approximation::kBelow:
      return same(std::ceil(scaled), wanted) || same(std::round(scaled), wanted);
    default:
      return same(std::round(scaled), wanted);
  }
}

struct Range {
  double low;
  double high;
};

Range in_base(const Fact& fact) {
  if (fact.kind != Kind::kMeasure) return {fact.value, fact.upper};
  return {in_base_unit(fact.value, fact.unit), in_base_unit(fact.upper, fact.unit)};
}

/// Months, quarters and years have no fixed length in weeks and days.
bool is_calendar(Unit unit) {
  return unit == Unit::kMonth || unit == Unit::kQuarter || unit == Unit::kYear;
}

bool overlap(Range a, Range b) { return a.low <= b.high && b.low <= a.high; }

/// How far the next figure that is as round is from this one: 1 from 12, 10 from 40; a dozen is as
/// round as ten.
double step_of(const Fact& fact, double value) {
  if (!fact.digits && value == 12) return 8;
  return std::pow(10.0, std::floor(std::log10(value)) - significant_digits(value) + 1);
}

/// "More than 10" and 十多 reach as far as a writer would still say so: to the next figure as
/// round.
Range open_upwards(const Fact& fact, Range range) {
  if (fact.approximation == Approximation::kAbove && !is_vague(fact) && range.high > 0) {
    range.high += 0.999 * step_of(fact, range.high);
  }
  return range;
}

/// 四十多 and "almost 50", the next figure as round: both say a number between them.
bool meet_between(const Fact& above, Range low, const Fact& below, Range high) {
  const bool bounded =
      below.approximation == Approximation::kNearly || below.approximation == Approximation::kBelow;
  if (above.approximation != Approximation::kAbove || !bounded || above.value <= 0) return false;
  const double step = step_of(above, above.value) * low.low / above.value;
  return low.low < high.low && high.low <= (low.low + step) * 1.01;
}

/// 34 is neither of 三四十: who says "thirty or forty" does not mean a number between them.
bool is_neither_end(const Fact& choice, const Fact& exact) {
  return is_vague(choice) && !is_vague(exact) && choice.upper < 2 * choice.value &&
         significant_digits(choice.value) == 1 && significant_digits(choice.upper) == 1 &&
         choice.value >= 10 && !is_approximate(exact) && significant_digits(exact.value) > 1;
}

/// Compares two values that are in the same unit by now; `converted` where they were not before.
double value_agreement(const Fact& a, Range x, const Fact& b, Range y, bool converted) {
  if (same(x.low, y.low) && same(x.high, y.high)) return converted ? 0.97 : 1;
  if (meet_between(a, x, b, y) || meet_between(b, y, a, x)) return 0.72;
  if (is_vague(a) || is_vague(b)) {
    if (is_neither_end(a, b) || is_neither_end(b, a)) return 0;
    if (!overlap(open_upwards(a, x), open_upwards(b, y))) return 0;
    return is_vague(a) && is_vague(b) ? 0.8 : 0.72;
  }
  if (converted) {
    // A conversion is rounded to what reads well; 1,000 miles are 1,600公里.
    const bool months = is_calendar(a.unit) != is_calendar(b.unit);  // 一个半月 is six weeks
    const double share = is_approximate(a) || is_approximate(b) || months ? 0.085 : 0.04;
    if (within(x.low, y.low, share)) return 0.75;
  }
  if (is_approximate(a) != is_approximate(b)) {
    const bool rounded =
        is_approximate(a) ? is_rounded(y.low, a, x.low) : is_rounded(x.low, b, y.low);
    if (rounded) return 0.72;
  }
  return 0;
}

/// A plain number against a share: half, a third and 0.3 against 50 %, 33 % and 三成.
double share_agreement(const Fact& share, const Fact& number) {
  if (number.value <= 0 || is_vague(number) || is_vague(share)) return 0;
  const double percent = in_base_unit(share.value, share.unit);
  const bool fraction = number.value < 1 && !(number.digits && number.decimals > 0);
  if (number.kind == Kind::kMultiple) {  // doubled: by 100 %, to 200 %
    return same(number.value * 100, percent) || same((number.value - 1) * 100, percent) ? 0.75 : 0;
  }
  if (number.value >= 1 && number.value != 1) return 0;
  const double wanted = number.value * 100;
  if (same(wanted, percent)) return 0.85;
  if (!fraction) return 0;
  // A third is 33 %; nearly a third may be 30 %.
  const double share_allowed = is_approximate(share) || is_approximate(number) ? 0.12 : 0.015;
  return within(wanted, percent, share_allowed) ? 0.72 : 0;
}

/// The length that a speed goes in its time.
Unit length_in(Unit speed) {
  switch (speed) {
    case Unit::kMetrePerSecond:
    case Unit::kMetrePerMinute:
    case Unit::kMetrePerHour:
      return Unit::kMetre;
    case Unit::kKilometrePerHour:
    case Unit::kKilometrePerMinute:
    case Unit::kKilometrePerSecond:
      return Unit::kKilometre;
    case Unit::kMilePerHour:
    case Unit::kMilePerSecond:
      return Unit::kMile;
    case Unit::kFootPerSecond:
      return Unit::kFoot;
    default:
      return Unit::kNone;
  }
}

/// 八折 against "80 percent of the price" or "20 percent", for what it is less.
double price_agreement(const Fact& price, const Fact& share) {
  const double percent = in_base_unit(share.value, share.unit);
  return same(price.value, percent) || same(100 - price.value, percent) ? 0.85 : 0;
}

bool is_share(Unit unit) { return dimension_of(unit) == Dimension::kShare; }

bool is_temperature(Unit unit) { return dimension_of(unit) == Dimension::kTemperature; }

/// 千里, 万里 and "a thousand miles": how far poets and proverbs go, in the measure of either
/// language.
bool are_as_far(const Fact& li, const Fact& miles) {
  return li.unit == Unit::kLi && miles.unit == Unit::kMile && li.value == miles.value &&
         li.value >= 1000 && significant_digits(li.value) == 1 && !li.digits && !miles.digits;
}

double quantity_agreement(const Fact& a, const Fact& b) {
  const bool a_measured = a.kind == Kind::kMeasure;
  const bool b_measured = b.kind == Kind::kMeasure;
  const Range written_a{a.value, a.upper};
  const Range written_b{b.value, b.upper};
  if (a_measured && b_measured) {
    if (a.unit == b.unit) return value_agreement(a, written_a, b, written_b, false);
    if (a.unit == Unit::kPercentOfPrice && is_share(b.unit)) return price_agreement(a, b);
    if (b.unit == Unit::kPercentOfPrice && is_share(a.unit)) return price_agreement(b, a);
    if (are_as_far(a, b) || are_as_far(b, a)) return 0.75;
    if (dimension_of(a.unit) == dimension_of(b.unit)) {
      return value_agreement(a, in_base(a), b, in_base(b), true);
    }
    // 万分之五 is five basis points, of a price as well as between two rates.
    const auto is_small_share = [](const Fact& share, const Fact& points) {
      return share.unit == Unit::kPartPerTenThousand && points.unit == Unit::kBasisPoint;
    };
    if (is_small_share(a, b) || is_small_share(b, a)) {
      return value_agreement(a, in_base(a), b, in_base(b), true);
    }
    // 12.8 kilometres … per second: the time of a speed may stand apart from it.
    if (const Unit length = length_in(a.unit); length != Unit::kNone && length == b.unit) {
      return 0.85 * value_agreement(a, written_a, b, written_b, false);
    }
    if (const Unit length = length_in(b.unit); length != Unit::kNone && length == a.unit) {
      return 0.85 * value_agreement(a, written_a, b, written_b, false);
    }
    const bool degrees = (a.unit == Unit::kDegree && is_temperature(b.unit)) ||
                         (b.unit == Unit::kDegree && is_temperature(a.unit));
    return degrees ? 0.9 * value_agreement(a, written_a, b, written_b, false) : 0;
  }
  if (a.kind == Kind::kMoney && b.kind == Kind::kMoney) {
    if (!compatible(a.currency, b.currency)) return 0;
    const double value = value_agreement(a, written_a, b, written_b, false);
    return a.currency == b.currency ? value : 0.98 * value;
  }
  if ((a_measured && b.kind == Kind::kMoney) || (b_measured && a.kind == Kind::kMoney)) return 0;
  if (a_measured && (is_share(a.unit) || a.unit == Unit::kPercentOfPrice)) {
    if (const double share = share_agreement(a, b); share > 0) return share;
  }
  if (b_measured && (is_share(b.unit) || b.unit == Unit::kPercentOfPrice)) {
    if (const double share = share_agreement(b, a); share > 0) return share;
  }
  const double value = value_agreement(a, written_a, b, written_b, false);
  if (value == 0) return 0;
  if (a.kind == b.kind) return value;
  const bool times = a.kind == Kind::kMultiple || b.kind == Kind::kMultiple;
  // "four times" may be as much more, 五倍, but counts no more than 四次.
  const auto is_as_much_more = [](const Fact& fact) {
    return fact.kind == Kind::kMultiple && fact.alternative;
  };
  if (is_as_much_more(a) || is_as_much_more(b)) return 0;
  // 前三季度 is not the third quarter, "triple" not 第三.
  const bool rank = a.kind == Kind::kOrdinal || b.kind == Kind::kOrdinal;
  if (rank && (times || a.unit == Unit::kQuarter || b.unit == Unit::kQuarter)) return 0;
  // One side has a unit or currency that the other leaves out, or ranks what the other counts.
  const bool measured =
      a_measured || b_measured || a.kind == Kind::kMoney || b.kind == Kind::kMoney;
  return (measured ? 0.85 : 0.9) * value;
}

// ---- across ----

/// A date against a number: the year, month or day by itself.
double date_and_number(const Fact& date, const Fact& number) {
  const Date& d = date.date;
  if (is_vague(number)) return 0;
  if (number.value != std::floor(number.value)) {  // 7.19 is how an event of July 19 is named
    const double day = (number.value - std::floor(number.value)) * std::pow(10, number.decimals);
    const bool both = number.kind == Kind::kNumber && d.month == std::floor(number.value) &&
                      std::abs(d.day - day) < 0.01;
    return both ? 0.6 : 0;
  }
  const auto value = static_cast<std::int32_t>(std::min(number.value, 1e9));
  const bool bare = number.kind == Kind::kNumber || number.kind == Kind::kOrdinal;
  if (d.period != Period::kNone) {
    // 上半年 against "the first six months"
    if (number.kind == Kind::kMeasure && number.unit == Unit::kMonth) {
      return (d.period == Period::kHalf && value == 6) ||
                     (d.period == Period::kQuarter && value == 3)
                 ? 0.74
                 : 0;
    }
    const bool equal =
        d.number == value || (d.period == Period::kDecade && d.number % 100 == value);
    return equal && bare ? 0.72 : 0;
  }
  if (number.kind == Kind::kMoney) return 0;
  const bool years = number.kind == Kind::kMeasure && number.unit == Unit::kYear;
  const bool days = number.kind == Kind::kMeasure && number.unit == Unit::kDay;
  if (number.kind == Kind::kMeasure && !years && !days) return 0;
  if (d.year != 0 && d.month == 0 && d.day == 0) {
    if (days) return 0;
    if (d.year == value) return d.two_digits ? 0.6 : 0.9;
    return 0;
  }
  if (d.year == 0 && d.month == 0 && d.day == value && !years) {
    return number.kind == Kind::kOrdinal ? 0.9 : 0.72;
  }
  if (d.year == 0 && d.day == 0 && d.month == value && bare) return 0.6;
  if ((d.day == value && !years) || (d.year == value && !days)) return 0.5;
  return 0;
}

double time_and_number(const Fact& time, const Fact& number) {
  if (number.kind != Kind::kNumber || is_vague(number)) return 0;
  const int hour = time.time.minute / 60;
  const int minute = time.time.minute % 60;
  if (minute == 0 && (same(number.value, hour) || same(number.value, hour % 12) ||
                      (hour % 12 == 0 && same(number.value, 12)))) {
    return 0.6;
  }
  if (number.decimals == 2 && same(number.value, hour + minute / 100.0)) return 0.7;
  return 0;
}

double code_agreement(const Fact& a, const Fact& b) {
  if (a.value != b.value) return 0;
  return a.kind == b.kind ? 1 : 0.8;
}

}  // namespace

double agreement(const Fact& a, const Fact& b) {
  if (a.kind == Kind::kRelative || b.kind == Kind::kRelative || a.kind == Kind::kCurrency ||
      b.kind == Kind::kCurrency) {
    return 0;
  }
  if (is_quantity(a.kind) && is_quantity(b.kind)) return quantity_agreement(a, b);
  if (a.kind == Kind::kDate && b.kind == Kind::kDate) return date_agreement(a.date, b.date);
  if (a.kind == Kind::kTime && b.kind == Kind::kTime) return time_agreement(a.time, b.time);
  if (a.kind == Kind::kDate && is_quantity(b.kind)) return date_and_number(a, b);
  if (b.kind == Kind::kDate && is_quantity(a.kind)) return date_and_number(b, a);
  if (a.kind == Kind::kTime && is_quantity(b.kind)) return time_and_number(a, b);
  if (b.kind == Kind::kTime && is_quantity(a.kind)) return time_and_number(b, a);
  if (a.kind == Kind::kCode && (b.kind == Kind::kCode || is_quantity(b.kind))) {
    return code_agreement(a, b);
  }
  if (b.kind == Kind::kCode && is_quantity(a.kind)) return code_agreement(b, a);
  return 0;
}

bool differ_in_magnitude(double a, double b) {
  if (a <= 0 || b <= 0 || same(a, b)) return false;
  const double power = std::log10(a / b);
  return within(std::round(power), power, 1e-6) && std::round(power) != 0;
}

}  // namespace duizhao::facts
