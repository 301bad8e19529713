#include <algorithm>

#include "duizhao/facts/calendar.h"
#include "duizhao/facts/dates.h"
#include "duizhao/facts/format.h"
#include "duizhao/facts/numeral.h"
#include "duizhao/text/ascii.h"

namespace duizhao::facts {
namespace {

using Period = Date::Period;

bool is_any(const Lexemes& lexemes, std::size_t i, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return lexemes.is(i, word); });
}

/// Plain digits of at most four places.
struct Digits {
  std::int32_t value = 0;
  std::size_t count = 0;
};

std::optional<Digits> plain_digits(const Lexemes& lexemes, std::size_t i) {
  if (!lexemes[i].is_digits()) return std::nullopt;
  const std::size_t count = lexemes.digit_count(i);
  if (count > 4) return std::nullopt;
  return Digits{static_cast<std::int32_t>(lexemes.integer(i)), count};
}

/// Digits that go on after a point or comma are no part of a date.
bool goes_on(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& mark = lexemes[i];
  const Lexeme& next = lexemes[i + 1];
  return !mark.spaced && (mark.is_mark('.') || mark.is_mark(',')) && next.is_digits() &&
         !next.spaced;
}

/// A year of four digits as it stands in dates.
std::optional<std::int32_t> year_at(const Lexemes& lexemes, std::size_t i) {
  const auto digits = plain_digits(lexemes, i);
  if (!digits || digits->count != 4 || digits->value < 1000 || digits->value >= 2200) {
    return std::nullopt;
  }
  if (goes_on(lexemes, i + 1)) return std::nullopt;
  return digits->value;
}

/// A month by name. "may" and "march" need a capital and something beside them that makes them
/// months; a name may be cut short and end with a point.
struct Month {
  std::uint8_t value = 0;
  std::size_t end = 0;
};

std::optional<Month> month_at(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& word = lexemes[i];
  const Meaning* meaning = word.as(Role::kMonth);
  if (meaning == nullptr || word.plural) return std::nullopt;
  if (lexemes.is(i, "march") && i > 0 &&
      (lexemes.is(i - 1, "long") || lexemes.is(i - 1, "death"))) {
    return std::nullopt;  // Long March 5
  }
  // Without a capital only a long name that is no other word: "in november".
  if (!word.capital && (word.end - word.begin < 6 || lexemes.is(i, "august"))) return std::nullopt;
  std::size_t end = i + 1;
  // "Nov. 15", but not "in June.": what ends with its whole name ends the sentence.
  const bool whole = lexemes.is(i, "may") || lexemes.is(i, "june") || lexemes.is(i, "july");
  if (word.end - word.begin <= 4 && !whole && lexemes[end].is_mark('.') && !lexemes[end].spaced) {
    ++end;
  }
  return Month{static_cast<std::uint8_t>(meaning->value), end};
}

/// Whether one letter too many, too few or swapped is all that is wrong with a month's name.
bool is_slip(std::string_view word, std::string_view month) {
  const auto lower = [](char c) { return static_cast<char>(c | 0x20); };
  if (word.size() < 4 || month.size() < 4 || lower(word[0]) != month[0]) return false;
  std::size_t i = 0;
  while (i < word.size() && i < month.size() && lower(word[i]) == month[i]) ++i;
  const auto same_rest = [&](std::size_t from_word, std::size_t from_month) {
    if (word.size() - std::min(from_word, word.size()) !=
        month.size() - std::min(from_month, month.size())) {
      return false;
    }
    for (; from_word < word.size(); ++from_word, ++from_month) {
      if (lower(word[from_word]) != month[from_month]) return false;
    }
    return true;
  };
  if (word.size() == month.size() + 1) return same_rest(i + 1, i);
  if (word.size() + 1 == month.size()) return same_rest(i, i + 1);
  return word.size() == month.size() && i + 1 < word.size() && lower(word[i]) == month[i + 1] &&
         lower(word[i + 1]) == month[i] && same_rest(i + 2, i + 2);
}

