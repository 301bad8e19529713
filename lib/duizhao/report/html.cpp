#include "duizhao/report/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "duizhao/report/beads.h"
#include "duizhao/report/columns.h"
#include "duizhao/report/figures.h"
#include "duizhao/report/html_rows.h"
#include "duizhao/report/html_texts.h"
#include "duizhao/report/html_writer.h"
#include "duizhao/report/lines.h"
#include "duizhao/report/page/page.h"
#include "duizhao/report/summary.h"
#include "duizhao/score/mqm.h"

namespace duizhao::report {
namespace {

/// Rows that the browser lays out together when they come near the screen.
constexpr std::size_t kRowsInChunk = 50;
/// Places that the map tells apart.
constexpr std::size_t kMapPlaces = 400;

/// A value for the page's content security policy that its texts can't foresee: a hash of them
/// (FNV-1a), so that the same review gives the same page.
std::string nonce_for(std::string_view source, std::string_view target) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const std::string_view text : {source, target}) {
    for (const char c : text) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    }
  }
  return fmt::format("{:016x}", hash);
}

/// Fills `{{name}}` in the page's frame.
void append_page(std::string& out,
                 const std::vector<std::pair<std::string_view, std::string_view>>& parts) {
  std::string_view frame = page::kHtml;
  for (;;) {
    const std::size_t begin = frame.find("{{");
    out += frame.substr(0, begin);
    if (begin == std::string_view::npos) return;
    const std::size_t end = frame.find("}}", begin);
    const std::string_view name = frame.substr(begin + 2, end - begin - 2);
    for (const auto& [part, content] : parts) {
      if (part == name) out += content;
    }
    frame.remove_prefix(end + 2);
  }
}

/// The name of a document without its folders.
std::string_view file_of(const Document& document) {
  const std::string_view name = document.name;
  return name.substr(name.find_last_of('/') + 1);
}

struct Chip {
  std::string_view group;  ///< severity or rule
  std::string_view value;
  std::string_view text;
  std::size_t count;
  std::string_view tone;  ///< a class
};

void append_chip(std::string& out, const Chip& chip) {
  out += fmt::format(
      "<button type=\"button\" class=\"chip{}{}\" data-{}=\"{}\" "
      "aria-pressed=\"true\">{} <b>{}</b></button>\n",
      chip.tone.empty() ? "" : " ", chip.tone, chip.group, escaped(chip.value), escaped(chip.text),
      chip.count);
}

/// Where the sign of a moved bead stands, seen from its own row.
enum class Sign : std::uint8_t { kNone, kAbove, kBelow };

class HtmlPage {
 public:
  /// Without a score it is the page of an alignment.
  HtmlPage(const Document& source, const Document& target, const Alignment& alignment,
           const std::vector<Finding>& findings, const Score* score)
      : source_(source),
        target_(target),
        beads_(alignment.beads),
        findings_(findings),
        score_(score),
        summary_(summarise(source, target, alignment, findings)),
        spans_(bead_spans(source, target, alignment)),
        rows_(html_rows(alignment)),
        source_text_(source, findings, &Finding::source),
        target_text_(target, findings, &Finding::target),
        source_lines_(source.text),
        target_lines_(target.text),
        notes_(beads_.size()),
        sign_of_(beads_.size(), Sign::kNone) {
    std::vector<bool> passed(beads_.size());
    for (const HtmlRow& row : rows_) {
      if (row.sign) sign_of_[row.bead] = passed[row.bead] ? Sign::kBelow : Sign::kAbove;
      if (!row.sign) passed[row.bead] = true;
    }
    for (std::uint32_t i = 0; i < findings.size(); ++i) {
      const auto bead = findings[i].bead;
      if (bead && *bead < notes_.size()) {
        notes_[*bead].push_back(i);
      } else {
        whole_.push_back(i);
      }
    }
    const auto paragraphs = std::ranges::count_if(
        source.paragraphs, [](const Paragraph& paragraph) { return !paragraph.span.empty(); });
    shows_paragraphs_ = source.sentences.size() * 2 > static_cast<std::size_t>(paragraphs) * 3;
  }

