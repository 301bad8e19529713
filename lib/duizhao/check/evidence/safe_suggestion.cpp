#include "duizhao/check/evidence/safe_suggestion.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include "duizhao/facts/agreement.h"
#include "duizhao/facts/format.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/script.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

using facts::Difference;
using facts::Fact;
using facts::Kind;
using facts::Mismatch;
using facts::NumberForm;

facts::Style style_of(const pair::Passage& passage) {
  facts::Style style;
  style.language = passage.language;
  if (passage.language == Language::kChinese) style.script = text::script_of(passage.text());
  return style;
}

/// The source's fact; a currency that it leaves open (元, "dollars") is the one that the target
/// names.
Fact meant_fact(const Fact& source, const Fact& target) {
  Fact fact = source;
  const bool open = source.kind == Kind::kMoney && facts::code_of(source.currency).empty() &&
                    target.currency != facts::Currency::kCny;  // 元 is "yuan" by itself
  if (open && facts::compatible(source.currency, target.currency)) fact.currency = target.currency;
  return fact;
}

bool is_counted(Kind kind) {
  return kind == Kind::kNumber || kind == Kind::kOrdinal || kind == Kind::kMultiple ||
         kind == Kind::kMeasure || kind == Kind::kMoney;
}

/// The number of `value` as the target writes its own: in digits or in words, 两 where 2 counts.
std::optional<std::string> number_like(double value, int decimals, const Fact& target,
                                       std::string_view behind, facts::Style style) {
  constexpr double kLargestInEnglishWords = 100;
  constexpr std::size_t kLongestInWords = 24;  // bytes: 二億五千萬, but no row of eight digits
  const bool whole = value == std::floor(value) && value >= 0;
  const std::string digits =
      facts::format_number(value, NumberForm::kScaled, style, whole ? 0 : decimals);
  if (target.digits || !whole) return digits;
  if (style.language == Language::kEnglish) {
    return value < kLargestInEnglishWords ? facts::format_number(value, NumberForm::kWords, style)
                                          : digits;
  }
  const bool counts = target.kind != Kind::kOrdinal && !behind.empty() &&
                      static_cast<unsigned char>(behind.front()) >= 0x80U;
  if (value == 2 && counts) return style.script == Script::kTraditional ? "兩" : "两";
  const std::string words = facts::format_number(value, NumberForm::kWords, style);
  return words.size() <= kLongestInWords ? words : digits;
}

/// An English rank as the target writes its own: third, 3rd.
std::optional<std::string> rank_like(const Fact& meant, const Fact& target, facts::Style style) {
  constexpr std::array<std::string_view, 11> kRanks = {"",       "first", "second", "third",
                                                       "fourth", "fifth", "sixth",  "seventh",
                                                       "eighth", "ninth", "tenth"};
  if (meant.kind != Kind::kOrdinal || meant.value < 1) return std::nullopt;
  const auto rank = static_cast<std::size_t>(meant.value);
  if (target.digits || rank >= kRanks.size()) return facts::format(meant, style);
  return std::string(kRanks[rank]);
}

/// How many times as much, in the form that stands there: doubled for tripled, twofold for
/// threefold, 两倍 for 三倍.
std::optional<std::string> multiple_like(const Fact& meant, const Fact& target,
                                         std::string_view written, facts::Style style) {
  if (meant.kind != Kind::kMultiple) return std::nullopt;
  if (style.language == Language::kChinese) {
    if (written.starts_with("翻")) {  // to the power of two that it says
      for (const auto& [value, number] : {std::pair{2, "一番"}, {4, "两番"}, {8, "三番"}}) {
        if (meant.value == value)
          return (written.starts_with("翻了") ? "翻了" : "翻") + std::string(number);
      }
      return std::nullopt;
    }
    const auto number = number_like(meant.value, meant.decimals, target, "倍", style);
    return number ? std::optional(*number + "倍") : std::nullopt;
  }
  /// Of twice, three and four times as much.
  constexpr std::array<std::array<std::string_view, 3>, 8> kForms = {{
      {"double", "triple", "quadruple"},
      {"double", "treble", "quadruple"},
      {"doubles", "triples", "quadruples"},
      {"doubled", "tripled", "quadrupled"},
      {"doubling", "tripling", "quadrupling"},
      {"twofold", "threefold", "fourfold"},
      {"twice", "three times", "four times"},
      {"two times", "three times", "four times"},
  }};
  const auto at = static_cast<std::size_t>(std::max(meant.value, 2.0)) - 2;
  const std::string lowered = text::ascii_lowered(written);
  if (meant.value != std::floor(meant.value) || meant.value < 2 || at >= kForms[0].size()) {
    return std::nullopt;
  }
  if (lowered == "half") return std::string(kForms[6][at]);
  for (const auto& forms : kForms) {
    if (std::ranges::find(forms, lowered) != forms.end()) return std::string(forms[at]);
  }
  return std::nullopt;
}

