#include "duizhao/report/alignment.h"

#include <fmt/format.h>

#include <ostream>
#include <string>
#include <string_view>

#include "duizhao/report/beads.h"

namespace duizhao::report {
namespace {

/// A text in one cell of a table.
std::string cell(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return result;
}

}  // namespace

void write_ladder(std::ostream& out, const Aligned& aligned) {
  for (const Bead& bead : aligned.alignment.beads) {
    out << fmt::format("[{}]:[{}]\n", fmt::join(bead.source, ","), fmt::join(bead.target, ","));
  }
}

void write_alignment_tsv(std::ostream& out, const Aligned& aligned) {
  const auto spans = bead_spans(aligned.source, aligned.target, aligned.alignment);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const Bead& bead = aligned.alignment.beads[i];
    const std::string_view both = bead.moved && bead.repeated ? "," : "";
    out << fmt::format("{}\t{}\t{:.3f}\t{}{}{}\t{}\t{}\n", fmt::join(bead.source, ","),
                       fmt::join(bead.target, ","), bead.confidence, bead.moved ? "moved" : "",
                       both, bead.repeated ? "repeated" : "",
                       cell(spans[i].source.in(aligned.source.text)),
                       cell(spans[i].target.in(aligned.target.text)));
  }
}

}  // namespace duizhao::report
