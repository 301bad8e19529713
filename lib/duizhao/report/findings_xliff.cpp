#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "duizhao/formats/xml_text.h"
#include "duizhao/report/beads.h"
#include "duizhao/report/catalogue.h"
#include "duizhao/report/findings_report.h"
#include "duizhao/review/suppression.h"
#include "duizhao/text/language_tag.h"

namespace duizhao::report {
namespace {

/// XLIFF 2.1, 4.3.1.27: from 1, the highest, to 10.
int priority_of(Severity severity) {
  switch (severity) {
    case Severity::kCritical:
      return 1;
    case Severity::kMajor:
      return 2;
    case Severity::kMinor:
      return 5;
    case Severity::kNeutral:
      break;
  }
  return 8;
}

/// What a note is about, in the text of a unit.
struct Mark {
  Span span;
  std::size_t note = 0;
};

/// A side of a unit with the evidence marked. Marks nest or follow each other; what would overlap
/// stays with its note alone.
std::string marked(const Document& document, Span passage, std::vector<Mark> marks,
                   std::string_view side) {
  std::ranges::stable_sort(marks, [](const Mark& a, const Mark& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::string out;
  std::vector<std::size_t> open;
  std::size_t at = passage.begin;
  const auto text_to = [&](std::size_t end) {
    out += formats::xml_text(std::string_view(document.text).substr(at, end - at));
    at = end;
  };
  const auto close_to = [&](std::size_t position) {
    while (!open.empty() && open.back() <= position) {
      text_to(open.back());
      out += "</mrk>";
      open.pop_back();
    }
  };
  for (const Mark& mark : marks) {
    if (mark.span.empty() || !passage.contains(mark.span)) continue;
    close_to(mark.span.begin);
    if (!open.empty() && open.back() < mark.span.end) continue;
    text_to(mark.span.begin);
    out += fmt::format("<mrk id=\"{0}{1}\" type=\"comment\" ref=\"#n=n{1}\">", side, mark.note);
    open.push_back(mark.span.end);
  }
  close_to(passage.end);
  text_to(passage.end);
  return out;
}

class XliffReport : public FindingsReport {
 public:
  explicit XliffReport(const FindingsOptions& options) : language_(options.language) {}

  void add(std::string& out, const Review& review, const ReviewOrigin& origin) override {
    head(out, review, origin);
    const std::vector<BeadSpans> spans = bead_spans(review.source, review.target, review.alignment);
    const std::vector<FindingRow> rows = finding_rows(review, origin, language_);
    if (origin.pair) {
      std::vector<std::size_t> all(rows.size());
      for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
      const BeadSpans whole{{0, review.source.text.size()}, {0, review.target.text.size()}};
      unit(out, review, whole, rows, all, origin.pair->id);
      return;
    }
    std::vector<std::vector<std::size_t>> by_bead(spans.size());
    notes_of_file(out, review, rows, by_bead);
    for (std::size_t i = 0; i < spans.size(); ++i) {
      unit(out, review, spans[i], rows, by_bead[i], {});
    }
  }

  Result<void> finish(std::string& out, const Score&) override {
    if (units_ == 0) {  // a file needs a unit
      if (!begun_) out += head_of("und", "und", "");
      out += "<unit id=\"u1\"><segment><source/></segment></unit>\n";
    }
    out += "</file>\n</xliff>\n";
    return {};
  }

 private:
  static std::string head_of(std::string_view source, std::string_view target,
                             std::string_view file) {
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff "
        "xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"{}\" "
        "trgLang=\"{}\">\n<file id=\"f1\" original=\"{}\">\n",
        source, target, formats::xml_text(file));
  }

  void head(std::string& out, const Review& review, const ReviewOrigin& origin) {
    if (begun_) return;
    begun_ = true;
    out += head_of(text::language_tag(review.source.language, review.source.text),
                   text::language_tag(review.target.language, review.target.text),
                   origin.pair ? origin.file : review.source.name);
  }

  /// Findings on the whole document; the others go to their beads.
  static void notes_of_file(std::string& out, const Review& review,
                            const std::vector<FindingRow>& rows,
                            std::vector<std::vector<std::size_t>>& by_bead) {
    std::string notes;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].bead && *rows[i].bead < by_bead.size()) {
        by_bead[*rows[i].bead].push_back(i);
      } else {
        notes += note_of(rows[i], {}, review.findings[i]);
      }
    }
    if (!notes.empty()) out += "<notes>\n" + notes + "</notes>\n";
  }

  static std::string note_of(const FindingRow& row, std::string_view id, const Finding& finding) {
    const std::string_view side = finding.target   ? " appliesTo=\"target\""
                                  : finding.source ? " appliesTo=\"source\""
                                                   : "";
    std::string text = row.message;
    if (row.suggestion) text += " → " + *row.suggestion;
    return fmt::format("<note{}{} category=\"{} {}\" priority=\"{}\">{} [{}]</note>\n",
                       id.empty() ? std::string() : fmt::format(" id=\"{}\"", id), side,
                       name_of(row.severity), row.code, priority_of(row.severity),
                       formats::xml_text(text), key_text(row.key));
  }

  void unit(std::string& out, const Review& review, const BeadSpans& spans,
            const std::vector<FindingRow>& rows, const std::vector<std::size_t>& findings,
            const std::string& name) {
    out += fmt::format(
        "<unit id=\"u{}\"{}>\n", ++units_,
        name.empty() ? std::string() : fmt::format(" name=\"{}\"", formats::xml_text(name)));
    std::vector<Mark> source_marks;
    std::vector<Mark> target_marks;
    if (!findings.empty()) out += "<notes>\n";
    for (std::size_t i = 0; i < findings.size(); ++i) {
      const Finding& finding = review.findings[findings[i]];
      out += note_of(rows[findings[i]], fmt::format("n{}", i + 1), finding);
      // A note belongs to one place: what is wrong in the target, or what lacks there.
      if (finding.target) {
        target_marks.push_back({*finding.target, i + 1});
      } else if (finding.source) {
        source_marks.push_back({*finding.source, i + 1});
      }
    }
    if (!findings.empty()) out += "</notes>\n";
    out += fmt::format("<segment id=\"s{0}\"><source xml:space=\"preserve\">{1}</source>", units_,
                       marked(review.source, spans.source, source_marks, "ms"));
    if (!spans.target.empty()) {
      out += "<target xml:space=\"preserve\">" +
             marked(review.target, spans.target, target_marks, "mt") + "</target>";
    }
    out += "</segment>\n</unit>\n";
  }

  Language language_;
  bool begun_ = false;
  std::size_t units_ = 0;
};

}  // namespace

std::unique_ptr<FindingsReport> make_xliff_report(const FindingsOptions& options) {
  return std::make_unique<XliffReport>(options);
}

}  // namespace duizhao::report
