#include <algorithm>
#include <cmath>
#include <vector>

#include "duizhao/facts/numeral.h"

namespace duizhao::facts {
namespace {

/// The value of ½ and its like; 0 for any other character.
double vulgar_fraction(char32_t c) {
  switch (c) {
    case U'½':
      return 1.0 / 2;
    case U'⅓':
      return 1.0 / 3;
    case U'⅔':
      return 2.0 / 3;
    case U'¼':
      return 1.0 / 4;
    case U'¾':
      return 3.0 / 4;
    case U'⅕':
      return 1.0 / 5;
    case U'⅖':
      return 2.0 / 5;
    case U'⅗':
      return 3.0 / 5;
    case U'⅘':
      return 4.0 / 5;
    case U'⅙':
      return 1.0 / 6;
    case U'⅛':
      return 1.0 / 8;
    case U'⅜':
      return 3.0 / 8;
    case U'⅝':
      return 5.0 / 8;
    case U'⅞':
      return 7.0 / 8;
    default:
      return 0;
  }
}

/// The groups of a number: lexemes first, first + 2, … are digits with one separator between each.
struct Groups {
  std::size_t first;
  std::size_t count;
};

bool is_separator(const Lexeme& mark) {
  const bool ascii = mark.end - mark.begin == 1;
  return mark.is_mark('.') || (ascii && (mark.is_mark(',') || mark.is_mark('\'')));
}

/// A full-width comma, a curly apostrophe or a middle dot parts numbers, unless what stands on both
/// sides of it is a group of thousands: 1，800万, 12’345’678, 12·345.
bool is_wide_separator(const Lexemes& lexemes, std::size_t mark) {
  const Lexeme& lexeme = lexemes[mark];
  return (lexeme.is_mark(',') || lexeme.is_mark('\'') || lexeme.is_mark(U'·')) &&
         lexeme.end - lexeme.begin > 1 && lexemes[mark - 1].is_digits() &&
         lexemes.digit_count(mark - 1) <= 3 && lexemes.digit_count(mark + 1) == 3;
}

Groups groups_at(const Lexemes& lexemes, std::size_t i) {
  std::size_t count = 1;
  for (std::size_t j = i + 1;; j += 2, ++count) {
    const Lexeme& mark = lexemes[j];
    const Lexeme& next = lexemes[j + 1];
    if (mark.spaced || !next.is_digits() || next.spaced) break;
    if (!is_separator(mark) && !is_wide_separator(lexemes, j)) break;
  }
  return {i, count};
}

/// 1,20,00,000: lakhs and crores, as India groups digits.
bool is_grouped_in_pairs(const Lexemes& lexemes, Groups groups) {
  if (groups.count < 3 || lexemes.digit_count(groups.first) > 2) return false;
  for (std::size_t k = 1; k + 1 < groups.count; ++k) {
    if (lexemes.digit_count(groups.first + 2 * k) != 2) return false;
  }
  for (std::size_t k = 0; k + 1 < groups.count; ++k) {
    if (!lexemes[groups.first + 2 * k + 1].is_mark(',')) return false;
  }
  return lexemes.digit_count(groups.first + 2 * (groups.count - 1)) == 3;
}

/// Whether the groups [from, to) can be thousands: up to three digits, then always three.
bool is_grouped(const Lexemes& lexemes, Groups groups, std::size_t from, std::size_t to) {
  if (lexemes.digit_count(groups.first + 2 * from) > 3) return false;
  for (std::size_t k = from + 1; k < to; ++k) {
    if (lexemes.digit_count(groups.first + 2 * k) != 3) return false;
  }
  return true;
}

double concatenated(const Lexemes& lexemes, Groups groups, std::size_t from, std::size_t to) {
  double value = 0;
  for (std::size_t k = from; k < to; ++k) {
    const std::size_t i = groups.first + 2 * k;
    value =
        value * std::pow(10.0, static_cast<double>(lexemes.digit_count(i))) + lexemes.integer(i);
  }
  return value;
}

double decimal_part(const Lexemes& lexemes, std::size_t i) {
  return lexemes.integer(i) / std::pow(10.0, static_cast<double>(lexemes.digit_count(i)));
}

std::uint8_t small(std::size_t n) {
  return static_cast<std::uint8_t>(std::min<std::size_t>(n, 255));
}

void plain(const Lexemes& lexemes, std::size_t i, Numeral& numeral) {
  numeral.value = lexemes.integer(i);
  numeral.digit_count = small(lexemes.digit_count(i));
  numeral.end = i + 1;
}

/// Reads the number that the groups are; false where they are none: 1.2.3, or a list.
bool read_groups(const Lexemes& lexemes, Groups groups, Numeral& numeral) {
  const auto separator = [&](std::size_t k) { return lexemes[groups.first + 2 * k + 1].character; };
  const std::size_t n = groups.count;
  const char32_t last = separator(n - 2);
  const char32_t first = separator(0);
  for (std::size_t k = 1; k + 2 < n; ++k) {
    if (separator(k) != first) return false;
  }
  const std::size_t last_group = groups.first + 2 * (n - 1);
  numeral.end = last_group + 1;
  if (n == 2 && last == '.') {
    numeral.value = concatenated(lexemes, groups, 0, 1) + decimal_part(lexemes, last_group);
    numeral.decimals = small(lexemes.digit_count(last_group));
    // 90.000 may stand for 90,000 where a writer groups by points; 7.753 is a decimal.
    const bool round = std::fmod(lexemes.integer(last_group), 100) == 0;
    if (round && numeral.decimals == 3 && is_grouped(lexemes, groups, 0, 2) && numeral.value >= 1) {
      numeral.other = concatenated(lexemes, groups, 0, 2);
    }
    return true;
  }
  if (first != last && (last == '.' || last == ',')) {  // 1,234.5 or 1.234,5
    if (!is_grouped(lexemes, groups, 0, n - 1)) return false;
    numeral.value = concatenated(lexemes, groups, 0, n - 1) + decimal_part(lexemes, last_group);
    numeral.decimals = small(lexemes.digit_count(last_group));
    numeral.malformed = last == ',';
    return true;
  }
  if (is_grouped(lexemes, groups, 0, n)) {
    numeral.value = concatenated(lexemes, groups, 0, n);
    numeral.malformed = first != ',';
    // 分别为1，800和…: the comma may part two numbers as well.
    const Lexeme& mark = lexemes[groups.first + 1];
    numeral.maybe_list = first == ',' && n == 2 && mark.end - mark.begin > 1;
    return true;
  }
  if (is_grouped_in_pairs(lexemes, groups)) {
    numeral.value = concatenated(lexemes, groups, 0, n);
    return true;
  }
  return false;
}

/// The first number of a row that is none as a whole: 13.04 of 13.04,12.10.
bool read_first_decimal(const Lexemes& lexemes, Groups groups, Numeral& numeral) {
  const Lexeme& first = lexemes[groups.first + 1];
  const Lexeme& second = lexemes[groups.first + 3];
  if (groups.count < 3 || !first.is_mark('.') || !second.is_mark(',')) return false;
  numeral.value = lexemes.integer(groups.first) + decimal_part(lexemes, groups.first + 2);
  numeral.decimals = small(lexemes.digit_count(groups.first + 2));
  numeral.end = groups.first + 3;
  return true;
}

/// 34,03 and 2800,00: one comma, at the wrong place. Lists of years or of small numbers are none.
bool read_misplaced_comma(const Lexemes& lexemes, Groups groups, Numeral& numeral) {
  if (groups.count != 2 || !lexemes[groups.first + 1].is_mark(',')) return false;
  const std::size_t left = lexemes.digit_count(groups.first);
  const std::size_t right = lexemes.digit_count(groups.first + 2);
  if (right == 3 || right > 3 || left + right < 4 || (left == 4 && right == 4)) return false;
  numeral.value = concatenated(lexemes, groups, 0, 2);
  numeral.malformed = true;
  numeral.end = groups.first + 3;
  return true;
}

/// 17 000 as the SI writes it, and digits spaced out (2 0 1 5).
bool read_spaced(const Lexemes& lexemes, std::size_t i, Numeral& numeral) {
  const std::size_t n = lexemes.digit_count(i);
  const std::size_t group = n == 1 && lexemes.digit_count(i + 1) == 1 ? 1 : 3;
  if (i > 0 && lexemes[i - 1].is_digits()) return false;  // a telephone number
  std::size_t end = i + 1;
  // One white space of one to three bytes between, which ends no cell and no line.
  const auto touches = [&](std::size_t j) {
    const Lexeme& next = lexemes[j];
    return next.is_digits() && next.spaced && next.begin - lexemes[j - 1].end <= 3 &&
           std::string_view("\t\n").find(lexemes.text()[lexemes[j - 1].end]) ==
               std::string_view::npos &&
           lexemes.digit_count(j) == group;
  };
  while (n <= 3 && touches(end)) ++end;
  // Two single digits are one number before 月, 日 or 年 only.
  const bool dated =
      lexemes[end].is_han(U'月') || lexemes[end].is_han(U'日') || lexemes[end].is_han(U'年');
  if (end == i + 1 || (group == 1 && end < i + 4 && !dated)) return false;
  const Lexeme& after = lexemes[end];
  if (after.is_digits() || (after.is_mark(',') && lexemes[end + 1].is_digits())) return false;
  double value = 0;
  for (std::size_t k = i; k < end; ++k) {
    value = value * (group == 1 ? 10 : 1000) + lexemes.integer(k);
  }
  numeral.value = value;
  numeral.end = end;
  if (group == 1) {
    numeral.digit_count = small(end - i);
  } else {
    // 12 345 678 is how the SI groups; "17 000" with a common space may be two numbers.
    numeral.malformed = end == i + 2 && lexemes[i + 1].begin - lexemes[i].end == 1;
    if (lexemes[end].is_mark('.') && !lexemes[end].spaced && lexemes[end + 1].is_digits() &&
        !lexemes[end + 1].spaced) {
      numeral.value += decimal_part(lexemes, end + 1);
      numeral.decimals = small(lexemes.digit_count(end + 1));
      numeral.end = end + 2;
    }
  }
  return true;
}

/// 2/3; not 9/11, 24/7, 2015/16 or 7/8月.
bool read_fraction(const Lexemes& lexemes, std::size_t i, Numeral& numeral) {
  const Lexeme& slash = lexemes[i + 1];
  const Lexeme& denominator = lexemes[i + 2];
  if (!(slash.is_mark('/') || slash.is_mark(U'⁄')) || slash.spaced || !denominator.is_digits() ||
      denominator.spaced) {
    return false;
  }
  const Lexeme& after = lexemes[i + 3];
  if (!after.spaced && (after.is_mark('/') || after.is_mark('.') || after.is_word())) {
    if (after.is_mark('/') || lexemes[i + 4].is_digits()) return false;
  }
  const double above = lexemes.integer(i);
  double below = lexemes.integer(i + 2);
  std::size_t end = i + 3;
  if (const Groups groups = groups_at(lexemes, i + 2);
      groups.count > 1 && is_grouped(lexemes, groups, 1, groups.count)) {  // 1/4,000, 1/1000,000
    below = concatenated(lexemes, groups, 0, groups.count);
    end += 2 * (groups.count - 1);
  }
  if (above < 1 || above >= below) return false;
  if (below <= 12 && after.is_han(U'月')) return false;  // 7/8月
  if (lexemes[end].as(Role::kOrdinalSuffix) != nullptr && !lexemes[end].spaced) ++end;
  numeral.value = above / below;
  numeral.fraction = true;
  numeral.end = end;
  return true;
}

/// ⁰ to ⁹; −1 for any other character.
int superscript(char32_t c) {
  constexpr std::u32string_view kDigits = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
  const std::size_t digit = kDigits.find(c);
  return digit == std::u32string_view::npos ? -1 : static_cast<int>(digit);
}

/// A power of ten after a number: 1.85E+11, 3.7×10^10, 3.7 × 10¹⁰, and 3.7×1010 where the
/// superscript was lost.
bool read_exponent(const Lexemes& lexemes, Numeral& numeral) {
  constexpr double kHighest = 30;
  double sign = 1;
  double power = 0;
  std::size_t i = numeral.end;
  const auto read_sign = [&](const Lexeme& lexeme) {
    const bool minus = lexeme.is_mark('-') || lexeme.is_mark(U'−') || lexeme.is_mark(U'⁻');
    if (minus) sign = -1;
    return minus || lexeme.is_mark('+');
  };
  if (lexemes.is(i, "e") && !lexemes[i].spaced) {
    ++i;
    if (!read_sign(lexemes[i])) return false;  // 4e5 is a code as often
    ++i;
    if (!lexemes[i].is_digits() || lexemes[i].spaced) return false;
    power = lexemes.integer(i++);
  } else if (lexemes[i].is_mark(U'×') || (lexemes.is(i, "x") && lexemes[i].spaced)) {
    ++i;
    if (!lexemes[i].is_digits()) return false;
    const double base = lexemes.integer(i);
    const std::size_t count = lexemes.digit_count(i);
    ++i;
    if (base == 10 && lexemes[i].is_mark('^')) {
      ++i;
      if (read_sign(lexemes[i])) ++i;
      if (!lexemes[i].is_digits()) return false;
      power = lexemes.integer(i++);
    } else if (base == 10) {
      if (read_sign(lexemes[i])) ++i;
      const std::size_t begin = i;
      for (; superscript(lexemes[i].character) >= 0; ++i) {
        power = power * 10 + superscript(lexemes[i].character);
      }
      if (i == begin) return false;
    } else if ((count == 3 || count == 4) && numeral.decimals > 0 &&
               std::floor(base / std::pow(10.0, static_cast<double>(count) - 2)) == 10) {
      power = std::fmod(base, std::pow(10.0, static_cast<double>(count) - 2));
    } else {
      return false;
    }
  } else {
    return false;
  }
  if (power > kHighest) return false;
  numeral.value *= std::pow(10.0, sign * power);
  numeral.other.reset();
  numeral.scaled = true;
  numeral.decimals = 0;
  numeral.digit_count = 0;
  numeral.end = i;
  return true;
}

}  // namespace

std::optional<Numeral> read_digits(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& first = lexemes[i];
  Numeral numeral;
  numeral.digits = true;
  if (const double fraction = vulgar_fraction(first.character);
      first.type == Lexeme::Type::kMark && fraction > 0) {
    numeral.value = numeral.upper = fraction;
    numeral.fraction = true;
    numeral.end = i + 1;
    return numeral;
  }
  if (first.character >= U'①' && first.character <= U'⑳') {
    numeral.value = numeral.upper = static_cast<double>(first.character - U'①' + 1);
    numeral.weak = true;
    numeral.end = i + 1;
    return numeral;
  }
  if (first.is_mark('.') && first.spaced && lexemes[i + 1].is_digits() && !lexemes[i + 1].spaced) {
    numeral.value = numeral.upper = decimal_part(lexemes, i + 1);
    numeral.decimals = small(lexemes.digit_count(i + 1));
    numeral.end = i + 2;
    return numeral;
  }
  if (!first.is_digits()) return std::nullopt;
  const Groups groups = groups_at(lexemes, i);
  // 3.2015年: an item's number
  const bool numbered = groups.count == 2 && lexemes[i + 1].is_mark('.') &&
                        lexemes.digit_count(i) <= 2 && lexemes.digit_count(i + 2) == 4 &&
                        lexemes[i + 3].is_han(U'年');
  if (groups.count > 1 && !numbered) {
    if (!read_groups(lexemes, groups, numeral) && !read_misplaced_comma(lexemes, groups, numeral)) {
      numeral = Numeral{};
      numeral.digits = true;
      if (!read_first_decimal(lexemes, groups, numeral)) plain(lexemes, i, numeral);
    }
  } else if (numbered ||
             (!read_fraction(lexemes, i, numeral) && !read_spaced(lexemes, i, numeral))) {
    plain(lexemes, i, numeral);
  }
  if (read_exponent(lexemes, numeral)) {
    numeral.upper = numeral.value;
    return numeral;
  }
  const Lexeme& after = lexemes[numeral.end];
  if (const double fraction = vulgar_fraction(after.character);
      after.type == Lexeme::Type::kMark && fraction > 0 && numeral.decimals == 0) {
    numeral.value += fraction;
    numeral.fraction = true;
    ++numeral.end;
  } else if (Numeral part; after.is_digits() && after.spaced && numeral.digit_count > 0 &&
                           numeral.digit_count <= 3 &&
                           read_fraction(lexemes, numeral.end, part)) {  // 2 1/2
    numeral.value += part.value;
    numeral.fraction = true;
    numeral.end = part.end;
  } else if (after.as(Role::kOrdinalSuffix) != nullptr && !after.spaced && numeral.decimals == 0) {
    numeral.ordinal = true;
    ++numeral.end;
  }
  numeral.upper = numeral.value;
  return numeral;
}

}  // namespace duizhao::facts
