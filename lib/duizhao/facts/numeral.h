#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "duizhao/facts/fact.h"
#include "duizhao/facts/lexemes.h"

namespace duizhao::facts {

/// A number as the text writes it, before anything is known of what it counts.
struct Numeral {
  std::size_t end = 0;  ///< index of the lexeme after it
  double value = 0;
  double upper = 0;             ///< end of a vague number: 数十, 三四十, "dozens"
  std::optional<double> other;  ///< another value that the same string may have
  Approximation approximation = Approximation::kExact;
  bool digits = false;      ///< written in digits
  bool scaled = false;      ///< with a word of magnitude: 3.5亿, 3 million
  bool malformed = false;   ///< see Fact
  bool maybe_list = false;  ///< 1，800 is one number or two
  bool fraction = false;    ///< 三分之二, two-thirds, 2/3
  bool ordinal = false;     ///< 18th, eighteenth
  bool positional = false;  ///< Chinese digits one by one: 二〇一二
  bool weak = false;
  Unit unit = Unit::kNone;  ///< 百分之三十 brings its unit along
  std::uint8_t decimals = 0;
  std::uint8_t digit_count = 0;  ///< of plain ungrouped digits, as a year or a code has them

  /// Plain digits or positional numerals that may be the number of a year.
  [[nodiscard]] bool year_like() const {
    return !scaled && decimals == 0 && !fraction && !ordinal && (digit_count == 4 || positional) &&
           value >= 1000 && value < 2200;
  }
};

/// Digits with their separators: 3.7, 1,200, 17 000, 1.200, 34,03, ½, 2/3.
[[nodiscard]] std::optional<Numeral> read_digits(const Lexemes& lexemes, std::size_t i);

/// Chinese numerals, also after digits: 三十七亿, 3.5亿, 一千二, 壹佰, 三四十, 数百万, 百分之三十,
/// 三分之二, 十多万.
[[nodiscard]] std::optional<Numeral> read_chinese(const Lexemes& lexemes, std::size_t i);

/// English number words, also after digits: twenty-five, a hundred and two, 3.7 billion, 3bn, half
/// a million, two and a half, two-thirds, hundreds of thousands, eighteenth.
[[nodiscard]] std::optional<Numeral> read_english(const Lexemes& lexemes, std::size_t i);

/// A word that contains a numeral and counts nothing begins at lexeme i: 一样, 万一, 十足.
[[nodiscard]] bool is_other_word(const Lexemes& lexemes, std::size_t i);

/// Whichever of them begins at lexeme i.
[[nodiscard]] std::optional<Numeral> read_numeral(const Lexemes& lexemes, std::size_t i);

}  // namespace duizhao::facts
