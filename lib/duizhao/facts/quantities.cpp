#include "duizhao/facts/quantities.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <utility>

#include "duizhao/facts/alternative_readings.h"
#include "duizhao/facts/approximations.h"
#include "duizhao/facts/dates.h"
#include "duizhao/facts/numeral.h"
#include "duizhao/facts/subunits.h"
#include "duizhao/facts/units_in_text.h"

namespace duizhao::facts {
namespace {

bool is_any(const Lexemes& lexemes, std::size_t i, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return lexemes.is(i, word); });
}

/// How currencies.inc says that a currency is written before a number: $, and letters before it.
struct Sign {
  Currency currency;
  char32_t symbol;
  std::string_view letters;  ///< parted by '|': "a|au" of A$ and AU$
};

constexpr auto kSigns = std::to_array<Sign>({
#define CURRENCY(id, code, family, english, nations, letters, symbol, ...) \
  {Currency::id, symbol, letters},
#include "duizhao/facts/currencies.inc"
#undef CURRENCY
});

Currency currency_of_symbol(char32_t c) {
  for (const Sign& sign : kSigns) {
    if (sign.symbol == c) return sign.currency;
  }
  return Currency::kNone;
}

/// The currency that a word names which touches a dollar sign: HK$.
Currency currency_of_letters(const Lexemes& lexemes, std::size_t word) {
  for (const Sign& sign : kSigns) {
    std::string_view letters = sign.letters;
    while (!letters.empty()) {
      const std::size_t bar = std::min(letters.find('|'), letters.size());
      if (lexemes.is(word, letters.substr(0, bar))) return sign.currency;
      letters.remove_prefix(std::min(bar + 1, letters.size()));
    }
  }
  return Currency::kNone;
}

/// The currency in front of a number: US$, HK$, €, RMB, 人民币. `begin` moves to where it begins.
Currency currency_before(const Lexemes& lexemes, std::size_t& begin) {
  if (begin == 0) return Currency::kNone;
  const Lexeme& before = lexemes[begin - 1];
  if (before.type == Lexeme::Type::kMark) {
    const Currency currency = currency_of_symbol(before.character);
    if (currency == Currency::kNone) return currency;
    --begin;
    if (currency == Currency::kDollar && begin > 0 && !lexemes[begin].spaced &&
        lexemes[begin - 1].is_word()) {
      if (const Currency of = currency_of_letters(lexemes, begin - 1); of != Currency::kNone) {
        --begin;
        return of;
      }
    }
    // U.S.$ and "Hong Kong $" are rare enough to leave.
    return currency;
  }
  if (before.is_word()) {
    const Meaning* meaning = before.as(Role::kCurrency);
    if (!lexemes[begin].spaced || lexemes.is(begin - 1, "rs")) {
      if (lexemes.is(begin - 1, "nt") && before.upper) {  // NT20,000
        --begin;
        return Currency::kTwd;
      }
      if (lexemes.is(begin - 1, "rm") && before.upper) {  // RM15 million
        --begin;
        return Currency::kMyr;
      }
      if (lexemes.is(begin - 1, "rs") && before.capital) {  // Rs 500
        --begin;
        return Currency::kOther;
      }
    }
    if (meaning == nullptr || !before.upper || before.end - before.begin != 3) {
      return Currency::kNone;
    }
    --begin;
    return static_cast<Currency>(static_cast<int>(meaning->value));
  }
  if (before.is_han()) {
    static constexpr std::u32string_view kPrefixes[] = {
        U"人民币", U"新台币", U"港币", U"港元",   U"美金", U"美元", U"台币",
        U"欧元",   U"英镑",   U"日元", U"澳门元", U"日圆", U"澳元"};
    for (const std::u32string_view form : kPrefixes) {
      if (!lexemes.han_before(begin, form)) continue;
      const HanEntry* entry = lexemes.han(begin - form.size(), Role::kCurrency);
      // 100港元50人: the currency belongs to the number before it.
      const std::size_t start = begin - form.size();
      const Lexeme& earlier = lexemes[start - 1];
      if (start > 0 &&
          (earlier.is_digits() ||
           (earlier.is_han() && (han_scale(earlier.character) > 0 || earlier.is_han(U'元'))))) {
        return Currency::kNone;
      }
      begin = start;
      return static_cast<Currency>(static_cast<int>(entry->value));
    }
  }
  return Currency::kNone;
}

