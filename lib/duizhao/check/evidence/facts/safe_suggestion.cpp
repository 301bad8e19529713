#include "duizhao/check/evidence/facts/safe_suggestion.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/check/evidence/facts/bead_facts.h"
#include "duizhao/check/evidence/facts/written_like.h"
#include "duizhao/facts/agreement.h"
#include "duizhao/facts/bounds_and_trends.h"
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

/// The reading of a fact that is of a kind: 12 pounds are money or a weight.
const Fact& reading_of_kind(std::span<const Fact> facts, std::size_t fact, Kind kind) {
  for (std::size_t i = fact; i < facts.size() && (i == fact || facts[i].alternative); ++i) {
    if (facts[i].kind == kind) return facts[i];
  }
  return facts[fact];
}

/// The source's fact; a currency that it leaves open (元, "dollars") is the one that the target
/// names. Dollars that the target has in another currency are the American ones on the mainland,
/// where 元 would be yuan.
Fact meant_fact(const Fact& source, const Fact& target, facts::Style style) {
  const bool of_mainland =
      style.language == Language::kChinese && style.script != Script::kTraditional;
  Fact fact = source;
  if (leaves_currency_to(source, target)) {
    fact.currency = target.currency;
  } else if (source.currency == facts::Currency::kDollar && of_mainland) {
    fact.currency = facts::Currency::kUsd;
  }
  return fact;
}

bool is_counted(Kind kind) {
  return kind == Kind::kNumber || kind == Kind::kOrdinal || kind == Kind::kMultiple ||
         kind == Kind::kMeasure || kind == Kind::kMoney;
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

/// Four digits and more without a mark between them, as a code has them: error 1603.
bool is_ungrouped(std::string_view written) {
  return written.size() > 3 && std::ranges::all_of(written, text::is_ascii_digit);
}

/// What may be written, the closest to what stands there first.
std::vector<std::string> candidates(const Fact& meant, const Fact& target,
                                    const pair::Passage& passage, Mismatch what, bool ungrouped) {
  const facts::Style style = style_of(passage);
  const std::string_view text = passage.document->text;
  const std::string_view written = target.span.in(text);
  std::vector<std::string> found;
  if (what == Mismatch::kBound) {
    if (auto bound = bound_like(written, style)) found.push_back(*bound);
    return found;
  }
  if (auto weekday = weekday_like(meant, written, style)) found.push_back(*weekday);
  if (auto time = time_like(meant, written, style)) found.push_back(*time);
  for (std::string& date : dates_like(meant, target, written)) found.push_back(std::move(date));
  if (auto multiple = multiple_like(meant, target, written, style)) found.push_back(*multiple);
  if (target.kind == Kind::kOrdinal && style.language == Language::kEnglish) {
    if (auto rank = rank_like(meant, target, style)) found.push_back(*rank);
    return found;
  }
  // "two those of last year": how many times as much is no number that could stand there, nor is
  // one that of 翻了两番.
  if (meant.kind == Kind::kMultiple && (found.empty() || written.starts_with("翻"))) return found;
  // "1.5" for half an hour, where nobody read an hour and a half.
  if ((meant.kind == Kind::kNumber) != (target.kind == Kind::kNumber)) return found;
  const bool of_one_sort = (meant.kind == Kind::kMultiple) == (target.kind == Kind::kMultiple);
  if (of_one_sort && is_counted(meant.kind) && is_counted(target.kind) &&
      meant.upper == meant.value && target.upper == target.value &&
      target.span.begin <= target.number.begin && target.number.end <= target.span.end) {
    const std::string_view head =
        text.substr(target.span.begin, target.number.begin - target.span.begin);
    const std::string_view tail =
        text.substr(target.number.end, target.span.end - target.number.end);
    const std::string_view behind = text.substr(target.number.end);
    const bool same_currency =
        meant.currency == target.currency || facts::compatible(meant.currency, target.currency);
    const bool same_unit = meant.unit == target.unit && same_currency;
    // 三成 counts tenths.
    const double factor = tail.starts_with("成") || tail.starts_with("折") ? 0.1 : 1;
    if (auto number = number_like(meant.value * factor, meant.decimals, target, behind, style)) {
      if (ungrouped) std::erase(*number, ',');
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
  facts::PassageFacts mended_side = target_facts(context);
  mended_side.facts = found;
  mended_side.text = mended;
  mended_side.span = {0, mended.size()};
  const facts::Comparison comparison = facts::compare(source_facts(context), mended_side);
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

facts::Style style_of(const pair::Passage& passage) {
  facts::Style style;
  style.language = passage.language;
  if (passage.language != Language::kChinese) return style;
  style.script = text::script_of(passage.text());
  if (style.script == Script::kUnknown) style.script = text::script_of(passage.document->text);
  return style;
}

bool leaves_currency_to(const Fact& source, const Fact& target) {
  return source.kind == Kind::kMoney && facts::code_of(source.currency).empty() &&
         target.currency != facts::Currency::kCny &&  // 元 is "yuan" by itself
         facts::compatible(source.currency, target.currency);
}

std::optional<std::string> safe_suggestion(const Difference& difference,
                                           const BeadContext& context) {
  if (!difference.source || !difference.target || is_ambiguous_date(context, *difference.source)) {
    return std::nullopt;
  }
  Fact target = context.target.facts[*difference.target];
  if (difference.what == Mismatch::kBound) {
    target.span = facts::bounded_span(context.target.document->text, context.target.span, target);
  }
  const Fact meant =
      meant_fact(reading_of_kind(context.source.facts, *difference.source, target.kind), target,
                 style_of(context.target));
  // As a sentence begins; Q2 is no word.
  const std::string_view written = target.span.in(context.target.document->text);
  const bool begins_large =
      written.size() > 1 && text::is_ascii_upper(written[0]) && text::is_ascii_lower(written[1]);
  const bool ungrouped = is_ungrouped(meant.number.in(context.source.document->text)) &&
                         is_ungrouped(target.number.in(context.target.document->text));
  for (std::string& text : candidates(meant, target, context.target, difference.what, ungrouped)) {
    if (begins_large) text.front() = text::ascii_upper(text.front());
    if (leaves_nothing(text, target, context)) return text;
  }
  return std::nullopt;
}

}  // namespace duizhao::check