  void append(std::string& out) {
    const std::string nonce = nonce_for(source_.text, target_.text);
    const std::string title = escaped(file_of(source_)) + " · " + escaped(file_of(target_)) +
                              (score_ == nullptr ? " – alignment" : " – review");
    const std::string head = this->head();
    const std::string bar = this->bar();
    const std::string main = this->main();
    const std::string map = this->map();
    append_page(out, {{"nonce", nonce},
                      {"title", title},
                      {"kind", score_ == nullptr ? "aligned" : "reviewed"},
                      {"stop", score_ == nullptr ? "difference" : "finding"},
                      {"style", page::kCss},
                      {"head", head},
                      {"bar", bar},
                      {"main", main},
                      {"map", map},
                      {"script", page::kJs}});
  }

 private:
  std::string head() const {
    std::string out;
    if (score_ == nullptr) {
      alignment_figures(out);
    } else {
      verdict(out);
    }
    out += "<div class=\"sides\">\n";
    side(out, source_, summary_.source, "no-target");
    side(out, target_, summary_.target, "no-source");
    out += "</div>\n";
    return out;
  }

  void verdict(std::string& out) const {
    const bool judged = score_->unjudged.empty();
    out += fmt::format("<div class=\"{}\">\n<div class=\"verdict\">", !judged          ? "unjudged"
                                                                      : score_->passed ? "passed"
                                                                                       : "failed");
    if (!judged) {
      out += "<h1>Not judged</h1><p>" + escaped(score_->unjudged) + "</p></div>\n</div>\n";
      return;
    }
    out += score_->passed ? "<h1>Passed</h1>" : "<h1>Failed</h1>";
    out +=
        fmt::format("<p>{} penalty points per 1000 source words; the limit is {}",
                    decimal(score_->penalty_per_1000_words, 1), decimal(score_->pass_threshold, 1));
    if (!score_->passed && score_->penalty_per_1000_words <= score_->pass_threshold) {
      out += "; a critical finding fails by itself";
    }
    out += "</p></div>\n<dl class=\"figures\">\n";
    figure(out, "Quality", fmt::format("{:.3f}", score_->quality.value_or(0)));
    figure(out, "Findings", std::to_string(findings_.size()));
    figure(out, "Penalty",
           fmt::format("{} <small>in {}</small>", decimal(score_->penalty, 1),
                       counted(score_->source_words, "word")));
    figure(out, "MQM score",
           fmt::format("{} <small>calibrated {}</small>", decimal(score_->raw_score, 1),
                       decimal(score_->calibrated_score, 1)));
    out += "</dl>\n</div>\n";
  }

  void alignment_figures(std::string& out) const {
    std::size_t one_to_one = 0;
    std::size_t moved = 0;
    std::size_t one_sided = 0;
    for (const Bead& bead : beads_) {
      if (bead.source.size() == 1 && bead.target.size() == 1) ++one_to_one;
      if (bead.moved) ++moved;
      if (bead.one_sided()) ++one_sided;
    }
    out +=
        "<div>\n<div class=\"verdict\"><h1>Alignment</h1>"
        "<p>what says the same stands side by side</p></div>\n<dl class=\"figures\">\n";
    figure(out, "Passages", std::to_string(beads_.size()));
    figure(out, "Sentence to sentence", std::to_string(one_to_one));
    figure(out, "Moved", std::to_string(moved));
    figure(out, "Without counterpart", std::to_string(one_sided));
    out += "</dl>\n</div>\n";
  }

  static void figure(std::string& out, std::string_view name, std::string_view value) {
    out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", name, value);
  }

  void side(std::string& out, const Document& document, const Coverage& coverage,
            std::string_view missing) const {
    out += "<div class=\"side\"><h2 title=\"" + escaped(document.name) + "\">" +
           escaped(file_of(document)) + "</h2>";
    out += fmt::format("<p>{}, {}, {}</p>\n", &document == &source_ ? "Source" : "Translation",
                       language_name(document.language),
                       counted(document.sentences.size(), "sentence"));
    out += fmt::format(
        "<div class=\"shares\" aria-hidden=\"true\"><i style=\"width:{:.3f}%\"></i>"
        "<i class=\"moved\" style=\"width:{:.3f}%\"></i>"
        "<i class=\"missing\" style=\"width:{:.3f}%\"></i></div>\n",
        coverage.in_place * 100, coverage.moved * 100, coverage.without_counterpart * 100);
    out += fmt::format("<ul class=\"legend\"><li>{} in place</li>", percent(coverage.in_place));
    share(out, "moved", "moved", coverage.moved, "moved");
    share(out, "missing", missing, coverage.without_counterpart, "without counterpart");
    out += "</ul></div>\n";
  }

