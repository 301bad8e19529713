#include "duizhao/report/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "duizhao/report/beads.h"
#include "duizhao/report/catalogue.h"
#include "duizhao/report/columns.h"
#include "duizhao/report/figures.h"
#include "duizhao/report/finding_rows.h"
#include "duizhao/report/gravest_first.h"
#include "duizhao/report/lines.h"
#include "duizhao/report/message.h"
#include "duizhao/report/summary.h"
#include "duizhao/report/verdict.h"
#include "duizhao/review/suppression.h"

namespace duizhao::report {
namespace {

constexpr std::size_t kLeastWidth = 40;
/// Evidence longer than a line is shown on so many.
constexpr std::size_t kEvidenceLines = 3;

/// SGR parameters (ECMA-48, 8.3.117). The sixteen colours that users set for their own background.
namespace sgr {
constexpr std::string_view kBold = "1";
constexpr std::string_view kDim = "2";
constexpr std::string_view kFailed = "1;31";
constexpr std::string_view kPassed = "1;32";
constexpr std::string_view kSuggestion = "32";
constexpr std::array<std::string_view, 4> kSeverity = {"36", "33", "31", "1;31"};
constexpr std::array<std::string_view, 4> kEvidence = {"4;36", "4;33", "4;31", "1;4;31"};
}  // namespace sgr

class TextReport {
 public:
  TextReport(std::string& out, const Review& review, const TextOptions& options)
      : out_(out),
        review_(review),
        colour_(options.colour),
        width_(std::max(options.width, kLeastWidth)),
        keys_(options.keys),
        words_(options.language),
        spans_(bead_spans(review.source, review.target, review.alignment)),
        source_{review.source, label_of(review.source, "src"),
                Lines(review.source.original_text())},
        target_{review.target, label_of(review.target, "tgt"),
                Lines(review.target.original_text())} {
    if (source_.label == target_.label) {
      source_.label = "src";
      target_.label = "tgt";
    }
    const std::size_t lines = std::max(source_.lines.number(review.source.original_text().size()),
                                       target_.lines.number(review.target.original_text().size()));
    if (lines > 1) line_digits_ = std::to_string(lines).size();
    gutter_ = std::max<std::size_t>(4 + 2 + line_digits_, 9);
  }

  void whole() {
    head();
    bool any = false;
    const std::vector<const Finding*> findings = gravest_first(review_);
    for (const Finding* finding : findings) {
      if (finding->bead) continue;
      if (!any) heading(words_("text/whole-document"));
      any = true;
      show(*finding);
    }
    const auto in_bead = [](const Finding& finding) { return finding.bead.has_value(); };
    if (any && std::ranges::any_of(review_.findings, in_bead)) heading(words_("text/by-passage"));
    for (const Finding* finding : findings) {
      if (finding->bead) show(*finding);
    }
  }

  void pair(const PairPlace& place) {
    out_ += '\n';
    painted(sgr::kBold, place.id.empty()
                            ? words_("text/pair", {{"line", place.line}})
                            : words_("text/pair", {{"line", place.line}, {"id", place.id}}));
    if (!review_.score.unjudged.empty()) {
      out_ += "  ";
      out_ += words_("text/pair-not-judged", {{"reason", words_.reason(review_.score.unjudged)}});
    }
    out_ += '\n';
    for (const Finding* finding : gravest_first(review_)) show(*finding);
  }

 private:
  struct LabelledDocument {
    const Document& document;
    std::string label;
    Lines lines;
  };

  /// What stands before the lines of the head, eight columns with the blanks behind it.
  void label(std::string_view text) {
    const std::size_t taken = columns_of(cells_of(text));
    out_.append(text).append(taken < 8 ? 8 - taken : 1, ' ');
  }

  /// What stands before the bar.
  void gutter_label(std::string_view text) {
    const std::size_t taken = columns_of(cells_of(text));
    out_.append(taken < gutter_ ? gutter_ - taken : 0, ' ').append(text).append(" ");
  }

