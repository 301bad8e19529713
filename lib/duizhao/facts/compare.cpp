#include "duizhao/facts/compare.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <initializer_list>
#include <string>
#include <tuple>

#include "duizhao/facts/agreement.h"
#include "duizhao/facts/bounds_and_trends.h"
#include "duizhao/facts/references.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/one_of.h"
#include "duizhao/text/utf8.h"

namespace duizhao::facts {
namespace {

/// A fact with its other readings: facts[first] to facts[last - 1].
struct Expression {
  std::size_t first = 0;
  std::size_t last = 0;
  double place = 0;                    ///< where it stands in its passage, 0 to 1
  std::optional<std::size_t> partner;  ///< number of the expression that explains it
  std::size_t reading = 0;             ///< that agrees with the partner's
  bool excused = false;                ///< needs no partner: repeated, implied, moved
  bool digits_stand = false;           ///< excused by its digits, which the other side has
  bool enumerates = false;             ///< is the number of a list's item
  std::uint8_t implied_month = 0;      ///< of a day by itself: the month that was named last
  std::int32_t implied_year = 0;       ///< of a month without year: the year that was named last
};

/// Whether the number begins the passage and only counts the items of a list or a note: 3.,
/// （十二）, 二、, 14/.
bool is_enumerator(const PassageFacts& side, const Fact& fact) {
  if (fact.kind != Kind::kNumber) return false;
  const auto starts_with_any = [](std::string_view text,
                                  std::initializer_list<std::string_view> marks) {
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return text.substr(0, mark.size()) == mark; });
  };
  const Span before{side.span.begin, fact.span.begin};
  const std::string_view head = before.in(side.text);
  if (!head.empty() && head != "(" && head != "（") return false;
  const std::string_view rest = side.text.substr(fact.span.end, side.span.end - fact.span.end);
  return starts_with_any(rest, {".", "、", ")", "）", "．", ":", "：", "/ "}) &&
         !(rest.size() > 1 && text::is_ascii_digit(rest[1]));
}

/// One side while it is being compared.
struct Party {
  const PassageFacts& side;
  std::vector<Expression> expressions;
  bool relative = false;             ///< has words of relative time
  std::array<bool, 13> months = {};  ///< which months it names
  std::vector<std::int32_t> years;   ///< that it names

  explicit Party(const PassageFacts& s) : side(s) {
    const std::span<const Fact> facts = s.facts;
    std::uint8_t month = 0;
    std::int32_t year = 0;
    for (std::size_t i = 0; i < facts.size();) {
      std::size_t last = i + 1;
      while (last < facts.size() && facts[last].alternative) ++last;
      if (facts[i].kind == Kind::kRelative) {
        relative = true;
        year = 0;  // 去年3月 is not of the year that was named before it
      } else if (facts[i].kind != Kind::kCurrency) {
        Expression expression;
        expression.first = expression.reading = i;
        expression.last = last;
        expression.place = static_cast<double>(facts[i].span.begin - s.span.begin) /
                           static_cast<double>(std::max<std::size_t>(s.span.size(), 1));
        expression.enumerates = is_enumerator(s, facts[i]);
        if (const Date& date = facts[i].date; facts[i].kind == Kind::kDate) {
          if (date.month > 0) {
            if (date.year == 0) expression.implied_year = year;
            month = date.month;
            months[month] = true;
          } else if (date.day > 0 && date.year == 0) {
            expression.implied_month = month;
          }
          if (date.year != 0 && !date.two_digits) {
            year = date.year;
            years.push_back(date.year);
          }
        }
        expressions.push_back(expression);
      }
      i = last;
    }
  }

  [[nodiscard]] const Fact& fact(const Expression& e) const { return side.facts[e.first]; }
};

struct Pairing {
  double score;
  double distance;
  std::size_t a;
  std::size_t b;
  std::size_t reading_a;
  std::size_t reading_b;
};

/// 12日 after 8月 is not "December 12" unless December is named there as well; 5月 after 2015年4月
/// is not "May 2019".
bool context_conflicts(const Party& own, const Expression& x, const Fact& other) {
  if (other.kind != Kind::kDate) return false;
  const Date& date = other.date;
  if (x.implied_month > 0 && date.month > 0 && date.month != x.implied_month) {
    return !own.months[date.month];
  }
  if (x.implied_year != 0 && date.year != 0 && !date.two_digits && date.year != x.implied_year) {
    return std::find(own.years.begin(), own.years.end(), date.year) == own.years.end();
  }
  return false;
}

/// 35 in "35-40 km/h" may be read as a plain number, but not to agree with 35 miles.
bool loses_unit(std::span<const Fact> facts, const Expression& e, std::size_t reading,
                const Fact& other) {
  const Fact& first = facts[e.first];
  return reading != e.first && first.kind == Kind::kMeasure &&
         facts[reading].kind == Kind::kNumber && other.kind == Kind::kMeasure &&
         other.unit != first.unit;
}

