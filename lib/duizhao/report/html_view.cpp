#include "duizhao/report/html_view.h"

#include <algorithm>

namespace duizhao::report {

HtmlView::HtmlView(const Document& source_document, const Document& target_document,
                   const Alignment& alignment, const std::vector<Finding>& all_findings,
                   const Score* whole_score, Language language, const HtmlPairs* of_pairs)
    : source(source_document),
      target(target_document),
      beads(alignment.beads),
      findings(all_findings),
      score(whole_score),
      pairs(of_pairs),
      words(language),
      summary(summarise(source, target, alignment, findings)),
      spans(bead_spans(source, target, alignment)),
      rows(html_rows(alignment)),
      notes(beads.size()) {
  for (std::uint32_t i = 0; i < findings.size(); ++i) {
    const auto bead = findings[i].bead;
    if (bead && *bead < notes.size()) {
      notes[*bead].push_back(i);
    } else {
      whole.push_back(i);
    }
  }
}

std::string_view HtmlView::kind_of(const Bead& bead) {
  if (bead.target.empty()) return "no-target";
  if (bead.source.empty()) return "no-source";
  return bead.moved ? "moved" : "";
}

std::size_t HtmlView::height_of(const HtmlRow& row) const {
  constexpr std::size_t kSignHeight = 40;
  constexpr std::size_t kLineHeight = 27;
  constexpr std::size_t kPadding = 14;
  constexpr std::size_t kNoteHeight = 92;
  if (row.sign) return kSignHeight;
  const auto lines = [](const Document& document, Span span) {
    const std::size_t bytes_in_line = document.language == Language::kChinese ? 100 : 60;
    return span.size() / bytes_in_line + 1;
  };
  const std::size_t text =
      std::max(lines(source, spans[row.bead].source), lines(target, spans[row.bead].target));
  return std::max(text * kLineHeight + kPadding, notes[row.bead].size() * kNoteHeight);
}

std::string_view file_of(std::string_view name) { return name.substr(name.find_last_of('/') + 1); }

}  // namespace duizhao::report
