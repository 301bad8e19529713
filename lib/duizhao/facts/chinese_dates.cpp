#include <algorithm>
#include <array>

#include "duizhao/facts/calendar.h"
#include "duizhao/facts/dates.h"
#include "duizhao/facts/numeral.h"

namespace duizhao::facts {
namespace {

using Period = Date::Period;

/// A whole number that may be a part of a date; `end` is the lexeme after it.
struct Part {
  std::int32_t value = 0;
  std::size_t end = 0;
  std::size_t digits = 0;  ///< how many digits it was written with; 0 for 十二
};

std::optional<Part> read_part(const Lexemes& lexemes, std::size_t i) {
  if (lexemes[i].is_digits()) {
    const auto number = read_digits(lexemes, i);
    if (!number || number->digit_count == 0 || number->digit_count > 4 || number->ordinal) {
      return std::nullopt;
    }
    return Part{static_cast<std::int32_t>(number->value), number->end, number->digit_count};
  }
  if (!lexemes[i].is_han()) return std::nullopt;
  const auto number = read_chinese(lexemes, i);
  if (!number || number->digits || number->decimals > 0 || number->fraction ||
      number->unit != Unit::kNone || number->value > 9999 ||
      (number->value != number->upper && !number->other)) {
    return std::nullopt;
  }
  // 五六年 is 1956 more often than five or six years where a month follows; the caller decides.
  const double value = number->positional || !number->other ? number->value : *number->other;
  return Part{static_cast<std::int32_t>(value), number->end,
              number->positional || number->other ? number->end - i : 0};
}

bool is_range_mark(const Lexeme& lexeme) {
  return lexeme.is_mark('-') || lexeme.is_mark('~') || lexeme.is_han(U'至') || lexeme.is_han(U'到');
}

/// 上旬, 中旬, 下旬, 初, 中, 底, 末 after a month or year say nothing that we compare.
std::size_t past_third(const Lexemes& lexemes, std::size_t i) {
  if (lexemes[i + 1].is_han(U'旬')) return i + 2;
  return i;
}

/// 年, 财年, 财政年度, 会计年度 after the number of a year; returns the index after it, or i.
std::size_t past_year_word(const Lexemes& lexemes, std::size_t i) {
  if (lexemes[i].is_han(U'年')) return i + 1;
  for (const std::u32string_view form : {U"财年", U"财政年度", U"会计年度", U"学年度", U"学年"}) {
    if (lexemes.han_is(i, form)) return i + form.size();
  }
  return i;
}

/// 第三季度, 三季度, 3季, 首季, 第1季, 第二财季: the quarter of a year.
std::size_t read_quarter(const Lexemes& lexemes, std::size_t i, Date& date) {
  std::size_t j = i;
  std::int32_t number = 0;
  if (lexemes[i].is_han(U'首')) {
    number = 1;
    ++j;
  } else {
    const bool ordinal = lexemes[i].is_han(U'第');
    const auto part = read_part(lexemes, ordinal ? i + 1 : i);
    if (!part || part->value < 1 || part->value > 4) return i;
    // 三季 alone may be three seasons; 前三季度 are three of them.
    if (!ordinal && !lexemes.han_is(part->end, U"季度")) return i;
    const Lexeme& before = lexemes[i - 1];
    if (!ordinal && part->value > 1 && i > 0 && (before.is_han(U'前') || before.is_han(U'头'))) {
      return i;
    }
    number = part->value;
    j = part->end;
    if (ordinal && lexemes[j].is_han(U'财')) ++j;
  }
  if (!lexemes[j].is_han(U'季')) return i;
  if (lexemes[i].is_han(U'首') && lexemes[j + 1].is_han(U'后')) return i;
  j += lexemes[j + 1].is_han(U'度') ? 2 : 1;
  date.period = Period::kQuarter;
  date.number = number;
  return j;
}

/// 季度 or 的季度 after the month in which it ends: 7月季度, 截至7月的季度.
std::size_t past_quarter_of_month(const Lexemes& lexemes, std::size_t i) {
  if (lexemes.han_is(i, U"季度")) return i + 2;
  return lexemes.han_is(i, U"的季度") ? i + 3 : i;
}

/// 上半年, 下半年.
std::size_t read_half(const Lexemes& lexemes, std::size_t i, Date& date) {
  const bool first = lexemes.han_is(i, U"上半年") || lexemes.han_is(i, U"前半年");
  if (!first && !lexemes.han_is(i, U"下半年") && !lexemes.han_is(i, U"后半年")) return i;
  date.period = Period::kHalf;
  date.number = first ? 1 : 2;
  return i + 3;
}

/// 二三十年代: two decades in one; the first of the two digits, or 0.
int two_decades(const Lexemes& lexemes, std::size_t i) {
  if (!lexemes[i].is_han() || !lexemes[i + 1].is_han() || !lexemes[i + 2].is_han(U'十') ||
      !lexemes.han_is(i + 3, U"年代")) {
    return 0;
  }
  const int first = han_digit(lexemes[i].character);
  return first > 0 && han_digit(lexemes[i + 1].character) == first + 1 ? first : 0;
}

/// The decade in front of 年代: 90年代, 九十年代, 1990年代.
std::size_t read_decade(const Lexemes& lexemes, std::size_t i, Date& date) {
  if (const int first = two_decades(lexemes, i); first > 0) {  // the earlier of 二三十年代
    date.period = Period::kDecade;
    date.number = first * 10;
    return i + 5;
  }
  const auto part = read_part(lexemes, i);
  if (!part || !lexemes.han_is(part->end, U"年代")) return i;
  // Decades of two digits end in 0; another figure is a slip that the other side will show.
  const bool slip = part->digits == 2 && lexemes[i].is_digits() && part->value > 10;
  if ((part->value % 10 != 0 && !slip) || (part->value >= 100 && part->value < 1000)) return i;
  date.period = Period::kDecade;
  date.number = part->value;
  return part->end + 2;
}

/// 上世纪九十年代, 20世纪90年代, 本世纪, 二十世纪.
std::size_t read_century(const Lexemes& lexemes, std::size_t i, Date& date) {
  std::size_t j = i;
  std::int32_t century = 0;
  if (lexemes.han_is(i, U"上世纪")) {
    century = 20;
    j = i + 3;
  } else if (lexemes.han_is(i, U"上个世纪")) {
    century = 20;
    j = i + 4;
  } else if (lexemes.han_is(i, U"本世纪")) {
    century = 21;
    j = i + 3;
  } else {
    const auto part = read_part(lexemes, i);
    if (!part || part->value < 1 || part->value > 30 || !lexemes.han_is(part->end, U"世纪")) {
      return i;
    }
    century = part->value;
    j = part->end + 2;
  }
  Date decade;
  if (const std::size_t end = read_decade(lexemes, j, decade); end != j) {
    date.period = Period::kDecade;
    date.number = decade.number < 100 ? (century - 1) * 100 + decade.number : decade.number;
    return end;
  }
  date.period = Period::kCentury;
  date.number = century;
  return j;
}

/// 星期三, 周三, 礼拜天; not 一周三次 and not 每周五天.
std::size_t read_weekday(const Lexemes& lexemes, std::size_t i, Date& date) {
  std::size_t j = i;
  const Lexeme& first = lexemes[i];
  if (first.is_han(U'上') || first.is_han(U'下') || first.is_han(U'本') || first.is_han(U'这')) {
    const std::size_t end = read_weekday(lexemes, i + 1, date);  // 上周五
    return end == i + 1 ? i : end;
  }
  if (lexemes.han_is(i, U"星期") || lexemes.han_is(i, U"礼拜")) {
    j = i + 2;
  } else if (lexemes[i].is_han(U'周')) {
    j = i + 1;
    const Lexeme& before = lexemes[i - 1];
    if (i > 0 && (before.is_digits() || (before.is_han() && han_digit(before.character) >= 0))) {
      return i;
    }
  } else {
    return i;
  }
  std::uint8_t weekday = 0;
  const Lexeme& lexeme = lexemes[j];
  if (lexeme.is_han(U'日') || lexeme.is_han(U'天')) {
    weekday = 7;
    if (j == i + 1 && (lexeme.is_han(U'天') || lexemes[j + 1].is_han(U'期'))) return i;
  } else if (lexeme.is_han()) {
    const int digit = han_digit(lexeme.character);
    if (digit < 1 || digit > 6 || lexeme.is_han(U'两')) return i;
    weekday = static_cast<std::uint8_t>(digit);
    const Lexeme& after = lexemes[j + 1];
    if (after.is_han() && (han_scale(after.character) > 0 || after.is_han(U'天') ||
                           after.is_han(U'次') || after.is_han(U'个') || after.is_han(U'年') ||
                           lexemes.han_is(j + 1, U"小时") || after.is_han(U'岁'))) {
      return i;
    }
  } else {
    return i;
  }
  date.weekday = weekday;
  return j + 1;
}

/// 5日, 十五号; 0 where none is.
std::size_t read_day(const Lexemes& lexemes, std::size_t i, Date& date) {
  const auto part = read_part(lexemes, i);
  if (!part || part->value < 1 || part->value > 31) return i;
  const Lexeme& word = lexemes[part->end];
  if (!word.is_han(U'日') && !word.is_han(U'号')) return i;
  const Lexeme& after = lexemes[part->end + 1];
  constexpr std::u32string_view kJapan = U"元圆币本军";  // 5日元
  if (word.is_han(U'日') && after.is_han() &&
      kJapan.find(after.character) != std::u32string_view::npos) {
    return i;
  }
  date.day = static_cast<std::uint8_t>(part->value);
  return part->end + 1;
}

/// 11月, 十一月, 正月, 腊月, with the day where there is one.
std::size_t read_month(const Lexemes& lexemes, std::size_t i, Date& date) {
  std::size_t j = i;
  if (lexemes[i].is_han(U'正') && lexemes[i + 1].is_han(U'月')) {
    date.month = 1;
    date.lunar = true;
    j = i + 2;
  } else if (lexemes[i].is_han(U'腊') && lexemes[i + 1].is_han(U'月')) {
    date.month = 12;
    date.lunar = true;
    j = i + 2;
  } else {
    const auto part = read_part(lexemes, i);
    if (!part || part->value < 1 || part->value > 12 || !lexemes[part->end].is_han(U'月')) {
      return i;
    }
    date.month = static_cast<std::uint8_t>(part->value);
    j = part->end + 1;
  }
  if (lexemes[j].is_han(U'份')) return j + 1;
  if (const std::size_t end = read_day(lexemes, j, date); end != j) return end;
  // 1月二十三: the day in words, with nothing that it could count.
  const bool lunar = date.lunar || (i > 0 && lexemes[i - 1].is_han(U'历'));
  if (const auto day = !lunar && lexemes[j].is_han() ? read_part(lexemes, j) : std::nullopt;
      day && day->value > 10 && day->value <= 31 && !lexemes[day->end].is_han() &&
      lexemes[day->end].type != Lexeme::Type::kWord) {
    date.day = static_cast<std::uint8_t>(day->value);
    return day->end;
  }
  return past_third(lexemes, j);
}

/// A reign or republic whose years count from its own first.
struct Reign {
  std::u32string_view name;
  std::int32_t before_first;  ///< the year before its first
};

/// The Republic, the emperors of Japan since 1868 and of China since 1644.
constexpr std::array kReigns = {
    Reign{U"中华民国", 1911}, Reign{U"民国", 1911}, Reign{U"明治", 1867}, Reign{U"大正", 1911},
    Reign{U"昭和", 1925},     Reign{U"平成", 1988}, Reign{U"令和", 2018}, Reign{U"顺治", 1643},
    Reign{U"康熙", 1661},     Reign{U"雍正", 1722}, Reign{U"乾隆", 1735}, Reign{U"嘉庆", 1795},
    Reign{U"道光", 1820},     Reign{U"咸丰", 1850}, Reign{U"同治", 1861}, Reign{U"光绪", 1874},
    Reign{U"宣统", 1908}};

/// 公元前356年 and 民国一百年 in front of their number.
struct Era {
  std::size_t end = 0;
  std::int32_t sign = 1;
  std::int32_t before_first = 0;  ///< of a reign; 0 for the years of our era
};

Era read_era(const Lexemes& lexemes, std::size_t i) {
  for (const std::u32string_view form : {U"公元前", U"西元前"}) {
    if (lexemes.han_is(i, form)) return {i + 3, -1, 0};
  }
  for (const std::u32string_view form : {U"公元", U"西元"}) {
    if (lexemes.han_is(i, form)) return {i + 2, 1, 0};
  }
  for (const Reign& reign : kReigns) {
    if (lexemes.han_is(i, reign.name)) return {i + reign.name.size(), 1, reign.before_first};
  }
  return {i, 1, 0};
}

/// What may follow a year: its month and day, half, quarter.
std::size_t read_rest_of_year(const Lexemes& lexemes, std::size_t i, Date& date) {
  if (const std::size_t end = read_month(lexemes, i, date); end != i) return end;
  if (const std::size_t end = read_half(lexemes, i, date); end != i) return end;
  if (const std::size_t end = read_quarter(lexemes, i, date); end != i) return end;
  return i;
}

/// A year with what follows. A number of two digits is a year only where the text leaves no doubt;
/// otherwise both readings are given.
std::size_t read_year(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  const Era era = read_era(lexemes, i);
  const bool has_era = era.end != i;
  auto part = read_part(lexemes, era.end);
  if (!part && era.before_first != 0 && lexemes[era.end].is_han(U'元') &&
      lexemes[era.end + 1].is_han(U'年')) {  // 令和元年
    part = Part{1, era.end + 1, 0};
  }
  if (!part) return i;
  const std::size_t j = part->end;
  Date date;
  date.year = part->value * era.sign + era.before_first;

  // 2015至16年, 2015/16年度, 2015-2016年: two years; the second is read with its 年.
  const bool slash = lexemes[j].is_mark('/');
  if (part->digits == 4 && (is_range_mark(lexemes[j]) || slash)) {
    const auto second = read_part(lexemes, j + 1);
    if (second && second->digits == 2 && (lexemes[second->end].is_han(U'年') || slash) &&
        second->value > date.year % 100) {
      add_date(lexemes, i, part->end, date, facts);
      Date last;
      last.year = date.year / 100 * 100 + second->value;
      const std::size_t year_end = second->end + (lexemes[second->end].is_han(U'年') ? 1 : 0);
      const std::size_t end = read_rest_of_year(lexemes, year_end, last);
      add_date(lexemes, j + 1, end, last, facts);
      return end;
    }
  }
  if (era.before_first != 0 && is_range_mark(lexemes[j])) {  // 民国108至110年
    const auto second = read_part(lexemes, j + 1);
    if (second && lexemes[second->end].is_han(U'年') && second->value > part->value &&
        second->value < 150) {
      add_date(lexemes, i, j, date, facts);
      Date last;
      last.year = second->value + era.before_first;
      const std::size_t end = read_rest_of_year(lexemes, second->end + 1, last);
      add_date(lexemes, j + 1, end, last, facts);
      return end;
    }
  }
  const std::size_t after = past_year_word(lexemes, j);
  if (part->digits == 3 && part->value >= 80 && part->value < 150 && after > j + 1 &&
      lexemes.han_is(j, U"学年")) {  // 112学年度, of the Republic
    date.year = part->value + 1911;
    add_date(lexemes, i, after, date, facts);
    Fact kept = number_fact(lexemes, i, after, part->value);  // "academic year 112"
    kept.alternative = true;
    facts.push_back(kept);
    return after;
  }
  if (after == j || (part->digits != 4 && !lexemes[j].is_han(U'年'))) {
    // A year named without 年, in a range or list: 1998至2003年.
    if (part->digits == 4 && part->value >= 1800 && part->value < 2100 &&
        (is_range_mark(lexemes[j]) || lexemes[j].is_mark(U'、') || lexemes[j].is_mark(U'/'))) {
      const auto second = read_part(lexemes, j + 1);
      if (second && second->digits == 4 && second->value >= 1800 && second->value < 2100) {
        add_date(lexemes, i, j, date, facts);
        return j;
      }
    }
    return i;
  }
  if (lexemes[j + 1].is_han(U'代')) return i;
  if (has_era || part->digits == 4) {
    // 5000年 counts years; 2416年 can only be meant for a year.
    if (part->value > 2200 && era.before_first == 0 && era.sign > 0 &&
        (part->value % 100 == 0 || !lexemes[i].is_digits() || part->digits != 4)) {
      return i;
    }
    const std::size_t end = read_rest_of_year(lexemes, after, date);
    add_date(lexemes, i, end, date, facts);
    if (part->value > 2200 && end == after && !has_era) {
      Fact duration = number_fact(lexemes, i, end, part->value);
      duration.kind = Kind::kMeasure;
      duration.unit = Unit::kYear;
      duration.alternative = true;
      facts.push_back(duration);
    }
    if (era.before_first != 0) {  // the English may keep the years of the Republic
      Fact other = number_fact(lexemes, i, end, part->value);
      other.alternative = true;
      facts.push_back(other);
    }
    return end;
  }
  // In Taiwan a year before a month, or one above a hundred, is of the Republic unless it has four
  // digits.
  Date republic;
  if (const std::size_t end = read_month(lexemes, after, republic);
      end != after && part->value >= 1 && part->value < 150 &&
      (part->digits == 3 || part->digits == 0)) {
    republic.year = part->value + 1911;
    add_date(lexemes, i, end, republic, facts);
    return end;
  }
  if (part->digits == 2) {
    const std::size_t end = read_rest_of_year(lexemes, after, date);
    const bool positional = !lexemes[i].is_digits();
    if (end == after && lexemes.han_is(i, U"三五")) return i;  // three to five years
    if (end == after && !positional) return i;  // 12年 is a duration first; see read_count
    date.two_digits = true;
    date.year = part->value;
    add_date(lexemes, i, end, date, facts);
    if (end == after) {
      Fact other = number_fact(lexemes, i, end, part->value);
      other.kind = Kind::kMeasure;
      other.unit = Unit::kYear;
      other.alternative = true;
      facts.push_back(other);
    }
    return end;
  }
  return i;
}

/// 80后, 95后, 00后: people called by the years of their birth.
std::size_t read_generation(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  if (!lexemes[i].is_digits() || lexemes.digit_count(i) != 2 || !lexemes[i + 1].is_han(U'后')) {
    return i;
  }
  const auto number = static_cast<std::int32_t>(lexemes.integer(i));
  constexpr std::int32_t kOldest = 50;  // 50后 are called so; 20后 are yet to come
  constexpr std::int32_t kYoungest = 10;
  if (number % 5 != 0 || (number > kYoungest && number < kOldest)) return i;
  const std::int32_t year = number >= kOldest ? 1900 + number : 2000 + number;
  Date date;
  if (number % 10 == 0) {
    date.period = Period::kDecade;
    date.number = year;
  } else {
    date.year = year;
  }
  add_date(lexemes, i, i + 2, date, facts);
  Date born;
  born.year = year;
  if (number % 10 == 0) add_alternative(born, facts);
  Fact digits = number_fact(lexemes, i, i + 2, number);
  digits.alternative = true;
  facts.push_back(digits);
  return i + 2;
}

/// 十四五规划, “十三五”时期: the fourteenth of the plans of five years.
std::size_t read_plan(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  if (!lexemes[i].is_han(U'十') || !lexemes[i + 1].is_han() || !lexemes[i + 2].is_han(U'五')) {
    return i;
  }
  const int unit = han_digit(lexemes[i + 1].character);
  std::size_t word = i + 3;
  if (lexemes[word].is_mark('"') || lexemes[word].is_mark('\'') || lexemes[word].is_mark(U'」')) {
    ++word;
  }
  bool named = false;
  for (const std::u32string_view form : {U"规划", U"计划", U"时期", U"期间", U"纲要"}) {
    named = named || lexemes.han_is(word, form);
  }
  if (unit < 1 || !named) return i;
  Fact rank = number_fact(lexemes, i, i + 2, 10 + unit);
  rank.kind = Kind::kOrdinal;
  facts.push_back(rank);
  Fact years = number_fact(lexemes, i + 2, i + 3, 5);
  years.kind = Kind::kMeasure;
  years.unit = Unit::kYear;
  years.weak = true;
  facts.push_back(years);
  return i + 3;
}

/// 双11, 双十二: a day whose month and day are one number; 十一长假 is the first of October.
std::size_t read_day_with_name(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  const bool doubled = lexemes[i].is_han(U'双');
  const auto part = read_part(lexemes, doubled ? i + 1 : i);
  if (!part) return i;
  Date date;
  if (doubled && part->value >= 10 && part->value <= 12) {
    date.month = date.day = static_cast<std::uint8_t>(part->value);
  } else if (!doubled && part->value == 11 && lexemes[i].is_han(U'十') &&
             (lexemes.han_is(part->end, U"长假") || lexemes.han_is(part->end, U"假期") ||
              lexemes.han_is(part->end, U"黄金周"))) {
    date.month = 10;
    date.day = 1;
  } else {
    return i;
  }
  add_date(lexemes, i, part->end, date, facts);
  facts.back().weak = true;
  Fact number = number_fact(lexemes, i, part->end, part->value);
  number.alternative = true;
  facts.push_back(number);
  return part->end;
}

}  // namespace

bool is_chinese_weekday(const Lexemes& lexemes, std::size_t i) {
  Date date;
  return read_weekday(lexemes, i, date) != i;
}

std::size_t read_chinese_date(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  const Lexeme& first = lexemes[i];
  if (!first.is_han() && !first.is_digits()) return i;
  const Lexeme& before = lexemes[i - 1];
  if (first.is_digits() && i > 0 && !first.spaced &&
      (before.is_mark('.') || before.is_word() || before.is_mark('$'))) {
    return i;
  }
  if (const std::size_t end = read_year(lexemes, i, facts); end != i) return end;
  if (const std::size_t end = read_generation(lexemes, i, facts); end != i) return end;
  if (const std::size_t end = read_plan(lexemes, i, facts); end != i) return end;
  if (const std::size_t end = read_day_with_name(lexemes, i, facts); end != i) return end;

  Date date;
  if (lexemes.han_is(i, U"农历") || lexemes.han_is(i, U"阴历")) {
    const std::size_t end = read_month(lexemes, i + 2, date);
    if (end == i + 2) return i;
    date.lunar = true;
    add_date(lexemes, i, end, date, facts);
    facts.back().weak = true;
    return end;
  }
  if (const std::size_t end = read_month(lexemes, i, date); end != i) {
    if (const std::size_t quarter = past_quarter_of_month(lexemes, end); quarter != end) {
      Date named;
      named.period = Period::kQuarter;
      named.number = (date.month + 2) / 3;
      add_date(lexemes, i, quarter, named, facts);
      add_alternative(date, facts);
      return quarter;
    }
    add_date(lexemes, i, end, date, facts);
    const bool term_follows = lexemes.han_is(end, U"以上") || lexemes.han_is(end, U"以下") ||
                              lexemes.han_is(end, U"以内") || lexemes.han_is(end, U"未满");
    if (date.day == 0 && !date.lunar && term_follows) {  // 六月以上有期徒刑
      Fact term = number_fact(lexemes, i, end, date.month);
      term.kind = Kind::kMeasure;
      term.unit = Unit::kMonth;
      term.alternative = true;
      facts.push_back(term);
    }
    return end;
  }
  date = {};
  std::size_t decade_end = read_century(lexemes, i, date);
  if (decade_end == i) decade_end = read_decade(lexemes, i, date);
  if (const std::size_t end = decade_end; end != i) {
    add_date(lexemes, i, end, date, facts);
    if (date.period == Period::kDecade && end >= i + 5 && two_decades(lexemes, end - 5) > 0) {
      date.number += 10;
      add_date(lexemes, i, end, date, facts);
    } else if (date.period == Period::kDecade && date.number >= 100) {
      Date shorter = date;
      shorter.number %= 100;
      add_alternative(shorter, facts);
    }
    return end;
  }
  if (const std::size_t end = read_half(lexemes, i, date); end != i) {
    add_date(lexemes, i, end, date, facts);
    return end;
  }
  if (const std::size_t end = read_quarter(lexemes, i, date); end != i) {
    add_date(lexemes, i, end, date, facts);
    return end;
  }
  if (const std::size_t end = read_weekday(lexemes, i, date); end != i) {
    add_date(lexemes, i, end, date, facts);
    return end;
  }
  if (const std::size_t end = read_day(lexemes, i, date); end != i) {
    add_date(lexemes, i, end, date, facts);
    facts.back().weak = date.day == 1 && !lexemes[i].is_digits();
    Fact other = number_fact(lexemes, i, end, date.day);
    other.alternative = true;
    if (lexemes[end - 1].is_han(U'日')) {
      other.kind = Kind::kMeasure;
      other.unit = Unit::kDay;
    } else {
      other.kind = Kind::kOrdinal;
    }
    facts.push_back(other);
    return end;
  }
  return i;
}

}  // namespace duizhao::facts
