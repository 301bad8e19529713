// Rule `omission`: a clause, sentence or passage of the source is missing from the target.
//
// Fires:   The bank raised rates, although inflation had slowed to 2%. → 该行加息。
//          a paragraph of the source without a counterpart anywhere in the target (one finding for
//          a run of sentences).
// Silent:  free translation that keeps the content; a caption credit (Photo: AFP) is minor; a
//          target that leaves out half of the source is a summary, said once with the share.

#include <fmt/format.h>

#include "duizhao/check/evidence/missing_runs.h"
#include "duizhao/check/evidence/unaligned_passages.h"
#include "duizhao/check/rules.h"

namespace duizhao::check {
namespace {

constexpr std::string_view kRule = "omission";
constexpr std::string_view kCategory = "accuracy/omission";

/// Log-odds from which a clause counts as missing, and as surely missing.
constexpr double kOdds = -2.4;
constexpr double kSureOdds = -0.2;

/// Letters below which a sentence apart is a caption, a by-line or a credit.
constexpr std::size_t kFewLetters = 24;

/// Share of the source without counterpart from which the target is a summary of it.
constexpr double kSummary = 0.5;

/// A run that is more likely than not rendered in other words is a hint, and no error.
Severity severity_of(const MissingRun& run) {
  constexpr double kHintOdds = -1;
  if (run.log_odds >= kSureOdds) return Severity::kMajor;
  return run.log_odds >= kHintOdds ? Severity::kMinor : Severity::kNeutral;
}

}  // namespace

void check_omitted_clauses(const BeadContext& context, std::vector<Finding>& findings) {
  for (const MissingRun& run : missing_runs(context.source, context.target, context.links.source,
                                            context.links.target, kOdds)) {
    Finding finding;
    finding.rule = kRule;
    finding.category = kCategory;
    finding.severity = severity_of(run);
    finding.confidence = run.confidence();
    finding.source = run.span;
    finding.message = finding.severity == Severity::kNeutral
                          ? "this part of the source may have no counterpart in the target"
                          : "nothing in the target stands for this part of the source";
    findings.push_back(std::move(finding));
  }
}

void check_omitted_passages(const DocumentContext& context, std::vector<Finding>& findings) {
  const UnalignedPassages apart = unaligned_passages(context, true);
  std::size_t sentences = 0;
  for (const UnalignedPassage& passage : apart.passages) sentences += passage.sentences;
  Finding finding;
  finding.rule = kRule;
  finding.category = kCategory;
  if (apart.share >= kSummary) {
    finding.severity = Severity::kMajor;
    finding.confidence = 0.95;
    finding.message = fmt::format(
        "{:.0f} % of the source ({} of {} sentences) has no counterpart in the target, which reads "
        "like a summary",
        100 * apart.share, sentences, context.source.sentences.size());
    findings.push_back(std::move(finding));
    return;
  }
  for (const UnalignedPassage& passage : apart.passages) {
    const bool sure = passage.confidence >= 0.5;
    finding.severity = passage.letters >= kFewLetters && sure ? Severity::kMajor : Severity::kMinor;
    finding.confidence = passage.confidence;
    finding.source = passage.span;
    finding.bead = passage.bead;
    finding.message = passage.sentences == 1
                          ? "this sentence has no counterpart in the target"
                          : fmt::format("these {} sentences have no counterpart in the target",
                                        passage.sentences);
    findings.push_back(finding);
  }
}

}  // namespace duizhao::check
