#include "duizhao/report/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "duizhao/report/beads.h"
#include "duizhao/report/columns.h"
#include "duizhao/report/figures.h"
#include "duizhao/report/lines.h"
#include "duizhao/report/message.h"
#include "duizhao/report/summary.h"

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
        spans_(bead_spans(review.source, review.target, review.alignment)),
        source_{review.source, label(review.source, "src"), Lines(review.source.text)},
        target_{review.target, label(review.target, "tgt"), Lines(review.target.text)} {
    if (source_.label == target_.label) {
      source_.label = "src";
      target_.label = "tgt";
    }
    const std::size_t lines = std::max(source_.lines.number(review.source.text.size()),
                                       target_.lines.number(review.target.text.size()));
    if (lines > 1) line_digits_ = std::to_string(lines).size();
    gutter_ = std::max<std::size_t>(4 + 2 + line_digits_, 9);
  }

  void whole() {
    head();
    bool any = false;
    for (const Finding& finding : review_.findings) {
      if (finding.bead) continue;
      if (!any) heading("The whole document");
      any = true;
      show(finding);
    }
    const auto in_bead = [](const Finding& finding) { return finding.bead.has_value(); };
    if (any && std::ranges::any_of(review_.findings, in_bead)) heading("Passage by passage");
    for (const Finding& finding : review_.findings) {
      if (finding.bead) show(finding);
    }
  }

  void pair(std::size_t number) {
    out_ += '\n';
    painted(sgr::kBold, "pair " + std::to_string(number));
    if (!review_.score.unjudged.empty()) {
      out_ += "  not judged: " + review_.score.unjudged;
    }
    out_ += '\n';
    for (const Finding& finding : review_.findings) show(finding);
  }

 private:
  struct Side {
    const Document& document;
    std::string label;
    Lines lines;
  };

  static std::string label(const Document& document, std::string_view otherwise) {
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
    document(source_, counted(review_.score.source_words, "word"));
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
    out_ += fmt::format("{:<8}{} checked, {} as the glossary says\n", "terms",
                        counted(tally.checked, "occurrence"), tally.confirmed);
  }

  void document(const Side& side, const std::string& further) {
    out_ += fmt::format("{:<8}", side.label);
    std::string about = fmt::format("{}, {}", language_name(side.document.language),
                                    counted(side.document.sentences.size(), "sentence"));
    if (!further.empty()) about += ", " + further;
    std::string name = bytes_of(cells_of(side.document.name));
    paragraph(name + " · " + about, 8);
  }

  void verdict() {
    const Score& score = review_.score;
    if (!score.unjudged.empty()) {
      painted(sgr::kFailed, "NOT JUDGED");
      out_ += "  ";
      paragraph(score.unjudged, 12);
      return;
    }
    painted(score.passed ? sgr::kPassed : sgr::kFailed, score.passed ? "PASSED" : "FAILED");
    std::string text =
        fmt::format("quality {:.3f} · penalty {}, or {} per 1000 words; the limit is {}",
                    score.quality.value_or(0), decimal(score.penalty, 1),
                    decimal(score.penalty_per_1000_words, 1), decimal(score.pass_threshold, 1));
    if (!score.passed && score.penalty_per_1000_words <= score.pass_threshold) {
      text += "; a critical finding fails by itself";
    }
    out_ += "  ";
    paragraph(text, 8);
    out_.append(8, ' ');
    paragraph(fmt::format("MQM score {}, calibrated {}", decimal(score.raw_score, 1),
                          decimal(score.calibrated_score, 1)),
              8);
  }

  void counts(const Summary& summary) {
    if (review_.findings.empty()) {
      out_ += "        no findings\n";
      return;
    }
    std::string text = counted(review_.findings.size(), "finding") + ":";
    std::string_view separator = " ";
    for (const Severity severity :
         {Severity::kCritical, Severity::kMajor, Severity::kMinor, Severity::kNeutral}) {
      if (summary.count(severity) == 0) continue;
      text += fmt::format("{}{} {}", separator, summary.count(severity), name_of(severity));
      separator = ", ";
    }
    out_.append(8, ' ');
    paragraph(text, 8);
    std::string rules;
    separator = "";
    for (const RuleCount& rule : summary.by_rule) {
      rules += fmt::format("{}{} {}", separator, rule.rule, rule.count);
      separator = ", ";
    }
    out_.append(8, ' ');
    paragraph(rules, 8, sgr::kDim);
  }

  void covered(const Side& side, const Coverage& coverage) {
    out_ += fmt::format("{:<8}", side.label);
    paragraph(
        fmt::format("{} in place, {} moved, {} without counterpart", percent(coverage.in_place),
                    percent(coverage.moved), percent(coverage.without_counterpart)),
        8);
  }

  void show(const Finding& finding) {
    const auto severity = static_cast<std::size_t>(finding.severity);
    out_ += '\n';
    painted(sgr::kSeverity[severity], name_of(finding.severity));
    out_ += "  ";
    painted(sgr::kBold, finding.rule);
    out_ += "  ";
    const std::size_t used = name_of(finding.severity).size() + finding.rule.size() + 4;
    // The message goes beside the rule where it fits, else below.
    const std::string said = message_of(finding, Language::kEnglish);
    const auto message = cells_of(said);
    if (used + columns_of(message) <= width_) {
      out_ += bytes_of(message);
      out_ += '\n';
    } else {
      out_.erase(out_.size() - 2);
      out_ += "\n  ";
      paragraph(said, 2);
    }
    const BeadSpans* bead =
        finding.bead && *finding.bead < spans_.size() ? &spans_[*finding.bead] : nullptr;
    if (finding.source || finding.target || bead != nullptr) {
      evidence(source_, finding.source, bead == nullptr ? Span{} : bead->source, severity);
      evidence(target_, finding.target, bead == nullptr ? Span{} : bead->target, severity);
    }
    if (finding.suggestion) {
      out_ += fmt::format("{:>{}} ", "instead", gutter_);
      bar();
      paragraph(*finding.suggestion, gutter_ + 3, sgr::kSuggestion);
    }
    if (keys_) {
      out_ += fmt::format("{:>{}} ", "key", gutter_);
      bar();
      out_ += key_text(finding.key) + '\n';
    }
  }

  void bar() {
    painted(sgr::kDim, "│");
    out_ += ' ';
  }

  /// The sentences that hold the span.
  static Span sentences_around(const Document& document, Span span) {
    const auto& sentences = document.sentences;
    auto at = std::ranges::partition_point(
        sentences, [&](const Sentence& sentence) { return sentence.span.end <= span.begin; });
    Span around = span;
    for (; at != sentences.end() && at->span.begin < std::max(span.end, span.begin + 1); ++at) {
      around = around.joined(at->span);
    }
    return around;
  }

  void evidence(const Side& side, const std::optional<Span>& span, Span bead,
                std::size_t severity) {
    const Span around = span ? sentences_around(side.document, *span) : bead;
    if (around.empty()) return;
    const std::size_t room = width_ - gutter_ - 3;
    const auto cells = cells_of(side.document.text, around, span);
    const std::size_t number = side.lines.number(span ? span->begin : around.begin);
    const std::string first =
        fmt::format("{:>4} {:>{}} ", side.label,
                    line_digits_ == 0 ? std::string() : std::to_string(number), gutter_ - 5);
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
  std::vector<BeadSpans> spans_;
  Side source_;
  Side target_;
  std::size_t line_digits_ = 0;  ///< of the greatest line number; 0 where all is on one line
  std::size_t gutter_ = 0;       ///< columns before the bar
};

}  // namespace

void append_text(std::string& out, const Review& review, const TextOptions& options) {
  TextReport(out, review, options).whole();
}

void append_pair_text(std::string& out, std::size_t pair, const Review& review,
                      const TextOptions& options) {
  if (review.findings.empty() && review.score.unjudged.empty()) return;
  TextReport(out, review, options).pair(pair);
}

}  // namespace duizhao::report
