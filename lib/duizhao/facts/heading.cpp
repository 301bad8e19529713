#include "duizhao/facts/heading.h"

#include <cmath>

#include "duizhao/facts/lexemes.h"
#include "duizhao/facts/quantities.h"
#include "duizhao/facts/units_in_text.h"

namespace duizhao::facts {
namespace {

bool is_opening(const Lexeme& lexeme) { return lexeme.is_mark('(') || lexeme.is_mark('['); }

bool is_closing(const Lexeme& lexeme) { return lexeme.is_mark(')') || lexeme.is_mark(']'); }

/// A magnitude at lexeme i: 万, 百万, million, millions of, 100 million, '000. Returns the index
/// after it, or i; multiplies `scale`.
std::size_t read_scale(const Lexemes& lexemes, std::size_t i, double& scale) {
  const Lexeme& lexeme = lexemes[i];
  if (lexeme.is_han() && han_scale(lexeme.character) > 0) {
    // 千米, 千瓦 and 兆瓦 are units.
    const HanEntry* unit = lexemes.han(i, Role::kUnit);
    if (unit != nullptr && unit->form.size() > 1) return i;
    scale *= han_scale(lexeme.character);
    return i + 1;
  }
  if (const Meaning* word = lexeme.as(Role::kScale)) {
    scale *= word->value;
    return lexemes.is(i + 1, "of") ? i + 2 : i + 1;
  }
  if (const Meaning* suffix = lexeme.as(Role::kScaleSuffix);
      suffix != nullptr && lexeme.end - lexeme.begin > 1) {
    scale *= suffix->value;
    return i + 1;
  }
  if (lexeme.is_mark('\'') && lexemes[i + 1].is_digits() &&
      lexemes.integer(i + 1) == 0) {  // '0,000
    std::size_t zeros = lexemes.digit_count(i + 1);
    std::size_t end = i + 2;
    while (lexemes[end].is_mark(',') && lexemes[end + 1].is_digits() &&
           lexemes.integer(end + 1) == 0) {
      zeros += lexemes.digit_count(end + 1);
      end += 2;
    }
    scale *= std::pow(10.0, static_cast<double>(zeros));
    return end;
  }
  if (lexeme.is_digits() && (lexemes.integer(i) == 10 || lexemes.integer(i) == 100) &&
      lexemes[i + 1].as(Role::kScale) != nullptr) {  // 100 million
    scale *= lexemes.integer(i);
    return i + 1;
  }
  return i;
}

/// US$, HK$, $, ¥ before a magnitude.
std::size_t read_sign(const Lexemes& lexemes, std::size_t i, Currency& currency) {
  const std::size_t symbol = lexemes[i].is_word() && !lexemes[i + 1].spaced ? i + 1 : i;
  if (lexemes[symbol].type != Lexeme::Type::kMark) return i;
  const Currency sign = currency_of_sign(lexemes, symbol);
  if (sign == Currency::kNone) return i;
  currency = sign;
  return symbol + 1;
}

/// Reads the words of a unit from lexeme i on, as far as they go.
std::size_t read_label(const Lexemes& lexemes, std::size_t i, Heading& heading) {
  std::size_t end = i;
  for (;;) {
    std::size_t next = read_scale(lexemes, end, heading.scale);
    if (next == end && heading.currency == Currency::kNone) {
      next = read_sign(lexemes, end, heading.currency);
    }
    if (next == end && heading.unit == Unit::kNone) {
      Currency currency = Currency::kNone;
      next = read_currency(lexemes, end, currency);
      if (next != end && (heading.currency == Currency::kNone || currency == Currency::kYuan)) {
        if (heading.currency == Currency::kNone) heading.currency = currency;
      } else {
        next = end;
      }
    }
    if (next == end && heading.currency == Currency::kNone && heading.unit == Unit::kNone) {
      next = read_unit(lexemes, end, true, heading.unit);
    }
    if (next == end && heading.scale > 1 && heading.currency == Currency::kNone &&
        heading.unit == Unit::kNone) {
      if (const HanEntry* counter = lexemes.han(end, Role::kCounter)) {  // 万人
        next = end + counter->form.size();
      }
    }
    if (next == end && end > i && (lexemes[end].is_mark('/') || lexemes.is(end, "per"))) {
      next = read_unit(lexemes, end + 1, true, heading.per);
      if (next == end + 1) return i;
    }
    if (next == end) break;
    end = next;
  }
  return end;
}

/// The heading whose unit begins at lexeme i; `closed` where a bracket must end it.
std::optional<Heading> heading_at(const Lexemes& lexemes, std::size_t i, bool closed) {
  Heading heading;
  const std::size_t begin = lexemes.is(i, "in") ? i + 1 : i;
  const std::size_t end = read_label(lexemes, begin, heading);
  if (end == begin) return std::nullopt;
  const Lexeme& after = lexemes[end];
  const bool ends = closed ? is_closing(after)
                           : after.is_end() || after.is_mark('.') || after.is_mark(')') ||
                                 after.is_mark(U'。') || lexemes.han_is(end, U"为单位");
  if (!ends ||
      (heading.scale == 1 && heading.currency == Currency::kNone && heading.unit == Unit::kNone)) {
    return std::nullopt;
  }
  heading.span = lexemes.span(begin, end);
  return heading;
}

/// How many figures stand in the text but for those of the unit's own words.
bool has_figures(const Lexemes& lexemes, const Heading& heading) {
  for (std::size_t i = 0; i < lexemes.size(); ++i) {
    const Lexeme& lexeme = lexemes[i];
    if (lexeme.is_digits() &&
        (lexeme.begin < heading.span.begin || lexeme.end > heading.span.end)) {
      return true;
    }
  }
  return false;
}

constexpr std::size_t kLongest = 100;  // bytes

/// The heading whose unit stands in brackets; the last one, since what comes before may explain.
std::optional<Heading> bracketed_heading(const Lexemes& lexemes) {
  for (std::size_t i = lexemes.size(); i-- > 0;) {
    if (!is_opening(lexemes[i])) continue;
    if (auto heading = heading_at(lexemes, i + 1, true)) return heading;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Heading> find_heading(std::string_view text) {
  if (text.size() > kLongest) return std::nullopt;
  const Lexemes lexemes(text);
  for (std::size_t i = 0; i < lexemes.size(); ++i) {
    std::optional<Heading> heading;
    if (is_opening(lexemes[i])) {
      heading = heading_at(lexemes, i + 1, true);
    } else if (i == 0 || lexemes[i - 1].is_mark(':') || lexemes.is(i - 1, "in") ||
               lexemes[i - 1].is_han(U'以')) {
      heading = heading_at(lexemes, i, false);
    }
    if (heading && !has_figures(lexemes, *heading)) return heading;
  }
  return std::nullopt;
}

std::optional<Heading> find_cell_heading(std::string_view text) {
  if (text.size() > kLongest) return std::nullopt;
  if (auto heading = bracketed_heading(Lexemes(text))) return heading;
  return find_heading(text);
}

double ratio_of(const Heading& a, const Heading& b) {
  const bool money_a = a.currency != Currency::kNone;
  const bool money_b = b.currency != Currency::kNone;
  if (money_a != money_b && (a.unit != Unit::kNone || b.unit != Unit::kNone)) return 1;
  if (money_a && money_b && !compatible(a.currency, b.currency)) return 1;
  double ratio = a.scale / b.scale;
  const auto compare_units = [&](Unit of, Unit other, double sign) {
    if (of == other || of == Unit::kNone || other == Unit::kNone) return true;
    if (dimension_of(of) != dimension_of(other) || dimension_of(of) == Dimension::kTemperature) {
      return false;
    }
    ratio *= std::pow(in_base_unit(1, of) / in_base_unit(1, other), sign);
    return true;
  };
  if (!compare_units(a.unit, b.unit, 1) || !compare_units(a.per, b.per, -1)) return 1;
  return ratio;
}

}  // namespace duizhao::facts
