#include <algorithm>
#include <cmath>
#include <iterator>

#include "duizhao/facts/numeral.h"
#include "duizhao/facts/units_in_text.h"
#include "duizhao/text/interpunct.h"

namespace duizhao::facts {
namespace {

int digit_at(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& lexeme = lexemes[i];
  return lexeme.is_han() ? han_digit(lexeme.character) : -1;
}

double scale_at(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& lexeme = lexemes[i];
  if (!lexeme.is_han() || lexemes.han_is(i, U"万物")) return 0;  // 零一万物 is a company
  return han_scale(lexeme.character);
}

bool is_financial(char32_t c) {
  constexpr std::u32string_view kFinancial = U"壹贰叁肆伍陆柒捌玖拾佰仟";
  return kFinancial.find(c) != std::u32string_view::npos;
}

/// 陆 is a digit in 陆拾 and a word in 大陆: financial digits need another numeral or 元 after
/// them.
bool stands_as_numeral(const Lexemes& lexemes, std::size_t i) {
  const char32_t own = lexemes[i].character;
  if (!is_financial(own)) return true;
  constexpr std::u32string_view kNothingElse = U"壹贰叁柒捌玖";  // 伍, 肆, 陆, 拾 are words too
  if (kNothingElse.find(own) != std::u32string_view::npos) return true;
  const char32_t next = lexemes[i + 1].character;
  if (own == U'拾' && lexemes[i + 1].is_han() && han_digit(next) > 0) return true;  // 拾六万
  return scale_at(lexemes, i + 1) > 0 || next == U'元' || next == U'圆' ||
         (is_financial(next) && digit_at(lexemes, i + 1) >= 0);
}

bool is_tens_word(char32_t c) { return c == U'廿' || c == U'卅'; }

/// The point of a decimal in Chinese characters: 一点八, 十二．五, ○‧六.
bool is_point(const Lexeme& lexeme) {
  if (lexeme.is_han(U'点')) return true;
  return lexeme.type == Lexeme::Type::kMark &&
         (lexeme.character == U'.' || text::is_interpunct(lexeme.character));
}

/// 多, 余, 来, 几 in 三十多万, 十余个, 十几: more than the number before it.
bool is_and_more(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& lexeme = lexemes[i];
  if (!lexeme.is_han()) return false;
  switch (lexeme.character) {
    case U'余':
    case U'馀':
      return true;
    case U'多':
      return !(lexemes[i + 1].is_han(U'少') || lexemes[i + 1].is_han(U'么'));
    case U'来':
      return lexemes.han(i + 1, Role::kCounter) != nullptr ||
             lexemes.han(i + 1, Role::kUnit) != nullptr || scale_at(lexemes, i + 1) > 0;
    case U'几':
      return true;
    default:
      return false;
  }
}

/// Sums the sections of a Chinese number: 三亿五千万, 两百零三, 一千二, 3亿5千万.
class Sum {
 public:
  /// A value that no magnitude has multiplied yet.
  void digit(double low, double high) {
    low_ = low;
    high_ = high;
    pending_ = true;
  }

  void zero() { after_zero_ = true; }

  void scale(double s) {
    if (s < 1e4) {
      if (!pending_) low_ = high_ = 1;
      section_low_ += low_ * s;
      section_high_ += high_ * s;
    } else {
      if (pending_) {
        section_low_ += low_;
        section_high_ += high_;
      }
      const bool nothing_between = !pending_ && section_low_ == 0;
      if (section_low_ == 0 && total_low_ == 0) section_low_ = section_high_ = 1;
      if (nothing_between && total_low_ > 0) {  // 四万万, 10万万
        total_low_ *= s;
        total_high_ *= s;
      } else if (total_low_ > 0 && total_low_ <= s) {  // 三万亿, 一万二千万
        total_low_ = (total_low_ + section_low_) * s;
        total_high_ = (total_high_ + section_high_) * s;
      } else {
        total_low_ += section_low_ * s;
        total_high_ += section_high_ * s;
      }
      section_low_ = section_high_ = 0;
    }
    pending_ = false;
    after_zero_ = false;
    last_scale_ = s;
  }

  [[nodiscard]] bool pending() const { return pending_; }
  [[nodiscard]] double last_scale() const { return last_scale_; }
  [[nodiscard]] double pending_low() const { return low_; }