  static std::string label_of(const Document& document, std::string_view otherwise) {
    switch (document.language) {
      case Language::kChinese:
        return "zh";
      case Language::kEnglish:
        return "en";
      case Language::kUnknown:
        break;
    }
    return std::string(otherwise);
  }

  void painted(std::string_view style, std::string_view text) {
    if (!colour_ || style.empty() || text.empty()) {
      out_ += text;
      return;
    }
    out_ += fmt::format("\x1B[{}m{}\x1B[0m", style, text);
  }

  void heading(std::string_view text) {
    out_ += '\n';
    painted(sgr::kBold, text);
    out_ += '\n';
  }

  /// Wraps a text of ours or of a file's; every line but the first starts after `indent` columns.
  void paragraph(std::string_view text, std::size_t indent, std::string_view style = {}) {
    bool first = true;
    for (const std::vector<Cell>& line : wrap(cells_of(text), width_ - indent)) {
      if (!first) out_.append(indent, ' ');
      first = false;
      painted(style, bytes_of(line));
      out_ += '\n';
    }
    if (first) out_ += '\n';
  }

  static std::string bytes_of(const std::vector<Cell>& cells) {
    std::string bytes;
    for (const Cell& cell : cells) bytes += cell.bytes;
    return bytes;
  }

  void head() {
    document(source_, words_.counted(review_.score.source_words, "words"));
    document(target_, "");
    out_ += '\n';
    verdict();
    const Summary summary =
        summarise(review_.source, review_.target, review_.alignment, review_.findings);
    counts(summary);
    out_ += '\n';
    covered(source_, summary.source);
    covered(target_, summary.target);
    terms();
  }

  void terms() {
    TermTally tally;
    tally.add(review_.term_outcomes);
    if (tally.checked == 0) return;
    label(words_("text/terms"));
    out_ +=
        words_("text/terms-checked", {{"checked", tally.checked}, {"confirmed", tally.confirmed}});
    out_ += '\n';
  }

  void document(const LabelledDocument& side, const std::string& further) {
    label(side.label);
    const std::string_view comma = words_.language() == Language::kChinese ? "，" : ", ";
    std::string about = std::string(words_.language_name(side.document.language))
                            .append(comma)
                            .append(words_.counted(side.document.sentences.size(), "sentences"));
    if (!further.empty()) about.append(comma).append(further);
    if (side.document.wrapped_at > 0) {
      about.append(comma).append(
          words_("text/joined-lines", {{"columns", side.document.wrapped_at}}));
    }
    std::string name = bytes_of(cells_of(side.document.name));
    paragraph(name + " · " + about, 8);
  }

  void verdict() {
    const Score& score = review_.score;
    if (!score.unjudged.empty()) {
      painted(sgr::kFailed, words_("text/not-judged"));
      out_ += "  ";
      paragraph(words_.reason(score.unjudged), 12);
      return;
    }
    const std::string_view verdict = words_(score.passed ? "text/passed" : "text/failed");
    painted(score.passed ? sgr::kPassed : sgr::kFailed, verdict);
    const std::vector<Argument> figures = {
        {"quality", fmt::format("{:.3f}", score.quality.value_or(0))},
        {"penalty", decimal(score.penalty, 1)},
        {"per-1000", decimal(score.penalty_per_1000_words, 1)},
        {"limit", decimal(score.pass_threshold, 1)}};
    const std::size_t taken = columns_of(cells_of(verdict));
    out_.append(taken < 8 ? 8 - taken : 1, ' ');
    paragraph(composed(words_("text/verdict"), figures, words_.language()), 8);
    out_.append(8, ' ');
    paragraph(words_("text/mqm", {{"raw", decimal(score.raw_score, 1)},
                                  {"calibrated", decimal(score.calibrated_score, 1)}}),
              8);
    out_.append(8, ' ');
    paragraph(decided(score, review_.findings, words_), 8);
    const std::string lost = lost_quality(score, words_);
    if (lost.empty()) return;
    out_.append(8, ' ');
    paragraph(lost, 8);
  }