/// The best agreement between the readings of two expressions; 0 where they don't agree.
Pairing best_pairing(const Party& a, std::size_t i, const Party& b, std::size_t j) {
  const Expression& x = a.expressions[i];
  const Expression& y = b.expressions[j];
  Pairing best{0, std::abs(x.place - y.place), i, j, x.first, y.first};
  for (std::size_t p = x.first; p < x.last; ++p) {
    for (std::size_t q = y.first; q < y.last; ++q) {
      if (loses_unit(a.side.facts, x, p, b.side.facts[q]) ||
          loses_unit(b.side.facts, y, q, a.side.facts[p])) {
        continue;
      }
      double score = agreement(a.side.facts[p], b.side.facts[q]);
      if (context_conflicts(a, x, b.side.facts[q]) || context_conflicts(b, y, a.side.facts[p])) {
        score = 0;
      }
      if (p > x.first) score *= 0.99;
      if (q > y.first) score *= 0.99;
      if (score > best.score) {
        best.score = score;
        best.reading_a = p;
        best.reading_b = q;
      }
    }
  }
  return best;
}

/// Pairs off the expressions of both sides, the best agreements first, near places before far ones.
void assign(Party& a, Party& b) {
  // Beyond this many comparisons only near places are looked at.
  constexpr double kMany = 250000;
  const double all = static_cast<double>(a.expressions.size() * b.expressions.size());
  const double window = all > kMany ? kMany / all : 1;
  std::vector<Pairing> pairings;
  for (std::size_t i = 0; i < a.expressions.size(); ++i) {
    for (std::size_t j = 0; j < b.expressions.size(); ++j) {
      if (std::abs(a.expressions[i].place - b.expressions[j].place) > window) continue;
      const Pairing pairing = best_pairing(a, i, b, j);
      if (pairing.score > 0) pairings.push_back(pairing);
    }
  }
  std::sort(pairings.begin(), pairings.end(), [](const Pairing& p, const Pairing& q) {
    return std::tuple(-p.score, p.distance, p.a, p.b) < std::tuple(-q.score, q.distance, q.a, q.b);
  });
  for (const Pairing& pairing : pairings) {
    Expression& x = a.expressions[pairing.a];
    Expression& y = b.expressions[pairing.b];
    if (x.partner || y.partner) continue;
    x.partner = pairing.b;
    y.partner = pairing.a;
    x.reading = pairing.reading_a;
    y.reading = pairing.reading_b;
  }
}

/// Whether any reading of the expression agrees with any of the facts.
bool agrees_with_any(const Party& party, const Expression& e, std::span<const Fact> others,
                     double threshold) {
  for (std::size_t p = e.first; p < e.last; ++p) {
    for (const Fact& other : others) {
      if (agreement(party.side.facts[p], other) >= threshold) return true;
    }
  }
  return false;
}

/// Whether the other side says the same, be it for another expression: repetition is no mismatch.
bool is_repeated(const Party& party, const Expression& e, const Party& other) {
  for (const Expression& y : other.expressions) {
    const std::span<const Fact> readings = other.side.facts.subspan(y.first, y.last - y.first);
    if (!agrees_with_any(party, e, readings, kFirmAgreement)) continue;
    if (context_conflicts(party, e, readings.front()) ||
        context_conflicts(other, y, party.fact(e))) {
      continue;
    }
    return true;
  }
  return false;
}

/// Whether every part of the date is named somewhere on the other side: 3月5日 by "the 5th" after
/// "March 1".
bool parts_are_named(const Date& date, std::span<const Fact> others) {
  const auto named = [&](std::int32_t value, auto part, bool rank) {
    if (value == 0) return true;
    return std::any_of(others.begin(), others.end(), [&](const Fact& fact) {
      if (fact.kind == Kind::kDate) return part(fact.date) == value;
      return rank && fact.kind == Kind::kOrdinal && fact.value == static_cast<double>(value);
    });
  };
  return date.period == Date::Period::kNone &&
         named(
             date.year, [](const Date& d) { return d.year; }, false) &&
         named(
             date.month, [](const Date& d) { return std::int32_t{d.month}; }, false) &&
         named(
             date.day, [](const Date& d) { return std::int32_t{d.day}; }, true) &&
         named(
             date.weekday, [](const Date& d) { return std::int32_t{d.weekday}; }, false);
}

/// Marks within a row of digits: 7.19, 2-1, 3:51.943, 2/3.
bool joins_digits(char c) {
  return c == '.' || c == ',' || c == '-' || c == ':' || c == '/' || c == '&';
}