/// 增加两倍 says threefold, 是…的两倍 twofold: what the words before a multiple make of it.
enum class Growth : std::uint8_t { kUnsaid, kBy, kTo };

Growth growth_before(const Lexemes& lexemes, std::size_t begin) {
  static constexpr std::u32string_view kBy[] = {
      U"增加", U"增长", U"增多", U"扩大", U"提高", U"上升", U"上涨", U"增", U"涨",
      U"多",   U"高",   U"高出", U"多出", U"贵",   U"超出", U"大",   U"快"};
  static constexpr std::u32string_view kTo[] = {U"到", U"至", U"为", U"是",    U"的",
                                                U"于", U"达", U"有", U"相当于"};
  std::size_t i = begin;
  for (const std::u32string_view filler : {U"近", U"约", U"逾", U"超过", U"大约", U"将近", U"了"}) {
    if (lexemes.han_before(i, filler)) i -= filler.size();
  }
  if (i > 0 && lexemes[i - 1].is_han(U'了')) --i;
  for (const std::u32string_view form : kTo) {
    if (lexemes.han_before(i, form)) return Growth::kTo;
  }
  for (const std::u32string_view form : kBy) {
    if (lexemes.han_before(i, form)) return Growth::kBy;
  }
  return Growth::kUnsaid;
}

/// What a number turns out to be.
struct Reading {
  Kind kind = Kind::kNumber;
  Unit unit = Unit::kNone;
  Currency currency = Currency::kNone;
  double factor = 1;
  std::size_t end = 0;
  bool counted = false;   ///< a counter follows
  bool and_more = false;  ///< 三个多月
};

std::size_t past_hyphen(const Lexemes& lexemes, std::size_t i) {
  return lexemes[i].is_mark('-') && !lexemes[i].spaced && lexemes[i + 1].is_word() &&
                 !lexemes[i + 1].spaced
             ? i + 1
             : i;
}

/// 三成, 3成5: tenths; not 一成员, 三成为, but 两成员工.
bool is_tenths(const Lexemes& lexemes, std::size_t i) {
  if (!lexemes[i].is_han(U'成')) return false;
  for (const std::u32string_view person : {U"员工", U"年轻", U"年长", U"长者", U"本地", U"本国"}) {
    if (lexemes.han_is(i + 1, person)) return true;
  }
  const Lexeme& after = lexemes[i + 1];
  constexpr std::u32string_view kOtherWords = U"为立功员长本年熟就果分都交品型效败绩不";
  return !after.is_han() || kOtherWords.find(after.character) == std::u32string_view::npos;
}

/// 倍, 成, 折, 番 and their English counterparts.
bool read_multiple(const Lexemes& lexemes, const Numeral& numeral, Reading& reading) {
  const std::size_t i = numeral.end;
  if (lexemes[i].is_han(U'倍')) {
    reading.kind = Kind::kMultiple;
    reading.end = i + 1;
    return true;
  }
  if (is_tenths(lexemes, i) && numeral.value <= 10 && numeral.value > 0) {
    reading.kind = Kind::kMeasure;
    reading.unit = Unit::kPercent;
    reading.factor = 10;
    reading.end = i + 1;
    return true;
  }
  if (lexemes[i].is_han(U'折') && numeral.value > 0 && numeral.value < 100) {  // 八折, 85折
    reading.kind = Kind::kMeasure;
    reading.unit = Unit::kPercentOfPrice;
    reading.factor = numeral.value < 10 ? 10 : 1;
    reading.end = i + 1;
    return true;
  }
  if (lexemes.is(past_hyphen(lexemes, i), "fold")) {
    reading.kind = Kind::kMultiple;
    reading.end = past_hyphen(lexemes, i) + 1;
    return true;
  }
  if (is_any(lexemes, i, {"times", "time"})) {
    reading.kind = Kind::kMultiple;
    reading.end = i + 1;
    return true;
  }
  return false;
}