  /// Ends the number. A digit left after 百, 千 or 万 counts the next lower magnitude: 一千二.
  void finish(bool single_digit, double& low, double& high) {
    if (pending_) {
      const bool short_form = single_digit && last_scale_ >= 100 && !after_zero_;
      const double factor = short_form ? last_scale_ / 10 : 1;
      section_low_ += low_ * factor;
      section_high_ += high_ * factor;
    }
    low = total_low_ + section_low_;
    high = total_high_ + section_high_;
  }

 private:
  double total_low_ = 0, total_high_ = 0;
  double section_low_ = 0, section_high_ = 0;
  double low_ = 0, high_ = 0;
  double last_scale_ = 0;
  bool pending_ = false;
  bool after_zero_ = false;
};

/// 数十, 几百万, 上百, 成百上千: only the magnitude is said.
std::optional<Numeral> read_vague(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& first = lexemes[i];
  if (!first.is_han()) return std::nullopt;
  Numeral numeral;
  numeral.approximation = Approximation::kVague;
  if (lexemes.han_is(i, U"数以") && scale_at(lexemes, i + 2) > 0) {  // 数以百计, 数以百万计
    std::size_t end = i + 2;
    double scale = 1;
    for (; scale_at(lexemes, end) > 0; ++end) scale *= scale_at(lexemes, end);
    if (lexemes[end].is_han(U'计')) {
      numeral.value = scale;
      numeral.upper = 10 * scale - 1;
      numeral.scaled = true;
      numeral.end = end + 1;
      return numeral;
    }
  }
  for (const std::u32string_view idiom : {U"成千上万", U"成百上千", U"千千万万"}) {
    if (!lexemes.han_is(i, idiom)) continue;
    const bool hundreds = idiom == U"成百上千";
    numeral.value = hundreds ? 100 : 1e3;
    numeral.upper = hundreds ? 999 : 1e6;
    numeral.weak = true;
    numeral.scaled = true;
    numeral.end = i + idiom.size();
    return numeral;
  }
  std::size_t j = i;
  double low = 1;
  double high = 9;
  const auto after_any = [&](std::u32string_view characters) {
    return i > 0 && lexemes[i - 1].is_han() &&
           characters.find(lexemes[i - 1].character) != std::u32string_view::npos;
  };
  if (first.is_han(U'数') || first.is_han(U'几')) {
    if (first.is_han(U'数') && after_any(U"人总次户件倍指系参函分票个岁点字辆份度位")) {
      return std::nullopt;  // 人数十万
    }
    low = first.is_han(U'几') && scale_at(lexemes, i - 1) > 0 ? 1 : 2;
    ++j;
  } else if (lexemes.han_is(i, U"好几")) {
    low = 2;
    j += 2;
  } else if (first.is_han(U'上')) {
    ++j;
    if (lexemes[j].is_han(U'十') || after_any(U"以晚早加海线网路身世街船会场地市")) {
      return std::nullopt;  // 晚上十点, 以上百分之三
    }
  } else {
    return std::nullopt;
  }
  double scale = 1;
  std::size_t end = j;
  for (; scale_at(lexemes, end) > 0; ++end) scale *= scale_at(lexemes, end);
  if (end == j || lexemes.han_is(end, U"分之")) return std::nullopt;
  // 上千万 is upwards of ten million; 上万 may be many more.
  numeral.value = low * scale;
  numeral.upper = (high + 1) * scale - 1;
  numeral.scaled = scale >= 100;
  numeral.end = end;
  if (lexemes[end].is_han(U'余') || lexemes[end].is_han(U'多')) ++numeral.end;
  return numeral;
}

/// 二〇一二, 一九九七: digits one by one, and 三四, 七八 for three or four.
struct Run {
  std::size_t end = 0;
  double value = 0;
  double first = 0;
  double second = 0;
};

Run read_run(const Lexemes& lexemes, std::size_t i) {
  Run run{i, 0, 0, 0};
  for (int digit = 0; (digit = digit_at(lexemes, run.end)) >= 0; ++run.end) {
    if (lexemes[run.end].is_han(U'两') && run.end > i) break;  // 第四两款
    run.value = run.value * 10 + digit;
    if (run.end == i) run.first = digit;
    if (run.end == i + 1) run.second = digit;
  }
  return run;
}

bool counts_up(const Run& run, std::size_t i) {
  return run.end == i + 2 && run.first >= 1 &&
         (run.second == run.first + 1 || (run.first == 3 && run.second == 5));
}

/// 分之 after a denominator.
bool is_share(const Lexemes& lexemes, std::size_t i) { return lexemes.han_is(i, U"分之"); }

std::optional<Numeral> read_integer(const Lexemes& lexemes, std::size_t i);

/// 百分之, 千分之, 万分之, 百万分之, 十亿分之: shares with a name; kNone for 三分之.
Unit unit_of_share(double below) {
  if (below == 1e2) return Unit::kPercent;
  if (below == 1e3) return Unit::kPerMille;
  if (below == 1e4) return Unit::kPartPerTenThousand;
  if (below == 1e6) return Unit::kPartPerMillion;
  if (below == 1e9) return Unit::kPartPerBillion;
  return Unit::kNone;
}

/// 三分之二, 百分之三十, 千分之五, 3分之2.
std::optional<Numeral> read_share(const Lexemes& lexemes, const Numeral& below) {
  const std::size_t begin = below.end + 2;
  std::optional<Numeral> above = read_integer(lexemes, begin);
  if (!above) above = read_digits(lexemes, begin);
  if (!above || below.value <= 0) return std::nullopt;
  Numeral numeral = *above;
  // 千分之三英寸 is a part of an inch, 百分之五年利率 are percent.
  Unit measured = Unit::kNone;
  const std::size_t unit_end = read_unit(lexemes, numeral.end, false, measured);
  const bool part = lexemes[numeral.end].is_han() && unit_end != numeral.end &&
                    (measured == Unit::kSecond || (unit_end > numeral.end + 1 &&
                                                   dimension_of(measured) != Dimension::kDuration));
  if (const Unit unit = unit_of_share(below.value); unit != Unit::kNone && !part) {
    numeral.unit = unit;
  } else {
    numeral.value /= below.value;
    numeral.upper /= below.value;
    numeral.fraction = true;
    numeral.decimals = 0;
  }
  numeral.digit_count = 0;
  numeral.positional = false;
  numeral.weak = false;
  return numeral;
}

/// A whole number with the fraction after it, where there is one: 三百五又三分之一, 3又千分之23.
Numeral with_part(const Lexemes& lexemes, const Numeral& whole) {
  if (!lexemes[whole.end].is_han(U'又') || whole.value != whole.upper) return whole;
  auto below = read_integer(lexemes, whole.end + 1);
  if (!below) below = read_digits(lexemes, whole.end + 1);
  if (!below || !is_share(lexemes, below->end)) return whole;
  const auto above = read_share(lexemes, *below);
  if (!above) return whole;
  const double part = above->fraction ? above->value : above->value / below->value;
  if (part <= 0 || part >= 1) return whole;
  Numeral sum = whole;
  sum.value += part;
  sum.upper = sum.value;
  sum.fraction = true;
  sum.weak = false;
  sum.digit_count = 0;
  sum.end = above->end;
  return sum;
}

/// A number in Chinese characters, or digits with Chinese magnitudes after them.
std::optional<Numeral> read_integer(const Lexemes& lexemes, std::size_t i) {
  Numeral numeral;
  Sum sum;
  std::size_t j = i;
  bool single_digit = false;  // the last thing read was one Han digit
  std::size_t characters = 0;
  if (const auto digits = read_digits(lexemes, i)) {
    if (digits->ordinal || digits->fraction) return std::nullopt;
    // 4个亿 is 4亿; 20个亿元以上项目 are twenty projects.
    if (lexemes[digits->end].is_han(U'个') &&
        (lexemes[digits->end + 1].is_han(U'亿') || lexemes[digits->end + 1].is_han(U'万')) &&
        !lexemes[digits->end + 2].is_han(U'元')) {
      numeral = *digits;
      numeral.value *= scale_at(lexemes, digits->end + 1);
      numeral.upper = numeral.value;
      numeral.scaled = true;
      numeral.end = digits->end + 2;
      return numeral;
    }
    // (1,234)万元 in accounts
    if (i > 0 && lexemes[i - 1].is_mark('(') && lexemes[digits->end].is_mark(')') &&
        scale_at(lexemes, digits->end + 1) >= 1000) {
      numeral = *digits;
      numeral.other.reset();
      numeral.value *= scale_at(lexemes, digits->end + 1);
      numeral.upper = numeral.value;
      numeral.scaled = true;
      numeral.end = digits->end + 2;
      return numeral;
    }
    // A magnitude must follow, or the digits are all there is: 5成, 30万; 2千米 are kilometres.
    if (scale_at(lexemes, digits->end) == 0 && !is_and_more(lexemes, digits->end)) {
      return std::nullopt;
    }
    const HanEntry* unit = lexemes.han(digits->end, Role::kUnit);
    if (unit != nullptr && unit->form.size() > 1) return std::nullopt;
    if (lexemes.han_is(digits->end, U"百分位")) return std::nullopt;  // 第90百分位
    if (scale_at(lexemes, digits->end) == 0) {                        // 30多万, 20余名
      if (digits->decimals > 0 || digits->value < 10) return std::nullopt;
    }
    numeral = *digits;
    numeral.other.reset();
    sum.digit(digits->value, digits->value);
    j = digits->end;
  } else if (!lexemes[i].is_han()) {
    return std::nullopt;
  } else if (is_tens_word(lexemes[i].character)) {
    if (digit_at(lexemes, i + 1) < 0 && !is_and_more(lexemes, i + 1) &&
        lexemes.han(i + 1, Role::kCounter) == nullptr &&
        lexemes.han(i + 1, Role::kUnit) == nullptr) {
      return std::nullopt;
    }
    sum.digit(lexemes[i].is_han(U'廿') ? 2 : 3, lexemes[i].is_han(U'廿') ? 2 : 3);
    sum.scale(10);
    ++j;
  } else {
    const bool digit = digit_at(lexemes, i) >= 0;
    if (!digit && scale_at(lexemes, i) == 0) return std::nullopt;
    if (!stands_as_numeral(lexemes, i)) return std::nullopt;
    if (digit) {
      const Run run = read_run(lexemes, i);
      const HanEntry* unit_after = lexemes.han(run.end, Role::kUnit);  // 一九○○兆赫
      const bool scale_follows =
          scale_at(lexemes, run.end) > 0 && (unit_after == nullptr || unit_after->form.size() == 1);
      if (run.end >= i + 2 && !(scale_follows && counts_up(run, i)) &&
          !(scale_follows && lexemes[i].is_han(U'零'))) {
        numeral.end = run.end;
        numeral.value = numeral.upper = run.value;
        numeral.positional = true;
        if (counts_up(run, i)) {
          // 三四 may be thirty-four as well, but 两三个 is no twenty-three.
          const bool counted = lexemes.han(run.end, Role::kCounter) != nullptr ||
                               (unit_after != nullptr && !lexemes[run.end].is_han(U'年'));
          if (!counted) numeral.other = run.value;
          numeral.value = run.first;
          numeral.upper = run.second;
          numeral.approximation = Approximation::kVague;
          numeral.positional = false;
        } else if (scale_follows) {
          // 二五百 is no number; read the first digit alone.
          return std::nullopt;
        }
        return numeral;
      }
    }
  }

  bool more = false;
  for (;; ++j) {
    if (const double scale = scale_at(lexemes, j);
        scale > 0 && (j > i || stands_as_numeral(lexemes, j))) {
      // 千瓦 and 百帕 after a number are units, 3千米 too.
      const HanEntry* unit = lexemes.han(j, Role::kUnit);
      // 一万二千米 are metres, 十五千米 kilometres.
      const bool goes_on = sum.last_scale() >= 1e4 && sum.pending() && scale < sum.last_scale();
      if (unit != nullptr && unit->form.size() > 1 && (characters > 0 || numeral.digits) &&
          !goes_on) {
        break;
      }
      if (lexemes.han_is(j, U"百分位") || lexemes.han_is(j, U"百分比")) break;
      sum.scale(scale);
      if (scale >= 100) numeral.scaled = true;
      single_digit = false;
      ++characters;
      continue;
    }
    const int digit = digit_at(lexemes, j);
    if (digit >= 0 && !sum.pending() && !more) {
      if (!stands_as_numeral(lexemes, j) && !(digit == 0 || is_financial(lexemes[j - 1].character)))
        break;
      if (digit == 0) {
        if (characters == 0 && j == i) {
          sum.digit(0, 0);
        } else {
          // 一千零零四
          const bool twice = lexemes[j].is_han(U'零') && lexemes[j + 1].is_han(U'零');
          if (twice && digit_at(lexemes, j + 2) >= 1) continue;
          // 一百零五, 1千零20, but 十零售
          const bool digits_follow = lexemes[j + 1].is_digits() && numeral.digits;
          if (digit_at(lexemes, j + 1) < 1 && scale_at(lexemes, j + 1) == 0 && !digits_follow)
            break;
          sum.zero();
        }
        ++characters;
        continue;
      }
      // 两 counts taels or things where no magnitude follows: 2万两, 三千两百两.
      if (lexemes[j].is_han(U'两') && j > i && scale_at(lexemes, j + 1) == 0 && characters > 0)
        break;
      if (lexemes[j].is_han(U'两') && numeral.digits && scale_at(lexemes, j + 1) == 0) break;
      const Run run = read_run(lexemes, j);
      if (counts_up(run, j) && (run.second == run.first + 1 || j == i)) {
        // 十五六, 二三十: one or the other.
        if (run.first >= 1 && (sum.last_scale() > 0 || scale_at(lexemes, run.end) > 0)) {
          sum.digit(run.first, run.second);
          numeral.approximation = Approximation::kVague;
          j = run.end - 1;
          single_digit = true;
          ++characters;
          continue;
        }
      }
      sum.digit(digit, digit);
      single_digit = true;
      ++characters;
      continue;
    }
    // 六十有三: sixty and three.
    if (lexemes[j].is_han(U'有') && characters >= 2 && lexemes[j - 1].is_han(U'十') && !more &&
        digit_at(lexemes, j + 1) > 0 && digit_at(lexemes, j + 2) < 0 &&
        scale_at(lexemes, j + 2) == 0) {
      continue;
    }
    if (is_and_more(lexemes, j) && (characters > 0 || numeral.digits) && !more) {
      const bool tens = sum.last_scale() >= 10 || (numeral.digits && sum.pending_low() >= 10);
      if (!tens && !(sum.pending() && scale_at(lexemes, j + 1) > 0)) break;
      if (sum.pending() && !numeral.digits && single_digit && sum.last_scale() == 0) break;
      more = true;
      numeral.approximation =
          lexemes[j].is_han(U'来') ? Approximation::kAbout : Approximation::kAbove;
      if (lexemes[j].is_han(U'几')) {
        sum.digit(1, 9);
        numeral.approximation = Approximation::kVague;
        single_digit = false;
      }
      if (scale_at(lexemes, j + 1) == 0) {
        ++j;
        break;
      }
      continue;
    }
    if (const auto digits = lexemes[j].is_digits() ? read_digits(lexemes, j) : std::nullopt;
        digits && !sum.pending() && numeral.digits &&
        (sum.last_scale() >= 1e3 || (sum.last_scale() >= 100 && lexemes[j - 1].is_han(U'零'))) &&
        digits->value < sum.last_scale()) {  // 1万5千, 3亿5000万, 7万 5千 4百
      const double next_scale = scale_at(lexemes, digits->end);
      if (lexemes[j].spaced && (next_scale == 0 || next_scale >= sum.last_scale())) break;
      sum.digit(digits->value, digits->value);
      numeral.decimals = digits->decimals;
      j = digits->end - 1;
      // 3万2 is 32,000, but 3亿20万 counts on.
      single_digit = digits->digit_count == 1 && next_scale == 0 && digits->value > 0;
      continue;
    }
    break;
  }
  if (j == i) return std::nullopt;
  numeral.end = j;
  sum.finish(single_digit, numeral.value, numeral.upper);
  if (characters == 1 && !numeral.digits) {
    // One character: 一, or a magnitude by itself, proves little; what follows decides.
    numeral.weak = digit_at(lexemes, i) < 0 && !lexemes[i].is_han(U'十');
  }
  // 三点五, 十二点五亿, 二．○
  if (!numeral.digits && is_point(lexemes[j]) && digit_at(lexemes, j + 1) >= 0) {
    double factor = 0.1;
    double part = 0;
    std::size_t k = j + 1;
    for (int digit = 0; (digit = digit_at(lexemes, k)) >= 0; ++k, factor /= 10) {
      part += digit * factor;
      if (numeral.decimals < 255) ++numeral.decimals;
    }
    numeral.value += part;
    numeral.upper = numeral.value;
    double scale = 1;
    for (; scale_at(lexemes, k) > 0; ++k) {
      const HanEntry* unit = lexemes.han(k, Role::kUnit);
      if (unit != nullptr && unit->form.size() > 1) break;
      scale *= scale_at(lexemes, k);
    }
    // Positions after the point are exact decimals: round away the noise of adding them up.
    const double power = std::pow(10.0, numeral.decimals);
    numeral.value = std::round(numeral.value * power) / power * scale;
    numeral.upper = numeral.value;
    numeral.scaled = scale >= 100;
    numeral.weak = false;
    numeral.end = k;
  }
  return numeral;
}

/// 三三两两, 七七八八: twice two digits say how, and count nothing.
bool is_doubled(const Lexemes& lexemes, std::size_t i) {
  const auto twice = [&](std::size_t k) {
    return digit_at(lexemes, k) > 0 && lexemes[k + 1].is_han(lexemes[k].character);
  };
  return twice(i) && twice(i + 2) && digit_at(lexemes, i + 4) < 0 &&
         (i == 0 || digit_at(lexemes, i - 1) < 0);
}

}  // namespace

bool is_other_word(const Lexemes& lexemes, std::size_t i) {
  // 昨今两天, 今明两年: the days and years that stand before are the two.
  if (lexemes[i].is_han(U'两') &&
      (lexemes.han_before(i, U"昨今") || lexemes.han_before(i, U"今明") ||
       lexemes.han_before(i, U"明后"))) {
    return true;
  }
  for (std::size_t first = i < 3 ? 0 : i - 3; first <= i; ++first) {
    if (is_doubled(lexemes, first)) return true;
  }
  const HanEntry* entry = lexemes.han(i, Role::kNotNumber);
  if (entry == nullptr) return false;
  // 一点 is "a little", 一点八 a decimal.
  return !(entry->form == U"一点" && digit_at(lexemes, i + 2) >= 0);
}

namespace {

std::optional<Numeral> find_chinese(const Lexemes& lexemes, std::size_t i) {
  if (auto vague = read_vague(lexemes, i)) return vague;
  if (is_other_word(lexemes, i)) return std::nullopt;
  // 十分 is "very" unless minutes or a share follow.
  if (lexemes.han_is(i, U"十分") && !lexemes[i + 2].is_han(U'钟') &&
      !lexemes[i + 2].is_han(U'之')) {
    return std::nullopt;
  }
  const auto numeral = read_integer(lexemes, i);
  if (numeral) {
    if (is_share(lexemes, numeral->end)) {
      if (auto share = read_share(lexemes, *numeral)) return share;
    }
    return with_part(lexemes, *numeral);
  }
  if (const auto digits = read_digits(lexemes, i)) {
    if (is_share(lexemes, digits->end)) return read_share(lexemes, *digits);
    if (lexemes[digits->end].is_han(U'又')) {
      const Numeral mixed = with_part(lexemes, *digits);
      if (mixed.end != digits->end) return mixed;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Numeral> read_chinese(const Lexemes& lexemes, std::size_t i) {
  if (lexemes.lacks_numeral(i)) return std::nullopt;
  auto numeral = find_chinese(lexemes, i);
  if (!numeral) lexemes.tell_lacks_numeral(i);
  return numeral;
}

namespace {

/// 8.133万 is 81,330 and not a little more: decimals times a magnitude leave binary noise behind.
double without_noise(double value) {
  const double whole = std::round(value);
  return std::abs(value - whole) <= 4e-15 * std::abs(value) ? whole : value;
}

std::optional<Numeral> read_any(const Lexemes& lexemes, std::size_t i) {
  const Lexeme& lexeme = lexemes[i];
  if (lexeme.is_han()) return read_chinese(lexemes, i);
  if (lexeme.is_word()) {
    // Words that begin a number without counting anything by themselves.
    static constexpr std::string_view kOpeners[] = {"a",   "an",   "the",    "several",
                                                    "few", "many", "scores", "tens"};
    const bool opens = std::any_of(std::begin(kOpeners), std::end(kOpeners),
                                   [&](std::string_view word) { return lexemes.is(i, word); });
    return lexeme.meanings.empty() && !opens ? std::nullopt : read_english(lexemes, i);
  }
  if (auto chinese = read_chinese(lexemes, i)) return chinese;
  return read_english(lexemes, i);
}

}  // namespace

std::optional<Numeral> read_numeral(const Lexemes& lexemes, std::size_t i) {
  auto numeral = read_any(lexemes, i);
  if (numeral && numeral->scaled) {
    numeral->value = without_noise(numeral->value);
    numeral->upper = without_noise(numeral->upper);
  }
  return numeral;
}

}  // namespace duizhao::facts