/// "Jully 26": a month's name with a slip of the pen, beside the number of a day.
std::optional<Month> misspelt_month_at(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& word = lexemes[i];
  if (!word.is_word() || !word.capital || !word.meanings.empty()) return std::nullopt;
  const auto is_day_number = [&](std::size_t k) {
    const auto digits = plain_digits(lexemes, k);
    return digits && digits->count <= 2 && digits->value >= 1 && digits->value <= 31;
  };
  if (!is_day_number(i + 1)) return std::nullopt;
  for (std::uint8_t month = 1; month <= 12; ++month) {
    if (is_slip(lexemes.text_of(word), text::ascii_lowered(english_month(month)))) {
      return Month{month, i + 1};
    }
  }
  return std::nullopt;
}

bool is_doubtful_month(const Lexemes& lexemes, std::size_t i) {
  return is_any(lexemes, i, {"may", "march", "mar", "jan", "dec"});
}

/// The day of a month: 15, 15th, "fifteenth"; not the start of "15,000" or "15 people".
struct Day {
  std::uint8_t value = 0;
  std::size_t end = 0;
};

std::optional<Day> day_at(const Lexemes& lexemes, std::size_t i) {
  if (lexemes[i].is_digits()) {
    const auto digits = plain_digits(lexemes, i);
    if (!digits || digits->count > 2 || digits->value < 1 || digits->value > 31) {
      return std::nullopt;
    }
    if (goes_on(lexemes, i + 1)) return std::nullopt;
    std::size_t end = i + 1;
    const Lexeme& after = lexemes[end];
    if (after.as(Role::kOrdinalSuffix) != nullptr && !after.spaced) {
      ++end;
    } else if (!after.spaced && (after.is_word() || after.is_mark('%') || after.is_mark(':'))) {
      return std::nullopt;
    }
    return Day{static_cast<std::uint8_t>(digits->value), end};
  }
  const auto number = read_english(lexemes, i);
  if (!number || !number->ordinal || number->value < 1 || number->value > 31) return std::nullopt;
  return Day{static_cast<std::uint8_t>(number->value), number->end};
}

/// The year after a month or day, with or without a comma; `end` is advanced past it.
void take_year(const Lexemes& lexemes, std::size_t& end, Date& date) {
  std::size_t j = end;
  if (lexemes[j].is_mark(',') || is_any(lexemes, j, {"of", "in"})) ++j;
  if (const auto year = year_at(lexemes, j)) {
    date.year = *year;
    end = j + 1;
    return;
  }
  if (const auto digits = plain_digits(lexemes, j); digits && j > end && digits->count >= 1 &&
                                                    digits->count <= 3 &&
                                                    is_any(lexemes, j + 1, {"bc", "b"})) {
    return;
  }
}

/// 356 B.C., AD 79.
std::size_t read_era_year(const Lexemes& lexemes, std::size_t i, Date& date) {
  const auto era_at = [&](std::size_t j, std::size_t& end) -> int {
    if (const Meaning* era = lexemes[j].as(Role::kEra); era != nullptr && lexemes[j].upper) {
      end = j + 1;
      return static_cast<int>(era->value);
    }
    if (lexemes.is(j, "b") && lexemes[j].capital && lexemes[j + 1].is_mark('.') &&
        lexemes.is(j + 2, "c")) {
      end = j + (lexemes[j + 3].is_mark('.') ? 4 : 3);
      return -1;
    }
    return 0;
  };
  std::size_t end = i;
  if (const auto digits = plain_digits(lexemes, i)) {
    const int sign = era_at(i + 1, end);
    if (sign == 0) return i;
    date.year = sign * digits->value;
    return end;
  }
  if (const int sign = era_at(i, end); sign > 0) {
    const auto digits = plain_digits(lexemes, end);
    if (!digits) return i;
    date.year = digits->value;
    return end + 1;
  }
  return i;
}

