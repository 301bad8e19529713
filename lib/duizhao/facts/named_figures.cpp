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
                                           {{"may", "day"}, {}, 5, 1}});

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
