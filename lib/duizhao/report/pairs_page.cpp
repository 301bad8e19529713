#include "duizhao/report/pairs_page.h"

#include "duizhao/report/html_body.h"
#include "duizhao/report/html_head.h"
#include "duizhao/report/html_page.h"

namespace duizhao::report {
namespace {

/// Appends a document to another one, and returns how far its text has moved.
std::size_t take_in(Document& whole, const Document& part, std::vector<std::uint32_t>& sentences) {
  const std::size_t offset = whole.text.size();
  const auto paragraphs = static_cast<std::uint32_t>(whole.paragraphs.size());
  whole.text += part.text;
  whole.text += '\n';
  if (whole.language == Language::kUnknown) whole.language = part.language;
  for (Paragraph paragraph : part.paragraphs) {
    paragraph.span = paragraph.span.shifted(offset);
    whole.paragraphs.push_back(paragraph);
  }
  for (Sentence sentence : part.sentences) {
    sentence.span = sentence.span.shifted(offset);
    sentence.paragraph += paragraphs;
    // An empty line is a sentence too, but nothing to show.
    if (!sentence.span.empty()) {
      sentences.push_back(static_cast<std::uint32_t>(whole.sentences.size()));
    }
    whole.sentences.push_back(sentence);
  }
  return offset;
}

}  // namespace

void PairsPage::add(const std::string& name, const Review& review) {
  ++pairs_.count;
  total_.add(review.score);
  add_points(pairs_.points, review.score, review.findings);
  for (const Finding& finding : review.findings) {
    ++pairs_.by_severity[static_cast<std::size_t>(finding.severity)];
  }
  const bool unjudged = !review.score.unjudged.empty();
  if (!review.findings.empty()) ++pairs_.with_findings;
  if (unjudged && review.findings.empty()) ++pairs_.unjudged;
  if ((review.findings.empty() && !unjudged) || pairs_.names.size() == kMostShown) return;
  take_row(name, review);
}

void PairsPage::show(std::size_t number, const std::string& name, const Review& review) {
  pairs_.numbers.push_back(number);
  take_row(name, review);
}

void PairsPage::take_row(const std::string& name, const Review& review) {
  Bead bead;
  const std::size_t source_offset = take_in(shown_.source, review.source, bead.source);
  const std::size_t target_offset = take_in(shown_.target, review.target, bead.target);
  const auto take_finding = [&](Finding& finding) {
    if (finding.source) finding.source = finding.source->shifted(source_offset);
    if (finding.target) finding.target = finding.target->shifted(target_offset);
    finding.bead = pairs_.names.size();
  };
  for (Finding finding : review.findings) {
    take_finding(finding);
    for (Finding& place : finding.elsewhere) take_finding(place);
    shown_.findings.push_back(std::move(finding));
  }
  shown_.alignment.beads.push_back(std::move(bead));
  pairs_.names.push_back(name);
  pairs_.unjudged_for.push_back(review.score.unjudged);
}

void PairsPage::append(std::string& out, const score::MqmOptions& options) const {
  const Score whole = total_.score(options);
  append_html_page(out, HtmlView(shown_.source, shown_.target, shown_.alignment, shown_.findings,
                                 &whole, language_, &pairs_));
}

void PairsPage::append_live(std::string& out, const Score& score, std::string_view kept,
                            const About& about) const {
  HtmlView view(shown_.source, shown_.target, shown_.alignment, shown_.findings, &score, language_,
                &pairs_);
  view.live_kept = kept;
  view.about = &about;
  append_html_page(out, view);
}

std::vector<PagePiece> PairsPage::live_pieces(const Score& score, const About& about) const {
  HtmlView view(shown_.source, shown_.target, shown_.alignment, shown_.findings, &score, language_,
                &pairs_);
  view.live_kept.emplace();
  view.about = &about;
  std::vector<PagePiece> pieces;
  append_html_head(pieces.emplace_back(PagePiece{"head", {}}).html, view);
  append_html_bar(pieces.emplace_back(PagePiece{"bar", {}}).html, view);
  return pieces;
}

std::string PairsPage::live_rows() const {
  const Score none;
  HtmlView view(shown_.source, shown_.target, shown_.alignment, shown_.findings, &none, language_,
                &pairs_);
  view.live_kept.emplace();
  std::string html;
  for (const PageRow& row : html_body_pieces(view).rows) html += row.html;
  return html;
}

}  // namespace duizhao::report