/// The end of the row of digits that begins at `i`, with the marks between them.
std::size_t end_of_row(std::string_view text, std::size_t i) {
  std::size_t end = i;
  while (end < text.size() &&
         (text::is_ascii_digit(text[end]) || (joins_digits(text[end]) && end + 1 < text.size() &&
                                              text::is_ascii_digit(text[end + 1])))) {
    ++end;
  }
  return end;
}

/// 万 or million after digits makes another number of them.
bool magnitude_follows(std::string_view rest) {
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  for (const std::string_view word :
       {"万", "萬", "亿", "億", "million", "billion", "trillion", "thousand", "hundred", "千", "百",
        "bn", "×", "E+", "E-", "e+", "e-"}) {
    if (rest.substr(0, word.size()) == word) return true;
  }
  return false;
}

/// Whether two rows are the same digits: 2.1 and 2-1; but not 1.5 and 15.
bool same_row(std::string_view first, std::string_view second) {
  if (first == second) return true;
  // 351.943 and 3:51.943: one side does not part the minutes.
  const auto without_colons = [](std::string_view row) {
    std::string kept(row);
    std::erase(kept, ':');
    return kept;
  };
  const std::string a = without_colons(first);
  const std::string b = without_colons(second);
  if (a == b && a.find('.') != std::string::npos) return true;
  // 17.4 is not 1.74: the marks stand at the same places.
  if (a.size() != b.size() || a.find_first_not_of("0123456789") == std::string::npos) {
    return false;
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    const bool digit = text::is_ascii_digit(a[i]);
    if (digit != text::is_ascii_digit(b[i]) || (digit && a[i] != b[i])) return false;
  }
  // 3,5 is not 3.5: neither language writes a decimal comma.
  const auto is_decimal = [](std::string_view row) {
    return std::count(row.begin(), row.end(), '.') == 1 && row.find(',') == std::string_view::npos;
  };
  const bool comma_for_point = (is_decimal(a) && b.find(',') != std::string_view::npos) ||
                               (is_decimal(b) && a.find(',') != std::string_view::npos);
  return !comma_for_point;
}

/// Whether the digits of the number stand in the other text as they are, in a row of the same
/// digits and marks.
bool digits_stand_in(const Party& party, const Fact& fact, const Party& other_party) {
  const PassageFacts& other = other_party.side;
  const std::string_view own = party.side.span.in(party.side.text);
  std::size_t begin = fact.number.begin - party.side.span.begin;
  while (begin < own.size() && !text::is_ascii_digit(own[begin])) ++begin;
  while (begin > 0 &&
         (text::is_ascii_digit(own[begin - 1]) ||
          (begin > 1 && joins_digits(own[begin - 1]) && text::is_ascii_digit(own[begin - 2])))) {
    --begin;
  }
  const std::size_t end = end_of_row(own, begin);
  if (end == begin || magnitude_follows(own.substr(end))) return false;
  const std::string_view row = own.substr(begin, end - begin);
  const std::string_view text = other.span.in(other.text);
  for (std::size_t at = 0; at < text.size();) {
    if (!text::is_ascii_digit(text[at])) {
      ++at;
      continue;
    }
    const std::size_t after = end_of_row(text, at);
    // In 3到5万 the 3 is thirty thousand.
    const bool another = std::ranges::any_of(other_party.expressions, [&](const Expression& e) {
      const Fact& read = other_party.fact(e);
      return !e.partner && e.last == e.first + 1 && read.kind != Kind::kMeasure &&
             read.number.begin == other.span.begin + at &&
             std::max(read.value, fact.value) >= 1000 * std::min(read.value, fact.value);
    });
    if (!another && same_row(row, text.substr(at, after - at)) &&
        !magnitude_follows(text.substr(after))) {
      return true;
    }
    at = after;
  }
  return false;
}

/// Whether bare digits may stand for the fact: for the month and day of a date they prove nothing.
bool digits_may_do(const Party& party, const Fact& fact) {
  if (!fact.digits || fact.kind == Kind::kTime) return false;
  // Of a telephone number all groups count.
  if (fact.kind == Kind::kCode && fact.number.in(party.side.text).find(' ') != std::string::npos) {
    return false;
  }
  return fact.kind != Kind::kDate || (fact.date.month == 0 && fact.date.day == 0);
}

/// How well a fact of a neighbouring passage must agree to be the one that moved there.
constexpr double kMovedAgreement = 0.8;

