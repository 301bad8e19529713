#include "duizhao/review/told_findings.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <tuple>

#include "duizhao/core/document.h"
#include "duizhao/core/span.h"

namespace duizhao {
namespace {

Span span_of(const Document& document, const std::vector<std::uint32_t>& sentences) {
  if (sentences.empty()) return {};
  return document.sentences[sentences.front()].span.joined(
      document.sentences[sentences.back()].span);
}

}  // namespace

void give_keys(const Review& review, const Suppressions* suppressions,
               std::vector<Finding>& findings) {
  const std::vector<Bead>& beads = review.alignment.beads;
  for (Finding& finding : findings) {
    FindingPlace place{review.source, review.target, {}, {}};
    if (finding.bead && *finding.bead < beads.size()) {
      place.source_passage = span_of(review.source, beads[*finding.bead].source);
      place.target_passage = span_of(review.target, beads[*finding.bead].target);
    }
    finding.key = content_key(finding, place);
    if (suppressions == nullptr || suppressions->contains(finding.key)) continue;
    const std::uint64_t earlier = sentence_key(finding, place);
    if (suppressions->contains(earlier)) finding.key = earlier;
  }
}

void sort_findings(std::vector<Finding>& findings) {
  const auto place = [](const std::optional<Span>& span) { return span ? span->begin + 1 : 0; };
  const auto key = [&](const Finding& finding) {
    return std::tuple(finding.bead ? *finding.bead + 1 : 0, place(finding.target),
                      place(finding.source), finding.rule);
  };
  std::stable_sort(findings.begin(), findings.end(),
                   [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
}

void take_out_accepted(Review& review, const ReviewOptions& options) {
  if (options.suppressions == nullptr) return;
  review.suppressed += options.suppressions->apply(review.findings);
}

}  // namespace duizhao
