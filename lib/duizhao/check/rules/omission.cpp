// Rule `omission`: a clause, sentence or passage of the source is missing from the target.
//
// Fires:   The bank raised rates, although inflation had slowed to 2%. → 该行加息。
//          a paragraph of the source without a counterpart anywhere in the target (one finding for
//          a run of sentences);
//          头痛、恶心和皮疹 → headache and nausea: a list that is shorter (list_items.h).
// Silent:  free translation that keeps the content; a caption credit (Photo: AFP) is minor; a
//          target that leaves out half of the source is a summary, said once with the share.
//
// It goes by odds per word. For every word of one side the lexicon tells how well the other side
// explains it, and how many words of the other side it explains itself; how much that speaks for
// "missing" was counted on sentences beside their own translation and beside the translation of
// the sentence next to them (tools/fit/missing_odds.cpp). A run of words with a high sum, and every
// clause, since clauses are what people leave out, is weighed by its mean, by what of the other
// side may render it (the stretch that its words explain best, the words that nothing explains near
// the counterparts of its neighbours, words near in meaning), by how short the other side is, and
// by figures, names and negations that other rules have missed; the weights of each language are
// fitted on omissions and additions planted in good translations (tools/fit/missing_runs.py). Where
// the Chinese is terse, as in statutes, and where the run's words stand elsewhere in the passage,
// English spells out what Chinese need not; a passage that is one run beside a text of its length
// is rendered in other words as a whole, as an idiom is. In a paragraph a word counts as explained
// by the sentence that translates its own, not by the next one (sentence_links.h). The surest run
// is taken first; what it explains of the lengths is no reason to suspect the rest. Words of a
// figure that both sides have are explained, however it is written. What may be is minor, and its
// confidence says how likely it is; what is nearly sure is major. Whole sentences without a
// counterpart are the aligner's to find; a target that leaves out half of its source is a summary,
// said once.

#include <algorithm>
#include <array>
#include <vector>

#include "duizhao/check/evidence/runs/list_items.h"
#include "duizhao/check/evidence/runs/missing_runs.h"
#include "duizhao/check/evidence/runs/unaligned_passages.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {
namespace {

constexpr std::array kKinds = {
    FindingKind{"omission/clause", Category::kOmission, Severity::kMinor, 0.5},
    FindingKind{"omission/clause-perhaps", Category::kOmission, Severity::kNeutral, 0.2},
    FindingKind{"omission/item", Category::kOmission, Severity::kMinor, 0.5},
    FindingKind{"omission/passage", Category::kOmission, Severity::kMajor, 0.5},
    FindingKind{"omission/summary", Category::kOmission, Severity::kMajor, 0.95},
};

/// Log-odds that a reader would mark it: from one in seven it is a hint, from more than one in
/// five an error, from better than one in two a grave one where more is gone than a word or two.
constexpr double kOdds = -1.9;
constexpr double kErrorOdds = -1.25;
constexpr double kSureOdds = 0.3;
constexpr double kMuch = 3;

/// Letters below which a sentence apart is a caption, a by-line or a credit.
constexpr std::size_t kFewLetters = 24;

/// Share of the source without counterpart from which the target is a summary of it.
constexpr double kSummary = 0.5;

void check_omitted_clauses(const BeadContext& context, std::vector<Finding>& findings) {
  const OpenWords& open = *context.open_words;
  const std::vector<Span> lost = lost_places(findings, &Finding::source, &Finding::target);
  for (const MissingRun& run : missing_runs(open.source, open.target, lost, kOdds)) {
    Finding finding(run.log_odds >= kErrorOdds ? kind(kKinds, "omission/clause")
                                               : kind(kKinds, "omission/clause-perhaps"));
    if (run.log_odds >= kSureOdds && run.evidence.content >= kMuch)
      finding.severity = Severity::kMajor;
    finding.confidence = run.confidence();
    finding.source = run.span;
    findings.push_back(std::move(finding));
  }
  for (const Span& item : items_left_out(open.source, open.target)) {
    const bool told = std::ranges::any_of(findings, [&](const Finding& finding) {
      return finding.source && finding.source->overlaps(item);
    });
    if (told) continue;
    Finding finding(kind(kKinds, "omission/item"));
    finding.source = item;
    findings.push_back(std::move(finding.with("source", item.in(context.source.document->text))));
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

constexpr std::array kExamples = {
    Example{"The bank raised interest rates, although consumer prices have fallen for three months "
            "in a row.",
            "该行加息。", "omission/clause"},
    Example{"The bank raised rates.\nHeavy rain is expected in the north tomorrow, the weather "
            "service said.\nIts chairman spoke on Friday in the capital.",
            "该行加息。\n行长周五在首都发表讲话。", "omission/summary"},
    Example{"The bank raised interest rates, although prices have fallen for three months.",
            "尽管物价连续三个月下跌，该行仍加息。"},
    Example{"常见不良反应包括头痛、恶心、皮疹和疲乏。",
            "Common adverse reactions include headache and nausea.", "omission/item"},
    Example{"Perseverance will prevail.", "只要功夫深，铁杵磨成针。"},
};

}  // namespace

extern const Rule kOmissionRule = {
    .id = "omission",
    .concern = Concern::kOmission,
    .kinds = kKinds,
    .examples = kExamples,
    .check_bead = check_omitted_clauses,
    .check_document = check_omitted_passages,
};

}  // namespace duizhao::check
