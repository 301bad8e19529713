// Rule `negation`: one side denies what the other side affirms.
//
// A negation that none on the other side answers is a finding where the evidence says that it is
// rather a mistake than one of the many ways to say the same without a negation.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "duizhao/check/evidence/negation/lone_negations.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {
namespace {

constexpr std::array kKinds = {
    FindingKind{"negation/lost", Category::kMistranslation, Severity::kMinor, 0.5},
    FindingKind{"negation/added", Category::kMistranslation, Severity::kMinor, 0.5},
};

/// From these log-odds on a negation without counterpart is told, and is a major mistake. A
/// translator who says the same in other words brings a negation in far more often than he drops
/// one, most of all into Chinese.
struct Limits {
  double told;
  double major;
};
constexpr Limits kOfChineseSource = {-0.8, 1.8};
constexpr Limits kOfEnglishSource = {-1.0, 1.8};
constexpr Limits kOfChineseTarget = {1.8, 3.0};
constexpr Limits kOfEnglishTarget = {1.2, 3.0};

const Limits& limits_of(const LoneNegation& negation, Language language) {
  const bool chinese = language == Language::kChinese;
  if (negation.of_source) return chinese ? kOfChineseSource : kOfEnglishSource;
  return chinese ? kOfChineseTarget : kOfEnglishTarget;
}

/// By findings in published translations that were read (tools/bench/RESULTS.md):
/// most are free translation even where they look like planted mistakes.
double confidence(double log_odds) { return 1 / (1 + std::exp(1.3 - 0.55 * log_odds)); }

/// The evidence: the word that denies with what follows it in its clause, up to the last word that
/// says something: 不打算退出, and not 不打算退出这.
Span shown(const pair::Passage& passage, std::span<const pair::LinkedWord> linked, std::size_t at) {
  constexpr float kCommon = 4e-3F;
  Span span = passage.words[at].span;
  for (std::size_t i = at + 1; i < std::min(passage.words.size(), at + 4); ++i) {
    if (passage.words[i].kind == text::TokenKind::kPunctuation) break;
    if (linked[i].commonness < kCommon) span = span.joined(passage.words[i].span);
  }
  return span;
}

void check_negation(const BeadContext& context, std::vector<Finding>& findings) {
  for (const LoneNegation& negation : lone_negations(context)) {
    const pair::Passage& passage = negation.of_source ? context.source : context.target;
    const Limits& limits = limits_of(negation, passage.language);
    // Of what the target denies and the source surely affirms, less is enough.
    constexpr double kOfAffirmed = 0.4;
    const bool contradicts = !negation.of_source && negation.affirmed;
    if (negation.log_odds < limits.told - (contradicts ? kOfAffirmed : 0)) continue;
    Finding finding(negation.of_source ? kind(kKinds, "negation/lost")
                                       : kind(kKinds, "negation/added"));
    // What the other side surely affirms is as sure a mistake as one that the weights are sure of.
    const double log_odds = negation.of_source && negation.affirmed
                                ? std::max(negation.log_odds, limits.major)
                                : negation.log_odds;
    if (log_odds >= limits.major) finding.severity = Severity::kMajor;
    finding.confidence = confidence(log_odds);
    const Span span = shown(
        passage, negation.of_source ? context.links.source : context.links.target, negation.at);
    (negation.of_source ? finding.source : finding.target) = span;
    finding.with("words", span.in(passage.document->text));
    findings.push_back(std::move(finding));
  }
}

constexpr std::array kExamples = {
    Example{"该协议尚未生效。", "The agreement has taken effect.", "negation/lost"},
    Example{"He resigned yesterday.", "他昨天没有辞职。", "negation/added"},
    Example{"The bank did not raise rates, and it did not explain why.",
            "该行没有加息，并解释了原因。", "negation/lost"},
    Example{"他没有来。", "He failed to come."},
    Example{"他不得不承认失败。", "He had to admit defeat."},
    Example{"利率维持不变。", "The rate was kept unchanged."},
};

}  // namespace

extern const Rule kNegationRule = {
    .id = "negation",
    .concern = Concern::kNegation,
    .least_in_corpora = Severity::kMajor,
    .kinds = kKinds,
    .examples = kExamples,
    .check_bead = check_negation,
};

}  // namespace duizhao::check