  void counts(const Summary& summary) {
    if (review_.findings.empty()) {
      out_.append(8, ' ').append(words_("text/no-findings")).append("\n");
      return;
    }
    const bool chinese = words_.language() == Language::kChinese;
    const std::string_view comma = chinese ? "，" : ", ";
    std::string text = words_.counted(review_.findings.size(), "findings");
    std::string_view separator = chinese ? "：" : ": ";
    for (const Severity severity :
         {Severity::kCritical, Severity::kMajor, Severity::kMinor, Severity::kNeutral}) {
      if (summary.count(severity) == 0) continue;
      text += chinese ? fmt::format("{}{}{}", separator, words_.severity(severity),
                                    summary.count(severity))
                      : fmt::format("{}{} {}", separator, summary.count(severity),
                                    words_.severity(severity));
      separator = comma;
    }
    out_.append(8, ' ');
    paragraph(text, 8);
    std::string rules;
    separator = "";
    for (const RuleCount& rule : summary.by_rule) {
      rules += fmt::format("{}{}{}{}", separator, words_.rule_name(rule.rule), chinese ? "" : " ",
                           rule.count);
      separator = comma;
    }
    out_.append(8, ' ');
    paragraph(rules, 8, sgr::kDim);
  }

  void covered(const LabelledDocument& side, const Coverage& coverage) {
    label(side.label);
    const auto share = [&](double part) { return percent(part, words_.language()); };
    paragraph(words_("text/covered", {{"in-place", share(coverage.in_place)},
                                      {"moved", share(coverage.moved)},
                                      {"without", share(coverage.without_counterpart)}}),
              8);
  }

  void show(const Finding& finding) {
    const auto severity = static_cast<std::size_t>(finding.severity);
    out_ += '\n';
    painted(sgr::kSeverity[severity], words_.severity(finding.severity));
    out_ += "  ";
    painted(sgr::kBold, words_.rule_name(finding.rule));
    out_ += "  ";
    const std::size_t used = columns_of(cells_of(words_.severity(finding.severity))) +
                             columns_of(cells_of(words_.rule_name(finding.rule))) + 4;
    // The message goes beside the rule where it fits, else below.
    const std::string said = message_of(finding, words_.language());
    const auto message = cells_of(said);
    if (used + columns_of(message) <= width_) {
      out_ += bytes_of(message);
      out_ += '\n';
    } else {
      out_.erase(out_.size() - 2);
      out_ += "\n  ";
      paragraph(said, 2);
    }
    std::optional<Span> source;
    std::optional<Span> target;
    if (finding.bead && *finding.bead < spans_.size()) {
      source = spans_[*finding.bead].source;
      target = spans_[*finding.bead].target;
    }
    evidence(source_, finding.source, source, severity);
    evidence(target_, finding.target, target, severity);
    if (const std::string time = cue_time(finding, review_); !time.empty()) {
      gutter_label(words_("text/time"));
      bar();
      out_ += bytes_of(cells_of(time)) + '\n';
    }
    if (finding.suggestion) {
      gutter_label(words_("text/instead"));
      bar();
      paragraph(*finding.suggestion, gutter_ + 3, sgr::kSuggestion);
    }
    if (keys_) {
      gutter_label(words_("text/key"));
      bar();
      out_ += key_text(finding.key) + '\n';
    }
  }

  void bar() {
    painted(sgr::kDim, "│");
    out_ += ' ';
  }

  /// What stands before the bar beside a place in a document.
  std::string place_label(const LabelledDocument& side, Span place) const {
    const std::size_t number = side.lines.number(side.document.in_original(place).begin);
    return fmt::format("{:>4} {:>{}} ", side.label,
                       line_digits_ == 0 ? std::string() : std::to_string(number), gutter_ - 5);
  }

