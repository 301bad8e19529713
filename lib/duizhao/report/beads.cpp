#include "duizhao/report/beads.h"

namespace duizhao::report {
namespace {

Span span_of(const Document& document, const std::vector<std::uint32_t>& sentences,
             std::size_t& cursor) {
  if (sentences.empty()) return {cursor, cursor};
  Span span = document.sentences[sentences.front()].span;
  for (const std::uint32_t sentence : sentences) {
    span = span.joined(document.sentences[sentence].span);
  }
  cursor = span.end;
  return span;
}

}  // namespace

std::vector<BeadSpans> bead_spans(const Document& source, const Document& target,
                                  const Alignment& alignment) {
  std::vector<BeadSpans> spans;
  spans.reserve(alignment.beads.size());
  std::size_t source_cursor = 0;
  std::size_t target_cursor = 0;
  for (const Bead& bead : alignment.beads) {
    const Span in_source = span_of(source, bead.source, source_cursor);
    const Span in_target = span_of(target, bead.target, target_cursor);
    spans.push_back({in_source, in_target});
  }
  return spans;
}

}  // namespace duizhao::report
