#include "duizhao/check/evidence/facts/fact_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>

#include "duizhao/check/evidence/facts/bead_facts.h"
#include "duizhao/check/evidence/facts/fact_forms.h"
#include "duizhao/check/evidence/facts/other_dollars.h"
#include "duizhao/check/evidence/facts/safe_suggestion.h"
#include "duizhao/check/evidence/facts/swapped.h"
#include "duizhao/check/evidence/form/title_marks.h"
#include "duizhao/facts/agreement.h"
#include "duizhao/facts/bounds_and_trends.h"
#include "duizhao/facts/format.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/half_width.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

using facts::Difference;
using facts::Fact;
using facts::Kind;
using facts::Mismatch;

std::string quoted(const pair::Passage& passage, const Fact& fact) {
  return std::string(fact.span.in(passage.document->text));
}

bool is_physical(const Fact& fact) {
  const facts::Dimension dimension = facts::dimension_of(fact.unit);
  return fact.kind == Kind::kMeasure && dimension != facts::Dimension::kShare &&
         dimension != facts::Dimension::kSharePoints && dimension != facts::Dimension::kDuration;
}

/// The value of a quantity in a unit that both facts share; none where they share none.
std::optional<double> common_value(const Fact& fact, const Fact& other) {
  if (fact.kind == Kind::kDate || fact.kind == Kind::kTime || fact.kind == Kind::kCode ||
      other.kind == Kind::kDate || other.kind == Kind::kTime || fact.upper > fact.value) {
    return std::nullopt;
  }
  if (fact.kind == Kind::kMeasure && other.kind == Kind::kMeasure && fact.unit != other.unit) {
    if (facts::dimension_of(fact.unit) != facts::dimension_of(other.unit)) return std::nullopt;
    return facts::in_base_unit(fact.value, fact.unit);
  }
  return fact.value;
}

/// The source's fact as the target's language writes it. A currency that the source leaves open
/// (元, "dollars") is the one that the target names.
std::optional<std::string> rendered(const Fact& source, const Fact& target, facts::Style style) {
  Fact fact = source;
  if (leaves_currency_to(source, target)) fact.currency = target.currency;
  return facts::format(fact, style);
}

/// How many times as much the target says, where that is a power of ten: 1000, 0.01.
std::optional<double> power_of_ten(const Fact& source, const Fact& target) {
  const auto x = common_value(source, target);
  const auto y = common_value(target, source);
  if (!x || !y || !facts::differ_in_magnitude(*x, *y)) return std::nullopt;
  return std::pow(10.0, std::round(std::log10(*y / *x)));
}

/// A number with its digits as the target's language groups them.
std::string well_formed(const Fact& fact, facts::Style style) {
  return facts::format_number(fact.value, facts::NumberForm::kDigits, style,
                              fact.value == std::floor(fact.value) ? 0 : fact.decimals);
}

/// Digits and their marks as they are written elsewhere: ６５.２ is 65.2.
std::string narrowed(std::string_view number) {
  std::string text;
  for (std::size_t i = 0; i < number.size();) {
    text::append_code_point(text, text::half_width(text::next_code_point(number, i)));
  }
  return text;
}

std::string_view code_of(FactForm form) {
  switch (form) {
    case FactForm::kGrouping:
      return "grouping";
    case FactForm::kMonthName:
      return "month-name";
    case FactForm::kDateMarks:
      return "date-marks";
    case FactForm::kScale:
      return "scale";
    case FactForm::kForeign:
      return "foreign-magnitude";
    case FactForm::kFullWidth:
      break;
  }
  return "full-width";
}

/// What the difference is called behind the rule's name.
std::string_view code_of(const Difference& difference, const Fact* source, const Fact* target,
                         const BeadContext& context) {
  switch (difference.what) {
    case Mismatch::kValue:
      return power_of_ten(*source, *target) ? "magnitude" : "value";
    case Mismatch::kUnit:
      return "unit";
    case Mismatch::kCurrency:
      return source->kind == Kind::kCurrency ? "currency-alone" : "currency";
    case Mismatch::kSwapped:
      return "swapped";
    case Mismatch::kBound:
      return "bound";
    case Mismatch::kSign:
      return "sign";
    case Mismatch::kDirection:
      return "opposed";
    case Mismatch::kHalfOfDay:
      return "half-of-day";
    case Mismatch::kMissing:
      return "missing";
    case Mismatch::kAdded:
      return "added";
    case Mismatch::kForm:
      break;
  }
  return code_of(fault_of_form(*source, *target, context.target).value_or(FactForm::kGrouping));
}