  static void share(std::string& out, std::string_view tone, std::string_view rows, double share,
                    std::string_view text) {
    if (share == 0) return;
    out +=
        fmt::format("<li class=\"{}\"><button type=\"button\" data-jump=\"{}\">{} {}</button></li>",
                    tone, rows, percent(share), text);
  }

  std::string bar() const {
    std::string out =
        "<span class=\"steps\"><button type=\"button\" id=\"previous\" aria-label=\"previous\" "
        "title=\"previous (k)\">‹</button><span id=\"count\"></span>"
        "<button type=\"button\" id=\"next\" aria-label=\"next\" title=\"next (j)\">›</button>"
        "</span>\n";
    if (score_ == nullptr) {
      kind_chips(out);
    } else {
      for (const Severity severity :
           {Severity::kCritical, Severity::kMajor, Severity::kMinor, Severity::kNeutral}) {
        const std::string_view name = name_of(severity);
        if (const std::size_t count = summary_.count(severity); count > 0) {
          append_chip(out, {"severity", name, name, count, name});
        }
      }
      if (!summary_.by_rule.empty()) out += "<span class=\"gap\"></span>\n";
      for (const RuleCount& rule : summary_.by_rule) {
        append_chip(out, {"rule", rule.rule, rule.rule, rule.count, ""});
      }
    }
    out += fmt::format(
        "<button type=\"button\" class=\"only end\" id=\"only\" aria-pressed=\"false\" "
        "title=\"o\">only passages with a {}</button>\n"
        "<button type=\"button\" id=\"keys\" aria-label=\"keys\" title=\"keys (?)\">?</button>\n",
        score_ == nullptr ? "difference" : "finding");
    return out;
  }

  void kind_chips(std::string& out) const {
    struct Kind {
      std::string_view name, text, tone;
    };
    for (const Kind& kind :
         {Kind{"moved", "moved", "moved"}, Kind{"no-target", "only in the source", "missing"},
          Kind{"no-source", "only in the translation", "missing"}}) {
      const auto count = std::ranges::count_if(
          beads_, [&](const Bead& bead) { return kind_of(bead) == kind.name; });
      if (count > 0) {
        append_chip(out,
                    {"rule", kind.name, kind.text, static_cast<std::size_t>(count), kind.tone});
      }
    }
  }

  static std::string_view kind_of(const Bead& bead) {
    if (bead.target.empty()) return "no-target";
    if (bead.source.empty()) return "no-source";
    return bead.moved ? "moved" : "";
  }

  /// What the look of a row says, for those who don't see it.
  static std::string_view spoken(std::string_view kind) {
    if (kind == "moved") return ", moved";
    if (kind == "no-target") return ", not in the translation";
    return kind == "no-source" ? ", not in the source" : "";
  }

  std::string main() const {
    std::string out;
    if (!whole_.empty()) {
      out += "<section class=\"whole\"><h2>The whole document</h2>\n";
      for (const std::uint32_t finding : whole_) note(out, finding);
      out += "</section>\n";
    }
    out += "<div class=\"row titles\" aria-hidden=\"true\"><div></div><div>" +
           escaped(file_of(source_)) + "</div><div></div><div>" + escaped(file_of(target_)) +
           "</div></div>\n<div id=\"rows\">\n";
    for (std::size_t begin = 0; begin < rows_.size(); begin += kRowsInChunk) {
      const std::size_t end = std::min(begin + kRowsInChunk, rows_.size());
      std::size_t height = 0;
      for (std::size_t i = begin; i < end; ++i) height += height_of(rows_[i]);
      out += fmt::format("<div class=\"chunk\" style=\"contain-intrinsic-height:auto {}px\">\n",
                         height);
      for (std::size_t i = begin; i < end; ++i) {
        if (rows_[i].sign) {
          sign_row(out, rows_[i].bead);
        } else {
          bead_row(out, rows_[i].bead);
        }
      }
      out += "</div>\n";
    }
    out += "</div>\n";
    return out;
  }

  /// Pixels, roughly: what the map and the scroll bar go by before the browser has laid it out.
  std::size_t height_of(const HtmlRow& row) const {
    if (row.sign) return 40;
    const auto lines = [](const Document& document, Span span) {
      return span.size() / (document.language == Language::kChinese ? 100 : 60) + 1;
    };
    const BeadSpans& spans = spans_[row.bead];
    const std::size_t text =
        std::max(lines(source_, spans.source), lines(target_, spans.target)) * 27 + 14;
    return std::max(text, notes_[row.bead].size() * 92);
  }