/// A month with what stands around it: "Nov. 15, 2012", "November 2012", "November".
std::size_t read_month_first(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  auto month = month_at(lexemes, i);
  const bool misspelt = !month;
  if (misspelt) month = misspelt_month_at(lexemes, i);
  if (!month) return i;
  Date date;
  date.month = month->value;
  std::size_t end = month->end;
  if (lexemes.is(end, "quarter")) {  // the July quarter ends in July
    date.month = 0;
    date.period = Period::kQuarter;
    date.number = (month->value + 2) / 3;
    add_date(lexemes, i, end + 1, date, facts);
    Date plain;
    plain.month = month->value;
    add_alternative(plain, facts);
    return end + 1;
  }
  std::size_t j = end;
  if (lexemes.is(j, "the")) ++j;
  if (lexemes[j].is_mark('-') && lexemes[j + 1].is_digits()) ++j;
  if (const auto day = day_at(lexemes, j)) {
    date.day = day->value;
    end = day->end;
    // June 15-20, 2012 and June 15 and 20: two days of one month
    std::size_t k = end;
    const bool range = lexemes[k].is_mark('-') || lexemes[k].is_mark('~') ||
                       is_any(lexemes, k, {"to", "and", "through", "until"});
    if (range) {
      if (const auto second = day_at(lexemes, k + 1);
          second && (lexemes[k].is_mark('-') || lexemes[k].is_mark('~') ||
                     (second->value > day->value && lexemes[k + 1].is_digits() &&
                      !lexemes[second->end].is_word()))) {
        Date last = date;
        last.day = second->value;
        std::size_t last_end = second->end;
        take_year(lexemes, last_end, last);
        date.year = last.year;
        add_date(lexemes, i, end, date, facts);
        add_date(lexemes, k + 1, last_end, last, facts);
        return last_end;
      }
    }
  }
  const std::size_t before_year = end;
  take_year(lexemes, end, date);
  if (end == before_year) {
    Date with_era;
    const std::size_t era = lexemes[end].is_mark(',') ? end + 1 : end;
    if (const std::size_t era_end = read_era_year(lexemes, era, with_era); era_end != era) {
      date.year = with_era.year;
      end = era_end;
    }
  }
  const bool heading = lexemes[i].upper && !lexemes[i - 1].is_word() && !lexemes[end].is_word();
  if (date.day == 0 && date.year == 0 && is_doubtful_month(lexemes, i) && !heading) {
    // The March crisis, but not "the March on Washington".
    const bool attribute =
        lexemes.is(i, "march") && is_any(lexemes, i - 1, {"the", "a"}) && lexemes[end].is_word() &&
        !lexemes[end].capital &&
        !is_any(lexemes, end,
                {"on", "to", "of", "for", "against", "in", "from", "through", "was", "is", "will",
                 "has", "had", "and", "or", "by", "that", "which"});
    // "at March's championships": no one but a month has the word behind such a preposition.
    const bool owns = lexemes.is(i, "march") && lexemes[end].is_mark('\'') &&
                      is_any(lexemes, i - 1, {"at", "with", "than", "on"});
    if (!attribute && !owns &&
        !is_any(lexemes, i - 1, {"in",   "by",      "of",     "since",   "until",  "till",  "last",
                                 "this", "next",    "early",  "late",    "mid",    "and",   "to",
                                 "from", "between", "during", "through", "before", "after", "for",
                                 "end",  "each",    "every",  "ended",   "ending"}) &&
        !(lexemes[i - 1].is_mark('-') && is_any(lexemes, i - 2, {"mid", "early", "late"}))) {
      return i;
    }
  }
  add_date(lexemes, i, end, date, facts);
  facts.back().malformed = misspelt;
  return end;
}

/// A day with its month after it: "15 Nov. 2012", "the 25th of July", "first day of June".
std::size_t read_day_first(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  const auto day = day_at(lexemes, i);
  if (!day) return i;
  std::size_t j = day->end;
  // 15-20 June: the first day has its month after the second.
  std::size_t range_end = 0;
  Day last = *day;
  if (lexemes[j].is_mark('-') || lexemes[j].is_mark('~') ||
      is_any(lexemes, j, {"to", "and", "through"})) {
    const auto second = day_at(lexemes, j + 1);
    if (!second || second->value <= day->value) return i;
    range_end = j + 1;
    last = *second;
    j = second->end;
  }
  if (lexemes.is(j, "day")) ++j;
  const bool comma = lexemes[j].is_mark(',');
  if (lexemes.is(j, "of") || comma || lexemes[j].is_mark('-')) ++j;
  const auto month = month_at(lexemes, j);
  if (!month) return i;
  Date date;
  date.day = last.value;
  date.month = month->value;
  std::size_t end = month->end;
  take_year(lexemes, end, date);
  if (date.year == 0) {
    Date with_era;
    const std::size_t era = lexemes[end].is_mark(',') ? end + 1 : end;
    if (const std::size_t era_end = read_era_year(lexemes, era, with_era); era_end != era) {
      date.year = with_era.year;
      end = era_end;
    }
  }
  if (range_end > 0) {
    Date first = date;
    first.day = day->value;
    add_date(lexemes, i, day->end, first, facts);
    add_date(lexemes, range_end, end, date, facts);
  } else {
    add_date(lexemes, i, end, date, facts);
    facts.back().malformed = comma && date.year != 0;  // 24, July, 2020
  }
  return end;
}