const FindingKind& kind_of(std::string_view code, std::span<const FindingKind> kinds) {
  const auto found = std::ranges::find_if(kinds, [&](const FindingKind& one) {
    return one.code.substr(one.rule().size() + 1) == code;
  });
  if (found == kinds.end()) throw std::logic_error("a rule on facts has no such finding");
  return *found;
}

/// Says what is wrong with the writing of the target's fact, and how it would be written.
void describe_form(const Fact& source, const Fact& target, const BeadContext& context,
                   Finding& finding) {
  const facts::Style style = style_of(context.target);
  const FactForm form = fault_of_form(source, target, context.target).value_or(FactForm::kGrouping);
  finding.target =
      form == FactForm::kScale || form == FactForm::kForeign ? target.span : target.number;
  if (form == FactForm::kFullWidth) {
    finding.suggestion = narrowed(target.number.in(context.target.document->text));
  } else if (form == FactForm::kGrouping) {
    finding.suggestion = well_formed(target, style);
    finding.with("meant", *finding.suggestion);
  } else {
    finding.suggestion = facts::format(form == FactForm::kScale ? source : target, style);
  }
  if (form == FactForm::kScale) {
    finding.with("source", quoted(context.source, source));
    finding.with("target", quoted(context.target, target));
  } else {
    finding.with("target", target.number.in(context.target.document->text));
  }
}

/// A fact as a finding shows it: where it is about the bound, with the word for that.
std::optional<Fact> shown_fact(const pair::Passage& passage, std::optional<std::size_t> index,
                               Mismatch what) {
  if (!index) return std::nullopt;
  Fact fact = passage.facts[*index];
  if (what == Mismatch::kBound) {
    fact.span = facts::bounded_span(passage.document->text, passage.span, fact);
  }
  return fact;
}

Finding finding_of(const Difference& difference, const BeadContext& context,
                   std::span<const FindingKind> kinds) {
  const auto source = shown_fact(context.source, difference.source, difference.what);
  const auto target = shown_fact(context.target, difference.target, difference.what);
  Finding finding(kind_of(
      code_of(difference, source ? &*source : nullptr, target ? &*target : nullptr, context),
      kinds));
  finding.confidence = difference.confidence;
  if (source) finding.source = source->span;
  if (target) finding.target = target->span;
  if (difference.what == Mismatch::kForm) {
    describe_form(*source, *target, context, finding);
    return finding;
  }
  if (difference.what == Mismatch::kHalfOfDay) {
    const bool added = source->time.half == facts::TimeOfDay::Half::kUnknown;
    const std::string before = quoted(context.source, *source);
    const std::string after = quoted(context.target, *target);
    finding.suggestion = facts::format(*source, style_of(context.target));
    // The stop of p.m. ends the sentence as well.
    const bool ends = target->span.end == context.target.span.end && after.ends_with('.');
    if (ends && finding.suggestion && !finding.suggestion->ends_with('.')) {
      finding.suggestion->push_back('.');
    }
    return std::move(
        finding.with("after-noon", added ? after : before).with("open", added ? before : after));
  }
  const facts::Style style = style_of(context.target);
  if (source) {
    const bool counterparts =
        difference.what == Mismatch::kValue || difference.what == Mismatch::kUnit ||
        difference.what == Mismatch::kCurrency || difference.what == Mismatch::kSwapped;
    // Of a sign or a direction the words around the figure are wrong, not the figure; of two
    // figures that changed places one alone can't be mended.
    // What 元 are in another currency than the target's, the target can't tell.
    const bool told_by_target = difference.what == Mismatch::kCurrency &&
                                facts::compatible(source->currency, target->currency);
    const bool mended = counterparts && difference.what != Mismatch::kSwapped && !told_by_target;
    if (mended || difference.what == Mismatch::kBound) {
      finding.suggestion = safe_suggestion(difference, context);
    } else if (difference.what == Mismatch::kMissing) {
      finding.suggestion = facts::format(*source, style);
    }
    const std::string said = quoted(context.source, *source);
    finding.with("source", said);
    auto meant = finding.suggestion;
    if (counterparts && !meant && !told_by_target) meant = rendered(*source, *target, style);
    if (!counterparts) meant.reset();
    if (meant && *meant != said) finding.with("meant", *meant);
  }
  if (target) finding.with("target", quoted(context.target, *target));
  const bool by_words = difference.what == Mismatch::kSign || difference.what == Mismatch::kSwapped;
  if (by_words && difference.confidence < 0.5) {
    finding.severity = Severity::kMinor;
  }
  // A figure off by a power of ten misleads the reader whatever it counts.
  const bool both = source && target;
  if (const auto factor = both ? power_of_ten(*source, *target) : std::nullopt) {
    if (difference.what == Mismatch::kValue) finding.with("factor", *factor);
    if (finding.severity == Severity::kMajor && difference.what == Mismatch::kValue) {
      finding.severity = Severity::kCritical;
    }
  }
  return finding;
}