/// Whether 息 or 利 stands shortly before: 年利率为八厘; but 月息八厘 is of another kind.
bool follows_interest(const Lexemes& lexemes, std::size_t i) {
  constexpr std::size_t kReach = 10;
  for (std::size_t k = i; k > 0 && i - k < kReach; --k) {
    const Lexeme& before = lexemes[k - 1];
    if (before.is_han(U'月')) return false;
    if (before.is_han(U'息') || before.is_han(U'利'))
      return !(k > 1 && lexemes[k - 2].is_han(U'月'));
  }
  return false;
}

/// 0.75厘, 年息5厘, 利率八厘: percent of interest, as Hong Kong says it.
bool read_interest(const Lexemes& lexemes, const Numeral& numeral, Reading& reading) {
  const std::size_t i = numeral.end;
  const Lexeme& after = lexemes[i + 1];
  constexpr std::u32string_view kOtherWords = U"米升克钱清";
  const bool known = numeral.digits || follows_interest(lexemes, i);
  if (!lexemes[i].is_han(U'厘') || !known ||
      (after.is_han() && kOtherWords.find(after.character) != std::u32string_view::npos)) {
    return false;
  }
  reading.kind = Kind::kMeasure;
  reading.unit = Unit::kPercent;
  reading.end = i + 1;
  return true;
}

/// 二楼, 18楼: a storey by its rank; 三层 are counted.
bool is_storey(const Lexemes& lexemes, const Numeral& numeral) {
  const Lexeme& after = lexemes[numeral.end + 1];
  return lexemes[numeral.end].is_han(U'楼') && !after.is_han(U'梯') && !after.is_han(U'房');
}

/// 伊丽莎白二世; not 二世纪 or 三世同堂.
bool is_regnal(const Lexemes& lexemes, const Numeral& numeral) {
  constexpr std::u32string_view kOtherWords = U"纪界代家人同祖间";
  const Lexeme& after = lexemes[numeral.end + 1];
  return lexemes[numeral.end].is_han(U'世') && !numeral.digits &&
         !(after.is_han() && kOtherWords.find(after.character) != std::u32string_view::npos);
}

/// 六旬, 年过七旬: tens of years of age; not the thirds of a month (上旬).
bool read_age(const Lexemes& lexemes, const Numeral& numeral, Reading& reading) {
  if (!lexemes[numeral.end].is_han(U'旬') || numeral.value < 1 || numeral.value > 10) return false;
  reading.kind = Kind::kMeasure;
  reading.unit = Unit::kYear;
  reading.factor = 10;
  reading.end = numeral.end + 1;
  return true;
}

/// 五毛钱, 5角.
bool read_small_coin(const Lexemes& lexemes, const Numeral& numeral, Reading& reading) {
  const std::size_t i = numeral.end;
  if (!lexemes[i].is_han(U'角') && !lexemes[i].is_han(U'毛')) return false;
  const bool named = lexemes[i + 1].is_han(U'钱');
  if (!named && !numeral.digits) return false;  // 三角, 五角大楼
  reading.kind = Kind::kMoney;
  reading.currency = Currency::kYuan;
  reading.factor = 0.1;
  reading.end = i + (named ? 2 : 1);
  return true;
}

/// "4.5 per 1,000", "3 per thousand".
bool is_per_thousand(const Lexemes& lexemes, const Numeral& numeral) {
  if (!lexemes.is(numeral.end, "per") || numeral.value >= 1000) return false;
  const auto base = read_numeral(lexemes, numeral.end + 1);
  return base && base->value == 1000;
}

/// 30 MUSD, 120 MEUR, 5 kUSD: a magnitude's letter before the code. Returns the index after it, or
/// i.
std::size_t read_millions_of_code(const Lexemes& lexemes, std::size_t i, Currency& currency,
                                  double& factor) {
  const std::string_view word = lexemes.text_of(lexemes[i]);
  if (!lexemes[i].is_word() || word.size() != 4) return i;
  constexpr std::pair<char, double> kLetters[] = {{'k', 1e3}, {'K', 1e3}, {'M', 1e6}, {'B', 1e9}};
  for (const auto& [letter, value] : kLetters) {
    if (word.front() != letter) continue;
    for (std::size_t k = 0; k < kCurrencyCount; ++k) {
      const auto coded = static_cast<Currency>(k);
      if (code_of(coded) != word.substr(1)) continue;
      currency = coded;
      factor = value;
      return i + 1;
    }
  }
  return i;
}