  bool starts_paragraph(const Bead& bead) const {
    if (!shows_paragraphs_ || (bead.source.empty() && bead.target.empty())) return false;
    const auto starts = [](const Document& document, const std::vector<std::uint32_t>& sentences) {
      const std::uint32_t first = sentences.front();
      return first == 0 ||
             document.sentences[first].paragraph != document.sentences[first - 1].paragraph;
    };
    return bead.source.empty() ? starts(target_, bead.target) : starts(source_, bead.source);
  }

  void bead_row(std::string& out, std::size_t number) const {
    const Bead& bead = beads_[number];
    const std::string_view kind = kind_of(bead);
    const bool difference = !kind.empty();
    const bool stop = score_ == nullptr && difference;
    out += "<div class=\"row";
    if (bead.one_sided()) out += " missing";
    if (difference) out.append(" ").append(kind);
    if (starts_paragraph(bead)) out += " starts";
    if (stop) out += " stop";
    if (!stop && notes_[number].empty()) out += " clean";
    out += fmt::format("\" id=\"b{}\" role=\"group\" aria-label=\"passage {}{}\"", number,
                       number + 1, spoken(kind));
    if (stop) out += fmt::format(" tabindex=\"-1\" data-rule=\"{}\"", kind);
    out += ">\n";
    cell(out, source_text_, source_, source_lines_, bead.source, "not in the source");
    tags(out, bead, bead.target.empty(), number);
    out += "</div>\n";
    cell(out, target_text_, target_, target_lines_, bead.target, "not in the translation");
    tags(out, bead, !bead.target.empty(), number);
    out += "</div>\n";
    if (score_ != nullptr) {
      out += "<div class=\"notes\">";
      for (const std::uint32_t finding : notes_[number]) note(out, finding);
      out += "</div>\n";
    }
    out += "</div>\n";
  }

  /// Leaves the text's element open.
  static void cell(std::string& out, const HtmlText& text, const Document& document,
                   const Lines& lines, const std::vector<std::uint32_t>& sentences,
                   std::string_view missing) {
    if (sentences.empty()) {
      out += "<div class=\"no\"></div><div class=\"void\">";
      out += missing;
      return;
    }
    std::string numbers = std::to_string(sentences.front() + 1);
    if (sentences.size() > 1) numbers += "–" + std::to_string(sentences.back() + 1);
    out += fmt::format(
        "<div class=\"no\" aria-hidden=\"true\" title=\"line {}\">{}</div>"
        "<div class=\"text\" lang=\"{}\">",
        lines.number(document.sentences[sentences.front()].span.begin), numbers,
        text.language_tag());
    text.append(out, sentences);
  }

  void tags(std::string& out, const Bead& bead, bool on_this_side, std::size_t number) const {
    if (!on_this_side || bead.one_sided()) return;
    if (bead.moved) {
      if (sign_of_[number] == Sign::kNone) {
        out += "<span class=\"tag\">moved</span>";
      } else {
        out +=
            fmt::format("<span class=\"tag\">moved: <a href=\"#s{}\">stands further {}</a></span>",
                        number, sign_of_[number] == Sign::kAbove ? "up ↑" : "down ↓");
      }
    }
    if (bead.repeated) out += "<span class=\"tag\">said more than once</span>";
  }

  void sign_row(std::string& out, std::size_t number) const {
    const Bead& bead = beads_[number];
    out += fmt::format("<div class=\"row moved clean\" id=\"s{}\">", number);
    out += "<div class=\"no\"></div><div></div>";
    out += fmt::format("<div class=\"no\" aria-hidden=\"true\">{}</div>", bead.target.front() + 1);
    out += fmt::format("<div class=\"stub\">here: <span lang=\"{}\">", target_text_.language_tag());
    std::string beginning;
    for (const Cell& cell : excerpt(cells_of(target_.text, spans_[number].target), 40)) {
      beginning += cell.bytes;
    }
    append_escaped(out, beginning);
    out += fmt::format("</span> <a href=\"#b{}\">beside its source</a></div></div>\n", number);
  }

