#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

#include "duizhao/facts/approximations.h"
#include "duizhao/facts/calendar.h"
#include "duizhao/facts/dates.h"
#include "duizhao/facts/fact.h"
#include "duizhao/facts/lexemes.h"
#include "duizhao/facts/named_figures.h"
#include "duizhao/facts/numeral.h"
#include "duizhao/facts/quantities.h"
#include "duizhao/facts/ranges.h"
#include "duizhao/facts/sayings.h"

namespace duizhao::facts {
namespace {

bool is_any(const Lexemes& lexemes, std::size_t i, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (lexemes.is(i, word)) return true;
  }
  return false;
}

/// A web or mail address holds no facts. Returns the index after it, or i.
std::size_t past_address(const Lexemes& lexemes, std::size_t i) {
  if (!is_any(lexemes, i, {"http", "https", "www", "ftp"})) return i;
  std::size_t j = i + 1;
  if (!lexemes[j].is_mark(':') && !lexemes[j].is_mark('.')) return i;
  while (!lexemes[j].is_end() && !lexemes[j].spaced && !lexemes[j].is_han()) ++j;
  return j;
}

bool touches(const Lexeme& lexeme) { return !lexeme.spaced; }

/// A code over the lexemes [first, last) whose digits are those of [digits, digits_end).
Fact code_fact(const Lexemes& lexemes, std::size_t first, std::size_t last, std::size_t digits,
               std::size_t digits_end) {
  double value = 0;
  for (std::size_t k = digits; k < digits_end; ++k) {
    if (!lexemes[k].is_digits()) continue;
    value =
        value * std::pow(10.0, static_cast<double>(lexemes.digit_count(k))) + lexemes.integer(k);
  }
  Fact fact = number_fact(lexemes, first, last, value);
  fact.kind = Kind::kCode;
  fact.number = lexemes.span(digits, digits_end);
  fact.digits = true;
  return fact;
}

/// COVID-19, H20, iPhone7: a word with digits on it names something. Returns the index after it.
std::size_t read_name_with_digits(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  const Lexeme& word = lexemes[i];
  if (!word.is_word()) return i;
  if (lexemes.is(i, "rm") && word.upper) return i;  // ringgit
  std::size_t digits = i + 1;
  const bool hyphen = lexemes[digits].is_mark('-') && touches(lexemes[digits]);
  if (hyphen) ++digits;
  if (!lexemes[digits].is_digits() || !touches(lexemes[digits])) return i;
  // "less than1,000": a space is missing.
  if (lexemes[digits + 1].is_mark(',') && touches(lexemes[digits + 1]) &&
      lexemes[digits + 2].is_digits() && touches(lexemes[digits + 2]) &&
      lexemes.digit_count(digits + 2) == 3) {
    return i;
  }
  if (word.as(Role::kCurrency) != nullptr ||
      is_any(lexemes, i, {"x", "no", "fy", "nos", "nt", "rs"})) {
    return i;
  }
  if (hyphen) {
    // mid-2015, top-10 and Sept-11 are numbers; lower-case words rarely name by number.
    if (!word.meanings.empty() || (!word.capital && !lexemes.is(i, "covid")) ||
        is_any(lexemes, i,
               {"mid", "pre", "post", "top", "under", "over", "non", "sub", "early", "late", "ages",
                "aged", "before", "after"})) {
      return i;
    }
  }
  std::size_t end = digits + 1;
  // Python3.12, but not Python3.12.1: what has more points is no decimal.
  const bool decimal = lexemes[end].is_mark('.') && touches(lexemes[end]) &&
                       lexemes[end + 1].is_digits() && touches(lexemes[end + 1]) &&
                       !(lexemes[end + 2].is_mark('.') && lexemes[end + 3].is_digits());
  if (decimal) end += 2;
  const std::size_t digits_end = end;
  while (touches(lexemes[end]) && (lexemes[end].is_word() || lexemes[end].is_digits())) ++end;
  facts.push_back(code_fact(lexemes, i, end, digits, digits_end));
  if (decimal) {
    facts.back().value = lexemes.integer(digits) +
                         lexemes.integer(digits + 2) /
                             std::pow(10.0, static_cast<double>(lexemes.digit_count(digits + 2)));
    facts.back().upper = facts.back().value;
  }
  return end;
}

/// Whether a word in front of a number says that it is called.
bool is_called(const Lexemes& lexemes, std::size_t i) {
  constexpr std::size_t kReach = 4;
  for (std::size_t k = i; k-- > 0 && i - k <= kReach;) {
    if (is_any(lexemes, k,
               {"tel", "phone", "telephone", "call", "fax", "dial", "hotline", "mobile", "whatsapp",
                "text", "number"})) {
      return true;
    }
    for (const std::u32string_view word :
         {U"电话", U"热线", U"致电", U"拨打", U"传真", U"手机", U"电询", U"号码"}) {
      if (lexemes.han_is(k, word)) return true;
    }
  }
  return false;
}

/// 010-8888 6666, +86 10 6552 9988, (852) 2878 8222: groups of digits that make a number to call.
std::size_t read_telephone(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  std::size_t j = i;
  const bool plus = lexemes[j].is_mark('+');
  if (plus) ++j;
  if (!lexemes[j].is_digits() || (!plus && i > 0 && lexemes[i - 1].is_digits())) return i;
  const std::size_t first = j;
  std::size_t digits = lexemes.digit_count(j++);
  std::size_t groups = 1;
  for (;;) {
    std::size_t next = j;
    while (lexemes[next].is_mark('-') || lexemes[next].is_mark(')') || lexemes[next].is_mark('(')) {
      ++next;
    }
    const bool parted = next > j ? next - j <= 2 : lexemes[next].spaced;
    if (!lexemes[next].is_digits() || !parted || lexemes.digit_count(next) < 2) break;
    digits += lexemes.digit_count(next);
    ++groups;
    j = next + 1;
  }
  constexpr std::size_t kShortest = 7;
  constexpr std::size_t kLongest = 15;
  // 0800 555 111 can be nothing else.
  const bool dialled =
      lexemes.has_leading_zero(first) && groups >= 2 && lexemes[first + 1].is_digits();
  const bool called = plus || dialled || is_called(lexemes, i);
  const bool number_goes_on = groups == 1 && !plus &&
                              (lexemes[j].is_mark(',') || lexemes[j].is_mark('.')) &&
                              lexemes[j + 1].is_digits();
  if (digits < kShortest || digits > kLongest || !called || number_goes_on) {
    return i;
  }
  facts.push_back(code_fact(lexemes, i, j, first, j));
  return j;
}

/// Digits that explain a number of the other side and are no reason for an alarm.
std::size_t read_weak_number(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  Fact fact = number_fact(lexemes, i, i + 1, lexemes.integer(i));
  fact.digits = true;
  fact.weak = true;
  facts.push_back(fact);
  return i + 1;
}

/// Whether Chinese stands right before lexeme i, or before the mark there: 自109.1.1,
/// 日期：109.1.1.
bool follows_chinese(const Lexemes& lexemes, std::size_t i) {
  if (i == 0) return false;
  if (lexemes[i - 1].is_han()) return true;
  constexpr std::u32string_view kMarks = U":(，、,「";
  return i > 1 && lexemes[i - 1].type == Lexeme::Type::kMark &&
         kMarks.find(lexemes[i - 1].character) != std::u32string_view::npos &&
         lexemes[i - 2].is_han();
}

/// 109.1.1, 113/6/30: a day of the Republic of China, where Chinese stands beside it; a version
/// otherwise.
std::size_t read_republic_day(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  const Lexeme& mark = lexemes[i + 1];
  const bool slashes = mark.is_mark('/');
  if (!lexemes[i].is_digits() || !(slashes || mark.is_mark('.'))) return i;
  for (std::size_t k = i + 1; k < i + 5; ++k) {
    const bool digits = (k - i) % 2 == 0;
    if (lexemes[k].spaced || (digits ? !lexemes[k].is_digits() || lexemes.digit_count(k) > 2
                                     : !lexemes[k].is_mark(mark.character))) {
      return i;
    }
  }
  const std::size_t end = i + 5;
  const bool goes_on = lexemes[end].is_mark(mark.character) && lexemes[end + 1].is_digits();
  const auto year = static_cast<std::int32_t>(lexemes.integer(i));
  const double month = lexemes.integer(i + 2);
  const double day = lexemes.integer(i + 4);
  // 95/6/30 is of 1995 as well.
  const std::int32_t first = slashes ? 100 : 38;
  if (goes_on || lexemes.digit_count(i) > 3 || year < first || year >= 150 || month < 1 ||
      month > 12 || day < 1 || day > 31) {
    return i;
  }
  const bool version = lexemes[end].is_han(U'版') || (i > 0 && lexemes[i - 1].is_han(U'版')) ||
                       lexemes.han_before(i, U"版本");
  if (version || (!lexemes[end].is_han() && !follows_chinese(lexemes, i))) return i;
  Fact date = code_fact(lexemes, i, end, i, end);
  date.kind = Kind::kDate;
  date.value = date.upper = 0;
  constexpr std::int32_t kBeforeFirst = 1911;
  date.date.year = year + kBeforeFirst;
  date.date.month = static_cast<std::uint8_t>(month);
  date.date.day = static_cast<std::uint8_t>(day);
  facts.push_back(date);
  Fact code = code_fact(lexemes, i, end, i, end);
  code.alternative = true;
  facts.push_back(code);
  return end;
}

/// "grew by 5 per cent.3", "the votes.12": the number of a footnote that lost its superscript. It
/// may stand on the other side, and nobody misses it.
std::size_t read_footnote_mark(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  constexpr std::size_t kLongest = 3;  // digits, and letters of an abbreviation: "Art.3"
  if (i < 2 || !lexemes[i].is_digits() || lexemes[i].spaced || lexemes.digit_count(i) > kLongest ||
      !lexemes[i + 1].spaced || lexemes[i + 1].is_digits()) {
    return i;
  }
  const Lexeme& mark = lexemes[i - 1];
  const Lexeme& word = lexemes[i - 2];
  if (mark.spaced) return i;
  if (mark.is_mark(U'。')) {
    return read_weak_number(lexemes, i, facts);
  }
  constexpr std::array<std::string_view, 6> kLabels = {"chap",  "figs", "para",
                                                       "paras", "sect", "vols"};
  const bool label =
      std::ranges::any_of(kLabels, [&](std::string_view form) { return lexemes.is(i - 2, form); });
  const bool ends_sentence =
      (mark.is_mark('.') || mark.is_mark(',')) &&
      ((word.is_word() && !word.capital && !label && word.end - word.begin > kLongest) ||
       word.is_mark('%') || word.is_mark(')') || word.is_mark('"'));
  // "…, 3 of them" follows a space; a sentence goes on with a capital.
  const Lexeme& next = lexemes[i + 1];
  const bool fits = next.is_end() || mark.is_mark(',') || !next.is_word() || next.capital;
  return ends_sentence && fits ? read_weak_number(lexemes, i, facts) : i;
}

/// 1:200, 25,000:1: the scale of a map or plan, a share of one in so many. Smaller ones are scores,
/// odds or hours.
std::size_t read_scale(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  constexpr double kSmallest = 100;
  if (!lexemes[i].is_digits()) return i;
  const auto left = read_digits(lexemes, i);
  if (!left) return i;
  const std::size_t colon = left->end;
  const auto& mark = lexemes[colon];
  if (!(mark.is_mark(':') || mark.is_mark(U'∶') || mark.is_mark(U'：')) || !touches(mark) ||
      !touches(lexemes[colon + 1])) {
    return i;
  }
  const auto right = read_digits(lexemes, colon + 1);
  if (!right) return i;
  const double above = std::min(left->value, right->value);
  const double below = std::max(left->value, right->value);
  if (above != 1 || below < kSmallest) return i;
  const Lexeme& next = lexemes[right->end];
  if (next.is_han(U'月') || next.is_han(U'日')) return i;  // 2004:1月26日
  Fact fact = number_fact(lexemes, i, right->end, above / below);
  fact.digits = true;
  facts.push_back(fact);
  return right->end;
}

/// "12.3 Other offences …": the number of a section begins the text; the other side may number its
/// sections otherwise.
std::size_t read_section_number(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  if (i != 0 || !lexemes[0].is_digits() || !lexemes[1].is_mark('.') || lexemes[1].spaced ||
      !lexemes[2].is_digits() || lexemes[2].spaced) {
    return i;
  }
  constexpr std::size_t kMostDigits = 2;
  const Lexeme& next = lexemes[3];
  const bool heads = next.spaced && next.is_word() && next.capital && !next.upper &&
                     next.meanings.empty() && lexemes.digit_count(0) <= kMostDigits &&
                     lexemes.digit_count(2) <= kMostDigits;
  if (!heads) return i;
  Fact fact = code_fact(lexemes, 0, 3, 0, 3);
  fact.weak = true;
  facts.push_back(fact);
  return 3;
}

/// Whether the figures joined in [begin, end) are what a side won, drew and lost: 39-39-4.
bool are_short(const Lexemes& lexemes, std::size_t begin, std::size_t end) {
  constexpr std::size_t kMostDigits = 2;
  for (std::size_t i = begin; i < end; i += 2) {
    if (lexemes.digit_count(i) > kMostDigits || lexemes.has_leading_zero(i)) return false;
  }
  return true;
}

/// Whether what was read goes on at once: with a letter, a digit, or a mark and a digit.
bool goes_on(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& next = lexemes[i];
  if (next.spaced || next.is_han()) return false;
  const bool end = next.is_mark('.') || next.is_mark(',') || next.is_mark(';') || next.is_mark('?');
  return !end || (!lexemes[i + 1].spaced && lexemes[i + 1].is_digits());
}

/// fifty-fifty, 50-50, 50/50: even chances, half and half.
std::size_t read_even_odds(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  const auto is_fifty = [&](std::size_t k) {
    return lexemes.is(k, "fifty") ||
           (lexemes[k].is_digits() && lexemes.digit_count(k) == 2 && lexemes.integer(k) == 50);
  };
  const Lexeme& mark = lexemes[i + 1];
  const bool joined = !mark.spaced && !lexemes[i + 2].spaced &&
                      (mark.is_mark('-') || mark.is_mark('/') || mark.is_mark(':'));
  if (!joined || !is_fifty(i) || !is_fifty(i + 2) || goes_on(lexemes, i + 3)) return i;
  for (const std::size_t k : {i, i + 2}) {
    facts.push_back(number_fact(lexemes, k, k + 1, 50));
    facts.back().weak = true;
  }
  return i + 3;
}

/// 39C, 5G, 737NG, 1.2.3, 555-1234-567, 24/7: digits that name or identify.
std::size_t read_code(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  if (const std::size_t end = read_telephone(lexemes, i, facts); end != i) return end;
  if (const std::size_t end = read_republic_day(lexemes, i, facts); end != i) return end;
  if (!lexemes[i].is_digits()) return i;
  std::size_t end = i + 1;
  std::size_t groups = 1;
  const Lexeme& mark = lexemes[end];
  const bool joined = touches(mark) && (mark.is_mark('.') || mark.is_mark('-'));
  while (joined && lexemes[end].character == mark.character && touches(lexemes[end]) &&
         lexemes[end].type == mark.type && lexemes[end + 1].is_digits() &&
         touches(lexemes[end + 1])) {
    end += 2;
    ++groups;
  }
  if (lexemes[end].is_mark('+') && touches(lexemes[end]) && lexemes[end + 1].is_digits() &&
      touches(lexemes[end + 1])) {  // 10+3, the meeting of ten and three
    facts.push_back(code_fact(lexemes, i, end + 2, i, end + 2));
    return end + 2;
  }
  if (groups >= 3 && mark.is_mark('-') && are_short(lexemes, i, end)) {
    for (std::size_t k = i; k < end; k += 2) {
      read_weak_number(lexemes, k, facts);
      facts.back().weak = facts.back().value == 0;  // nothing lost need not be said
    }
    return end;
  }
  bool code = groups >= 3;
  if (groups == 1 && lexemes.digit_count(i) >= 3 && lexemes.has_leading_zero(i) &&
      !lexemes[end].is_mark('.')) {  // 0800, 007
    facts.push_back(code_fact(lexemes, i, i + 1, i, i + 1));
    return i + 1;
  }
  if (code && mark.is_mark('.')) {  // 1.234.567 is a number grouped by points
    bool grouped = lexemes.digit_count(i) <= 3;
    for (std::size_t k = i + 2; k < end; k += 2) grouped = grouped && lexemes.digit_count(k) == 3;
    code = !grouped;
  }
  if (!code) {
    end = i + 1;
    const Lexeme& word = lexemes[end];
    code = word.is_word() && touches(word) && !lexemes.is(end, "x") && !lexemes.is(end, "s") &&
           (word.meanings.empty() || (lexemes.is(end, "g") && word.upper)) &&
           !lexemes.is(end, "pp") && !lexemes.is(end, "fold") && !lexemes.is(end, "q") &&
           !lexemes.is(end, "p") && !lexemes.is(end, "a") && !lexemes.is(end, "plus");
    if (code) {
      ++end;
      while (touches(lexemes[end]) && (lexemes[end].is_word() || lexemes[end].is_digits())) ++end;
    } else {
      const bool mark_joins = touches(word) && touches(lexemes[end + 1]);
      const bool name = mark_joins && word.is_mark('.') && lexemes.has_leading_zero(i) &&
                        lexemes[end + 1].is_word();  // 01.AI
      const bool around_the_clock =
          mark_joins && word.is_mark('/') && lexemes[end + 1].is_digits() &&
          lexemes.integer(i) >= lexemes.integer(end + 1) && lexemes.digit_count(i) <= 2 &&
          lexemes.digit_count(end + 1) <= 2 && !goes_on(lexemes, end + 2);  // 24/7
      code = name || around_the_clock;
      if (code) end += 2;
    }
  }
  if (!code) return i;
  std::size_t digits_end = end;
  while (!lexemes[digits_end - 1].is_digits()) --digits_end;
  facts.push_back(code_fact(lexemes, i, end, i, digits_end));
  const bool fraction = end == i + 3 && lexemes[i + 1].is_mark('/') && lexemes.integer(i + 2) > 0;
  if (end == i + 2 && lexemes.is(i + 1, "mp") && lexemes[i + 1].upper) {  // 48MP, of a camera
    Fact pixels = number_fact(lexemes, i, end, lexemes.integer(i) * 1e6);
    pixels.alternative = true;
    facts.push_back(pixels);
  }
  if (fraction) {  // 16/5 litres
    Fact number = number_fact(lexemes, i, end, lexemes.integer(i) / lexemes.integer(i + 2));
    number.alternative = true;
    facts.push_back(number);
  }
  return end;
}

/// Louis XIV, Chapter II.
std::size_t read_roman(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  const Lexeme& word = lexemes[i];
  if (!word.is_word() || !word.upper || word.end - word.begin > 6) return i;
  const std::string_view letters = lexemes.text_of(word);
  int value = 0;
  int last = 0;
  for (auto letter = letters.rbegin(); letter != letters.rend(); ++letter) {
    int digit = 0;
    switch (*letter) {
      case 'I':
        digit = 1;
        break;
      case 'V':
        digit = 5;
        break;
      case 'X':
        digit = 10;
        break;
      case 'L':
        digit = 50;
        break;
      default:
        return i;
    }
    value += digit < last ? -digit : digit;
    last = std::max(last, digit);
  }
  if (letters == "I" && (i == 0 || !lexemes[i - 1].capital)) return i;
  Fact fact = number_fact(lexemes, i, i + 1, value);
  fact.kind = Kind::kOrdinal;
  // Elizabeth II and "Chapter IV" rank; II by itself may be anything, and MARTIN LI is a person.
  const bool surname = letters == "LI";
  fact.weak = letters.size() == 1 || surname || i == 0 || !lexemes[i - 1].is_word() ||
              !lexemes[i - 1].capital;
  facts.push_back(fact);
  return i + 1;
}

/// twice, double, both, a pair: they count, and are often left out.
std::size_t read_multiple_word(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  if (const Meaning* multiple = lexemes[i].as(Role::kMultiple)) {
    Fact fact = number_fact(lexemes, i, i + 1, multiple->value);
    fact.kind = Kind::kMultiple;
    fact.weak = true;
    if (lexemes.is(i, "fortnight")) {
      fact.kind = Kind::kMeasure;
      fact.unit = Unit::kDay;
    } else if (lexemes.is(i, "teen") || lexemes.is(i, "teens")) {
      fact.upper = 19;
      fact.approximation = Approximation::kVague;
    }
    facts.push_back(fact);
    return i + 1;
  }
  if (!lexemes[i].is_han()) return i;
  if (lexemes[i].is_han(U'翻')) {  // 翻两番: to the fourfold
    const auto count = read_chinese(lexemes, lexemes[i + 1].is_han(U'了') ? i + 2 : i + 1);
    if (count && count->value >= 2 && count->value <= 10 && lexemes[count->end].is_han(U'番')) {
      Fact fact = number_fact(lexemes, i, count->end + 1, std::pow(2.0, count->value));
      fact.kind = Kind::kMultiple;
      facts.push_back(fact);
      return count->end + 1;
    }
  }
  if (lexemes.han_is(i, U"对折") || lexemes.han_is(i, U"半折")) {
    Fact fact = number_fact(lexemes, i, i + 2, 50);
    fact.kind = Kind::kMeasure;
    fact.unit = Unit::kPercentOfPrice;
    facts.push_back(fact);
    return i + 2;
  }
  for (const std::u32string_view form :
       {U"翻了一番", U"翻一番", U"翻番", U"翻倍", U"双倍", U"加倍"}) {
    if (!lexemes.han_is(i, form)) continue;
    const std::size_t end = i + form.size();
    Fact fact = number_fact(lexemes, i, end, 2);
    fact.kind = Kind::kMultiple;
    fact.weak = true;
    facts.push_back(fact);
    return end;
  }
  if (lexemes[i].is_han(U'双')) {
    Fact fact = number_fact(lexemes, i, i + 1, 2);
    fact.kind = Kind::kMultiple;
    fact.weak = true;
    facts.push_back(fact);
    return i + 1;
  }
  return i;
}

/// 首次, 首个, 首届: the first of what a counter counts; weak, as "first" is.
std::size_t read_first(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  if (!lexemes[i].is_han(U'首') || !lexemes[i + 1].is_han()) return i;
  constexpr std::u32string_view kOthers = U"次度例战款期轮场";
  const HanEntry* counter = lexemes.han(i + 1, Role::kCounter);
  constexpr std::u32string_view kWords = U"部站国市";  // 首部, 首站, 首国, 首市: other words
  const char32_t next = lexemes[i + 1].character;
  if ((counter == nullptr || kWords.find(next) != std::u32string_view::npos) &&
      kOthers.find(next) == std::u32string_view::npos) {
    return i;
  }
  Fact fact = number_fact(lexemes, i, i + 1, 1);
  fact.kind = Kind::kOrdinal;
  fact.weak = true;
  facts.push_back(fact);
  return i + 1;
}

std::size_t read_relative(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  std::size_t end = i;
  if (const HanEntry* entry = lexemes.han(i, Role::kRelative)) {
    end = i + entry->form.size();
  } else if (const Meaning* meaning = lexemes[i].as(Role::kRelative);
             meaning != nullptr && meaning->value > 0) {
    end = i + 1;
  }
  if (end == i) return i;
  Fact fact = number_fact(lexemes, i, end, 0);
  fact.kind = Kind::kRelative;
  fact.weak = true;
  facts.push_back(fact);
  return end;
}

/// "Decades", "a few weeks", "several kilometres": more than one of the unit.
std::size_t read_several_units(const Lexemes& lexemes, std::size_t i, const Meaning& meaning,
                               std::vector<Fact>& facts) {
  const auto unit = static_cast<Unit>(static_cast<int>(meaning.value));
  const bool few = i > 0 && is_any(lexemes, i - 1, {"few", "several"});
  const bool long_time = unit == Unit::kDecade || unit == Unit::kCentury;
  if (!few && !long_time) return i;
  Fact fact = number_fact(lexemes, few ? i - 1 : i, i + 1, 2);
  fact.number = few ? lexemes.span(i - 1, i) : lexemes.span(i, i + 1);
  fact.kind = Kind::kMeasure;
  fact.unit = unit;
  fact.upper = few && !long_time ? 7 : 9.9;
  fact.approximation = Approximation::kVague;
  facts.push_back(fact);
  return i + 1;
}

/// A unit of time by itself stands for one of it: "a decade", "per year"; "an hour or two".
std::size_t read_lone_unit(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  const Meaning* unit = lexemes[i].as(Role::kUnit);
  if (unit == nullptr) return i;
  if (lexemes[i].plural || lexemes.is(i, "centuries")) {
    return read_several_units(lexemes, i, *unit, facts);
  }
  const auto value = static_cast<Unit>(static_cast<int>(unit->value));
  const bool article = i > 0 && is_any(lexemes, i - 1, {"a", "an"});
  const bool or_two = article && lexemes.is(i + 1, "or") && lexemes.is(i + 2, "two") &&
                      lexemes[i + 3].as(Role::kUnit) == nullptr;
  if (!or_two && dimension_of(value) != Dimension::kDuration) return i;
  if (lexemes[i].end - lexemes[i].begin < 3) return i;
  // "an hour" says one, "this year" does not count; the span tells them apart.
  const bool half =
      article && lexemes.is(i + 1, "and") && lexemes.is(i + 2, "a") && lexemes.is(i + 3, "half");
  const std::size_t end = half ? i + 4 : or_two ? i + 3 : i + 1;
  Fact fact = number_fact(lexemes, article ? i - 1 : i, end, half ? 1.5 : 1);
  if (article) {
    std::size_t begin = i - 1;
    fact.approximation = approximation_before(lexemes, begin);
    fact.span.begin = lexemes[begin].begin;
  }
  if (or_two) {
    fact.upper = 2;
    fact.approximation = Approximation::kVague;
  }
  fact.number = lexemes.span(i, i + 1);
  fact.kind = Kind::kMeasure;
  fact.unit = value;
  fact.weak = !half && !or_two;
  facts.push_back(fact);
  if (value == Unit::kCentury && i > 0 && is_any(lexemes, i - 1, {"the", "this"})) {
    Date ours;  // "by the end of the century": mostly 本世纪
    ours.period = Date::Period::kCentury;
    ours.number = 21;
    add_date(lexemes, i, end, ours, facts);
    facts.back().weak = true;
    facts.back().alternative = true;
  }
  return end;
}

/// Whether the last word of a currency names one by itself; won, rand and cent mostly mean another
/// thing.
bool names_currency(const Lexemes& lexemes, std::size_t word) {
  const Lexeme& lexeme = lexemes[word];
  if (!lexeme.is_word()) return true;
  if (lexeme.upper && lexeme.end - lexeme.begin == 3) return true;  // HKD
  return is_any(lexemes, word,
                {"yuan", "renminbi", "rmb", "euro", "euros", "yen", "pounds", "sterling", "rouble",
                 "roubles", "ruble", "rubles", "dollar", "dollars"});
}

std::size_t read_lone_currency(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  if (lexemes[i].type == Lexeme::Type::kMark) return i;  // € belongs to the amount after it
  Currency currency = Currency::kNone;
  const std::size_t end = read_currency(lexemes, i, currency);
  if (end == i || currency == Currency::kYuan || currency == Currency::kDollar ||
      currency == Currency::kOther || !names_currency(lexemes, end - 1)) {
    return i;
  }
  // 人民币5亿元 and "RMB 5 million" are one amount.
  const bool code = lexemes[i].is_word() && lexemes[end - 1].upper;
  if ((lexemes[i].is_han() || code) && read_numeral(lexemes, end)) return i;
  Fact fact = number_fact(lexemes, i, end, 0);
  fact.kind = Kind::kCurrency;
  fact.currency = currency;
  fact.weak = true;
  facts.push_back(fact);
  return end;
}

/// Reads what begins at lexeme i; returns the index after it, or i where nothing begins.
std::size_t read_any(const Lexemes& lexemes, std::size_t i, Language language,
                     std::vector<Fact>& facts) {
  const Lexeme& lexeme = lexemes[i];
  if (lexeme.is_han() && !may_begin_fact(lexeme.character)) return i;
  if (lexeme.is_word()) {
    if (const std::size_t end = past_address(lexemes, i); end != i) return end;
  }
  if (lexeme.is_han() && is_other_word(lexemes, i)) {
    const HanEntry* entry = lexemes.han(i, Role::kNotNumber);
    return i + (entry == nullptr ? 1 : entry->form.size());
  }
  std::size_t end = i;
  if ((end = read_scale(lexemes, i, facts)) != i) return end;
  if ((end = read_named_figure(lexemes, i, facts)) != i) return end;
  if ((end = read_even_odds(lexemes, i, facts)) != i) return end;
  if ((end = read_date(lexemes, i, facts)) != i) return end;
  if ((end = read_time(lexemes, i, facts)) != i) return end;
  if ((end = read_name_with_digits(lexemes, i, facts)) != i) return end;
  if ((end = read_footnote_mark(lexemes, i, facts)) != i) return end;
  if ((end = read_section_number(lexemes, i, facts)) != i) return end;
  if ((end = read_code(lexemes, i, facts)) != i) return end;
  if ((end = read_roman(lexemes, i, facts)) != i) return end;
  if ((end = read_quantity(lexemes, i, language, facts)) != i) return end;
  if ((end = read_multiple_word(lexemes, i, facts)) != i) return end;
  if ((end = read_first(lexemes, i, facts)) != i) return end;
  if ((end = read_relative(lexemes, i, facts)) != i) return end;
  if ((end = read_lone_unit(lexemes, i, facts)) != i) return end;
  return read_lone_currency(lexemes, i, facts);
}

}  // namespace

std::vector<Fact> find(std::string_view text, Language language, std::size_t offset) {
  const Lexemes lexemes(text);
  std::vector<Fact> facts;
  for (std::size_t i = 0; i < lexemes.size();) {
    const std::size_t end = read_any(lexemes, i, language, facts);
    i = end == i ? i + 1 : end;
  }
  join_durations(text, facts);
  join_ranges(text, facts);
  weaken_sayings(text, language, facts);
  if (offset > 0) {
    for (Fact& fact : facts) {
      fact.span = fact.span.shifted(offset);
      fact.number = fact.number.shifted(offset);
    }
  }
  return facts;
}

}  // namespace duizhao::facts