/// Whether the other side has a date of the same parts that nothing explains either: of
/// 2016年6月15日 and 2019年6月14日 every part is named where the years changed places.
bool contradicts(const Party& party, const Expression& e, const Party& other) {
  const Date& date = party.fact(e).date;
  const auto same_parts = [&](const Date& d) {
    return (d.year != 0) == (date.year != 0) && (d.month != 0) == (date.month != 0) &&
           (d.day != 0) == (date.day != 0) && d.period == date.period;
  };
  const int parts = (date.year != 0 ? 1 : 0) + (date.month != 0 ? 1 : 0) + (date.day != 0 ? 1 : 0) +
                    (date.period != Date::Period::kNone ? 1 : 0);
  return parts >= 2 && std::ranges::any_of(other.expressions, [&](const Expression& y) {
           const Fact& fact = other.fact(y);
           return !y.partner && fact.kind == Kind::kDate && same_parts(fact.date);
         });
}

/// Finds what explains the expressions that no expression of the other side explains.
void excuse(Party& party, const Party& other) {
  for (Expression& e : party.expressions) {
    if (e.partner) continue;
    const Fact& fact = party.fact(e);
    e.excused = is_repeated(party, e, other) ||
                (fact.kind == Kind::kDate && parts_are_named(fact.date, other.side.facts) &&
                 !contradicts(party, e, other)) ||
                agrees_with_any(party, e, other.side.before, kMovedAgreement) ||
                agrees_with_any(party, e, other.side.after, kMovedAgreement);
    if (!e.excused && digits_may_do(party, fact) && digits_stand_in(party, fact, other)) {
      e.excused = e.digits_stand = true;
    }
  }
}

enum class Family : std::uint8_t { kQuantity, kDate, kTime, kCode };

Family family_of(const Fact& fact) {
  switch (fact.kind) {
    case Kind::kDate:
      return Family::kDate;
    case Kind::kTime:
      return Family::kTime;
    case Kind::kCode:
      return Family::kCode;
    default:
      return Family::kQuantity;
  }
}

/// A number as it is written, where that is ASCII digits and nothing else.
std::string_view digits_of(const Party& party, const Fact& fact) {
  const std::string_view number = fact.number.in(party.side.text);
  std::size_t end = 0;
  while (end < number.size() && text::is_ascii_digit(number[end])) ++end;
  // 2416年 and "247sports" begin with theirs.
  return end < number.size() && text::is_ascii_letter_or_digit(number[end]) ? std::string_view()
                                                                            : number.substr(0, end);
}

/// 2016 and 2416, 247 and 249: one digit of three or more is another, whatever each side takes the
/// number for.
bool is_slip_of_digit(std::string_view a, std::string_view b) {
  if (a.size() != b.size() || a.size() < 3) return false;
  std::size_t differ = 0;
  for (std::size_t i = 0; i < a.size(); ++i) differ += a[i] != b[i] ? 1 : 0;
  return differ == 1;
}

/// 80 degrees may be Fahrenheit, and writers take percent for percentage points.
bool may_be_one_dimension(Unit a, Unit b) {
  const auto group = [](Unit unit) {
    const Dimension dimension = dimension_of(unit);
    if (dimension == Dimension::kAngle) return Dimension::kTemperature;
    return dimension == Dimension::kSharePoints ? Dimension::kShare : dimension;
  };
  return group(a) == group(b);
}

bool is_day_alone(const Fact& fact) {
  const Date& date = fact.date;
  return fact.kind == Kind::kDate && date.day > 0 && date.month == 0 && date.year == 0 &&
         date.weekday == 0;
}

/// 16日 and "the 11th", 2号 and 4: a day by itself is a number as well.
bool is_day_and_rank(const Fact& a, const Fact& b) {
  const auto is_rank = [](const Fact& fact) {
    return (fact.kind == Kind::kOrdinal || (fact.kind == Kind::kNumber && fact.digits)) &&
           fact.value >= 1 && fact.value <= 31 && fact.value == std::floor(fact.value);
  };
  return (is_day_alone(a) && is_rank(b)) || (is_day_alone(b) && is_rank(a));
}

/// Kinship of two facts of one shape.
constexpr double kAlike = 1.5;