void read_what(const Lexemes& lexemes, const Numeral& numeral, Reading& reading) {
  reading.end = numeral.end;
  if (numeral.unit != Unit::kNone) {
    reading.kind = Kind::kMeasure;
    reading.unit = numeral.unit;
    return;
  }
  if (read_multiple(lexemes, numeral, reading)) return;
  if (read_age(lexemes, numeral, reading)) return;
  if (read_interest(lexemes, numeral, reading)) return;
  if (read_small_coin(lexemes, numeral, reading)) return;
  std::size_t i = past_hyphen(lexemes, numeral.end);
  // 3亿多元: "more" stands before the unit.
  const Lexeme& more = lexemes[i];
  if (more.is_han(U'个') && (lexemes[i + 1].is_han(U'多') || lexemes[i + 1].is_han(U'余'))) {
    Unit unit = Unit::kNone;  // 三个多月
    if (const std::size_t end = read_unit(lexemes, i + 2, numeral.digits, unit); end != i + 2) {
      reading.kind = Kind::kMeasure;
      reading.unit = unit;
      reading.end = end;
      reading.and_more = true;
      return;
    }
  }
  if ((more.is_han(U'多') || more.is_han(U'余')) &&
      (lexemes.han(i + 1, Role::kUnit) != nullptr ||
       lexemes.han(i + 1, Role::kCurrency) != nullptr ||
       lexemes.han(i + 1, Role::kCounter) != nullptr)) {
    ++i;
  }
  if (lexemes.is(i, "of") || lexemes.is(i, "a") || lexemes.is(i, "an")) {
    // half a year, half an hour; a quarter of a century; millions of dollars
    std::size_t j = i + 1;
    if (lexemes.is(i, "of") && is_any(lexemes, j, {"a", "an"})) ++j;
    Unit unit = Unit::kNone;
    const bool money = lexemes[j].as(Role::kCurrency) != nullptr;
    if ((numeral.fraction || numeral.approximation == Approximation::kVague) &&
        (money || read_unit(lexemes, j, false, unit) != j)) {
      i = j;
    }
  }
  if (numeral.digits && is_feet_mark(lexemes, i)) {
    reading.kind = Kind::kMeasure;
    reading.unit = Unit::kFoot;
    reading.end = i + 1;
    return;
  }
  Currency currency = Currency::kNone;
  if (const std::size_t end = read_millions_of_code(lexemes, i, currency, reading.factor);
      end != i) {
    reading.kind = Kind::kMoney;
    reading.currency = currency;
    reading.end = end;
    return;
  }
  if (std::size_t end = read_currency(lexemes, i, currency); end != i) {
    reading.kind = Kind::kMoney;
    if (currency == Currency::kYuan) {  // 3万元欧元
      if (const HanEntry* other = lexemes.han(end, Role::kCurrency)) {
        currency = static_cast<Currency>(static_cast<int>(other->value));
        end += other->form.size();
      }
    }
    if (const Meaning* scale = lexemes[end].as(Role::kScale);
        scale != nullptr && lexemes[end - 1].upper && !numeral.scaled) {  // 75 USD million
      reading.factor = scale->value;
      ++end;
    }
    reading.currency = currency;
    reading.end = end;
    if (is_any(lexemes, end - 1, {"cent", "cents"})) reading.factor = 0.01;
    return;
  }
  Unit unit = Unit::kNone;
  if (const std::size_t end = read_unit(lexemes, i, numeral.digits, unit); end != i) {
    reading.kind = Kind::kMeasure;
    reading.unit = unit;
    reading.end = end;
    return;
  }
  if (is_per_thousand(lexemes, numeral)) {
    reading.kind = Kind::kMeasure;
    reading.unit = Unit::kPerMille;
    return;
  }
  reading.counted = lexemes.han(i, Role::kCounter) != nullptr;
}

