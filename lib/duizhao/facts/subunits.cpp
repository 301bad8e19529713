#include "duizhao/facts/subunits.h"

#include <cmath>
#include <optional>

#include "duizhao/facts/numeral.h"
#include "duizhao/facts/units_in_text.h"

namespace duizhao::facts {
namespace {

void add(double part, Fact& fact) {
  fact.value += part;
  fact.upper += part;
}

/// Digits in either writing that touch what stands before them: 85, 八五.
struct Digits {
  double value = 0;
  std::size_t count = 0;
  std::size_t end = 0;
};

std::optional<Digits> digits_at(const Lexemes& lexemes, std::size_t i) {
  if (lexemes[i].is_digits()) {
    if (lexemes[i].spaced || lexemes[i + 1].is_mark('.')) return std::nullopt;
    return Digits{lexemes.integer(i), lexemes.digit_count(i), i + 1};
  }
  Digits digits{0, 0, i};
  for (; lexemes[digits.end].is_han(); ++digits.end, ++digits.count) {
    const int digit = han_digit(lexemes[digits.end].character);
    if (digit < 0) break;
    digits.value = digits.value * 10 + digit;
  }
  return digits.count > 0 ? std::optional(digits) : std::nullopt;
}

/// Whether the digits that end before `i` begin a quantity of their own: 5米3次, 100米9秒58.
bool counts_on(const Lexemes& lexemes, std::size_t i) {
  Unit unit = Unit::kNone;
  return lexemes.han(i, Role::kCounter) != nullptr || lexemes.han(i, Role::kCurrency) != nullptr ||
         (lexemes[i].is_han() && han_scale(lexemes[i].character) > 0) ||
         read_unit(lexemes, i, true, unit) != i || lexemes[i].is_mark('%');
}

/// 一米八, 1米85: the decimals of a height.
std::size_t read_decimals_of_metres(const Lexemes& lexemes, std::size_t end, Fact& fact) {
  constexpr double kTallest = 10;
  const auto digits = digits_at(lexemes, end);
  if (!digits || digits->count > 2 || fact.decimals > 0 || fact.value > kTallest ||
      counts_on(lexemes, digits->end)) {
    return end;
  }
  add(digits->value / std::pow(10.0, static_cast<double>(digits->count)), fact);
  fact.weak = false;
  return digits->end;
}

/// 3块5, 3块5毛, 3元5角2分: tenths and hundredths of a yuan.
std::size_t read_jiao_and_fen(const Lexemes& lexemes, std::size_t end, Fact& fact) {
  std::size_t i = end;
  if (const auto digits = digits_at(lexemes, i); digits && digits->count == 1) {
    const Lexeme& coin = lexemes[digits->end];
    const bool named = coin.is_han(U'角') || coin.is_han(U'毛');
    if (!named && (!lexemes[end - 1].is_han(U'块') || counts_on(lexemes, digits->end))) return end;
    add(digits->value / 10, fact);
    i = digits->end + (named ? 1 : 0);
  }
  if (const auto digits = digits_at(lexemes, i);
      digits && digits->count == 1 && lexemes[digits->end].is_han(U'分')) {
    add(digits->value / 100, fact);
    i = digits->end + 1;
  }
  return i;
}

/// 半 behind a unit or a counter, unless it begins a word of its own: 二吋半身相片.
bool is_half(const Lexemes& lexemes, std::size_t i) {
  constexpr std::u32string_view kWords = U"身价导数径决场岛";
  const Lexeme& after = lexemes[i + 1];
  return lexemes[i].is_han(U'半') &&
         !(after.is_han() && kWords.find(after.character) != std::u32string_view::npos);
}

/// 碗半 of 两碗半, with nothing that is counted between.
bool half_of_counted(const Lexemes& lexemes, std::size_t i) {
  const HanEntry* counter = lexemes.han(i, Role::kCounter);
  return counter != nullptr && counter->form.size() == 1 && !lexemes[i].is_han(U'个') &&
         is_half(lexemes, i + 1);
}

bool is_inch_mark(const Lexeme& lexeme) {
  return !lexeme.spaced && (lexeme.is_mark('"') || lexeme.is_mark(U'″'));
}

/// 6英尺6英寸, 5 ft 2 in, 5'2", 6-foot-6, six foot two, 5 feet 2 inches: one height.
std::size_t read_inches(const Lexemes& lexemes, std::size_t end, Fact& fact) {
  std::size_t i = end;
  const bool hyphen = lexemes[i].is_mark('-') && !lexemes[i].spaced;
  if (hyphen || lexemes.is(i, "and")) ++i;
  const auto inches = read_numeral(lexemes, i);
  if (!inches || inches->value <= 0 || inches->value >= 12 || inches->ordinal ||
      inches->upper != inches->value || fact.value != std::floor(fact.value)) {
    return end;
  }
  Unit unit = Unit::kNone;
  std::size_t after = inches->end;
  if (lexemes[after].is_mark('-')) ++after;
  std::size_t unit_end = read_unit(lexemes, after, true, unit);
  if (unit_end != after && unit != Unit::kInch) return end;
  if (lexemes.is(after, "in") || is_inch_mark(lexemes[after])) unit_end = after + 1;
  const bool foot = lexemes.is(end - 1, "foot") && fact.value > 1;  // six foot three
  if (unit_end == after && !hyphen && !foot) return end;
  add(inches->value / 12, fact);
  return unit_end == after ? inches->end : unit_end;
}

/// 3 dollars 50 cents, £3 50p is not read.
std::size_t read_cents(const Lexemes& lexemes, std::size_t end, Fact& fact) {
  const std::size_t i = lexemes.is(end, "and") ? end + 1 : end;
  const auto cents = read_numeral(lexemes, i);
  const bool named = cents && (lexemes.is(cents->end, "cent") || lexemes.is(cents->end, "cents") ||
                               lexemes.is(cents->end, "pence"));
  if (!named || cents->value >= 100 || fact.decimals > 0) return end;
  add(cents->value / 100, fact);
  return cents->end + 1;
}

}  // namespace

bool is_feet_mark(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& mark = lexemes[i];
  return !mark.spaced && (mark.is_mark('\'') || mark.is_mark(U'′')) && lexemes[i + 1].is_digits() &&
         !lexemes[i + 1].spaced && is_inch_mark(lexemes[i + 2]);
}

std::size_t read_subunits(const Lexemes& lexemes, std::size_t end, Fact& fact) {
  const Lexeme& unit = lexemes[end - 1];
  const bool half = is_half(lexemes, end);
  if (fact.kind == Kind::kMeasure && lexemes.is(end, "and") &&
      (lexemes.is(end + 1, "a") || lexemes.is(end + 1, "one")) && lexemes.is(end + 2, "half")) {
    add(0.5, fact);  // a year and a half
    return end + 3;
  }
  if (fact.unit == Unit::kFoot) {
    if (const std::size_t inches = read_inches(lexemes, end, fact); inches != end) return inches;
  }
  if (fact.kind == Kind::kMoney && unit.is_word() && !lexemes.is(end - 1, "cents")) {
    if (const std::size_t cents = read_cents(lexemes, end, fact); cents != end) return cents;
  }
  if ((unit.is_han(U'成') || unit.is_han(U'厘')) && fact.unit == Unit::kPercent) {
    // 三成五, 六成半; 四厘二
    const int digit = lexemes[end].is_han() ? han_digit(lexemes[end].character) : -1;
    if (digit < 1 && !half) return end;
    const double tenths = half ? 5 : digit;
    add(unit.is_han(U'厘') ? tenths / 10 : tenths, fact);
    return end + 1;
  }
  if (unit.is_han(U'斤') && fact.unit == Unit::kJin && fact.decimals == 0) {  // 三斤六两
    const bool one = lexemes[end].is_digits() && lexemes.digit_count(end) == 1;
    const double taels = one                     ? lexemes.integer(end)
                         : lexemes[end].is_han() ? han_digit(lexemes[end].character)
                                                 : -1;
    if (taels < 1 || !lexemes[end + 1].is_han(U'两')) return end;
    add(taels / 10, fact);
    return end + 2;
  }
  // 57秒79; 57 秒 79 where figures are set apart throughout.
  const bool apart = lexemes[end].spaced && unit.spaced && lexemes.digit_count(end) == 2 &&
                     !counts_on(lexemes, end + 1);
  if (unit.is_han(U'秒') && lexemes[end].is_digits() && (!lexemes[end].spaced || apart) &&
      lexemes.digit_count(end) <= 3 && fact.decimals == 0) {
    const auto places = static_cast<double>(lexemes.digit_count(end));
    add(lexemes.integer(end) / std::pow(10.0, places), fact);
    return end + 1;
  }
  if (half && (fact.kind == Kind::kMeasure || unit.is_han(U'倍'))) {  // 三年半, 两倍半
    add(0.5, fact);
    return end + 1;
  }
  if (lexemes[end].is_han(U'个') && lexemes[end + 1].is_han(U'半')) {  // 两个半月
    Unit counted = Unit::kNone;
    const std::size_t unit_end = read_unit(lexemes, end + 2, false, counted);
    if (unit_end == end + 2) return end;
    fact.kind = Kind::kMeasure;
    fact.unit = counted;
    add(0.5, fact);
    return unit_end;
  }
  if (fact.kind == Kind::kNumber && half_of_counted(lexemes, end)) {  // 两碗半
    add(0.5, fact);
    return end + 2;
  }
  if (fact.unit == Unit::kMetre && unit.is_han()) {
    return read_decimals_of_metres(lexemes, end, fact);
  }
  if (fact.kind == Kind::kMoney && (unit.is_han(U'角') || unit.is_han(U'毛'))) {  // 5角4分
    const auto digits = digits_at(lexemes, end);
    if (!digits || digits->count != 1 || !lexemes[digits->end].is_han(U'分')) return end;
    add(digits->value / 100, fact);
    return digits->end + 1;
  }
  if (fact.kind == Kind::kMoney && fact.decimals == 0 &&
      (unit.is_han(U'块') || unit.is_han(U'元') || unit.is_han(U'圆'))) {
    return read_jiao_and_fen(lexemes, end, fact);
  }
  return end;
}

}  // namespace duizhao::facts