/// How likely two facts without counterpart were meant to be one: 0 where they can't have been.
double kinship(const Party& a, const Expression& x, const Party& b, const Expression& y) {
  const Fact& p = a.fact(x);
  const Fact& q = b.fact(y);
  if (x.enumerates != y.enumerates) return 0;
  const Family family = family_of(p);
  if (family != family_of(q)) {
    const double near = 1 - 0.5 * std::abs(x.place - y.place);
    if (is_slip_of_digit(digits_of(a, p), digits_of(b, q))) return near + kAlike;
    return is_day_and_rank(p, q) ? 0.6 * near : 0;
  }
  double kinship = 1 - 0.5 * std::abs(x.place - y.place);
  switch (family) {
    case Family::kDate: {
      const auto has_same_parts =
          (p.date.year != 0) == (q.date.year != 0) && (p.date.month != 0) == (q.date.month != 0) &&
          (p.date.day != 0) == (q.date.day != 0) &&
          (p.date.weekday != 0) == (q.date.weekday != 0) && (p.date.period == q.date.period);
      // The July quarter and 上半年: parts of a year, be they counted differently.
      const auto is_part_of_year = [](const Date& date) {
        return date.period == Date::Period::kHalf || date.period == Date::Period::kQuarter;
      };
      const bool share_a_part =
          (p.date.year != 0 && q.date.year != 0) || (p.date.month != 0 && q.date.month != 0) ||
          (p.date.day != 0 && q.date.day != 0) || (p.date.weekday != 0 && q.date.weekday != 0) ||
          (p.date.period != Date::Period::kNone && p.date.period == q.date.period) ||
          (is_part_of_year(p.date) && is_part_of_year(q.date));
      if (!share_a_part) return 0;
      return kinship + (has_same_parts ? 1 : 0);
    }
    case Family::kTime:
      return kinship + 1;
    case Family::kCode: {
      const std::string_view s = p.span.in(a.side.text);
      const std::string_view t = q.span.in(b.side.text);
      // COVID-19 and COVID-18, 51Talk and 57Talk, two telephone numbers.
      const std::size_t prefix = p.number.begin - p.span.begin;
      const std::size_t suffix = p.span.end - p.number.end;
      const bool alike = prefix == q.number.begin - q.span.begin &&
                         suffix == q.span.end - q.number.end &&
                         s.substr(0, prefix) == t.substr(0, prefix) &&
                         s.substr(s.size() - suffix) == t.substr(t.size() - suffix);
      return alike ? kinship + 1 : 0;
    }
    case Family::kQuantity:
      break;
  }
  const bool figures_agree = p.value == q.value && p.upper == q.upper;
  if (p.kind == q.kind) {
    kinship += 1;
    if (p.kind == Kind::kMeasure) {
      if (p.unit == q.unit) {
        kinship += 1;
      } else if (!may_be_one_dimension(p.unit, q.unit) && !figures_agree) {
        return 0;
      }
    }
    if (p.kind == Kind::kMoney && compatible(p.currency, q.currency)) kinship += 1;
  } else if (p.kind == Kind::kMoney || q.kind == Kind::kMoney || p.kind == Kind::kMeasure ||
             q.kind == Kind::kMeasure) {
    kinship -= 0.3;
  }
  if (figures_agree) kinship += 2;
  if (differ_in_magnitude(p.value, q.value)) kinship += 1;
  return kinship;
}

Mismatch mismatch_of(const Fact& a, const Fact& b) {
  if (a.value == b.value && a.upper == b.upper) {
    if (a.kind == Kind::kMeasure && b.kind == Kind::kMeasure) return Mismatch::kUnit;
    if (a.kind == Kind::kMoney && b.kind == Kind::kMoney) return Mismatch::kCurrency;
    if (a.kind == Kind::kMoney || b.kind == Kind::kMoney) return Mismatch::kUnit;
  }
  return Mismatch::kValue;
}

bool is_fraction(const Fact& fact) {
  return fact.kind == Kind::kNumber && fact.value > 0 && fact.value < 1;
}

/// "tripled" or "halved", not "once".
bool is_multiple(const Fact& fact) { return fact.kind == Kind::kMultiple && fact.value != 1; }

/// "the first", "tripled", "half": weak, and yet no other rank, multiple or share can be meant.
bool is_weak_count(const Fact& fact) {
  return fact.weak && ((fact.kind == Kind::kOrdinal && fact.value >= 1) || is_multiple(fact) ||
                       is_fraction(fact));
}

/// "a few weeks", 数月: only another such expression can be meant for it.
bool is_several(const Fact& fact) {
  return fact.kind == Kind::kMeasure && fact.approximation == Approximation::kVague &&
         fact.value == 2 && fact.upper < 10 && fact.unit != Unit::kDecade &&
         fact.unit != Unit::kCentury;
}

/// Whether two facts count alike, so that a weak one may stand for the other.
bool counts_alike(const Fact& a, const Fact& b) {
  return a.kind == b.kind && is_fraction(a) == is_fraction(b);
}

/// "a third", which may be a share: its reading as a rank, or the first reading where there is
/// none.
std::size_t rank_or_first(const Party& party, const Expression& e) {
  if (!is_fraction(party.fact(e))) return e.first;
  for (std::size_t i = e.first; i < e.last; ++i) {
    const Fact& fact = party.side.facts[i];
    if (fact.value >= 3 && fact.value == std::floor(fact.value)) return i;
  }
  return e.first;
}

