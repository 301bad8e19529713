// Rule `addition`: the target says what the source does not say.
//
// Fires:   该行加息。 → The bank raised rates. Its chairman resigned on Friday.
//          a paragraph of the target without a counterpart in the source; a passage in the source's
//          language that stands in the target's file (an abstract, a teaser) is one minor finding.
// Silent:  what the translation makes explicit in a word or two.

#include <fmt/format.h>

#include "duizhao/check/evidence/missing_runs.h"
#include "duizhao/check/evidence/unaligned_passages.h"
#include "duizhao/check/rules.h"

namespace duizhao::check {
namespace {

constexpr std::string_view kRule = "addition";
constexpr std::string_view kCategory = "accuracy/addition";

/// As for omissions. The evidence is less sure: translations make explicit more than they leave
/// out.
constexpr double kOdds = -0.5;
constexpr double kSureOdds = 0.6;

constexpr std::size_t kFewLetters = 24;
constexpr double kMostly = 0.5;

}  // namespace

void check_added_clauses(const BeadContext& context, std::vector<Finding>& findings) {
  for (const MissingRun& run : missing_runs(context.target, context.source, context.links.target,
                                            context.links.source, kOdds)) {
    Finding finding;
    finding.rule = kRule;
    finding.category = kCategory;
    finding.severity = run.log_odds >= kSureOdds ? Severity::kMajor : Severity::kMinor;
    finding.confidence = run.confidence();
    finding.target = run.span;
    finding.message = "nothing in the source stands for this part of the target";
    findings.push_back(std::move(finding));
  }
}

void check_added_passages(const DocumentContext& context, std::vector<Finding>& findings) {
  const UnalignedPassages apart = unaligned_passages(context, false);
  std::size_t sentences = 0;
  for (const UnalignedPassage& passage : apart.passages) sentences += passage.sentences;
  Finding finding;
  finding.rule = kRule;
  finding.category = kCategory;
  if (apart.share >= kMostly) {
    finding.severity = Severity::kMajor;
    finding.confidence = 0.95;
    finding.message =
        fmt::format("{:.0f} % of the target ({} of {} sentences) has no counterpart in the source",
                    100 * apart.share, sentences, context.target.sentences.size());
    findings.push_back(std::move(finding));
    return;
  }
  for (const UnalignedPassage& passage : apart.passages) {
    const bool foreign = passage.language == context.source.language;
    const bool sure = passage.confidence >= 0.5 && passage.letters >= kFewLetters;
    finding.severity = sure && !foreign ? Severity::kMajor : Severity::kMinor;
    finding.confidence = passage.confidence;
    finding.target = passage.span;
    finding.bead = passage.bead;
    const std::string what = passage.sentences == 1
                                 ? std::string("this sentence")
                                 : fmt::format("these {} sentences", passage.sentences);
    finding.message = what + (foreign ? " in the language of the source" : std::string()) +
                      (passage.sentences == 1 ? " has" : " have") + " no counterpart in the source";
    findings.push_back(finding);
  }
}

}  // namespace duizhao::check