/// What stands there with the other bound: "at most RMB5 million" for "at least RMB5 million".
std::optional<std::string> bound_like(std::string_view written) {
  constexpr std::array<std::array<std::string_view, 2>, 27> kBounds = {{
      {"at least", "at most"},
      {"no less than", "no more than"},
      {"not less than", "not more than"},
      {"no fewer than", "no more than"},
      {"more than", "less than"},
      {"more than", "fewer than"},
      {"or more", "or less"},
      {"or above", "or below"},
      {"above", "below"},
      {"over", "under"},
      {"at least", "up to"},
      {"不少于", "不超过"},
      {"不少于", "不多于"},
      {"不少於", "不超過"},
      {"不少於", "不多於"},
      {"不低于", "不高于"},
      {"不低於", "不高於"},
      {"不小于", "不大于"},
      {"不小於", "不大於"},
      {"至少", "至多"},
      {"最少", "最多"},
      {"以上", "以下"},
      {"高于", "低于"},
      {"高於", "低於"},
      {"超过", "不到"},
      {"超過", "不到"},
      {"逾", "不足"},
  }};
  const std::string lowered = text::ascii_lowered(written);
  for (const auto& [above, below] : kBounds) {
    for (const auto& [here, instead] : {std::pair(above, below), std::pair(below, above)}) {
      const std::size_t at = lowered.find(here);
      if (at == std::string::npos) continue;
      std::string text = std::string(written).replace(at, here.size(), instead);
      if (written[at] != lowered[at]) text[at] = text::ascii_upper(text[at]);
      return text;
    }
  }
  return std::nullopt;
}

/// Ends of an expression that say how exact it is, and stay.
constexpr std::string_view kEnds[] = {
    "以上", "以下", "以內",     "以内",     "之內",   "之内", "左右", "上下", "有余", "有餘",
    "开外", "開外", " or more", " or less", " or so", "+",    "多",   "余",   "餘"};

std::string_view end_of(std::string_view text) {
  for (const std::string_view end : kEnds) {
    if (text.ends_with(end)) return text.substr(text.size() - end.size());
  }
  return {};
}

/// 周六 for 星期日 keeps 周.
std::optional<std::string> weekday_like(const Fact& meant, std::string_view written,
                                        facts::Style style) {
  if (style.language != Language::kChinese || meant.date.weekday == 0 || meant.date.month != 0 ||
      meant.date.day != 0 || meant.date.year != 0) {
    return std::nullopt;
  }
  constexpr std::string_view kDays[] = {"", "一", "二", "三", "四", "五", "六", "日"};
  for (const std::string_view word : {"星期", "礼拜", "禮拜", "周", "週"}) {
    const std::size_t at = written.find(word);
    if (at == std::string_view::npos) continue;
    std::string text(written.substr(0, at + word.size()));
    return text.append(kDays[meant.date.weekday]);
  }
  return std::nullopt;
}