  void note(std::string& out, std::uint32_t number) const {
    const Finding& finding = findings_[number];
    const std::string_view severity = name_of(finding.severity);
    out += fmt::format(
        "<div class=\"note stop {0}\" id=\"f{1}\" role=\"note\" tabindex=\"-1\" "
        "data-severity=\"{0}\" data-rule=\"{2}\">\n<header><span class=\"severity\">{0}</span> "
        "<span class=\"rule\" title=\"{3}, {4:.0f} % sure\">{2}</span>",
        severity, number + 1, escaped(finding.rule), escaped(finding.category),
        finding.confidence * 100);
    const double weight = score::weight_of(finding.severity);
    out += "<span class=\"number\">";
    if (weight > 0) out += fmt::format("−{}", decimal(weight, 1));
    out += fmt::format(
        "<span class=\"on-paper\"> · {}</span></span></header>\n<p class=\"message\">", number + 1);
    append_escaped(out, finding.message);
    out += "</p>";
    if (finding.suggestion) {
      out += fmt::format("\n<p class=\"fix\"><span>instead</span> <b lang=\"{}\">",
                         target_text_.language_tag());
      append_escaped(out, *finding.suggestion);
      out += "</b></p>";
    }
    out += "</div>";
  }

  std::string map() const {
    std::size_t whole = 0;
    for (const HtmlRow& row : rows_) whole += height_of(row);
    if (whole == 0) return {};
    std::string out = "<div class=\"map\" aria-hidden=\"true\">\n";
    std::string ticks;
    std::vector<std::uint32_t> here;
    std::size_t here_place = 0;
    const auto percent_of = [&](std::size_t part) {
      return static_cast<double>(part) * 100 / static_cast<double>(whole);
    };
    const auto flush = [&] {
      if (!here.empty()) tick(ticks, here, here_place);
      here.clear();
    };
    std::size_t at = 0;
    for (std::size_t i = 0; i < rows_.size();) {
      // Neighbours of one kind are one band.
      const std::string_view tone = tone_of(rows_[i]);
      const std::size_t begin = at;
      for (; i < rows_.size() && tone_of(rows_[i]) == tone; ++i) {
        const std::size_t place = at * kMapPlaces / whole;
        if (place != here_place) flush();
        here_place = place;
        if (!rows_[i].sign) {
          here.insert(here.end(), notes_[rows_[i].bead].begin(), notes_[rows_[i].bead].end());
        }
        at += height_of(rows_[i]);
      }
      if (!tone.empty()) {
        out += fmt::format("<i class=\"{}\" style=\"top:{:.2f}%;height:{:.2f}%\"></i>\n", tone,
                           percent_of(begin), percent_of(at - begin));
      }
    }
    flush();
    return out + ticks + "</div>\n";
  }

  std::string_view tone_of(const HtmlRow& row) const {
    const Bead& bead = beads_[row.bead];
    if (bead.one_sided()) return "missing";
    return bead.moved ? "moved" : "";
  }

  void tick(std::string& out, const std::vector<std::uint32_t>& findings, std::size_t place) const {
    const auto severest = *std::ranges::max_element(
        findings, {}, [&](std::uint32_t finding) { return findings_[finding].severity; });
    out += fmt::format(
        "<a class=\"{}\" tabindex=\"-1\" style=\"top:{:.2f}%\" href=\"#f{}\" data-stops=\"",
        name_of(findings_[severest].severity),
        static_cast<double>(place) * 100 / static_cast<double>(kMapPlaces), severest + 1);
    for (const std::uint32_t finding : findings) {
      if (finding != findings.front()) out += ' ';
      out += fmt::format("f{}", finding + 1);
    }
    out += "\"></a>\n";
  }

  const Document& source_;
  const Document& target_;
  const std::vector<Bead>& beads_;
  const std::vector<Finding>& findings_;
  const Score* score_;
  Summary summary_;
  std::vector<BeadSpans> spans_;
  std::vector<HtmlRow> rows_;
  HtmlText source_text_;
  HtmlText target_text_;
  Lines source_lines_;
  Lines target_lines_;
  std::vector<std::vector<std::uint32_t>> notes_;  ///< findings by bead
  std::vector<Sign> sign_of_;                      ///< of moved beads
  std::vector<std::uint32_t> whole_;               ///< findings on the whole document
  bool shows_paragraphs_ = false;
};

}  // namespace

void append_html(std::string& out, const Review& review) {
  HtmlPage(review.source, review.target, review.alignment, review.findings, &review.score)
      .append(out);
}

void append_alignment_html(std::string& out, const Document& source, const Document& target,
                           const Alignment& alignment) {
  HtmlPage(source, target, alignment, {}, nullptr).append(out);
}

}  // namespace duizhao::report
