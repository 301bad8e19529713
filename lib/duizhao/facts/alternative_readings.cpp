#include "duizhao/facts/alternative_readings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string_view>

namespace duizhao::facts {
namespace {

/// What the digits or words of the numeral may be apart from their first reading.
void read_numeral_otherwise(const Lexemes& lexemes, const Writing& writing, const Fact& fact,
                            std::vector<Fact>& facts) {
  const Numeral& numeral = writing.numeral;
  const std::size_t i = writing.first;
  if (numeral.other) {
    Fact other = fact;
    other.value = other.upper = *numeral.other * writing.factor;
    other.approximation = Approximation::kExact;
    other.malformed = numeral.digits;  // 3.403 for 3,403
    add_reading(other, facts);
  }
  if (numeral.fraction && numeral.digits && lexemes[i + 1].is_mark('/')) {  // 358/457: 358 of 457
    const double above = lexemes.integer(i);
    for (const double value : {above, std::round(above / numeral.value)}) {
      Fact part = fact;
      part.value = part.upper = value;
      add_reading(part, facts);
    }
  }
  if ((numeral.malformed || numeral.maybe_list) && numeral.digits) {  // 10,12 may be a list
    for (std::size_t k = i; k < numeral.end; ++k) {
      if (!lexemes[k].is_digits() || lexemes.integer(k) == 0) continue;
      Fact part = fact;
      part.malformed = false;
      part.value = part.upper = lexemes.integer(k);
      add_reading(part, facts);
    }
  }
}

void read_dozens_and_multiples(const Lexemes& lexemes, const Writing& writing, const Fact& fact,
                               std::vector<Fact>& facts) {
  const Numeral& numeral = writing.numeral;
  Fact other = fact;
  if (fact.kind == Kind::kMultiple && lexemes[numeral.end].is_han(U'倍')) {
    // Two times as much, or as much more: where nothing before it tells, writers mean both.
    if (writing.multiple_is_settled) return;
    other.value += 1;
    other.upper += 1;
    add_reading(other, facts);
  } else if (fact.kind == Kind::kMultiple &&
             (lexemes.is(numeral.end, "times") || lexemes.is(numeral.end, "time"))) {
    other.kind = Kind::kNumber;
    add_reading(other, facts);
    // "3 times higher" is by as much as often as to as much; "3 times that of 2010" is to it.
    constexpr std::string_view kTo[] = {"that", "as", "the", "what", "its", "of"};
    const bool to = std::any_of(std::begin(kTo), std::end(kTo), [&](std::string_view word) {
      return lexemes.is(numeral.end + 1, word);
    });
    if (to) return;
    other.kind = Kind::kMultiple;
    other.value += 1;
    other.upper += 1;
    add_reading(other, facts);
  } else if (lexemes[numeral.end - 1].as(Role::kDozen) != nullptr &&
             numeral.value == numeral.upper && numeral.value >= 12) {  // 十多, 二十余
    constexpr double kMore = 1.3;
    other.value = numeral.value / 12 * 10;
    other.upper = std::floor(numeral.value / 12 * 10 * kMore);
    other.approximation = Approximation::kVague;
    add_reading(other, facts);
  } else if (fact.kind == Kind::kNumber && lexemes[numeral.end].is_han(U'打') &&
             numeral.value <= 100) {  // 一打鸡蛋
    other.value = other.upper = 12 * fact.value;
    add_reading(other, facts);
  }
}

/// 兆 is 10^12, and a million before bytes, bits and the like that are often left out.
void read_zhao_otherwise(const Lexemes& lexemes, const Writing& writing, const Fact& fact,
                         std::vector<Fact>& facts) {
  if (!lexemes[writing.numeral.end - 1].is_han(U'兆') || !writing.numeral.digits) return;
  for (const double factor : {1e-6, 1e-12}) {
    Fact other = fact;
    other.value = fact.value * factor;
    other.upper = fact.upper * factor;
    add_reading(other, facts);
  }
  if (fact.kind != Kind::kNumber) return;
  // 带宽为5千兆, 500兆: of data, what it is a giga or mega of goes without saying.
  const bool giga = lexemes[writing.numeral.end - 2].is_han(U'千');
  const double value = fact.value / (giga ? 1e15 : 1e12);
  using enum Unit;
  for (const Unit unit : giga ? std::array{kGigabit, kGigabitPerSecond, kGigabyte}
                              : std::array{kMegabit, kMegabitPerSecond, kMegabyte}) {
    Fact data = fact;
    data.kind = Kind::kMeasure;
    data.unit = unit;
    data.value = data.upper = value;
    add_reading(data, facts);
  }
}

/// What stands behind an amount and is no part of it.
constexpr std::string_view kSmallWords[] = {"for", "a",  "an",   "per",  "in",   "on",  "and",
                                            "or",  "to", "from", "each", "more", "the", "at"};

void read_unit_otherwise(const Lexemes& lexemes, const Writing& writing, const Fact& fact,
                         std::vector<Fact>& facts) {
  const Numeral& numeral = writing.numeral;
  Fact other = fact;
  if (numeral.digits && lexemes[numeral.end - 1].is_word() && lexemes.is(numeral.end - 1, "m") &&
      !writing.currency_in_front && fact.kind == Kind::kNumber) {  // 500m: metres or millions
    other.kind = Kind::kMeasure;
    other.unit = Unit::kMetre;
    other.value = other.upper = fact.value / 1e6;
    add_reading(other, facts);
  }
  const Lexeme& after_grand = lexemes[numeral.end + 1];
  if (lexemes.is(numeral.end, "grand") &&
      (!after_grand.is_word() || !after_grand.meanings.empty() ||
       std::ranges::any_of(kSmallWords, [&](std::string_view word) {
         return lexemes.is(numeral.end + 1, word);
       }))) {  // two grand for the guitar; two grand pianos
    other.value *= 1e3;
    other.upper *= 1e3;
    add_reading(other, facts);
    other = fact;
  }
  const std::size_t letter = numeral.end - 1;
  if (lexemes.is(letter, "k") && lexemes[letter].upper && !writing.currency_in_front &&
      fact.kind == Kind::kNumber) {  // 3K: kelvins or thousands
    other.kind = Kind::kMeasure;
    other.unit = Unit::kKelvin;
    other.value = other.upper = fact.value / 1e3;
    add_reading(other, facts);
    other = fact;
  }
  if (fact.kind == Kind::kMoney && fact.currency == Currency::kGbp &&
      (lexemes.is(writing.unit_end - 1, "pound") || lexemes.is(writing.unit_end - 1, "pounds"))) {
    other.kind = Kind::kMeasure;
    other.unit = Unit::kPound;
    other.currency = Currency::kNone;
    add_reading(other, facts);
  }
  const Lexeme& behind = lexemes[numeral.end];
  const bool tenth =
      behind.is_han(U'毛') || (behind.is_han(U'毫') && !lexemes[numeral.end + 1].is_han());
  if (fact.kind == Kind::kNumber && tenth && fact.value < 10) {  // 五毛, in Hong Kong 五毫
    other.kind = Kind::kMoney;
    other.currency = Currency::kYuan;
    other.value = other.upper = fact.value / 10;
    add_reading(other, facts);
  }
  if (fact.kind == Kind::kNumber && lexemes[numeral.end].is_han(U'节')) {  // 航速20节
    other.kind = Kind::kMeasure;
    other.unit = Unit::kKnot;
    other.span.end = lexemes.span(numeral.end, numeral.end + 1).end;
    add_reading(other, facts);
  }
  if (fact.kind == Kind::kMeasure && fact.unit == Unit::kKilotonne &&
      lexemes.is(numeral.end, "kt")) {
    other = fact;
    other.unit = Unit::kKnot;
    add_reading(other, facts);
  }
  if (fact.unit == Unit::kDegree && lexemes[numeral.end].is_han(U'度')) {  // 用电300度
    other = fact;
    other.unit = Unit::kKilowattHour;
    add_reading(other, facts);
  }
  if (fact.kind == Kind::kOrdinal && lexemes.is(numeral.end, "floor")) {  // in Britain above 一楼
    other = fact;
    other.value += 1;
    other.upper += 1;
    add_reading(other, facts);
  }
  if (fact.unit == Unit::kChi || fact.unit == Unit::kCun) {  // in Hong Kong and for screens
    other.unit = fact.unit == Unit::kChi ? Unit::kFoot : Unit::kInch;
    add_reading(other, facts);
  }
}

void read_year_otherwise(const Lexemes& lexemes, const Writing& writing, const Fact& fact,
                         std::vector<Fact>& facts) {
  const Numeral& numeral = writing.numeral;
  const bool years = fact.unit == Unit::kYear && lexemes[numeral.end].is_han(U'年');
  Fact year = fact;
  year.kind = Kind::kDate;
  year.unit = Unit::kNone;
  // 12年: twelve years, or 2012
  if (years && numeral.digits && numeral.digit_count == 2 && fact.value < 100) {
    year.date.year = static_cast<std::int32_t>(fact.value);
    year.date.two_digits = true;
    add_reading(year, facts);
  }
  if (years && fact.value >= 30 && fact.value < 150 &&
      fact.value == std::floor(fact.value)) {  // 一百零三年: of the Republic
    year.date.year = static_cast<std::int32_t>(fact.value) + 1911;
    year.date.two_digits = false;
    add_reading(year, facts);
  }
  if (fact.kind == Kind::kNumber && numeral.year_like() && numeral.positional &&
      writing.language == Language::kChinese) {
    year.date.year = static_cast<std::int32_t>(fact.value);
    add_reading(year, facts);
  }
}

/// Words after which three digits are a day: 911事件, 618购物节.
bool names_event(const Lexemes& lexemes, std::size_t i) {
  for (const std::u32string_view word : {U"事件", U"事变", U"运动", U"地震", U"大地震", U"惨案",
                                         U"购物", U"大促", U"电商", U"晚会", U"起义"}) {
    if (lexemes.han_is(i, word)) return true;
  }
  return false;
}

/// 九一八, 五四, 三一一; 618购物节: events are called by their month and day.
void read_event(const Lexemes& lexemes, const Writing& writing, const Fact& fact,
                std::vector<Fact>& facts) {
  const Numeral& numeral = writing.numeral;
  if (fact.kind == Kind::kNumber && !numeral.digits && numeral.decimals > 0 &&
      lexemes[writing.first + 1].is_mark(U'·')) {  // 九·一一
    const double month = std::floor(fact.value);
    const double day = std::round((fact.value - month) * std::pow(10.0, numeral.decimals));
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31) {
      Fact event = fact;
      event.kind = Kind::kDate;
      event.value = event.upper = 0;
      event.date.month = static_cast<std::uint8_t>(month);
      event.date.day = static_cast<std::uint8_t>(day);
      add_reading(event, facts);
    }
  }
  if (fact.kind != Kind::kNumber || fact.value < 11 || fact.value > 1231) return;
  const bool run = numeral.positional && lexemes[writing.first].is_han();
  const bool digits =
      numeral.digits && numeral.digit_count == 3 && names_event(lexemes, numeral.end);
  if (!run && !digits) return;
  const auto value = static_cast<int>(fact.value);
  for (const int base : {10, 100}) {
    const int month = value / base;
    const int day = value % base;
    if (month < 1 || month > 12 || day < 1 || day > 31) continue;
    Fact event = fact;
    event.kind = Kind::kDate;
    event.date.month = static_cast<std::uint8_t>(month);
    event.date.day = static_cast<std::uint8_t>(day);
    add_reading(event, facts);
  }
}

/// "Article 15.1" is 第十五条第一项: two numbers and no decimal. The second is weak: 第一项 often
/// goes without saying.
void read_section(const Lexemes& lexemes, const Writing& writing, const Fact& fact,
                  std::vector<Fact>& facts) {
  constexpr std::string_view kLabels[] = {"article",    "articles",     "art",      "section",
                                          "sections",   "paragraph",    "para",     "rule",
                                          "paragraphs", "chapter",      "clause",   "regulation",
                                          "item",       "subparagraph", "schedule", "annex"};
  const std::size_t i = writing.first;
  const auto is_label = [&](std::size_t k) {
    return std::any_of(std::begin(kLabels), std::end(kLabels),
                       [&](std::string_view label) { return lexemes.is(k, label); });
  };
  // "Articles 20.3 and 21.3"
  const bool listed = i >= 5 && (lexemes.is(i - 1, "and") || lexemes.is(i - 1, "or")) &&
                      lexemes[i - 2].is_digits() && lexemes[i - 3].is_mark('.') &&
                      lexemes[i - 4].is_digits() && is_label(i - 5);
  const bool labelled = (i > 0 && is_label(i - 1)) || listed;
  if (!labelled || !writing.numeral.digits || writing.numeral.decimals == 0 ||
      writing.numeral.end != i + 3 || !lexemes[i + 2].is_digits()) {
    return;
  }
  Fact whole = fact;
  whole.value = whole.upper = lexemes.integer(i);
  whole.decimals = 0;
  add_reading(whole, facts);
  Fact part = whole;
  part.value = part.upper = lexemes.integer(i + 2);
  part.span = part.number = lexemes.span(i + 2, i + 3);
  part.weak = true;
  part.alternative = false;
  facts.push_back(part);
}

}  // namespace

void add_reading(Fact fact, std::vector<Fact>& facts) {
  fact.alternative = true;
  facts.push_back(fact);
}

void add_alternative_readings(const Lexemes& lexemes, const Writing& writing,
                              std::vector<Fact>& facts) {
  const Fact fact = facts.back();
  read_numeral_otherwise(lexemes, writing, fact, facts);
  read_dozens_and_multiples(lexemes, writing, fact, facts);
  read_zhao_otherwise(lexemes, writing, fact, facts);
  read_unit_otherwise(lexemes, writing, fact, facts);
  read_year_otherwise(lexemes, writing, fact, facts);
  read_event(lexemes, writing, fact, facts);
  read_section(lexemes, writing, fact, facts);
}

}  // namespace duizhao::facts
