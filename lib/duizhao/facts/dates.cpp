#include "duizhao/facts/dates.h"

#include <optional>

#include "duizhao/facts/calendar.h"

namespace duizhao::facts {
namespace {

bool is_date_mark(const Lexeme& lexeme) {
  return !lexeme.spaced && (lexeme.is_mark('-') || lexeme.is_mark('/') || lexeme.is_mark('.'));
}

bool is_month(double value) { return value >= 1 && value <= 12; }
bool is_day(double value) { return value >= 1 && value <= 31; }

/// 5·12, 9·11: a day that an event is called by.
std::size_t read_event_date(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  const Lexeme& point = lexemes[i + 1];
  const Lexeme& second = lexemes[i + 2];
  if (!point.is_mark(U'·') || point.spaced || !second.is_digits() || second.spaced ||
      lexemes.digit_count(i) > 2 || lexemes.digit_count(i + 2) > 2 ||
      !is_month(lexemes.integer(i)) || !is_day(lexemes.integer(i + 2))) {
    return i;
  }
  Date date;
  date.month = static_cast<std::uint8_t>(lexemes.integer(i));
  date.day = static_cast<std::uint8_t>(lexemes.integer(i + 2));
  add_date(lexemes, i, i + 3, date, facts);
  return i + 3;
}

/// 2012-11-15, 15/11/2012, 2012.11.15.
std::size_t read_numeric_date(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  const auto digits_at = [&](std::size_t k) -> std::optional<double> {
    if (!lexemes[k].is_digits() || lexemes.digit_count(k) > 4) return std::nullopt;
    if (k > i && lexemes[k].spaced) return std::nullopt;
    return lexemes.integer(k);
  };
  const auto a = digits_at(i);
  const auto b = digits_at(i + 2);
  const auto c = digits_at(i + 4);
  if (!a || !b || !c || !is_date_mark(lexemes[i + 1]) || !is_date_mark(lexemes[i + 3]) ||
      lexemes[i + 1].character != lexemes[i + 3].character) {
    return i;
  }
  const Lexeme& after = lexemes[i + 5];
  if (!after.spaced && (after.is_word() || after.is_mark('-') || after.is_mark('/'))) return i;
  if (is_date_mark(after) && lexemes[i + 6].is_digits() && !lexemes[i + 6].spaced) return i;
  const std::size_t first_count = lexemes.digit_count(i);
  const std::size_t last_count = lexemes.digit_count(i + 4);
  const auto date_of = [](double year, double month, double day) {
    Date date;
    date.year = static_cast<std::int32_t>(year);
    date.month = static_cast<std::uint8_t>(month);
    date.day = static_cast<std::uint8_t>(day);
    return date;
  };
  if (first_count == 4 && *a >= 1000 && is_month(*b) && is_day(*c)) {
    add_date(lexemes, i, i + 5, date_of(*a, *b, *c), facts);
    return i + 5;
  }
  if (last_count == 4 && *c >= 1000 && *c < 2200) {
    const bool day_first = is_day(*a) && is_month(*b);
    const bool month_first = is_month(*a) && is_day(*b);
    if (!day_first && !month_first) return i;
    add_date(lexemes, i, i + 5, day_first ? date_of(*c, *b, *a) : date_of(*c, *a, *b), facts);
    if (day_first && month_first) add_alternative(date_of(*c, *a, *b), facts);
    return i + 5;
  }
  return i;
}

}  // namespace

Fact number_fact(const Lexemes& lexemes, std::size_t first, std::size_t last, double value) {
  Fact fact;
  fact.span = lexemes.span(first, last);
  fact.number = fact.span;
  fact.value = fact.upper = value;
  fact.digits = lexemes[first].is_digits();
  return fact;
}

void add_date(const Lexemes& lexemes, std::size_t first, std::size_t last, const Date& date,
              std::vector<Fact>& facts) {
  Fact fact = number_fact(lexemes, first, last, 0);
  fact.kind = Kind::kDate;
  fact.date = date;
  facts.push_back(fact);
}

void add_alternative(const Date& date, std::vector<Fact>& facts) {
  Fact fact = facts.back();
  fact.kind = Kind::kDate;
  fact.date = date;
  fact.alternative = true;
  facts.push_back(fact);
}

std::size_t read_date(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  if (lexemes[i].is_digits()) {
    if (const std::size_t end = read_numeric_date(lexemes, i, facts); end != i) return end;
    if (const std::size_t end = read_event_date(lexemes, i, facts); end != i) return end;
  }
  if (const std::size_t end = read_chinese_date(lexemes, i, facts); end != i) return end;
  return read_english_date(lexemes, i, facts);
}

}  // namespace duizhao::facts