/// 每小时, 时速, 每秒 in front of a number: the time of a speed.
Unit time_before(const Lexemes& lexemes, std::size_t begin) {
  for (const std::u32string_view between : {U"", U"达", U"为", U"高达", U"达到"}) {
    if (!lexemes.han_before(begin, between)) continue;
    const std::size_t i = begin - between.size();
    if (lexemes.han_before(i, U"每小时") || lexemes.han_before(i, U"时速")) return Unit::kHour;
    if (lexemes.han_before(i, U"每秒") || lexemes.han_before(i, U"秒速") ||
        lexemes.han_before(i, U"每秒钟")) {
      return Unit::kSecond;
    }
  }
  return Unit::kNone;
}

bool is_ordinal_before(const Lexemes& lexemes, std::size_t begin) {
  if (begin == 0) return false;
  if (lexemes[begin - 1].is_han(U'第') || lexemes[begin - 1].is_mark('#')) return true;
  if (lexemes[begin - 1].is_mark('.') && lexemes.is(begin - 2, "no")) return true;
  return is_any(lexemes, begin - 1, {"no", "nos", "number"});
}

/// 一半以上, 不到一半, 半数以上, 过半: half by itself with the words that say on which side of it.
std::size_t read_half_of_all(const Lexemes& lexemes, std::size_t i, std::size_t end,
                             std::vector<Fact>& facts) {
  Fact fact = number_fact(lexemes, i, end, 0.5);
  fact.weak = true;
  std::size_t begin = i;
  fact.approximation = approximation_before(lexemes, begin);
  if (begin == i && i > 0 && (lexemes[i - 1].is_han(U'过') || lexemes[i - 1].is_han(U'大'))) {
    fact.approximation = Approximation::kAbove;  // 过半, 大半
    --begin;
  }
  if (const Approximation after = approximation_after(lexemes, end);
      after != Approximation::kExact) {
    fact.approximation = after;
  }
  fact.span = lexemes.span(begin, end);
  facts.push_back(fact);
  return end;
}

/// 半年, 半小时, 半个世纪, 一半: half by itself is no numeral.
std::size_t read_half(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  if (lexemes.han_is(i, U"一半") || lexemes.han_is(i, U"半数")) {
    return read_half_of_all(lexemes, i, i + 2, facts);
  }
  if (!lexemes[i].is_han(U'半')) return i;
  std::size_t unit_begin = i + 1;
  Unit unit = Unit::kNone;
  std::size_t end = read_unit(lexemes, unit_begin, false, unit);
  if (end == unit_begin && lexemes[unit_begin].is_han(U'个')) {
    end = read_unit(lexemes, ++unit_begin, false, unit);
  }
  const bool measured = end != unit_begin;
  if (!measured) return read_half_of_all(lexemes, i, i + 1, facts);
  Fact fact = number_fact(lexemes, i, end, 0.5);
  const Lexeme& before = lexemes[i - 1];
  fact.weak = (i > 0 && (before.is_han(U'上') || before.is_han(U'下') || before.is_han(U'前') ||
                         before.is_han(U'后') || before.is_han(U'大')));  // 大半年
  fact.kind = Kind::kMeasure;
  fact.unit = unit;
  // 每半年: "twice a year"; 半年报: "the interim report"; 半天: mostly a long while
  if (lexemes.han_before(i, U"每") || unit == Unit::kDay || lexemes[end].is_han(U'报') ||
      lexemes[end].is_han(U'度')) {
    fact.weak = true;
  }
  std::size_t begin = i;
  fact.approximation = approximation_before(lexemes, begin);
  if (const Approximation after = approximation_after(lexemes, end);  // 半年以上
      after != Approximation::kExact) {
    fact.approximation = after;
    fact.span.end = lexemes[end - 1].end;
  }
  facts.push_back(fact);
  return end;
}

