#include "duizhao/check/evidence/facts/fact_forms.h"

#include <algorithm>
#include <string_view>

#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

using facts::Difference;
using facts::Fact;
using facts::Kind;
using facts::Mismatch;

constexpr double kConfidence = 0.7;

template <typename Predicate>
bool any_code_point(std::string_view text, Predicate holds) {
  for (std::size_t i = 0; i < text.size();) {
    if (holds(text::next_code_point(text, i))) return true;
  }
  return false;
}

bool is_full_width_digit(char32_t c) { return c >= U'０' && c <= U'９'; }

/// An English magnitude among Chinese characters, or the other way round.
bool is_foreign(std::string_view number, Language language) {
  if (language == Language::kEnglish) return any_code_point(number, text::is_han);
  return std::any_of(number.begin(), number.end(), text::is_ascii_letter) &&
         (number.find("illion") != std::string_view::npos ||
          number.find("thousand") != std::string_view::npos);
}

}  // namespace

std::optional<FactForm> fault_of_form(const Fact& source, const Fact& target,
                                      const pair::Passage& target_passage) {
  if (target.malformed) {
    if (target.kind != Kind::kDate) return FactForm::kGrouping;
    return target.digits ? FactForm::kDateMarks : FactForm::kMonthName;
  }
  const Language language = target_passage.language;
  if (language == Language::kEnglish && target.unit == facts::Unit::kDegree &&
      facts::dimension_of(source.unit) == facts::Dimension::kTemperature) {
    return FactForm::kScale;
  }
  if (!target.digits) return std::nullopt;
  const std::string_view number = target.number.in(target_passage.document->text);
  if (target.kind != Kind::kDate && is_foreign(number, language)) return FactForm::kForeign;
  if (any_code_point(number, is_full_width_digit)) return FactForm::kFullWidth;
  return std::nullopt;
}

void find_ill_formed(const BeadContext& context, std::span<const facts::Match> matches,
                     std::vector<Difference>& differences) {
  for (const facts::Match& match : matches) {
    const Fact& source = context.source.facts[match.source];
    const Fact& target = context.target.facts[match.target];
    if (target.malformed || !fault_of_form(source, target, context.target)) continue;
    differences.push_back({Mismatch::kForm, match.source, match.target, kConfidence});
  }
}

}  // namespace duizhao::check