/// Whether an expression may stand in a mismatch: strong ones first, and in a second round those
/// that only repeat a value of the other side, or are a unit of time by themselves.
bool is_open(const Party& party, const Expression& e, bool strict) {
  if (e.partner) return false;
  const Fact& fact = party.fact(e);
  if (strict) return !e.excused && !fact.weak;
  // "an hour", but not the year of "this year"; "the second" and "tripled", but not "first".
  return !fact.weak || (fact.kind == Kind::kMeasure && fact.span != fact.number) ||
         is_weak_count(fact);
}

/// Whether two small counts can't both be right: two ranks, two multiples, or "twice" and 一半.
bool may_conflict(const Fact& a, const Fact& b) {
  if (a.value == b.value) return false;
  const bool multiple_a = a.kind == Kind::kMultiple;
  const bool multiple_b = b.kind == Kind::kMultiple;
  return is_fraction(a) || is_fraction(b) ? multiple_a || multiple_b : multiple_a == multiple_b;
}

/// "the second" and 第一, 首次 and "fourth", 翻番 and "tripled": ranks and multiples that nothing
/// else explains, though small ones prove little by themselves.
void pair_ranks(Party& a, Party& b, std::vector<Difference>& differences) {
  const auto rank = [](const Party& party, const Expression& e) -> std::optional<std::size_t> {
    if (e.partner || e.excused) return std::nullopt;
    const std::size_t reading = rank_or_first(party, e);
    const Fact& fact = party.side.facts[reading];
    const bool is_rank = fact.kind == Kind::kOrdinal || reading != e.first;
    const bool is_count = is_multiple(fact) || is_fraction(fact) || (is_rank && fact.value >= 1);
    return is_count ? std::optional(reading) : std::nullopt;
  };
  for (std::size_t i = 0; i < a.expressions.size(); ++i) {
    const auto p = rank(a, a.expressions[i]);
    if (!p) continue;
    for (std::size_t j = 0; j < b.expressions.size(); ++j) {
      const auto q = rank(b, b.expressions[j]);
      if (!q || !may_conflict(a.side.facts[*p], b.side.facts[*q])) continue;
      a.expressions[i].partner = j;
      b.expressions[j].partner = i;
      differences.push_back({Mismatch::kValue, *p, *q, 0.6});
      break;
    }
  }
}

/// The same figure in two units or currencies that cannot both be right: nothing excuses it.
void pair_conflicts(Party& a, Party& b, std::vector<Difference>& differences) {
  const auto has_unit = [](const Fact& fact) {
    return fact.kind == Kind::kMeasure || fact.kind == Kind::kMoney;
  };
  for (Expression& x : a.expressions) {
    const Fact& p = a.fact(x);
    if (x.partner || p.weak || !has_unit(p)) continue;
    for (std::size_t j = 0; j < b.expressions.size(); ++j) {
      Expression& y = b.expressions[j];
      const Fact& q = b.fact(y);
      if (y.partner || q.weak || !has_unit(q) || p.value != q.value || p.upper != q.upper) continue;
      x.partner = j;
      y.partner = static_cast<std::size_t>(&x - a.expressions.data());
      differences.push_back({mismatch_of(p, q), x.first, y.first, 0.9});
      break;
    }
  }
}

void pair_mismatches(Party& a, Party& b, bool strict_a, bool strict_b,
                     std::vector<Difference>& differences) {
  struct Candidate {
    double kinship;
    std::size_t a;
    std::size_t b;
  };
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < a.expressions.size(); ++i) {
    if (!is_open(a, a.expressions[i], strict_a)) continue;
    for (std::size_t j = 0; j < b.expressions.size(); ++j) {
      if (!is_open(b, b.expressions[j], strict_b)) continue;
      const Fact& p = a.fact(a.expressions[i]);
      const Fact& q = b.fact(b.expressions[j]);
      if ((is_weak_count(p) || is_weak_count(q)) && !counts_alike(p, q)) continue;
      if (is_several(p) != is_several(q)) continue;
      const double k = kinship(a, a.expressions[i], b, b.expressions[j]);
      if (k > 0) candidates.push_back({k, i, j});
    }
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& p, const Candidate& q) {
    return std::tuple(-p.kinship, p.a, p.b) < std::tuple(-q.kinship, q.a, q.b);
  });
  for (const Candidate& candidate : candidates) {
    Expression& x = a.expressions[candidate.a];
    Expression& y = b.expressions[candidate.b];
    if (x.partner || y.partner) continue;
    x.partner = candidate.b;
    y.partner = candidate.a;
    Difference difference;
    difference.what = mismatch_of(a.fact(x), b.fact(y));
    difference.source = x.first;
    difference.target = y.first;
    difference.confidence = !strict_a || !strict_b ? 0.7 : candidate.kinship >= kAlike ? 0.95 : 0.8;
    differences.push_back(difference);
  }
}