/// 几周, 数小时, 好几公里: several of a unit, as "a few weeks".
std::size_t read_several_units(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  std::size_t j = i;
  if (lexemes[j].is_han(U'好')) ++j;
  if (!lexemes[j].is_han(U'几') && !lexemes[j].is_han(U'数')) return i;
  constexpr std::u32string_view kEndsWord = U"人总次户件倍指系参函分票个岁点字辆份度位第十";
  if (i > 0 && lexemes[i - 1].is_han() &&
      kEndsWord.find(lexemes[i - 1].character) != std::u32string_view::npos) {
    return i;  // 天数年, 十几天
  }
  Unit unit = Unit::kNone;
  const std::size_t end = read_unit(lexemes, j + 1, false, unit);
  if (end == j + 1 || lexemes[end - 1].is_han(U'岁') || lexemes[j + 1].is_han(U'度') ||
      lexemes[end].is_han(U'几')) {
    return i;
  }
  Fact fact = number_fact(lexemes, i, end, 2);
  fact.number = lexemes.span(i, j + 1);
  fact.kind = Kind::kMeasure;
  fact.unit = unit;
  fact.upper = unit == Unit::kDecade || unit == Unit::kCentury ? 9.9 : 7;
  fact.approximation = Approximation::kVague;
  facts.push_back(fact);
  return end;
}

/// One in five, two out of three, nine of every ten.
bool read_ratio(const Lexemes& lexemes, std::size_t i, const Numeral& above,
                std::vector<Fact>& facts, std::size_t& end) {
  std::size_t j = above.end;
  // One part in a thousand, two people in ten.
  if (lexemes[j].is_word() && lexemes[j].meanings.empty() && lexemes.is(j + 1, "in")) ++j;
  if (lexemes.is(j, "in")) {
    ++j;
  } else if ((lexemes.is(j, "out") && lexemes.is(j + 1, "of")) ||
             (lexemes.is(j, "of") && lexemes.is(j + 1, "every"))) {
    j += 2;
  } else {
    return false;
  }
  if (lexemes.is(j, "every")) ++j;
  if (above.value < 1 || above.value > 20 || above.value != std::floor(above.value) ||
      above.approximation != Approximation::kExact || above.ordinal) {
    return false;
  }
  const auto below = read_numeral(lexemes, j);
  if (!below || below->value <= above.value || below->value > 1e9 || below->ordinal ||
      below->year_like() || below->decimals > 0 || below->fraction) {
    return false;
  }
  Unit unit = Unit::kNone;
  const std::size_t after = past_hyphen(lexemes, below->end);
  if (read_unit(lexemes, after, below->digits, unit) != after) return false;
  end = below->end;
  Fact fact = number_fact(lexemes, i, end, above.value / below->value);
  fact.digits = false;
  facts.push_back(fact);
  Fact part = number_fact(lexemes, i, end, below->value);
  add_reading(part, facts);
  part.value = part.upper = above.value;
  if (above.value > 1) add_reading(part, facts);
  return true;
}

}  // namespace

std::size_t read_currency(const Lexemes& lexemes, std::size_t i, Currency& currency) {
  const Lexeme& first = lexemes[i];
  if (first.is_han()) {
    const HanEntry* entry = lexemes.han(i, Role::kCurrency);
    if (entry == nullptr) return i;
    // 元 in 元素, 块 in 块状, 圆 in 圆形
    if (entry->form.size() == 1) {
      const Lexeme& after = lexemes[i + 1];
      constexpr std::u32string_view kOtherWords = U"素月旦老首帅件状形桌满圈宝";
      if (after.is_han() && kOtherWords.find(after.character) != std::u32string_view::npos) {
        return i;
      }
    }
    currency = static_cast<Currency>(static_cast<int>(entry->value));
    return i + entry->form.size();
  }
  if (first.type == Lexeme::Type::kMark) {
    currency = currency_of_symbol(first.character);
    return currency == Currency::kNone || currency == Currency::kDollar ? i : i + 1;
  }
  if (!first.is_word()) return i;
  std::size_t j = i;
  Currency nation = Currency::kNone;
  if (lexemes.is(j, "u") && lexemes[j + 1].is_mark('.') && lexemes.is(j + 2, "s") &&
      lexemes[j + 3].is_mark('.')) {
    nation = Currency::kUsd;
    j += 4;
  } else if (is_any(lexemes, j, {"hong", "new"})) {
    const Meaning* meaning = lexemes[j + 1].as(Role::kNation);
    if (meaning != nullptr) {
      nation = static_cast<Currency>(static_cast<int>(meaning->value));
      j += 2;
    }
    if (lexemes.is(i, "new") && lexemes.is(i + 1, "taiwan")) nation = Currency::kTwd;
  } else if (lexemes.is(j, "north") && lexemes.is(j + 1, "korean")) {
    nation = Currency::kKpw;
    j += 2;
  } else if (const Meaning* meaning = lexemes[j].as(Role::kNation)) {
    nation = static_cast<Currency>(static_cast<int>(meaning->value));
    ++j;
  }
  const Meaning* meaning = lexemes[j].as(Role::kCurrency);
  if (meaning == nullptr) {
    // 5 US$ is how some write it.
    return i;
  }
  const auto named = static_cast<Currency>(static_cast<int>(meaning->value));
  // Egypt has pounds and North Korea won of their own.
  const bool shared = (named == Currency::kGbp && nation == Currency::kEgp) ||
                      (named == Currency::kKrw && nation == Currency::kKpw);
  const bool open = named == Currency::kDollar || named == Currency::kOther || shared;
  currency = nation != Currency::kNone && open ? nation : named;
  ++j;
  if (named == Currency::kGbp && lexemes.is(j, "sterling")) ++j;
  return j;
}