/// The 1980s, 1980's, '80s, the sixties.
std::size_t read_decade(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  Date date;
  date.period = Period::kDecade;
  std::size_t j = i;
  const bool short_form = lexemes[i].is_mark('\'');
  if (short_form) ++j;
  if (const auto digits = plain_digits(lexemes, j); digits && (j == i || !lexemes[j].spaced) &&
                                                    digits->value % 10 == 0 &&
                                                    (digits->count == 4 || digits->count == 2)) {
    std::size_t end = j + 1;
    if (lexemes[end].is_mark('\'') && !lexemes[end].spaced) ++end;
    if (!lexemes.is(end, "s") || lexemes[end].spaced) return i;
    date.number = digits->value;
    add_date(lexemes, i, end + 1, date, facts);
    Fact& fact = facts.back();
    fact.number = lexemes.span(j, j + 1);
    fact.digits = true;
    if (digits->count == 2) {  // in her 60s
      Fact age = number_fact(lexemes, i, end + 1, digits->value);
      age.upper = digits->value + 9;
      age.approximation = Approximation::kVague;
      age.alternative = true;
      facts.push_back(age);
    } else if (digits->value % 100 == 0) {  // the 1800s: the century
      Date century;
      century.period = Period::kCentury;
      century.number = digits->value / 100 + 1;
      add_alternative(century, facts);
    }
    return end + 1;
  }
  const Meaning* tens = lexemes[i].as(Role::kCardinal);
  if (tens != nullptr && tens->value >= 20 && lexemes[i].plural == false) return i;
  static constexpr std::string_view kDecades[] = {"twenties", "thirties",  "forties",  "fifties",
                                                  "sixties",  "seventies", "eighties", "nineties"};
  for (std::size_t k = 0; k < std::size(kDecades); ++k) {
    if (!lexemes.is(i, kDecades[k])) continue;
    date.number = static_cast<std::int32_t>(20 + 10 * k);
    add_date(lexemes, i, i + 1, date, facts);
    Fact age = number_fact(lexemes, i, i + 1, date.number);
    age.upper = age.value + 9;
    age.approximation = Approximation::kVague;
    age.alternative = true;
    facts.push_back(age);
    return i + 1;
  }
  return i;
}

