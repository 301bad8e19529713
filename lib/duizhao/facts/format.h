#pragma once

#include <optional>
#include <string>

#include "duizhao/core/document.h"
#include "duizhao/facts/fact.h"

namespace duizhao::facts {

/// The language that a value is written in; the script matters for Chinese only, kUnknown is
/// simplified.
struct Style {
  Language language = Language::kEnglish;
  Script script = Script::kUnknown;
};

enum class NumberForm : std::uint8_t {
  kDigits,  ///< 3,700,000,000; in Chinese the same
  kScaled,  ///< 3.7 billion, 37亿; as kDigits where the value has too many digits for it
  kWords,   ///< three billion seven hundred million, 三十七亿; whole numbers below 10^16 only
  kFinancial,  ///< 叁拾柒亿; Chinese only, whole numbers below 10^16
};

/// A value of at least 0. Digits keep `decimals` places after the point, or as many as the value
/// has where that is fewer than six.
[[nodiscard]] std::string format_number(double value, NumberForm form, Style style,
                                        int decimals = 0);

/// A fact as a writer would put it into a text, so that find() reads the same value again: what a
/// finding suggests. Empty for what has no one form: codes, vague numbers, relative time.
[[nodiscard]] std::optional<std::string> format(const Fact& fact, Style style);

/// Simplified words in the script of a style.
[[nodiscard]] std::string simplified_or_traditional(std::u32string_view text, Style style);

/// "March" for 3; `month` is from 1 to 12.
[[nodiscard]] std::string_view english_month(std::size_t month);

/// "third" for 3; empty for what is written in figures, from the eleventh on.
[[nodiscard]] std::string_view english_rank(std::size_t rank);

/// The name of a unit after a number: " km", "公里", "%", " percentage points".
[[nodiscard]] std::string unit_name(Unit unit, Style style, bool plural);

}  // namespace duizhao::facts
