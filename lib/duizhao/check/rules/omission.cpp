// Rule `omission`: a clause, sentence or passage of the source is missing from the target.
//
// Fires:   The bank raised rates, although inflation had slowed to 2%. → 该行加息。
//          a paragraph of the source without a counterpart anywhere in the target (one finding for
//          a run of sentences).
// Silent:  free translation that keeps the content; a caption credit (Photo: AFP) is minor; a
//          target that leaves out half of the source is a summary, said once with the share.

#include <array>

#include "duizhao/check/evidence/missing_runs.h"
#include "duizhao/check/evidence/unaligned_passages.h"
#include "duizhao/check/rules.h"

namespace duizhao::check {
namespace {

constexpr std::array kKinds = {
    FindingKind{"omission/clause", Category::kOmission, Severity::kMinor, 0.5},
    FindingKind{"omission/clause-perhaps", Category::kOmission, Severity::kNeutral, 0.2},
    FindingKind{"omission/passage", Category::kOmission, Severity::kMajor, 0.5},
    FindingKind{"omission/summary", Category::kOmission, Severity::kMajor, 0.95},
};

/// Log-odds from which a clause counts as missing, and as surely missing.
constexpr double kOdds = -2.4;
constexpr double kSureOdds = -0.2;

/// Letters below which a sentence apart is a caption, a by-line or a credit.
constexpr std::size_t kFewLetters = 24;

/// Share of the source without counterpart from which the target is a summary of it.
constexpr double kSummary = 0.5;

/// A run that is more likely than not rendered in other words is a hint, and no error.
constexpr double kHintOdds = -1;

}  // namespace

void check_omitted_clauses(const BeadContext& context, std::vector<Finding>& findings) {
  for (const MissingRun& run : missing_runs(context.source, context.target, context.links.source,
                                            context.links.target, kOdds)) {
    Finding finding(run.log_odds >= kHintOdds ? kind(kKinds, "omission/clause")
                                              : kind(kKinds, "omission/clause-perhaps"));
    if (run.log_odds >= kSureOdds) finding.severity = Severity::kMajor;
    finding.confidence = run.confidence();
    finding.source = run.span;
    findings.push_back(std::move(finding));
  }
}

void check_omitted_passages(const DocumentContext& context, std::vector<Finding>& findings) {
  const UnalignedPassages apart = unaligned_passages(context, true);
  std::size_t sentences = 0;
  for (const UnalignedPassage& passage : apart.passages) sentences += passage.sentences;
  if (apart.share >= kSummary) {
    findings.push_back(Finding(kind(kKinds, "omission/summary"))
                           .with("share", apart.share)
                           .with("sentences", sentences)
                           .with("of", context.source.sentences.size()));
    return;
  }
  for (const UnalignedPassage& passage : apart.passages) {
    const bool sure = passage.confidence >= 0.5;
    Finding finding(kind(kKinds, "omission/passage"));
    if (passage.letters < kFewLetters || !sure) finding.severity = Severity::kMinor;
    finding.confidence = passage.confidence;
    finding.source = passage.span;
    finding.bead = passage.bead;
    findings.push_back(std::move(finding.with("sentences", passage.sentences)));
  }
}

}  // namespace duizhao::check