/// Q3, 3Q, H1, 2H, FY2015 and "third quarter", "first half", "20th century".
std::size_t read_period(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  Date date;
  const auto finish = [&](std::size_t end) {
    const auto year = plain_digits(lexemes, end);
    if (year && !lexemes[end].spaced && year->count == 2) {  // 4Q23
      date.year = year->value;
      date.two_digits = true;
      ++end;
    }
    take_year(lexemes, end, date);
    add_date(lexemes, i, end, date, facts);
    return end;
  };
  const auto letter_and_number = [&](std::string_view letter, std::int32_t highest) {
    const auto after = plain_digits(lexemes, i + 1);
    const auto before = plain_digits(lexemes, i);
    if (lexemes.is(i, letter) && lexemes[i].capital && after && !lexemes[i + 1].spaced &&
        after->count == 1 && after->value >= 1 && after->value <= highest) {
      return after->value;
    }
    if (before && before->count == 1 && before->value >= 1 && before->value <= highest &&
        lexemes.is(i + 1, letter) && lexemes[i + 1].capital && !lexemes[i + 1].spaced) {
      return before->value;
    }
    return 0;
  };
  if ((date.number = letter_and_number("q", 4)) > 0) {
    date.period = Period::kQuarter;
    return finish(i + 2);
  }
  if ((date.number = letter_and_number("h", 2)) > 0) {
    date.period = Period::kHalf;
    return finish(i + 2);
  }
  if (is_any(lexemes, i, {"fy", "fiscal"})) {
    std::size_t j = i + 1;
    if (lexemes.is(i, "fiscal") && lexemes.is(j, "year")) ++j;
    const auto digits = plain_digits(lexemes, j);
    if (const auto year = year_at(lexemes, j)) {
      date.year = *year;
    } else if (digits && digits->count == 2) {  // FY18
      date.year = digits->value;
      date.two_digits = true;
    } else {
      return i;
    }
    add_date(lexemes, i, j + 1, date, facts);
    return j + 1;
  }
  const auto ordinal = read_english(lexemes, i);
  const bool last = lexemes.is(i, "last") || lexemes.is(i, "final");
  constexpr double kHighest = 100;  // centuries, quarters and halves have small numbers
  if (!last && (!ordinal || !ordinal->ordinal || ordinal->value > kHighest)) return i;
  std::size_t j = last ? i + 1 : ordinal->end;
  if (lexemes[j].is_mark('-')) ++j;
  if (lexemes.is(j, "calendar") || lexemes.is(j, "fiscal")) ++j;
  const auto number = static_cast<std::int32_t>(last ? 0 : ordinal->value);
  if (lexemes.is(j, "quarter") && (last ? lexemes.is(i, "final") : number <= 4)) {
    date.period = Period::kQuarter;
    date.number = last ? 4 : number;
    std::size_t end = j + 1;
    take_year(lexemes, end, date);
    add_date(lexemes, i, end, date, facts);
    Fact other = number_fact(lexemes, i, end, date.number);  // of a match, of the moon
    other.kind = Kind::kOrdinal;
    other.alternative = true;
    facts.push_back(other);
    return end;
  }
  if (lexemes.is(j, "half") && !last && number <= 2) {
    date.period = Period::kHalf;
    date.number = number;
    std::size_t end = j + 1;
    take_year(lexemes, end, date);
    add_date(lexemes, i, end, date, facts);
    facts.back().weak = date.year == 0;
    return end;
  }
  if (lexemes.is(j, "century") && !last && number <= 30) {
    date.period = Period::kCentury;
    date.number = number;
    add_date(lexemes, i, j + 1, date, facts);
    return j + 1;
  }
  return i;
}

std::size_t read_weekday(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  const Lexeme& word = lexemes[i];
  const Meaning* weekday = word.as(Role::kWeekday);
  if (weekday == nullptr || !word.capital) return i;
  if (word.plural && word.end - word.begin <= 6) return i;  // Thus
  const bool short_form = word.end - word.begin <= 5 && !lexemes.is(i, "Monday");
  std::size_t end = i + 1;
  if (short_form) {
    const Lexeme& after = lexemes[end];
    if (after.is_mark('.')) {
      ++end;
    } else if (!after.is_mark(',') && !after.is_digits() && after.as(Role::kMonth) == nullptr) {
      return i;
    }
  }
  Date date;
  date.weekday = static_cast<std::uint8_t>(weekday->value);
  add_date(lexemes, i, end, date, facts);
  return end;
}

/// What stands before a number that makes it the number of a year.
bool is_year_cue(const Lexemes& lexemes, std::size_t i) {
  return is_any(lexemes, i, {"in",      "since",  "by",     "from",   "until", "till",    "during",
                             "through", "before", "after",  "around", "circa", "early",   "late",
                             "mid",     "year",   "of",     "for",    "to",    "between", "and",
                             "the",     "ended",  "ending", "vs",     "until", "s"});
}

/// 至 in 2015至2016: what may follow a year in Chinese text that has no 年 of its own.
bool is_joint(const Lexeme& lexeme) {
  return lexeme.is_han(U'至') || lexeme.is_han(U'到') || lexeme.is_han(U'和') ||
         lexeme.is_han(U'及');
}