Currency currency_of_sign(const Lexemes& lexemes, std::size_t i) {
  if (lexemes[i].type != Lexeme::Type::kMark) return Currency::kNone;
  const Currency currency = currency_of_symbol(lexemes[i].character);
  if (currency == Currency::kDollar && i > 0 && !lexemes[i].spaced && lexemes[i - 1].is_word()) {
    if (const Currency of = currency_of_letters(lexemes, i - 1); of != Currency::kNone) return of;
  }
  return currency;
}

std::size_t read_quantity(const Lexemes& lexemes, std::size_t i, Language language,
                          std::vector<Fact>& facts) {
  if (const std::size_t end = read_half(lexemes, i, facts); end != i) return end;
  if (const std::size_t end = read_several_units(lexemes, i, facts); end != i) return end;
  const auto numeral = read_numeral(lexemes, i);
  if (!numeral) return i;
  std::size_t ratio_end = 0;
  if (read_ratio(lexemes, i, *numeral, facts, ratio_end)) return ratio_end;

  Reading reading;
  read_what(lexemes, *numeral, reading);
  std::size_t begin = i;
  const Currency before = currency_before(lexemes, begin);
  if (before != Currency::kNone) {
    const bool open = reading.currency == Currency::kNone || reading.currency == Currency::kYuan ||
                      reading.currency == Currency::kDollar;
    if (reading.kind != Kind::kMoney) {
      reading = Reading{};
      reading.kind = Kind::kMoney;
      reading.end = numeral->end;
    }
    if (open) reading.currency = before;
    const Lexeme& millions = lexemes[reading.end];
    if (numeral->digits && !numeral->scaled && !millions.spaced &&
        lexemes.text_of(millions) == "MM") {  // $5MM
      reading.factor *= 1e6;
      ++reading.end;
    }
  }
  std::size_t end = reading.end;

  Fact fact;
  fact.kind = reading.kind;
  fact.value = numeral->value * reading.factor;
  fact.upper = numeral->upper * reading.factor;
  fact.unit = reading.unit;
  fact.currency = reading.currency;
  fact.digits = numeral->digits;
  fact.decimals = numeral->decimals;
  fact.malformed = numeral->malformed;
  fact.approximation = reading.and_more ? Approximation::kAbove : numeral->approximation;

  end = read_subunits(lexemes, end, fact);
  if (lexemes[end - 1].is_han(U'旬') && fact.unit == Unit::kYear) {  // 六旬: in the sixties
    fact.upper += 9;
    fact.approximation = Approximation::kVague;
  }
  if (fact.unit == Unit::kPercent && is_any(lexemes, end, {"off", "discount", "discounts"})) {
    fact.unit = Unit::kPercentOfPrice;
    fact.value = 100 - fact.value;
    fact.upper = fact.value;
    ++end;
  }

  if (is_ordinal_before(lexemes, begin)) {
    if (fact.kind == Kind::kNumber || fact.kind == Kind::kMeasure) {  // 第三, 第二年
      fact.kind = Kind::kOrdinal;
      fact.unit = Unit::kNone;
      end = numeral->end;
      if (lexemes[begin - 1].is_han(U'第')) --begin;
    }
  } else if (is_regnal(lexemes, *numeral) ||
             (is_storey(lexemes, *numeral) && fact.kind == Kind::kNumber)) {
    fact.kind = Kind::kOrdinal;
  } else if (numeral->ordinal) {
    fact.kind = Kind::kOrdinal;
    fact.unit = Unit::kNone;
    end = numeral->end;
  }
  if (const Unit time = time_before(lexemes, begin); time != Unit::kNone) {
    if (const Unit speed = speed_of(fact.unit, time); speed != Unit::kNone) fact.unit = speed;
  }
  if (fact.unit == Unit::kDegree && lexemes.han_before(begin, U"摄氏")) fact.unit = Unit::kCelsius;
  if (fact.unit == Unit::kDegree && lexemes.han_before(begin, U"华氏")) {
    fact.unit = Unit::kFahrenheit;
  }
  if (fact.unit == Unit::kSecond && begin > 1 && lexemes[begin - 1].is_mark('-') &&
      is_any(lexemes, begin - 2, {"under", "over"})) {
    fact.unit = Unit::kYear;  // under-16s
  }
  Approximation approximation = approximation_before(lexemes, begin);
  if (const Approximation after = approximation_after(lexemes, end);
      after != Approximation::kExact) {
    approximation = after;
  } else if (const HanEntry* counter = lexemes.han(end, Role::kCounter);
             counter != nullptr) {  // 160个以上, 800人以下
    std::size_t behind = end + counter->form.size();
    const std::size_t bound = behind;
    const Approximation counted = approximation_after(lexemes, behind);
    const bool is_bound = counted == Approximation::kAbove || counted == Approximation::kBelow;
    if (is_bound && lexemes[bound].is_han() && behind >= bound + 2) {
      approximation = counted;
      end = behind;
    }
  }
  // The time of a speed may stand before the approximation: 每小时约 80 公里.
  if (const Unit time = time_before(lexemes, begin); time != Unit::kNone) {
    if (const Unit speed = speed_of(fact.unit, time); speed != Unit::kNone) fact.unit = speed;
  }
  if (fact.approximation == Approximation::kExact) fact.approximation = approximation;

  fact.span = lexemes.span(begin, end);
  fact.number = lexemes.span(i, numeral->end);
  fact.weak = numeral->weak;
  if (numeral->digits) {
    fact.weak = numeral->weak;
  } else if (lexemes[i].is_han()) {
    const bool single = numeral->end == i + 1;
    const bool bare = fact.kind == Kind::kNumber && !reading.counted;
    if (single && (bare || fact.value <= 1)) fact.weak = true;
    if (single && lexemes.han_is(i, U"四周")) fact.weak = true;  // all around
    if (fact.kind == Kind::kOrdinal && fact.value <= 2) fact.weak = true;
    if (is_regnal(lexemes, *numeral)) fact.weak = false;
    if (fact.kind == Kind::kMultiple) fact.weak = false;  // 增长一倍
    if (numeral->positional && bare) fact.weak = true;
  } else if (fact.kind == Kind::kOrdinal && fact.value <= 2) {
    fact.weak = true;
  } else if (fact.kind == Kind::kMultiple || fact.kind == Kind::kMeasure) {
    fact.weak = fact.weak && fact.value <= 1;
  }
  const bool times = lexemes[numeral->end].is_han(U'倍') && fact.kind == Kind::kMultiple;
  const Growth growth = times ? growth_before(lexemes, begin) : Growth::kUnsaid;
  if (growth == Growth::kBy) {
    fact.value += 1;
    fact.upper += 1;
  }
  facts.push_back(fact);
  if (fact.unit == Unit::kPerMille && lexemes.is(end, "per")) {  // the thousand itself
    if (const auto base = read_numeral(lexemes, end + 1)) {
      Fact thousand = number_fact(lexemes, end + 1, base->end, base->value);
      thousand.weak = true;
      facts.push_back(thousand);
      return base->end;
    }
  }

  add_alternative_readings(lexemes,
                           {.numeral = *numeral,
                            .first = i,
                            .unit_end = reading.end,
                            .factor = reading.factor,
                            .multiple_is_settled = growth != Growth::kUnsaid,
                            .currency_in_front = before != Currency::kNone,
                            .language = language},
                           facts);
  return end;
}

}  // namespace duizhao::facts