/// Two facts of one shape at the same place that each merely repeat a value of the other side: that
/// both versions repeat themselves, and at one place, is less likely than that one is wrong.
void pair_repeated(Party& a, Party& b, std::vector<Difference>& differences) {
  constexpr double kSamePlace = 0.08;
  const auto is_candidate = [](const Party& party, const Expression& e) {
    return !e.partner && e.excused && !e.digits_stand && !party.fact(e).weak;
  };
  for (std::size_t i = 0; i < a.expressions.size(); ++i) {
    Expression& x = a.expressions[i];
    if (!is_candidate(a, x)) continue;
    for (std::size_t j = 0; j < b.expressions.size(); ++j) {
      Expression& y = b.expressions[j];
      if (!is_candidate(b, y) || std::abs(x.place - y.place) > kSamePlace) continue;
      const Fact& p = a.fact(x);
      const Fact& q = b.fact(y);
      if (p.kind != q.kind || p.unit != q.unit || kinship(a, x, b, y) < kAlike) continue;
      x.partner = j;
      y.partner = i;
      differences.push_back({Mismatch::kValue, x.first, y.first, 0.6});
      break;
    }
  }
}

/// Whether words of relative time on the other side may stand for the date: "a year ago" for 2016
/// beside 2017, but not for 2014. Years that both sides name say nothing of it.
bool relative_time_may_do(const Fact& fact, const Party& own, const Party& other) {
  constexpr auto kTheYear = std::to_array<std::string_view>({"the year", "year end", "year-end"});
  if (fact.kind != Kind::kDate) return false;
  const std::int32_t year = fact.date.year;
  const bool the_year =
      year != 0 && text::has_one_of(other.side.span.in(other.side.text), kTheYear);
  if (!other.relative && !the_year) return false;
  if (year == 0 || fact.date.two_digits) return true;
  const auto names = [](const Party& party, std::int32_t named) {
    return std::ranges::find(party.years, named) != party.years.end();
  };
  const auto another = [&](std::int32_t named) { return named != year && !names(other, named); };
  const auto near = [&](std::int32_t named) { return std::abs(named - year) <= 1; };
  const auto own_only = [&](std::int32_t named) { return !names(own, named); };
  return (std::ranges::none_of(own.years, another) &&
          std::ranges::none_of(other.years, own_only)) ||
         std::ranges::any_of(other.years, near);
}

/// "a thousand miles" and 千里, which is a word and no measure: as far as one can go; 24小时 and
/// "round the clock"; sixty years and 一甲子; 50, above which an index grows, and 荣枯线.
bool is_said_without_figure(const Fact& fact, const PassageFacts& other) {
  constexpr auto kFar = std::to_array<std::string_view>({"千里", "万里", "萬里"});
  constexpr auto kAllDay = std::to_array<std::string_view>(
      {"round the clock", "round-the-clock", "全天候", "昼夜", "晝夜", "日夜", "全日"});
  constexpr auto kSixty = std::to_array<std::string_view>({"甲子"});
  constexpr auto kMiddle =
      std::to_array<std::string_view>({"荣枯", "榮枯", "枯荣", "枯榮", "临界"});
  const std::string_view text = other.span.in(other.text);
  if (fact.unit == Unit::kYear && fact.value == 60 && text::has_one_of(text, kSixty)) return true;
  if (fact.value == 50 && text::has_one_of(text, kMiddle)) return true;
  if (fact.unit == Unit::kMile) return !fact.digits && text::has_one_of(text, kFar);
  return fact.unit == Unit::kHour && fact.value == 24 && text::has_one_of(text, kAllDay);
}

/// The first currency that `own` names without an amount and `other` does not mention at all.
std::optional<std::size_t> unmatched_currency(const PassageFacts& own, const PassageFacts& other) {
  for (std::size_t i = 0; i < own.facts.size(); ++i) {
    const Fact& fact = own.facts[i];
    if (fact.kind != Kind::kCurrency) continue;
    const bool mentioned =
        std::any_of(other.facts.begin(), other.facts.end(), [&](const Fact& mention) {
          return mention.currency != Currency::kNone && compatible(mention.currency, fact.currency);
        });
    if (!mentioned) return i;
  }
  return std::nullopt;
}

/// 人民币对美元 and "pounds against dollars": each side names a currency that the other lacks.
void compare_currencies(const PassageFacts& source, const PassageFacts& target,
                        std::vector<Difference>& differences) {
  const auto in_source = unmatched_currency(source, target);
  const auto in_target = unmatched_currency(target, source);
  if (in_source && in_target) {
    differences.push_back({Mismatch::kCurrency, in_source, in_target, 0.8});
  }
}