/// What may be written, the closest to what stands there first.
std::vector<std::string> candidates(const Fact& meant, const Fact& target,
                                    const pair::Passage& passage, Mismatch what) {
  const facts::Style style = style_of(passage);
  const std::string_view text = passage.document->text;
  const std::string_view written = target.span.in(text);
  std::vector<std::string> found;
  if (what == Mismatch::kBound) {
    if (auto bound = bound_like(written)) found.push_back(*bound);
    return found;
  }
  if (auto weekday = weekday_like(meant, written, style)) found.push_back(*weekday);
  if (auto multiple = multiple_like(meant, target, written, style)) found.push_back(*multiple);
  if (target.kind == Kind::kOrdinal && style.language == Language::kEnglish) {
    if (auto rank = rank_like(meant, target, style)) found.push_back(*rank);
    return found;
  }
  // "two those of last year": how many times as much is no number that could stand there.
  if (meant.kind == Kind::kMultiple && found.empty()) return found;
  const bool of_one_sort = (meant.kind == Kind::kMultiple) == (target.kind == Kind::kMultiple);
  if (of_one_sort && is_counted(meant.kind) && is_counted(target.kind) &&
      meant.upper == meant.value && target.upper == target.value &&
      target.span.begin <= target.number.begin && target.number.end <= target.span.end) {
    const std::string_view head =
        text.substr(target.span.begin, target.number.begin - target.span.begin);
    const std::string_view tail =
        text.substr(target.number.end, target.span.end - target.number.end);
    const std::string_view behind = text.substr(target.number.end);
    const bool same_unit = meant.unit == target.unit && meant.currency == target.currency;
    // 三成 counts tenths.
    const double factor = tail.starts_with("成") || tail.starts_with("折") ? 0.1 : 1;
    if (const auto number =
            number_like(meant.value * factor, meant.decimals, target, behind, style)) {
      if (same_unit) found.push_back(std::string(head) + *number + std::string(tail));
      if (what == Mismatch::kUnit || what == Mismatch::kCurrency ||
          (meant.kind == Kind::kMeasure && !same_unit)) {
        const std::string_view own = target.number.in(text);
        std::string kept(head);
        kept += meant.value == target.value ? std::string(own) : *number;
        std::string unit;
        if (meant.kind == Kind::kMeasure) {
          unit = facts::unit_name(meant.unit, style, meant.value != 1);
        } else if (meant.kind == Kind::kMoney) {
          Fact amount = meant;
          amount.value = amount.upper = 1;
          amount.decimals = 0;
          amount.approximation = facts::Approximation::kExact;
          const std::string one = facts::format(amount, style).value_or("");
          if (one.starts_with("1")) unit = one.substr(1);
        }
        const bool spaced = tail.starts_with(' ') && style.language == Language::kChinese;
        // 四十% is no way to write it.
        const bool sign_after_words =
            unit == "%" && static_cast<unsigned char>(kept.back()) >= 0x80U;
        if (!unit.empty() && !sign_after_words) {
          found.push_back(kept + (spaced ? " " : "") + unit + std::string(end_of(written)));
        }
      }
    }
  }
  if (auto plain = facts::format(meant, style)) {
    found.push_back(*plain);
    Fact same = meant;
    same.approximation = target.approximation;
    if (auto like = facts::format(same, style)) found.push_back(*like);
  }
  return found;
}

/// Whether the target with `text` at the place of the fact differs from the source no more there.
bool leaves_nothing(const std::string& text, const Fact& target, const BeadContext& context) {
  const std::string_view all = context.target.document->text;
  const Span passage = context.target.span;
  std::string mended(all.substr(passage.begin, target.span.begin - passage.begin));
  const std::size_t begin = mended.size();
  mended += text;
  const std::size_t end = mended.size();
  mended += all.substr(target.span.end, passage.end - target.span.end);
  const std::vector<Fact> found = facts::find(mended, context.target.language);
  const auto facts_of = [](const pair::Passage* neighbour) {
    return neighbour == nullptr ? std::span<const Fact>() : std::span<const Fact>(neighbour->facts);
  };
  const facts::PassageFacts source{context.source.facts, context.source.document->text,
                                   context.source.span, facts_of(context.source_before),
                                   facts_of(context.source_after)};
  const facts::PassageFacts mended_side{found,
                                        mended,
                                        {0, mended.size()},
                                        facts_of(context.target_before),
                                        facts_of(context.target_after)};
  const facts::Comparison comparison = facts::compare(source, mended_side);
  const bool differs = std::ranges::any_of(comparison.differences, [&](const Difference& left) {
    if (!left.target) return false;
    const Span place = found[*left.target].span;
    return place.begin < end && begin < place.end;
  });
  // What was mended must be what the source is matched with.
  const bool matched = std::ranges::any_of(comparison.matches, [&](const facts::Match& match) {
    const Span place = found[match.target].span;
    return place.begin < end && begin < place.end;
  });
  return !differs && matched;
}

/// "The July quarter" may be the third of the year or the one that ends in July.
bool is_ambiguous_date(const BeadContext& context, std::size_t source) {
  const std::span<const Fact> facts = context.source.facts;
  return facts[source].kind == Kind::kDate && source + 1 < facts.size() &&
         facts[source + 1].alternative && facts[source + 1].kind == Kind::kDate &&
         !(facts[source + 1].date == facts[source].date) &&
         facts[source].date.period == facts::Date::Period::kQuarter;
}

}  // namespace

std::optional<std::string> safe_suggestion(const Difference& difference,
                                           const BeadContext& context) {
  if (!difference.source || !difference.target || is_ambiguous_date(context, *difference.source)) {
    return std::nullopt;
  }
  const Fact& target = context.target.facts[*difference.target];
  const Fact meant = meant_fact(context.source.facts[*difference.source], target);
  for (const std::string& text : candidates(meant, target, context.target, difference.what)) {
    if (leaves_nothing(text, target, context)) return text;
  }
  return std::nullopt;
}

}  // namespace duizhao::check