/// "SS19", "FY23": the year that letters before its last two digits name.
bool names_year(std::string_view text, int year) {
  const std::string digits = fmt::format("{:02}", year % 100);
  for (std::size_t at = text.find(digits); at != std::string_view::npos;
       at = text.find(digits, at + 1)) {
    const auto is_capital = [&](std::size_t i) { return text[i] >= 'A' && text[i] <= 'Z'; };
    const std::size_t end = at + digits.size();
    if (at < 2 || !is_capital(at - 1) || !is_capital(at - 2)) continue;
    if (end == text.size() || !text::is_ascii_letter_or_digit(text[end])) return true;
  }
  return false;
}

/// Whether what only the target has says nothing that the source does not.
bool is_said_otherwise(const BeadContext& context, const Difference& difference) {
  if (difference.what != Mismatch::kAdded || !difference.target) return false;
  const Fact& fact = context.target.facts[*difference.target];
  const double year = fact.kind == Kind::kDate ? fact.date.year : fact.value;
  const bool is_year = year >= 1900 && year < 2100 && year == std::floor(year);
  if (is_year) return names_year(context.source.text(), int(year));
  return stands_in_title(context.target, fact.span);
}

}  // namespace

std::vector<Difference> compare_facts(const BeadContext& context) {
  facts::Comparison comparison = facts::compare(source_facts(context), target_facts(context));
  std::erase_if(comparison.differences,
                [&](const Difference& one) { return is_said_otherwise(context, one); });
  find_ill_formed(context, comparison.matches, comparison.differences);
  find_swapped(context, comparison.matches, comparison.differences);
  find_other_dollars(context, comparison.matches, comparison.differences);
  return std::move(comparison.differences);
}

FactRule rule_of(const Difference& difference, const BeadContext& context) {
  const Fact* source = difference.source ? &context.source.facts[*difference.source] : nullptr;
  const Fact* target = difference.target ? &context.target.facts[*difference.target] : nullptr;
  const Fact& fact = source != nullptr ? *source : context.target.facts[difference.target.value()];
  if (difference.what == Mismatch::kForm && target != nullptr) {
    const auto fault = fault_of_form(fact, *target, context.target);
    if (fault == FactForm::kScale) return FactRule::kUnit;
    return target->kind == Kind::kDate ? FactRule::kDate : FactRule::kNumber;
  }
  if (difference.what == Mismatch::kUnit) return FactRule::kUnit;
  if (difference.what == Mismatch::kDirection) return FactRule::kDirection;
  if (fact.kind == Kind::kDate || fact.kind == Kind::kTime) return FactRule::kDate;
  if (fact.kind == Kind::kMoney || fact.kind == Kind::kCurrency ||
      (target != nullptr && target->kind == Kind::kMoney)) {
    return FactRule::kMoney;
  }
  // A measure in another unit was converted wrongly; in the same unit its number is wrong.
  if (source != nullptr && target != nullptr && is_physical(*source) && is_physical(*target) &&
      source->unit != target->unit) {
    return FactRule::kUnit;
  }
  return FactRule::kNumber;
}

void report_differences(FactRule rule, std::span<const FindingKind> kinds,
                        const BeadContext& context, std::vector<Finding>& findings) {
  for (const Difference& difference : context.fact_differences) {
    if (rule_of(difference, context) != rule) continue;
    findings.push_back(finding_of(difference, context, kinds));
  }
}

}  // namespace duizhao::check
