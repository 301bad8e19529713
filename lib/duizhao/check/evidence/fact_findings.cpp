#include "duizhao/check/evidence/fact_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "duizhao/check/evidence/fact_forms.h"
#include "duizhao/check/evidence/swapped.h"
#include "duizhao/facts/agreement.h"
#include "duizhao/facts/format.h"
#include "duizhao/text/script.h"

namespace duizhao::check {
namespace {

using facts::Difference;
using facts::Fact;
using facts::Kind;
using facts::Mismatch;

constexpr std::string_view kMistranslation = "accuracy/mistranslation";
constexpr std::string_view kOmission = "accuracy/omission";
constexpr std::string_view kAddition = "accuracy/addition";
constexpr std::string_view kNumberFormat = "locale-convention/number-format";
constexpr std::string_view kMeasurementFormat = "locale-convention/measurement-format";

std::string quoted(const pair::Passage& passage, const Fact& fact) {
  return std::string(fact.span.in(passage.document->text));
}

bool is_physical(const Fact& fact) {
  const facts::Dimension dimension = facts::dimension_of(fact.unit);
  return fact.kind == Kind::kMeasure && dimension != facts::Dimension::kShare &&
         dimension != facts::Dimension::kSharePoints && dimension != facts::Dimension::kDuration;
}

facts::Style style_of(const pair::Passage& passage) {
  facts::Style style;
  style.language = passage.language;
  if (passage.language == Language::kChinese) style.script = text::script_of(passage.text());
  return style;
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

/// "a thousandfold", "a tenth of it": how far a target that is off by a power of ten is off.
std::string magnitude_phrase(double source, double target) {
  const auto power = static_cast<int>(std::round(std::log10(target / source)));
  static constexpr std::string_view kNames[] = {
      "", "ten", "a hundred", "a thousand", "ten thousand", "a hundred thousand", "a million"};
  const auto size = static_cast<std::size_t>(std::abs(power));
  if (size >= std::size(kNames)) return fmt::format("10^{} times as much", power);
  return power > 0 ? fmt::format("{} times as much", kNames[size])
                   : fmt::format("{} times too little", kNames[size]);
}

/// The source's fact as the target's language writes it. A currency that the source leaves open
/// (元, "dollars") is the one that the target names.
std::optional<std::string> rendered(const Fact& source, const Fact& target, facts::Style style) {
  Fact fact = source;
  const bool open = source.kind == Kind::kMoney && facts::code_of(source.currency).empty() &&
                    target.currency != facts::Currency::kCny;  // 元 is "yuan" by itself
  if (open && facts::compatible(source.currency, target.currency)) fact.currency = target.currency;
  return facts::format(fact, style);
}

std::string mismatch_message(const Difference& difference, const BeadContext& context) {
  const Fact& source = context.source.facts[*difference.source];
  const Fact& target = context.target.facts[*difference.target];
  const std::string said = quoted(context.source, source);
  const std::string written = quoted(context.target, target);
  const auto meant = rendered(source, target, style_of(context.target));
  std::string message = said;
  if (meant && *meant != said) message += fmt::format(" is {}", *meant);
  message += fmt::format("{} the target has {}", meant && *meant != said ? "," : " in the source,",
                         written);
  if (difference.what == Mismatch::kSwapped) {
    message += " in its place: two values have changed places";
  } else if (difference.what == Mismatch::kUnit) {
    message += ": the figure is the same, the unit is not";
  } else if (difference.what == Mismatch::kCurrency && source.kind == Kind::kCurrency) {
    message += ": another currency";
  } else if (difference.what == Mismatch::kCurrency) {
    message += ": the amount is the same, the currency is not";
  } else if (const auto x = common_value(source, target), y = common_value(target, source);
             x && y && facts::differ_in_magnitude(*x, *y)) {
    message.append(": ").append(magnitude_phrase(*x, *y));
  }
  return message;
}

Severity mismatch_severity(const Difference& difference, const BeadContext& context) {
  const Fact& source = context.source.facts[*difference.source];
  const Fact& target = context.target.facts[*difference.target];
  const auto x = common_value(source, target);
  const auto y = common_value(target, source);
  // A figure off by a power of ten misleads the reader whatever it counts.
  if (x && y && facts::differ_in_magnitude(*x, *y)) return Severity::kCritical;
  return Severity::kMajor;
}

/// A number with its digits as the target's language groups them.
std::string well_formed(const Fact& fact, facts::Style style) {
  return facts::format_number(fact.value, facts::NumberForm::kDigits, style,
                              fact.value == std::floor(fact.value) ? 0 : fact.decimals);
}

/// Says what is wrong with the writing of the target's fact, and how it would be written.
void describe_form(const Fact& source, const Fact& target, const BeadContext& context,
                   Finding& finding) {
  const facts::Style style = style_of(context.target);
  const std::string written(target.number.in(context.target.document->text));
  finding.category = kNumberFormat;
  finding.target = target.number;
  finding.suggestion = well_formed(target, style);
  switch (fault_of_form(source, target, context.target).value_or(FactForm::kGrouping)) {
    case FactForm::kGrouping:
      finding.message = fmt::format("{} is written {}, which reads as another number",
                                    *finding.suggestion, written);
      break;
    case FactForm::kMonthName:
      finding.message = fmt::format("the name of the month in {} is misspelt", written);
      finding.suggestion = facts::format(target, style);
      break;
    case FactForm::kDateMarks:
      finding.message = fmt::format("{} has a comma where none belongs", written);
      finding.suggestion = facts::format(target, style);
      break;
    case FactForm::kScale:
      finding.category = kMeasurementFormat;
      finding.target = target.span;
      finding.message = fmt::format("{} leaves open that {} is meant",
                                    quoted(context.target, target), quoted(context.source, source));
      finding.suggestion = facts::format(source, style);
      break;
    case FactForm::kForeign:
      finding.target = target.span;
      finding.message =
          fmt::format("the magnitude in {} is not in the language of the target", written);
      finding.suggestion = facts::format(target, style);
      break;
    case FactForm::kFullWidth:
      finding.target = target.span;
      finding.message = fmt::format("the digits of {} are full-width", written);
      finding.suggestion = facts::format(target, style);
      break;
  }
}

/// "11 p.m. is after noon; 11点 does not say so".
std::string half_of_day_message(const Fact& source, const Fact& target,
                                const BeadContext& context) {
  const std::string before = quoted(context.source, source);
  const std::string after = quoted(context.target, target);
  const bool added = source.time.half == facts::TimeOfDay::Half::kUnknown;
  return fmt::format("{} is after noon, {} does not say so", added ? after : before,
                     added ? before : after);
}

Finding finding_of(const Difference& difference, const BeadContext& context) {
  Finding finding;
  finding.confidence = difference.confidence;
  const Fact* source = difference.source ? &context.source.facts[*difference.source] : nullptr;
  const Fact* target = difference.target ? &context.target.facts[*difference.target] : nullptr;
  if (source != nullptr) finding.source = source->span;
  if (target != nullptr) finding.target = target->span;
  const facts::Style style = style_of(context.target);
  switch (difference.what) {
    case Mismatch::kValue:
    case Mismatch::kUnit:
    case Mismatch::kCurrency:
    case Mismatch::kSwapped:
      finding.category = kMistranslation;
      finding.severity = mismatch_severity(difference, context);
      finding.message = mismatch_message(difference, context);
      finding.suggestion = rendered(*source, *target, style);
      break;
    case Mismatch::kBound:
      finding.category = kMistranslation;
      finding.severity = Severity::kMajor;
      finding.message =
          fmt::format("{} and {} name the same figure, but not the same side of it",
                      quoted(context.source, *source), quoted(context.target, *target));
      finding.suggestion = facts::format(*source, style);
      break;
    case Mismatch::kHalfOfDay:
      finding.category = kMistranslation;
      finding.severity = Severity::kMinor;
      finding.message = half_of_day_message(*source, *target, context);
      finding.suggestion = facts::format(*source, style);
      break;
    case Mismatch::kMissing:
      finding.category = kOmission;
      finding.severity = Severity::kMinor;
      finding.message =
          fmt::format("nothing in the target stands for {}", quoted(context.source, *source));
      finding.suggestion = facts::format(*source, style);
      break;
    case Mismatch::kAdded:
      finding.category = kAddition;
      finding.severity = Severity::kMinor;
      finding.message =
          fmt::format("nothing in the source stands for {}", quoted(context.target, *target));
      break;
    case Mismatch::kForm:
      finding.severity = Severity::kMinor;
      describe_form(*source, *target, context, finding);
      break;
  }
  return finding;
}

}  // namespace

std::vector<Difference> compare_facts(const BeadContext& context) {
  const auto facts_of = [](const pair::Passage* passage) {
    return passage == nullptr ? std::span<const Fact>() : std::span<const Fact>(passage->facts);
  };
  const auto side = [&](const pair::Passage& passage, const pair::Passage* before,
                        const pair::Passage* after) {
    return facts::Side{passage.facts, passage.document->text, passage.span, facts_of(before),
                       facts_of(after)};
  };
  facts::Comparison comparison =
      facts::compare(side(context.source, context.source_before, context.source_after),
                     side(context.target, context.target_before, context.target_after));
  find_ill_formed(context, comparison.matches, comparison.differences);
  find_swapped(context, comparison.matches, comparison.differences);
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

void report_differences(FactRule rule, std::string_view name, const BeadContext& context,
                        std::vector<Finding>& findings) {
  for (const Difference& difference : context.fact_differences) {
    if (rule_of(difference, context) != rule) continue;
    Finding finding = finding_of(difference, context);
    finding.rule = name;
    findings.push_back(std::move(finding));
  }
}

}  // namespace duizhao::check
