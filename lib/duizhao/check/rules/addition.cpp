// Rule `addition`: the target says what the source does not say.
//
// Fires:   该行加息。 → The bank raised rates. Its chairman resigned on Friday.
//          a paragraph of the target without a counterpart in the source; a passage in the source's
//          language that stands in the target's file (an abstract, a teaser) is one minor finding.
// Silent:  what the translation makes explicit in a word or two.

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "duizhao/check/evidence/runs/list_items.h"
#include "duizhao/check/evidence/runs/missing_runs.h"
#include "duizhao/check/evidence/runs/unaligned_passages.h"
#include "duizhao/check/rule.h"
#include "duizhao/pair/clauses.h"

namespace duizhao::check {
namespace {

constexpr std::array kKinds = {
    FindingKind{"addition/clause", Category::kAddition, Severity::kMinor, 0.5},
    FindingKind{"addition/item", Category::kAddition, Severity::kMinor, 0.5},
    FindingKind{"addition/passage", Category::kAddition, Severity::kMajor, 0.5},
    FindingKind{"addition/passage-in-source-language", Category::kAddition, Severity::kMinor, 0.5},
    FindingKind{"addition/most-of-the-target", Category::kAddition, Severity::kMajor, 0.95},
};

/// As for omissions. The evidence is less sure: translations make explicit more than they leave
/// out.
constexpr double kOdds = -0.3;
constexpr double kSureOdds = 0.8;
constexpr double kMuch = 3;
/// A whole sentence, where the target has more of them, makes nothing explicit: it says more.
constexpr double kOddsOfSentence = -0.6;

constexpr std::size_t kFewLetters = 24;
constexpr double kMostly = 0.5;

/// The sentences of a passage, which a pair does not tell apart.
std::vector<Span> sentences_of(const pair::Passage& passage) {
  constexpr std::array<std::string_view, 6> kEnds = {".", "!", "?", "。", "！", "？"};
  std::vector<Span> sentences;
  bool ended = true;
  for (const pair::Clause& clause : pair::clauses(passage)) {
    if (ended) {
      sentences.push_back(clause.span);
    } else {
      sentences.back() = sentences.back().joined(clause.span);
    }
    const Span last = passage.words[clause.end_word - 1].span;
    ended = std::ranges::find(kEnds, last.in(passage.document->text)) != kEnds.end();
  }
  return sentences;
}

void check_added_clauses(const BeadContext& context, std::vector<Finding>& findings) {
  const OpenWords& open = *context.open_words;
  const std::vector<Span> lost = lost_places(findings, &Finding::target, &Finding::source);
  std::vector<Span> sentences = sentences_of(context.target);
  if (sentences.size() <= sentences_of(context.source).size()) sentences.clear();
  const auto is_sentence = [&](Span span) {
    return std::ranges::any_of(sentences, [&](Span one) { return span.contains(one); });
  };
  const double least = sentences.empty() ? kOdds : kOddsOfSentence;
  for (const MissingRun& run : missing_runs(open.target, open.source, lost, least)) {
    if (run.log_odds < kOdds && !is_sentence(run.span)) continue;
    Finding finding(kind(kKinds, "addition/clause"));
    if (run.log_odds >= kSureOdds && run.evidence.content >= kMuch)
      finding.severity = Severity::kMajor;
    finding.confidence = run.confidence();
    finding.target = run.span;
    findings.push_back(std::move(finding));
  }
  for (const Span& item : items_left_out(open.target, open.source)) {
    const bool told = std::ranges::any_of(findings, [&](const Finding& finding) {
      return finding.target && finding.target->overlaps(item);
    });
    if (told) continue;
    Finding finding(kind(kKinds, "addition/item"));
    finding.target = item;
    findings.push_back(std::move(finding.with("target", item.in(context.target.document->text))));
  }
}

void check_added_passages(const DocumentContext& context, std::vector<Finding>& findings) {
  const UnalignedPassages apart = unaligned_passages(context, false);
  std::size_t sentences = 0;
  for (const UnalignedPassage& passage : apart.passages) sentences += passage.sentences;
  if (apart.share >= kMostly) {
    findings.push_back(Finding(kind(kKinds, "addition/most-of-the-target"))
                           .with("share", apart.share)
                           .with("sentences", sentences)
                           .with("of", context.target.sentences.size()));
    return;
  }
  for (const UnalignedPassage& passage : apart.passages) {
    const bool foreign = passage.language == context.source.language;
    const bool sure = passage.confidence >= 0.5 && passage.letters >= kFewLetters;
    Finding finding(foreign ? kind(kKinds, "addition/passage-in-source-language")
                            : kind(kKinds, "addition/passage"));
    if (!sure) finding.severity = Severity::kMinor;
    finding.confidence = passage.confidence;
    finding.target = passage.span;
    finding.bead = passage.bead;
    findings.push_back(std::move(finding.with("sentences", passage.sentences)));
  }
}

constexpr std::array kExamples = {
    Example{"该行加息。", "The bank raised rates. Its chairman resigned on Friday.",
            "addition/clause"},
    Example{"The bank raised rates.\nIts chairman spoke on Friday in the capital.",
            "该行加息。\n天气预报说明天有大雨，市民出门请带好雨具。\n行长周五在首都发表讲话。",
            "addition/most-of-the-target"},
    Example{"该行加息。", "The bank raised its rates."},
};

}  // namespace

extern const Rule kAdditionRule = {
    .id = "addition",
    .concern = Concern::kAddition,
    .kinds = kKinds,
    .examples = kExamples,
    .check_bead = check_added_clauses,
    .check_document = check_added_passages,
};

}  // namespace duizhao::check
