#include "duizhao/report/finding_rows.h"

#include <algorithm>

#include "duizhao/formats/subtitles.h"
#include "duizhao/report/beads.h"
#include "duizhao/report/lines.h"
#include "duizhao/report/message.h"
#include "duizhao/score/mqm.h"

namespace duizhao::report {

Span sentences_around(const Document& document, Span span) {
  const auto& sentences = document.sentences;
  auto at = std::ranges::partition_point(
      sentences, [&](const Sentence& sentence) { return sentence.span.end <= span.begin; });
  Span around = span;
  for (; at != sentences.end() && at->span.begin < std::max(span.end, span.begin + 1); ++at) {
    around = around.joined(at->span);
  }
  return around;
}

namespace {

/// One of the two versions, and its lines.
class Version {
 public:
  Version(const Document& document, const ReviewOrigin& origin)
      : document_(document), origin_(origin), lines_(document.original_text()) {}

  [[nodiscard]] RowSide side(const std::optional<Span>& evidence, const Span* bead) const {
    RowSide side;
    side.file = origin_.pair ? origin_.file : document_.name;
    const bool any = evidence || bead != nullptr;
    const Span passage = evidence          ? sentences_around(document_, *evidence)
                         : bead != nullptr ? *bead
                                           : Span{};
    side.passage = passage.in(document_.text);
    if (evidence)
      side.evidence = Span{evidence->begin - passage.begin, evidence->end - passage.begin};
    if (origin_.pair) {
      side.line = side.end_line = origin_.pair->line;
      return side;
    }
    if (!any) return side;
    const Span place = document_.in_original(evidence.value_or(passage));
    side.line = lines_.number(place.begin);
    side.column = lines_.column(place.begin);
    side.end_line = lines_.number(place.end);
    side.end_column = lines_.column(place.end);
    side.time = formats::cue_time(document_, evidence.value_or(passage));
    return side;
  }

 private:
  const Document& document_;
  const ReviewOrigin& origin_;
  Lines lines_;
};

}  // namespace

std::vector<FindingRow> finding_rows(const Review& review, const ReviewOrigin& origin,
                                     Language language) {
  std::vector<FindingRow> rows;
  if (review.findings.empty()) return rows;
  const std::vector<BeadSpans> spans = bead_spans(review.source, review.target, review.alignment);
  const Version source(review.source, origin);
  const Version target(review.target, origin);
  for (const Finding& finding : review.findings) {
    const BeadSpans* bead =
        finding.bead && *finding.bead < spans.size() ? &spans[*finding.bead] : nullptr;
    FindingRow row;
    row.rule = finding.rule;
    row.code = finding.code;
    row.category = finding.category;
    row.severity = finding.severity;
    row.confidence = finding.confidence;
    row.penalty = score::cost_of(finding, review.score);
    row.message = message_of(finding, language);
    row.suggestion = finding.suggestion;
    row.key = finding.key;
    row.bead = finding.bead;
    if (origin.pair) {
      row.pair = origin.pair->number;
      row.id = origin.pair->id;
    }
    row.source = source.side(finding.source, bead == nullptr ? nullptr : &bead->source);
    row.target = target.side(finding.target, bead == nullptr ? nullptr : &bead->target);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string cue_time(const Finding& finding, const Review& review) {
  std::string time =
      finding.target ? formats::cue_time(review.target, *finding.target) : std::string();
  if (time.empty() && finding.source) time = formats::cue_time(review.source, *finding.source);
  return time;
}

}  // namespace duizhao::report
