#include "duizhao/facts/named_figures.h"

#include <array>
#include <cstdint>
#include <string_view>

#include "duizhao/facts/dates.h"

namespace duizhao::facts {
namespace {

/// Ages by what the classics call them: up to nine years above, or nineteen.
struct Age {
  std::u32string_view form;
  double years;
  double highest;
};

constexpr auto kAges =
    std::to_array<Age>({{U"花甲", 60, 69}, {U"古稀", 70, 79}, {U"耄耋", 80, 99}});

struct Day {
  std::array<std::string_view, 3> words;  ///< of English, or none
  std::u32string_view form;               ///< of Chinese, or none
  std::uint8_t month;
  std::uint8_t day;
};

/// The longer names first.
constexpr auto kDays = std::to_array<Day>({{{"christmas", "eve"}, U"平安夜", 12, 24},
                                           {{"christmas", "day"}, U"圣诞节", 12, 25},
                                           {{"christmas"}, U"圣诞", 12, 25},
                                           {{"boxing", "day"}, U"节礼日", 12, 26},
                                           {{"new", "year", "eve"}, {}, 12, 31},
                                           {{"new", "year", "day"}, U"元旦", 1, 1},
                                           {{"halloween"}, U"万圣夜", 10, 31},
                                           {{"may", "day"}, {}, 5, 1},
                                           {{"april", "fools"}, U"愚人节", 4, 1},
                                           {{"april", "fool"}, {}, 4, 1}});

/// The index after the words of an English name, with or without an 's; i where it is not there.
std::size_t past_words(const Lexemes& lexemes, std::size_t i, const Day& day) {
  std::size_t k = i;
  for (const std::string_view word : day.words) {
    if (word.empty()) break;
    if (lexemes[k].is_mark('\'') && lexemes.is(k + 1, "s")) k += 2;
    if (!lexemes.is(k, word)) return i;
    ++k;
  }
  return day.words.front().empty() ? i : k;
}

/// 四六分成 is forty to sixty, 三七开 thirty to seventy, 英语四六级 levels four and six: two
/// figures, of which neither is forty-six.
std::size_t read_two_digits(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
  const auto digit = [&](std::size_t k) {
    return lexemes[k].is_han() ? kDigits.find(lexemes[k].character) : std::u32string_view::npos;
  };
  const std::size_t first = digit(i);
  const std::size_t second = digit(i + 1);
  if (first == std::u32string_view::npos || second == std::u32string_view::npos || first == 0)
    return i;
  if (i > 0 && digit(i - 1) != std::u32string_view::npos) return i;
  const std::size_t behind = i + 2;
  const bool split =
      first + second == 10 && (lexemes.han_is(behind, U"开") || lexemes.han_is(behind, U"分成") ||
                               lexemes.han_is(behind, U"分账") || lexemes.han_is(behind, U"分，"));
  if (!split && !lexemes.han_is(behind, U"级")) return i;
  const double scale = split ? 10 : 1;
  for (const std::size_t k : {i, i + 1}) {
    facts.push_back(number_fact(lexemes, k, k + 1, double(k == i ? first : second) * scale));
    facts.back().weak = true;
  }
  return behind;
}

/// 加一服务费, as Hong Kong bills say it: ten percent more.
std::size_t read_tenth(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  const bool is_charge = lexemes.han_is(i, U"一服务费") || lexemes.han_is(i, U"一服務費");
  if (!is_charge || i == 0 || !lexemes[i - 1].is_han(U'加')) return i;
  Fact fact = number_fact(lexemes, i, i + 1, 10);
  fact.kind = Kind::kMeasure;
  fact.unit = Unit::kPercent;
  fact.weak = true;
  facts.push_back(fact);
  return i + 1;
}

/// "a baker's dozen", "four score and seven".
std::size_t read_old_count(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  constexpr std::array<std::string_view, 10> kNumbers = {"",     "one", "two",   "three", "four",
                                                         "five", "six", "seven", "eight", "nine"};
  const auto number = [&](std::size_t k) {
    std::size_t value = 9;
    while (value > 0 && !lexemes.is(k, kNumbers[value])) --value;
    return value;
  };
  std::size_t end = i;
  std::size_t value = 0;
  if (lexemes.is(i, "baker") && lexemes[i + 1].is_mark('\'') && lexemes.is(i + 2, "s") &&
      lexemes.is(i + 3, "dozen")) {
    end = i + 4;
    value = 13;
  } else if (lexemes.is(i + 1, "score") && number(i) > 1) {
    end = i + 2;
    value = 20 * number(i);
    const std::size_t more = lexemes.is(end + 1, "ten") ? 10 : number(end + 1);
    if (lexemes.is(end, "and") && more > 0) {
      value += more;
      end += 2;
    }
  }
  if (end == i) return i;
  facts.push_back(number_fact(lexemes, i, end, double(value)));
  facts.back().weak = true;
  return end;
}

/// "every other day": each second one, 每两天.
std::size_t read_every_other(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  struct Period {
    std::string_view word;
    Unit unit;
  };
  constexpr std::array<Period, 4> kPeriods = {
      Period{"day", Unit::kDay}, Period{"week", Unit::kWeek}, Period{"month", Unit::kMonth},
      Period{"year", Unit::kYear}};
  if (!lexemes.is(i, "every") || !lexemes.is(i + 1, "other")) return i;
  for (const Period& period : kPeriods) {
    if (!lexemes.is(i + 2, period.word)) continue;
    Fact fact = number_fact(lexemes, i, i + 3, 2);
    fact.kind = Kind::kMeasure;
    fact.unit = period.unit;
    fact.weak = true;
    facts.push_back(fact);
    return i + 3;
  }
  return i;
}

}  // namespace

std::size_t read_named_figure(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  for (const Age& age : kAges) {
    if (!lexemes.han_is(i, age.form)) continue;
    const std::size_t end = i + age.form.size();
    Fact fact = number_fact(lexemes, i, end, age.years);
    fact.upper = age.highest;
    fact.approximation = Approximation::kVague;
    fact.weak = true;
    facts.push_back(fact);
    return end;
  }
  if (const std::size_t end = read_two_digits(lexemes, i, facts); end != i) return end;
  if (const std::size_t end = read_every_other(lexemes, i, facts); end != i) return end;
  if (const std::size_t end = read_tenth(lexemes, i, facts); end != i) return end;
  if (const std::size_t end = read_old_count(lexemes, i, facts); end != i) return end;
  if (lexemes[i].is_word() && !lexemes[i].capital) return i;
  for (const Day& day : kDays) {
    const bool named = !day.form.empty() && lexemes.han_is(i, day.form);
    const std::size_t end = named ? i + day.form.size() : past_words(lexemes, i, day);
    if (end == i) continue;
    Date date;
    date.month = day.month;
    date.day = day.day;
    add_date(lexemes, i, end, date, facts);
    facts.back().weak = true;
    return end;
  }
  return i;
}

}  // namespace duizhao::facts