  /// Where in a document something would stand that is not there: between its neighbours.
  void gap(const LabelledDocument& side, std::size_t place, std::size_t severity) {
    const std::vector<Sentence>& sentences = side.document.sentences;
    const auto after = std::ranges::find_if(
        sentences, [&](const Sentence& sentence) { return sentence.span.begin >= place; });
    std::vector<Cell> cells;
    if (after != sentences.begin()) {
      cells = cells_of(side.document.text, std::prev(after)->span);
      cells.push_back({" ", 1, false});
    }
    for (const char* mark : {"[", "…", "]"}) cells.push_back({mark, 1, true});
    if (after != sentences.end()) {
      cells.push_back({" ", 1, false});
      std::ranges::move(cells_of(side.document.text, after->span), std::back_inserter(cells));
    }
    line(place_label(side, {place, place}), excerpt(cells, width_ - gutter_ - 3), severity);
  }

  /// The evidence in its sentence; without evidence in this document the bead, and where that has
  /// nothing here either, the place where it would stand.
  void evidence(const LabelledDocument& side, const std::optional<Span>& span,
                const std::optional<Span>& bead, std::size_t severity) {
    if (!span && !bead) return;
    const Span around = span ? sentences_around(side.document, *span) : *bead;
    if (around.empty()) {
      if (!side.document.sentences.empty()) gap(side, around.begin, severity);
      return;
    }
    const std::size_t room = width_ - gutter_ - 3;
    const auto cells = cells_of(side.document.text, around, span);
    const std::string first = place_label(side, span ? *span : around);
    std::vector<Cell> marked;
    std::ranges::copy_if(cells, std::back_inserter(marked), &Cell::marked);
    if (columns_of(marked) <= room - 2) {
      line(first, excerpt(cells, room), severity);
      return;
    }
    // Evidence of more than a line stands by itself: there is nothing around it to point into.
    auto lines = wrap(marked, room);
    if (lines.size() > kEvidenceLines) {
      lines.resize(kEvidenceLines);
      while (!lines.back().empty() && columns_of(lines.back()) + 1 > room) lines.back().pop_back();
      lines.back().push_back({"…", 1, true});
    }
    const std::string blank(first.size(), ' ');
    for (const auto& wrapped : lines) {
      line(&wrapped == &lines.front() ? first : blank, wrapped, severity, false);
    }
  }

  void line(std::string_view prefix, const std::vector<Cell>& cells, std::size_t severity,
            bool underline = true) {
    painted(sgr::kDim, prefix);
    bar();
    if (colour_) {
      for (std::size_t i = 0; i < cells.size();) {
        std::string run;
        const bool marked = cells[i].marked;
        for (; i < cells.size() && cells[i].marked == marked; ++i) run += cells[i].bytes;
        if (marked) {
          painted(underline ? sgr::kEvidence[severity] : sgr::kSeverity[severity], run);
        } else {
          out_ += run;
        }
      }
      out_ += '\n';
      return;
    }
    out_ += bytes_of(cells) + '\n';
    // Carets under a whole line would say nothing.
    if (!underline || std::ranges::all_of(cells, &Cell::marked)) return;
    if (std::ranges::none_of(cells, &Cell::marked)) return;
    std::string carets;
    for (const Cell& cell : cells) carets.append(cell.columns, cell.marked ? '^' : ' ');
    carets.erase(carets.find_last_not_of(' ') + 1);
    out_ += fmt::format("{:{}}│ {}\n", "", gutter_ + 1, carets);
  }

  std::string& out_;
  const Review& review_;
  bool colour_;
  std::size_t width_;
  bool keys_;
  Words words_;
  std::vector<BeadSpans> spans_;
  LabelledDocument source_;
  LabelledDocument target_;
  std::size_t line_digits_ = 0;  ///< of the greatest line number; 0 where all is on one line
  std::size_t gutter_ = 0;       ///< columns before the bar
};

}  // namespace

void append_text(std::string& out, const Review& review, const TextOptions& options) {
  TextReport(out, review, options).whole();
}

void append_pair_text(std::string& out, const PairPlace& pair, const Review& review,
                      const TextOptions& options) {
  if (review.findings.empty() && review.score.unjudged.empty()) return;
  TextReport(out, review, options).pair(pair);
}

}  // namespace duizhao::report