/// A bare year, 2015/16 and 2012-13.
std::size_t read_bare_year(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  const auto year = year_at(lexemes, i);
  if (!year) return i;
  const std::size_t j = i + 1;
  const Lexeme& mark = lexemes[j];
  const auto second = plain_digits(lexemes, j + 1);
  Date date;
  date.year = *year;
  if ((mark.is_mark('/') || mark.is_mark('-')) && second && second->count == 2 && *year >= 1700 &&
      second->value == (*year + 1) % 100 && !goes_on(lexemes, j + 2) &&
      !lexemes[j + 2].is_mark('-') && !lexemes[j + 2].is_mark('/')) {
    add_date(lexemes, i, j, date, facts);
    Date last;
    last.year = *year / 100 * 100 + second->value;
    if (last.year < *year) last.year += 100;
    add_date(lexemes, j + 1, j + 2, last, facts);
    // The academic year 2023–24 is one year, and may be called by its first.
    facts.back().weak = is_any(lexemes, j + 2, {"academic", "school"});
    return j + 2;
  }
  if (mark.is_mark('-') && second && second->count == 2 && *year >= 1500 &&
      second->value > *year % 100 && !mark.spaced && !lexemes[j + 1].spaced &&
      !lexemes[j + 2].is_mark('-') && !lexemes[j + 2].is_mark('%')) {  // 1914-18
    add_date(lexemes, i, j, date, facts);
    Date last;
    last.year = *year / 100 * 100 + second->value;
    add_date(lexemes, j + 1, j + 2, last, facts);
    return j + 2;
  }
  if (lexemes[j].is_word() && !lexemes[j].spaced) return i;
  if (mark.is_mark('%') || (mark.is_han() && !is_joint(mark))) return i;
  // Before a thing counted it is a number: "2000 soldiers"; after "in" it rarely is.
  const bool counted = mark.as(Role::kUnit) != nullptr || mark.as(Role::kScale) != nullptr ||
                       mark.as(Role::kCurrency) != nullptr;
  if (counted) return i;
  if (*year < 1900 || *year >= 2050) {
    if (*year < 1400 || *year >= 2100 || !is_year_cue(lexemes, i - 1)) return i;
  } else if (!is_year_cue(lexemes, i - 1) && mark.is_word() && !mark.capital && *year % 100 == 0) {
    return i;
  }
  add_date(lexemes, i, j, date, facts);
  return j;
}

}  // namespace

std::size_t read_english_date(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  const Lexeme& first = lexemes[i];
  if (first.is_digits()) {
    const Lexeme& before = lexemes[i - 1];
    if (i > 0 && !first.spaced &&
        (before.is_word() || before.is_mark('$') || before.is_mark('.') || before.is_mark(U'£') ||
         before.is_mark(U'€') || before.is_mark('#'))) {
      if (!before.is_mark('.') || lexemes[i - 2].is_digits()) return i;
    }
    if (i > 0 && before.is_mark('#') && !first.spaced) return i;
  } else if (!first.is_word() && !first.is_mark('\'')) {
    return i;
  }
  if (first.is_word() && first.meanings.empty()) {
    if (misspelt_month_at(lexemes, i)) return read_month_first(lexemes, i, facts);
    if (!is_any(lexemes, i,
                {"q", "fy", "fiscal", "final", "twenties", "thirties", "forties", "fifties",
                 "sixties", "seventies", "eighties", "nineties"})) {
      return i;
    }
  }
  if (const std::size_t end = read_decade(lexemes, i, facts); end != i) return end;
  if (first.is_mark('\'')) {
    // '08 for 2008
    const auto digits = plain_digits(lexemes, i + 1);
    if (!first.spaced || !digits || digits->count != 2 || lexemes[i + 1].spaced) return i;
    Date date;
    date.year = digits->value;
    date.two_digits = true;
    add_date(lexemes, i, i + 2, date, facts);
    return i + 2;
  }
  if (const std::size_t end = read_month_first(lexemes, i, facts); end != i) return end;
  if (const std::size_t end = read_day_first(lexemes, i, facts); end != i) return end;
  Date date;
  if (const std::size_t end = read_era_year(lexemes, i, date); end != i) {
    add_date(lexemes, i, end, date, facts);
    return end;
  }
  if (const std::size_t end = read_period(lexemes, i, facts); end != i) return end;
  if (const std::size_t end = read_weekday(lexemes, i, facts); end != i) return end;
  return read_bare_year(lexemes, i, facts);
}

}  // namespace duizhao::facts
