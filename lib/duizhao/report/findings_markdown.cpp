#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "duizhao/report/catalogue.h"
#include "duizhao/report/figures.h"
#include "duizhao/report/findings_report.h"
#include "duizhao/report/html_view.h"
#include "duizhao/report/html_writer.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::report {
namespace {

/// A comment of GitHub may have 65536 characters, one of GitLab more.
constexpr std::size_t kMostBytes = 60000;
/// Findings that are kept for showing; the counts have all of them.
constexpr std::size_t kMostKept = 500;
/// Of a passage around its evidence, in code points.
constexpr std::size_t kReach = 60;

/// Text that is the same text in Markdown with HTML in it, on one line: no markup, no mention of a
/// user or an issue.
std::string plain(std::string_view text) {
  std::string line(text);
  std::ranges::replace_if(
      line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  std::string out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (std::string_view("\\`*_[]|~!@:#$^").find(line[i]) == std::string_view::npos) continue;
    append_escaped(out, std::string_view(line).substr(begin, i - begin));
    out += fmt::format("&#{};", static_cast<int>(line[i]));
    begin = i + 1;
  }
  append_escaped(out, std::string_view(line).substr(begin));
  return out;
}

/// The place `steps` code points before, or behind, `position`.
std::size_t before(std::string_view text, std::size_t position, std::size_t steps) {
  for (; steps > 0 && position > 0; --steps) (void)text::previous_code_point(text, position);
  return position;
}
std::size_t behind(std::string_view text, std::size_t position, std::size_t steps) {
  for (; steps > 0 && position < text.size(); --steps) (void)text::next_code_point(text, position);
  return position;
}

/// The evidence in bold among what stands around it.
std::string excerpt_of(const RowSide& side) {
  const std::string_view text = side.passage;
  if (text.empty()) return {};
  const Span marked = side.evidence.value_or(Span{0, 0});
  const std::size_t marked_end = std::min(marked.end, behind(text, marked.begin, 2 * kReach));
  const std::size_t begin = before(text, marked.begin, kReach);
  const bool cut = marked_end < marked.end;
  const std::size_t end = cut ? marked_end : behind(text, marked_end, kReach);
  std::string out = begin > 0 ? "…" : "";
  out += plain(text.substr(begin, marked.begin - begin));
  if (marked_end > marked.begin) {
    out.append("<b>")
        .append(plain(text.substr(marked.begin, marked_end - marked.begin)))
        .append("</b>");
  }
  out += plain(text.substr(marked_end, end - marked_end));
  return end < text.size() ? out + "…" : out;
}

class MarkdownReport : public FindingsReport {
 public:
  explicit MarkdownReport(const FindingsOptions& options) : words_(options.language) {}

  void add(std::string&, const Review& review, const ReviewOrigin& origin) override {
    if (file_.empty()) file_ = origin.pair ? origin.file : review.target.name;
    for (FindingRow& row : finding_rows(review, origin, words_.language())) {
      ++counts_[static_cast<std::size_t>(row.severity)];
      auto& rows = row.severity >= Severity::kMajor ? grave_ : other_;
      if (rows.size() < kMostKept) rows.push_back(std::move(row));
    }
  }

  Result<void> finish(std::string& out, const Score& score) override {
    std::ranges::stable_sort(grave_, std::greater<>(), &FindingRow::severity);
    std::string text = head(score);
    std::size_t left_out = counts_[2] + counts_[3] - append(text, grave_);
    if (!other_.empty()) {
      const std::size_t others = counts_[0] + counts_[1];
      text += fmt::format("\n<details><summary>{}</summary>\n\n",
                          plain(words_("markdown/others", {{"n", others}})));
      left_out += others - append(text, other_);
      text += "\n</details>\n";
    }
    if (left_out > 0)
      text.append("\n").append(words_("markdown/left-out", {{"n", left_out}})).append("\n");
    out += text;
    return {};
  }

 private:
  std::string head(const Score& score) const {
    const std::string_view verdict = words_(!score.unjudged.empty() ? "page/not-judged"
                                            : score.passed          ? "page/passed"
                                                                    : "page/failed");
    std::string text = fmt::format("### duizhao: {} — {}\n\n", plain(file_of(file_)), verdict);
    if (score.unjudged.empty()) {
      text += words_("text/verdict", {{"quality", fmt::format("{:.3f}", score.quality.value_or(0))},
                                      {"penalty", decimal(score.penalty, 1)},
                                      {"per-1000", decimal(score.penalty_per_1000_words, 1)},
                                      {"limit", decimal(score.pass_threshold, 1)}});
    } else {
      text += words_.reason(score.unjudged);
    }
    text += "\n";
    bool any = false;
    std::string names;
    std::string figures;
    for (std::size_t i = counts_.size(); i-- > 0;) {
      if (counts_[i] == 0) continue;
      any = true;
      names += fmt::format("| {} ", words_.severity(static_cast<Severity>(i)));
      figures += fmt::format("| {} ", counts_[i]);
    }
    if (!any) return text + "\n" + std::string(words_("text/no-findings")) + "\n";
    std::string rule;
    for (const char c : names) rule += c == '|' ? "| --: " : "";
    return text + "\n" + names + "|\n" + rule + "|\n" + figures + "|\n\n";
  }

  /// Appends findings as long as there is room; returns how many.
  std::size_t append(std::string& text, const std::vector<FindingRow>& rows) const {
    std::size_t shown = 0;
    for (const FindingRow& row : rows) {
      std::string item = fmt::format("- **{}** {}: {}", words_.severity(row.severity),
                                     words_.rule_name(row.rule), plain(row.message));
      if (row.target.line > 0) {
        item += fmt::format(" ({}{})", words_("text/pair", {{"line", row.target.line}}),
                            row.id.empty() ? std::string() : fmt::format(", {}", plain(row.id)));
      }
      if (!row.target.time.empty()) item.append(" ").append(plain(row.target.time));
      item += "\n";
      for (const RowSide* side : {&row.source, &row.target}) {
        const std::string passage = excerpt_of(*side);
        if (!passage.empty()) item.append("  <br>").append(passage).append("\n");
      }
      if (row.suggestion) {
        item += fmt::format("  <br>{}: {}\n", words_("text/instead"), plain(*row.suggestion));
      }
      if (text.size() + item.size() > kMostBytes) break;
      text += item;
      ++shown;
    }
    return shown;
  }

  Words words_;
  std::string file_;
  std::array<std::size_t, 4> counts_{};
  std::vector<FindingRow> grave_;
  std::vector<FindingRow> other_;
};

}  // namespace

std::unique_ptr<FindingsReport> make_markdown_report(const FindingsOptions& options) {
  return std::make_unique<MarkdownReport>(options);
}

}  // namespace duizhao::report
