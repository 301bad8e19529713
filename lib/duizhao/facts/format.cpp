#include "duizhao/facts/format.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "duizhao/facts/vocabulary.h"
#include "duizhao/text/utf8.h"

namespace duizhao::facts {
namespace {

constexpr double kLargestInWords = 1e16;

bool is_whole(double value) { return value == std::floor(value); }

/// 1234567.8 as 1,234,567.8.
std::string grouped(double value, int decimals) {
  std::string digits = fmt::format("{:.{}f}", value, decimals);
  const std::size_t point = digits.find('.');
  std::size_t i = point == std::string::npos ? digits.size() : point;
  while (i > 3) {
    i -= 3;
    digits.insert(i, 1, ',');
  }
  return digits;
}

/// The fewest decimals, up to six, that keep the value but for the noise of binary fractions.
int decimals_of(double value) {
  constexpr double kNoise = 4e-15;
  double scaled = value;
  for (int decimals = 0; decimals < 6; ++decimals, scaled *= 10) {
    if (std::abs(scaled - std::round(scaled)) <= kNoise * std::abs(scaled)) return decimals;
  }
  return 6;
}

bool is_chinese(Style style) { return style.language == Language::kChinese; }

struct Magnitude {
  double value;
  std::string_view english;
  std::u32string_view chinese;
};

constexpr std::array kEnglishMagnitudes = {Magnitude{1e12, " trillion", U""},
                                           Magnitude{1e9, " billion", U""},
                                           Magnitude{1e6, " million", U""}};
constexpr std::array kChineseMagnitudes = {Magnitude{1e12, "", U"万亿"}, Magnitude{1e8, "", U"亿"},
                                           Magnitude{1e4, "", U"万"}};

std::optional<std::string> scaled(double value, Style style) {
  const auto try_magnitude = [&](const Magnitude& magnitude) -> std::optional<std::string> {
    if (value < magnitude.value) return std::nullopt;
    const double mantissa = value / magnitude.value;
    const int decimals = decimals_of(mantissa);
    if (decimals > 3 || mantissa >= 1e5) return std::nullopt;
    std::string text = grouped(mantissa, decimals);
    text += is_chinese(style) ? simplified_or_traditional(magnitude.chinese, style)
                              : std::string(magnitude.english);
    return text;
  };
  const auto& magnitudes = is_chinese(style) ? kChineseMagnitudes : kEnglishMagnitudes;
  for (const Magnitude& magnitude : magnitudes) {
    if (auto text = try_magnitude(magnitude)) return text;
  }
  return std::nullopt;
}

// ---- in words ----

constexpr std::array<std::string_view, 20> kSmall = {
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 10> kTens = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};

std::string english_below_thousand(int value) {
  std::string words;
  if (value >= 100) {
    words = fmt::format("{} hundred", kSmall[value / 100]);
    value %= 100;
    if (value == 0) return words;
    words += " and ";
  }
  if (value < 20) return words + std::string(kSmall[value]);
  words += kTens[value / 10];
  if (value % 10 != 0) words += fmt::format("-{}", kSmall[value % 10]);
  return words;
}

std::string english_words(double value) {
  if (value == 0) return "zero";
  std::string words;
  for (const auto& [scale, name] :
       {std::pair{1e12, " trillion"}, std::pair{1e9, " billion"}, std::pair{1e6, " million"},
        std::pair{1e3, " thousand"}, std::pair{1.0, ""}}) {
    const double part = std::floor(value / scale);
    if (part < 1) continue;
    value -= part * scale;
    if (!words.empty()) words += scale == 1 && part < 100 ? " and " : " ";
    words += part < 1000 ? english_below_thousand(static_cast<int>(part)) : grouped(part, 0);
    words += name;
  }
  return words;
}

/// A section of four digits: 一千二百零三.
void append_section(int value, bool financial, bool leading_zero, std::u32string& words) {
  constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
  constexpr std::u32string_view kFinancialDigits = U"零壹贰叁肆伍陆柒捌玖";
  constexpr std::u32string_view kPlaces = U"千百十";
  constexpr std::u32string_view kFinancialPlaces = U"仟佰拾";
  bool zero = leading_zero;
  for (int place = 0, unit = 1000; place < 4; ++place, unit /= 10) {
    const int digit = value / unit % 10;
    if (digit == 0) {
      zero = !words.empty();
      continue;
    }
    if (zero && !words.empty()) words += U'零';
    zero = false;
    // 十五 at the beginning of a number, 一十五 within and in financial writing.
    if (!(digit == 1 && place == 2 && words.empty() && !financial)) {
      words += (financial ? kFinancialDigits : kDigits)[static_cast<std::size_t>(digit)];
    }
    if (place < 3)
      words += (financial ? kFinancialPlaces : kPlaces)[static_cast<std::size_t>(place)];
  }
}

std::u32string chinese_words(double value, bool financial) {
  if (value == 0) return U"零";
  std::u32string words;
  bool gap = false;  // a section of nothing, or one that does not fill its four places, came before
  for (const auto& [scale, name] : {std::pair{1e12, U"万亿"}, std::pair{1e8, U"亿"},
                                    std::pair{1e4, U"万"}, std::pair{1.0, U""}}) {
    const double part = std::floor(value / scale);
    value -= part * scale;
    if (part < 1) {
      gap = !words.empty();
      continue;
    }
    append_section(static_cast<int>(part), financial, gap || (!words.empty() && part < 1000),
                   words);
    // 一万二千亿 writes 亿 once.
    if (scale == 1e12 && value >= 1e8) {
      words += U'万';
    } else {
      words += name;
    }
    gap = false;
  }
  return words;
}

// ---- units and currencies ----

/// What is written after a number; empty where the value is written in another unit.
struct UnitName {
  std::string_view english;  ///< with its space
  std::string_view plural;   ///< empty where it is the same
  std::u32string_view chinese;
};

constexpr std::array<UnitName, kUnitCount> kUnitNames = {{
    {"", "", U""},
#define UNIT(id, dimension, scale, english, symbols, chinese, one, many, name) {one, many, name},
#include "duizhao/facts/units.inc"
#undef UNIT
}};

const UnitName& name_of(Unit unit) { return kUnitNames[static_cast<std::size_t>(unit)]; }

/// Units that one of the languages has no word for, and the unit that it writes instead: 3 Mt are
/// 300万吨, 三个十年 no Chinese.
struct WrittenAs {
  Unit unit;
  Unit english;
  Unit chinese;
};

constexpr std::array kWrittenAs = {
    WrittenAs{Unit::kQuarterHour, Unit::kMinute, Unit::kQuarterHour},
    WrittenAs{Unit::kCalorie, Unit::kCalorie, Unit::kKilocalorie},
    WrittenAs{Unit::kDecade, Unit::kDecade, Unit::kYear},
    WrittenAs{Unit::kBillionCubicMetres, Unit::kBillionCubicMetres, Unit::kCubicMetre},
    WrittenAs{Unit::kMillionBarrels, Unit::kMillionBarrels, Unit::kBarrel},
    WrittenAs{Unit::kKilotonne, Unit::kKilotonne, Unit::kTonne},
    WrittenAs{Unit::kMegatonne, Unit::kMegatonne, Unit::kTonne},
    WrittenAs{Unit::kMillionBtu, Unit::kMillionBtu, Unit::kBtu},
    WrittenAs{Unit::kPartPerTenThousand, Unit::kPercent, Unit::kPercent},
};

Unit written_as(Unit unit, Style style) {
  for (const WrittenAs& row : kWrittenAs) {
    if (row.unit == unit) return is_chinese(style) ? row.chinese : row.english;
  }
  return unit;
}

enum class Place : std::uint8_t { kBefore, kAfter };

struct CurrencyName {
  std::string_view english;
  Place place = Place::kAfter;  ///< of the English name
  std::u32string_view chinese;
  std::string_view alone;  ///< in English without an amount
};

constexpr std::array<CurrencyName, kCurrencyCount> kCurrencyNames = {{
    {"", Place::kAfter, U"", ""},
#define CURRENCY(id, code, family, english, nations, letters, symbol, chinese, name, place, \
                 chinese_name, alone)                                                       \
  {name, Place::place, chinese_name, alone},
#include "duizhao/facts/currencies.inc"
#undef CURRENCY
}};

const CurrencyName& name_of(Currency currency) {
  return kCurrencyNames[static_cast<std::size_t>(currency)];
}

// ---- dates and times ----

constexpr std::array<std::string_view, 13> kMonths = {
    "",     "January", "February",  "March",   "April",    "May",     "June",
    "July", "August",  "September", "October", "November", "December"};
constexpr std::array<std::string_view, 8> kWeekdays = {
    "", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 11> kRanks = {"",       "first", "second", "third",
                                                     "fourth", "fifth", "sixth",  "seventh",
                                                     "eighth", "ninth", "tenth"};

std::string_view ordinal_suffix(std::int64_t value) {
  if (value % 100 >= 11 && value % 100 <= 13) return "th";
  switch (value % 10) {
    case 1:
      return "st";
    case 2:
      return "nd";
    case 3:
      return "rd";
    default:
      return "th";
  }
}

std::string english_year(const Date& date) {
  if (date.two_digits) return fmt::format("'{:02}", date.year);
  return date.year < 0 ? fmt::format("{} BC", -date.year) : fmt::format("{}", date.year);
}

std::string english_date(const Date& date) {
  using Period = Date::Period;
  std::string text;
  switch (date.period) {
    case Period::kHalf:
      text = date.number == 1 ? "first half" : "second half";
      break;
    case Period::kQuarter:
      text = fmt::format("{} quarter", english_rank(static_cast<std::size_t>(date.number)));
      break;
    case Period::kDecade:
      return fmt::format("{}s", date.number);
    case Period::kCentury:
      return fmt::format("{}{} century", date.number, ordinal_suffix(date.number));
    case Period::kNone:
      break;
  }
  if (date.period != Period::kNone) {
    return date.year == 0 ? text : fmt::format("{} of {}", text, english_year(date));
  }
  if (date.weekday > 0) return std::string(kWeekdays[date.weekday]);
  if (date.month == 0) {
    return date.day > 0 ? fmt::format("{}{}", date.day, ordinal_suffix(date.day))
                        : english_year(date);
  }
  if (date.day > 0) text = fmt::format("{} ", date.day);
  text += english_month(date.month);
  if (date.year != 0) text.append(1, ' ').append(english_year(date));
  return text;
}

std::string chinese_date(const Date& date, Style style) {
  using Period = Date::Period;
  std::string text;
  const auto append = [&](std::u32string_view han) {
    text += simplified_or_traditional(han, style);
  };
  const auto append_number = [&](std::int32_t value) { text += fmt::format("{}", value); };
  if (date.lunar) append(U"农历");
  if (date.year < 0) append(U"公元前");
  if (date.year != 0) {
    append_number(std::abs(date.year));
    append(U"年");
  }
  switch (date.period) {
    case Period::kHalf:
      append(date.number == 1 ? U"上半年" : U"下半年");
      break;
    case Period::kQuarter:
      append(U"第");
      append(std::u32string(1, U"零一二三四"[date.number]));
      append(U"季度");
      break;
    case Period::kDecade:
      if (date.number >= 1000) {
        append_number(date.number / 100 + 1);
        append(U"世纪");
      }
      append_number(date.number % 100);
      append(U"年代");
      break;
    case Period::kCentury:
      append_number(date.number);
      append(U"世纪");
      break;
    case Period::kNone:
      break;
  }
  if (date.month > 0) {
    append_number(date.month);
    append(U"月");
  }
  if (date.day > 0) {
    append_number(date.day);
    append(U"日");
  }
  if (date.weekday > 0) {
    append(U"星期");
    append(std::u32string(1, U"零一二三四五六日"[date.weekday]));
  }
  return text;
}

std::string time_text(const TimeOfDay& time, Style style) {
  const int hour = time.minute / 60;
  const int minute = time.minute % 60;
  if (is_chinese(style)) {
    std::u32string part;
    int shown = hour;
    if (time.half == TimeOfDay::Half::kMorning) part = U"上午";
    if (time.half == TimeOfDay::Half::kAfternoon) part = U"下午";
    if (time.half == TimeOfDay::Half::kMorning && hour < 6) part = U"凌晨";
    if (time.half == TimeOfDay::Half::kAfternoon && hour == 12) part = U"中午";
    if (time.half == TimeOfDay::Half::kAfternoon && hour > 12) shown -= 12;
    if (time.half == TimeOfDay::Half::kUnknown && hour == 0) shown = 12;
    std::string text = simplified_or_traditional(part, style) + fmt::format("{}", shown);
    text += simplified_or_traditional(U"时", style);
    if (minute > 0) text += fmt::format("{:02}", minute) + simplified_or_traditional(U"分", style);
    return text;
  }
  const int shown = hour % 12 == 0 ? 12 : hour % 12;
  const std::string clock =
      minute == 0 ? fmt::format("{}", shown) : fmt::format("{}:{:02}", shown, minute);
  switch (time.half) {
    case TimeOfDay::Half::kMorning:
      return clock + " a.m.";
    case TimeOfDay::Half::kAfternoon:
      return clock + " p.m.";
    default:
      return minute == 0 ? clock + " o'clock" : clock;
  }
}

std::string with_approximation(Approximation approximation, const std::string& text, Style style) {
  const auto prefixed = [&](std::u32string_view chinese, std::string_view english) {
    std::string result =
        is_chinese(style) ? simplified_or_traditional(chinese, style) : std::string(english);
    return result.append(text);
  };
  switch (approximation) {
    case Approximation::kAbout:
      return prefixed(U"约", "about ");
    case Approximation::kAbove:
      return prefixed(U"超过", "more than ");
    case Approximation::kNearly:
      return prefixed(U"近", "nearly ");
    case Approximation::kBelow:
      return prefixed(U"不到", "less than ");
    default:
      return text;
  }
}

/// What is left of a price: 80 is 8折 and "20% off".
std::optional<std::string> price_cut_text(double value, Style style) {
  if (!is_whole(value) || value < 10 || value >= 100) return std::nullopt;
  if (!is_chinese(style)) return fmt::format("{:.0f}% off", 100 - value);
  const double tenths = std::fmod(value, 10) == 0 ? value / 10 : value;
  return fmt::format("{:.0f}折", tenths);
}

/// The decimals that were written count where no magnitude followed them: 2.50, but 2.6万 is
/// 26,000.
int decimals_shown(const Fact& fact) {
  constexpr double kLarge = 1000;
  return is_whole(fact.value) && fact.value >= kLarge ? 0 : fact.decimals;
}

/// Feet and inches: 6英尺2英寸, "6 feet 2 inches".
std::optional<std::string> height_text(double feet, Style style) {
  const double inches = std::round((feet - std::floor(feet)) * 12);
  if (is_whole(feet) || inches == 0 || inches == 12 ||
      std::abs(std::floor(feet) + inches / 12 - feet) > 1e-9) {
    return std::nullopt;
  }
  const auto part = [&](double count, Unit unit) {
    return fmt::format("{:.0f}", count) + unit_name(unit, style, count != 1);
  };
  return part(std::floor(feet), Unit::kFoot) + (is_chinese(style) ? "" : " ") +
         part(inches, Unit::kInch);
}

std::optional<std::string> measure_text(const Fact& fact, Style style) {
  if (fact.unit == Unit::kFoot && fact.decimals == 0) {
    if (auto height = height_text(fact.value, style)) return height;
  }
  if (fact.unit == Unit::kPercentOfPrice) return price_cut_text(fact.value, style);
  const Unit unit = written_as(fact.unit, style);
  if (unit == Unit::kNone) return std::nullopt;
  double value = fact.value;
  int decimals = decimals_shown(fact);
  if (unit != fact.unit) {
    constexpr double kNoise = 1e9;
    value = std::round(from_base_unit(in_base_unit(value, fact.unit), unit) * kNoise) / kNoise;
    decimals = 0;
  }
  return format_number(value, NumberForm::kScaled, style, decimals) +
         unit_name(unit, style, value != 1);
}

std::optional<std::string> money_text(const Fact& fact, Style style) {
  const CurrencyName& name = name_of(fact.currency);
  if (name.english.empty()) return std::nullopt;
  const std::string amount = format_number(fact.value, NumberForm::kScaled, style, 0);
  if (is_chinese(style)) return amount + simplified_or_traditional(name.chinese, style);
  const std::string english(name.english);
  return name.place == Place::kBefore ? english + amount : amount + english;
}

/// A currency as it is called without an amount.
std::optional<std::string> currency_name(Currency currency, Style style) {
  const CurrencyName& name = name_of(currency);
  if (name.english.empty()) return std::nullopt;
  if (!is_chinese(style)) return std::string(name.alone);
  // 元人民币 follows an amount; the currency by itself is 人民币.
  const bool counted = name.chinese.size() > 2 && name.chinese[0] == U'元';
  return simplified_or_traditional(counted ? name.chinese.substr(1) : name.chinese, style);
}

/// A number below one that was no decimal: 三分之二, "two thirds".
std::optional<std::string> fraction_text(const Fact& fact, Style style) {
  constexpr std::array<std::string_view, 11> kParts = {
      "", "", "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"};
  if (fact.value <= 0 || fact.value >= 1 || fact.decimals > 0) return std::nullopt;
  for (int below = 2; below < static_cast<int>(kParts.size()); ++below) {
    const double above = fact.value * below;
    if (std::abs(above - std::round(above)) > 1e-9) continue;
    const double parts = std::round(above);
    if (is_chinese(style)) {
      if (below == 2) return simplified_or_traditional(U"一半", style);
      return simplified_or_traditional(
          chinese_words(below, false) + U"分之" + chinese_words(parts, false), style);
    }
    if (below == 2) return "half";
    return fmt::format("{} {}{}", english_words(parts), kParts[static_cast<std::size_t>(below)],
                       parts > 1 ? "s" : "");
  }
  // 一千四百万分之一, "one in 14 million"
  constexpr double kLeastPart = 1e-9;
  constexpr double kFew = 0.02;
  const double below = std::round(1 / fact.value);
  if (fact.value > kFew || fact.value < kLeastPart || std::abs(below * fact.value - 1) > 1e-6)
    return std::nullopt;
  if (is_chinese(style) && is_whole(std::log10(below))) return std::nullopt;  // 百分之一 is 1%
  const std::string whole = format_number(below, NumberForm::kScaled, style, 0);
  return is_chinese(style) ? whole + "分之一" : "one in " + whole;
}

std::optional<std::string> plain(const Fact& fact, Style style) {
  switch (fact.kind) {
    case Kind::kNumber:
      if (auto fraction = fraction_text(fact, style)) return fraction;
      return format_number(fact.value, NumberForm::kScaled, style, decimals_shown(fact));
    case Kind::kOrdinal: {
      if (fact.value >= kLargestInWords) return std::nullopt;
      const std::string digits = fmt::format("{:.0f}", fact.value);
      if (is_chinese(style)) return simplified_or_traditional(U"第", style) + digits;
      return digits + std::string(ordinal_suffix(static_cast<std::int64_t>(fact.value)));
    }
    case Kind::kMultiple:
      if (fact.value == 0.5) return fraction_text(fact, style);  // halved
      return format_number(fact.value, NumberForm::kScaled, style, fact.decimals) +
             (is_chinese(style) ? simplified_or_traditional(U"倍", style) : " times");
    case Kind::kMeasure:
      return measure_text(fact, style);
    case Kind::kMoney:
      return money_text(fact, style);
    case Kind::kCurrency:
      return currency_name(fact.currency, style);
    case Kind::kDate:
      return is_chinese(style) ? chinese_date(fact.date, style) : english_date(fact.date);
    case Kind::kTime:
      return time_text(fact.time, style);
    default:
      return std::nullopt;
  }
}

}  // namespace

std::string simplified_or_traditional(std::u32string_view text, Style style) {
  std::string result;
  for (const char32_t c : text) {
    text::append_code_point(result, style.script == Script::kTraditional ? traditional(c) : c);
  }
  return result;
}

std::string_view english_month(std::size_t month) { return kMonths.at(month); }

std::string_view english_rank(std::size_t rank) {
  return rank < kRanks.size() ? kRanks[rank] : std::string_view();
}

std::string format_number(double value, NumberForm form, Style style, int decimals) {
  const bool words = is_whole(value) && value < kLargestInWords;
  switch (form) {
    case NumberForm::kScaled:
      if (auto text = scaled(value, style)) return *text;
      break;
    case NumberForm::kWords:
      if (!words) break;
      return is_chinese(style) ? simplified_or_traditional(chinese_words(value, false), style)
                               : english_words(value);
    case NumberForm::kFinancial:
      if (!words || !is_chinese(style)) break;
      return simplified_or_traditional(chinese_words(value, true), style);
    case NumberForm::kDigits:
      break;
  }
  return grouped(value, std::max(decimals, decimals_of(value)));
}

std::optional<std::string> format(const Fact& fact, Style style) {
  if (fact.upper > fact.value) return std::nullopt;
  auto text = plain(fact, style);
  if (text) text = with_approximation(fact.approximation, *text, style);
  return text;
}

std::string unit_name(Unit unit, Style style, bool plural) {
  const UnitName& name = name_of(unit);
  if (is_chinese(style)) return simplified_or_traditional(name.chinese, style);
  return std::string(plural && !name.plural.empty() ? name.plural : name.english);
}

}  // namespace duizhao::facts