/// "1.8 billion ringgit in 2019, more than 5 billion in 2023" and 50亿美元: what the number counts
/// the amounts beside it say.
void compare_counted_currency(const PassageFacts& source, const PassageFacts& target,
                              const Match& match, std::vector<Difference>& differences) {
  const auto conflicts = [](const Fact& number, const PassageFacts& own, const Fact& money) {
    if (number.kind != Kind::kNumber || money.kind != Kind::kMoney) return false;
    bool named = false;
    for (const Fact& fact : own.facts) {
      if (fact.currency == Currency::kNone) continue;
      if (compatible(fact.currency, money.currency)) return false;
      named = named || fact.kind == Kind::kMoney;
    }
    return named;
  };
  const Fact& a = source.facts[match.source];
  const Fact& b = target.facts[match.target];
  if (conflicts(a, source, b) || conflicts(b, target, a)) {
    differences.push_back({Mismatch::kCurrency, match.source, match.target, 0.7});
  }
}

/// Whether a fact that only one side has is worth telling.
bool speaks_alone(const Party& party, const Expression& e, const Party& other) {
  if (e.partner || e.excused || e.enumerates) return false;
  const Fact& fact = party.fact(e);
  if (fact.weak || fact.kind == Kind::kCode || fact.approximation == Approximation::kVague) {
    return false;
  }

  const bool counts =
      fact.kind == Kind::kNumber || fact.kind == Kind::kOrdinal || fact.kind == Kind::kMultiple;
  // 两国, "the three", one: small numbers come and go with the construction.
  if (counts && (fact.value <= 1 || (!fact.digits && fact.value <= 10))) return false;
  // "Articles 2 through 7" and 第二条至前条
  if (counts && is_reference(party.side.text, fact) &&
      refers_without_number(other.side.span.in(other.side.text))) {
    return false;
  }
  return !relative_time_may_do(fact, party, other) && !is_said_without_figure(fact, other.side);
}

bool is_chinese(const PassageFacts& side) {
  const std::string_view text = side.span.in(side.text);
  for (std::size_t i = 0; i < text.size();) {
    if (text::is_han(text::next_code_point(text, i))) return true;
  }
  return false;
}

/// 12 000, as GB/T 15835 groups digits in Chinese; what the other side has shows that it is one
/// number.
bool is_grouped_by_blanks(const Fact& fact, const PassageFacts& side) {
  const std::string_view digits = fact.number.in(side.text);
  return digits.find(' ') != std::string_view::npos &&
         std::ranges::all_of(digits, [](char c) { return c == ' ' || text::is_ascii_digit(c); });
}

}  // namespace

Comparison compare(const PassageFacts& source, const PassageFacts& target) {
  Party a(source);
  Party b(target);
  assign(a, b);
  Comparison comparison;
  std::vector<Difference>& differences = comparison.differences;
  for (const Expression& x : a.expressions) {
    if (!x.partner) continue;
    const Expression& y = b.expressions[*x.partner];
    comparison.matches.push_back({x.reading, y.reading});
    // What both sides write alike was copied: a telephone number, a code.
    const bool copied = a.side.facts[x.reading].number.in(source.text) ==
                        b.side.facts[y.reading].number.in(target.text);
    const Fact& written = target.facts[y.reading];
    // "No. 27, October 2024" is no date with a day.
    const bool number_before_month =
        written.kind == Kind::kDate && written.digits && source.facts[x.reading].date.day == 0;
    if (written.malformed && !copied && !number_before_month &&
        !(is_grouped_by_blanks(b.fact(y), target) && is_chinese(target))) {
      differences.push_back({Mismatch::kForm, x.reading, y.reading, 0.9});
    }
  }
  for (const Match& match : comparison.matches) {
    compare_counted_currency(source, target, match, differences);
  }
  compare_bounds_and_trends(source, target, comparison.matches, differences);
  pair_conflicts(a, b, differences);
  excuse(a, b);
  excuse(b, a);
  pair_mismatches(a, b, true, true, differences);
  pair_mismatches(a, b, true, false, differences);
  pair_mismatches(a, b, false, true, differences);
  pair_ranks(a, b, differences);
  pair_repeated(a, b, differences);
  compare_currencies(source, target, differences);
  for (const Expression& x : a.expressions) {
    if (speaks_alone(a, x, b)) {
      differences.push_back({Mismatch::kMissing, x.first, std::nullopt, 0.5});
    }
  }
  for (const Expression& y : b.expressions) {
    if (speaks_alone(b, y, a)) {
      differences.push_back({Mismatch::kAdded, std::nullopt, y.first, 0.5});
    }
  }
  return comparison;
}

}  // namespace duizhao::facts
