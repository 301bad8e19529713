#include "duizhao/report/html_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "duizhao/review/suppression.h"

namespace duizhao::report {

HtmlView::HtmlView(const Document& source_document, const Document& target_document,
                   const Alignment& alignment, const std::vector<Finding>& all_findings,
                   const Score* whole_score, Language language, const HtmlPairs* of_pairs)
    : source(source_document),
      target(target_document),
      beads(alignment.beads),
      told(all_findings),
      score(whole_score),
      pairs(of_pairs),
      words(language),
      summary(summarise(source, target, alignment, told)),
      spans(bead_spans(source, target, alignment)),
      rows(html_rows(alignment)),
      notes(beads.size()) {
  for (std::uint32_t i = 0; i < told.size(); ++i) add_note(told[i], NoteKind::kFinding, i);
  for (std::uint32_t i = 0; i < told.size(); ++i) {
    for (const Finding& place : told[i].elsewhere) add_note(place, NoteKind::kPlace, i);
  }
  if (!is_alignment() && pairs == nullptr) add_lone_passages();
  std::map<std::uint64_t, std::uint32_t> seen;
  for (const Finding& finding : findings) repeats_.push_back(seen[finding.key]++);
}

void HtmlView::add_note(Finding finding, NoteKind kind, std::uint32_t group) {
  const auto note = static_cast<std::uint32_t>(findings.size());
  const bool on_bead = finding.bead && *finding.bead < notes.size();
  (on_bead ? notes[*finding.bead] : whole).push_back(note);
  findings.push_back(std::move(finding));
  findings.back().elsewhere.clear();
  kinds.push_back(kind);
  groups.push_back(group);
}

void HtmlView::add_lone_passages() {
  // "These 3 sentences" stands at the first of them and is for all.
  std::vector<bool> told_before(beads.size(), false);
  for (const Finding& finding : told) {
    if (!finding.bead || !beads[*finding.bead].one_sided()) continue;
    const bool missing = beads[*finding.bead].target.empty();
    const std::optional<Span>& place = missing ? finding.source : finding.target;
    for (std::size_t b = *finding.bead + 1; place && b < beads.size(); ++b) {
      const Span own = missing ? spans[b].source : spans[b].target;
      if (!beads[b].one_sided() || missing != beads[b].target.empty() || own.end > place->end)
        break;
      told_before[b] = true;
    }
  }
  for (std::size_t b = 0; b < beads.size(); ++b) {
    if (!beads[b].one_sided() || told_before[b] || !notes[b].empty()) continue;
    const bool missing = beads[b].target.empty();
    Finding lone;
    lone.rule = missing ? "omission" : "addition";
    lone.code = missing ? "omission/passage" : "addition/passage";
    lone.category = missing ? Category::kOmission : Category::kAddition;
    // As grave as what tells of them all, where something does.
    lone.severity = Severity::kNeutral;
    for (const std::uint32_t note : whole) {
      if (findings[note].rule == lone.rule) lone.severity = findings[note].severity;
    }
    (missing ? lone.source : lone.target) = missing ? spans[b].source : spans[b].target;
    lone.key = content_key(lone, {source, target, spans[b].source, spans[b].target});
    // The row itself shows which passage it is.
    lone.source.reset();
    lone.target.reset();
    lone.bead = b;
    add_note(std::move(lone), NoteKind::kAlone, static_cast<std::uint32_t>(findings.size()));
  }
}

std::string HtmlView::name_of_note(std::uint32_t note) const {
  if (!live_kept) return std::to_string(note + 1);
  if (pairs != nullptr) {
    const std::vector<std::uint32_t>& of_pair = notes[*findings[note].bead];
    const auto place = std::ranges::find(of_pair, note) - of_pair.begin();
    return fmt::format("{}-{}", row_number(*findings[note].bead), place);
  }
  std::string name = key_text(findings[note].key);
  if (repeats_[note] > 0) name.append("-").append(std::to_string(repeats_[note] + 1));
  return name;
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
