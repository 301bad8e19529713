#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace duizhao::facts {

/// What a word does in the grammar of facts.
enum class Role : std::uint8_t {
  kCardinal,       ///< one to ninety; value
  kScale,          ///< hundred, thousand, million, …; value
  kScaleSuffix,    ///< bn, m, k directly after digits; value
  kDozen,          ///< dozen; value
  kOrdinal,        ///< first, eighteenth; value
  kOrdinalSuffix,  ///< st, nd, rd, th
  kDenominator,    ///< half, third, quarter, tenth; value
  kMonth,          ///< value 1 to 12
  kWeekday,        ///< value 1 to 7
  kUnit,           ///< value is a Unit
  kShape,          ///< square (2), cubic (3)
  kCurrency,       ///< value is a Currency: dollar, 美元, USD
  kNation,         ///< value is a Currency: US, Hong Kong before "dollar"
  kApproximation,  ///< before a number; value is an Approximation
  kMultiple,       ///< twice, double, triple; value
  kDayPart,        ///< am, pm, morning, 下午; value 1 before noon, 2 after noon
  kPeriodWord,     ///< 年, 季度, quarter, half, decade, century as parts of the calendar
  kRelative,       ///< 今年, today; value 1
  kEra,            ///< BC, AD, 公元前; value −1 or 1
  kCounter,        ///< 个, 名, 家: a number before it counts things
  kNotNumber,      ///< a word that contains a numeral and is none: 一样, 万一, 千万别
};

struct Meaning {
  Role role;
  double value;
};

/// What an English word means; `lower` is in small letters. Looks a plural up without its s where
/// the vocabulary lacks the plural itself, and then sets `plural`.
[[nodiscard]] std::span<const Meaning> meanings_of(std::string_view lower, bool& plural);

struct HanEntry {
  std::u32string_view form;  ///< in simplified characters
  Role role = Role::kNotNumber;
  double value = 0;
};

/// The entries of the Chinese vocabulary that begin with `first`, the longest first.
[[nodiscard]] std::span<const HanEntry> han_entries(char32_t first);

/// Whether a fact may begin with this (simplified) Han character: a numeral, the first character of
/// a word of time, a currency, or a cue of the grammar. Most characters of running text are none,
/// and this is what makes finding facts fast.
[[nodiscard]] bool may_begin_fact(char32_t character);

/// A traditional character as the vocabulary writes it; any other character stays.
[[nodiscard]] char32_t simplified(char32_t character);

/// A character of the vocabulary as traditional Chinese writes it; any other character stays.
[[nodiscard]] char32_t traditional(char32_t character);

/// The value of a Chinese digit (〇 to 九, 两, financial forms), or −1.
[[nodiscard]] int han_digit(char32_t character);

/// The value of 十, 百, 千, 万, 亿, 兆 (10^12) and their financial forms, 廿 and 卅 not included;
/// 0 for any other character.
[[nodiscard]] double han_scale(char32_t character);

}  // namespace duizhao::facts
