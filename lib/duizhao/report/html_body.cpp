#include "duizhao/report/html_body.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/report/columns.h"
#include "duizhao/report/figures.h"
#include "duizhao/report/html_texts.h"
#include "duizhao/report/html_writer.h"
#include "duizhao/report/lines.h"
#include "duizhao/report/message.h"
#include "duizhao/review/suppression.h"
#include "duizhao/score/mqm.h"

namespace duizhao::report {
namespace {

/// Rows that the browser lays out together when they come near the screen.
constexpr std::size_t kRowsInChunk = 50;

/// Where the sign of a moved bead stands, seen from its own row.
enum class Sign : std::uint8_t { kNone, kAbove, kBelow };

class Body {
 public:
  explicit Body(const HtmlView& view)
      : view_(view),
        words_(view.words),
        source_text_(view.source, view.findings, &Finding::source),
        target_text_(view.target, view.findings, &Finding::target),
        source_lines_(view.source.original_text()),
        target_lines_(view.target.original_text()),
        sign_of_(view.beads.size(), Sign::kNone) {
    std::vector<bool> passed(view.beads.size());
    for (const HtmlRow& row : view.rows) {
      if (row.sign) sign_of_[row.bead] = passed[row.bead] ? Sign::kBelow : Sign::kAbove;
      if (!row.sign) passed[row.bead] = true;
    }
    const auto paragraphs = std::ranges::count_if(
        view.source.paragraphs, [](const Paragraph& paragraph) { return !paragraph.span.empty(); });
    if (view.live_kept) {
      std::vector<std::string> names;
      for (std::uint32_t i = 0; i < view.findings.size(); ++i) {
        names.push_back(view.name_of_note(i));
      }
      source_text_.set_names(names);
      target_text_.set_names(std::move(names));
    }
    if (sentences_apart()) {
      source_text_.set_sentences_apart();
      target_text_.set_sentences_apart();
    }
    shows_paragraphs_ = view.source.sentences.size() * 2 > static_cast<std::size_t>(paragraphs) * 3;
  }

  void append(std::string& out) const {
    append_whole(out);
    if (!view_.is_windowed()) {
      out += "<div class=\"row titles\" aria-hidden=\"true\"><div></div><div>" +
             escaped(title_of(view_.source)) + "</div><div></div><div>" +
             escaped(title_of(view_.target)) + "</div></div>\n";
    }
    out += "<div id=\"rows\"";
    if (view_.is_windowed()) out += fmt::format(" data-count=\"{}\"", view_.pairs->count);
    out += ">\n";
    for (std::size_t begin = 0; begin < view_.rows.size(); begin += kRowsInChunk) {
      const std::size_t end = std::min(begin + kRowsInChunk, view_.rows.size());
      std::size_t height = 0;
      for (std::size_t i = begin; i < end; ++i) height += view_.height_of(view_.rows[i]);
      out += fmt::format("<div class=\"chunk\" style=\"contain-intrinsic-height:auto {}px\">\n",
                         height);
      for (std::size_t i = begin; i < end; ++i) out += row_of(view_.rows[i]).html;
      out += "</div>\n";
    }
    out += "</div>\n";
  }

  [[nodiscard]] LivePieces pieces() const {
    LivePieces pieces;
    append_whole(pieces.parts.emplace_back(PagePiece{"whole", {}}).html);
    pieces.rows.reserve(view_.rows.size());
    for (const HtmlRow& row : view_.rows) pieces.rows.push_back(row_of(row));
    return pieces;
  }

 private:
  void append_whole(std::string& out) const {
    out += "<section class=\"whole\" id=\"whole\">";
    if (!view_.whole.empty()) out += fmt::format("<h2>{}</h2>\n", words_("text/whole-document"));
    for (const std::uint32_t finding : view_.whole) note(out, finding);
    out += "</section>\n";
  }

  PageRow row_of(const HtmlRow& row) const {
    return row.sign ? sign_row(row.bead) : bead_row(row.bead);
  }

  /// The name of a row by what it says, and its attribute; nothing where rows are never exchanged.
  std::string key_of(const std::string& content) const {
    if (!view_.live_kept || view_.is_windowed()) return {};
    return fmt::format("{:x}", std::hash<std::string>()(content));
  }
  static std::string key_attribute(const std::string& key) {
    return key.empty() ? std::string() : fmt::format(" data-row=\"{}\"", key);
  }

  /// The lines of the file on which a sentence begins and ends.
  static std::pair<std::size_t, std::size_t> lines_of(const Document& document, const Lines& lines,
                                                      std::uint32_t sentence) {
    const Span place = document.in_original(document.sentences[sentence].span);
    return {lines.number(place.begin), lines.number(place.end)};
  }

  /// What is counted in a row: itself, and on either side its first sentence and that one's line.
  std::string numbers_of(std::size_t bead) const {
    std::string numbers = std::to_string(view_.row_number(bead));
    const auto add = [&](const Document& document, const Lines& lines,
                         const std::vector<std::uint32_t>& sentences) {
      if (sentences.empty()) {
        numbers += " 0 0";
        return;
      }
      numbers += fmt::format(" {} {}", sentences.front(),
                             lines_of(document, lines, sentences.front()).first);
    };
    add(view_.source, source_lines_, view_.beads[bead].source);
    add(view_.target, target_lines_, view_.beads[bead].target);
    return numbers;
  }

  /// Where the script goes by sentences: in mending beads or, without a program, the text.
  bool sentences_apart() const { return !view_.is_windowed(); }

  /// What stands over a text.
  std::string_view title_of(const Document& document) const {
    return view_.pairs != nullptr ? words_.language_name(document.language)
                                  : file_of(document.name);
  }

  /// What the look of a row says, for those who don't see it.
  std::string_view spoken(std::string_view kind) const {
    return kind.empty() ? kind : words_(std::string("page/spoken-").append(kind));
  }

  std::string name_of_row(std::size_t bead) const {
    return view_.pairs != nullptr ? escaped(view_.pairs->names[bead]) : std::to_string(bead + 1);
  }

  bool starts_paragraph(const Bead& bead) const {
    if (!shows_paragraphs_ || (bead.source.empty() && bead.target.empty())) return false;
    const auto starts = [](const Document& document, const std::vector<std::uint32_t>& sentences) {
      const std::uint32_t first = sentences.front();
      return first == 0 ||
             document.sentences[first].paragraph != document.sentences[first - 1].paragraph;
    };
    return bead.source.empty() ? starts(view_.target, bead.target)
                               : starts(view_.source, bead.source);
  }

  PageRow bead_row(std::size_t number) const {
    const Bead& bead = view_.beads[number];
    const std::string_view kind = HtmlView::kind_of(bead);
    const bool difference = !kind.empty();
    const bool stop = view_.is_alignment() && difference;
    std::string looks = "row";
    if (bead.one_sided()) looks += " missing";
    if (difference) looks.append(" ").append(kind);
    if (starts_paragraph(bead)) looks += " starts";
    if (stop) looks += " stop";
    if (!stop && view_.notes[number].empty()) looks += " clean";
    std::string source;
    cell(source, source_text_, bead.source, words_("page/not-in-source"));
    tags(source, number, bead.target.empty());
    std::string target;
    cell(target, target_text_, bead.target, words_("page/not-in-translation"));
    tags(target, number, !bead.target.empty());
    std::string notes;
    if (!view_.is_alignment()) {
      notes += "<div class=\"notes\">";
      for (const std::uint32_t finding : view_.notes[number]) note(notes, finding);
      notes += "</div>\n";
    }

    PageRow row{key_of(looks + source + target + notes), numbers_of(number), {}};
    std::string& out = row.html;
    out += fmt::format("<div class=\"{}\" id=\"b{}\"{} role=\"group\" aria-label=\"{}{}\"", looks,
                       view_.row_number(number), key_attribute(row.key),
                       words_(view_.pairs != nullptr ? "page/pair" : "page/passage",
                              {{"name", name_of_row(number)}}),
                       spoken(kind));
    if (sentences_apart()) out += fmt::format(" data-numbers=\"{}\"", row.numbers);
    if (stop) out += fmt::format(" tabindex=\"-1\" data-rule=\"{}\"", kind);
    out += ">\n";
    number_of(out, number, view_.source, source_lines_, bead.source);
    out += source;
    number_of(out, number, view_.target, target_lines_, bead.target);
    out += target;
    out += notes;
    out += "</div>\n";
    return row;
  }

  /// The number in the margin: of the line, as in all other reports; where sentences are linked,
  /// of the sentences; of a pair, once a row, its own.
  void number_of(std::string& out, std::size_t bead, const Document& document, const Lines& lines,
                 const std::vector<std::uint32_t>& sentences) const {
    out += "<div class=\"no\"";
    if (view_.pairs != nullptr) {
      out += '>';
      if (&document == &view_.source) append_escaped(out, view_.pairs->names[bead]);
    } else if (sentences.empty()) {
      out += '>';
    } else {
      const std::size_t line = lines_of(document, lines, sentences.front()).first;
      const std::size_t last_line = lines_of(document, lines, sentences.back()).second;
      const std::size_t sentence = sentences.front() + 1;
      const std::size_t last_sentence = sentences.back() + 1;
      if (view_.is_alignment()) {
        out += fmt::format(" aria-hidden=\"true\" title=\"{}\">{}",
                           words_("page/line", {{"n", line}}), range(sentence, last_sentence));
      } else {
        out += fmt::format(" aria-hidden=\"true\" title=\"{}\">{}",
                           words_("page/sentence", {{"n", sentence}}), range(line, last_line));
      }
    }
    out += "</div>";
  }

  static std::string range(std::size_t first, std::size_t last) {
    return last > first ? fmt::format("{}–{}", first, last) : std::to_string(first);
  }

  /// Leaves the text's element open for tags.
  static void cell(std::string& out, const HtmlText& text,
                   const std::vector<std::uint32_t>& sentences, std::string_view missing) {
    if (sentences.empty()) {
      out += "<div class=\"void\">";
      out += missing;
      return;
    }
    out += "<div class=\"text\" lang=\"" + text.language_tag() + "\">";
    text.append(out, sentences);
  }

  /// Closes the text's element.
  void tags(std::string& out, std::size_t number, bool on_this_side) const {
    const Bead& bead = view_.beads[number];
    if (on_this_side) {
      if (bead.moved) {
        if (sign_of_[number] == Sign::kNone) {
          out += fmt::format("<span class=\"tag\">{}</span>", words_("page/tag-moved"));
        } else {
          const bool above = sign_of_[number] == Sign::kAbove;
          out += fmt::format("<span class=\"tag\">{} <a href=\"#s{}\">{}</a></span>",
                             words_("page/tag-moved-to"), number,
                             words_(above ? "page/further-up" : "page/further-down"));
        }
      }
      if (bead.repeated) {
        out += fmt::format("<span class=\"tag\">{}</span>", words_("page/repeated"));
      }
      if (view_.pairs != nullptr && !view_.pairs->unjudged_for[number].empty()) {
        const std::string reason = words_.reason(view_.pairs->unjudged_for[number]);
        out += fmt::format("<span class=\"tag\">{}</span>",
                           escaped(words_("page/not-judged-for", {{"reason", reason}})));
      }
    }
    out += "</div>\n";
  }

  PageRow sign_row(std::size_t number) const {
    const Bead& bead = view_.beads[number];
    std::string out = "<div class=\"no\"></div><div></div>";
    const std::size_t place =
        view_.is_alignment() ? bead.target.front() + 1
                             : lines_of(view_.target, target_lines_, bead.target.front()).first;
    out += fmt::format("<div class=\"no\" aria-hidden=\"true\">{}</div>", place);
    out += fmt::format("<div class=\"stub\">{} <span lang=\"{}\">", words_("page/here"),
                       target_text_.language_tag());
    std::string beginning;
    for (const Cell& cell : excerpt(cells_of(view_.target.text, view_.spans[number].target), 40)) {
      beginning += cell.bytes;
    }
    append_escaped(out, beginning);
    out += fmt::format("</span> <a href=\"#b{}\">{}</a></div></div>\n", number,
                       words_("page/beside-source"));
    PageRow row{key_of(out), {}, {}};
    row.html = fmt::format("<div class=\"row moved clean\" id=\"s{}\"{}>{}", number,
                           key_attribute(row.key), out);
    return row;
  }

  std::string message_on(std::uint32_t number) const {
    const Finding& finding = view_.findings[number];
    if (view_.kinds[number] != NoteKind::kAlone) return message_of(finding, words_.language());
    const bool missing = view_.beads[*finding.bead].target.empty();
    return std::string(words_(missing ? "page/not-in-translation" : "page/not-in-source"));
  }

  void note(std::string& out, std::uint32_t number) const {
    const Finding& finding = view_.findings[number];
    const NoteKind kind = view_.kinds[number];
    const std::string_view severity = name_of(finding.severity);
    const std::string name = view_.name_of_note(number);
    out += fmt::format(
        "<div class=\"note stop {0}\" id=\"f{1}\" role=\"note\" tabindex=\"-1\" "
        "data-severity=\"{0}\" data-rule=\"{2}\" data-key=\"{3}\" data-confidence=\"{4:.2f}\" "
        "data-code=\"{5}\"",
        severity, name, escaped(finding.rule), key_text(finding.key), finding.confidence,
        finding.code);
    if (view_.groups[number] != number || finding.places > 1) {
      out += fmt::format(" data-group=\"{}\"", view_.name_of_note(view_.groups[number]));
    }
    if (kind != NoteKind::kFinding) {
      out += fmt::format(" data-kind=\"{}\"", kind == NoteKind::kPlace ? "place" : "alone");
    }
    if (finding.suggestion && finding.target) out += " data-fits=\"1\"";
    out += fmt::format(
        ">\n<header><span class=\"severity\">{}</span> <span class=\"rule\" title=\"{}\">{}</span>",
        words_.severity(finding.severity),
        escaped(words_("page/sure", {{"category", std::string(words_.category(finding.category))},
                                     {"confidence", finding.confidence}})),
        escaped(words_.rule_name(finding.rule)));
    const double weight = kind == NoteKind::kFinding ? score::cost_of(finding, *view_.score) : 0;
    if (weight > 0) out += fmt::format(" <span class=\"number\">−{}</span>", decimal(weight, 1));
    if (!view_.live_kept) out += fmt::format("<span class=\"on-paper\">{}</span>", name);
    out += "</header>\n<p class=\"message\">";
    append_escaped(out, message_on(number));
    out += "</p>";
    if (finding.suggestion) {
      out += fmt::format("\n<p class=\"fix\"><span>{}</span> <b lang=\"{}\">",
                         words_("page/instead"), target_text_.language_tag());
      append_escaped(out, *finding.suggestion);
      out += "</b></p>";
    }
    out += "</div>";
  }

  const HtmlView& view_;
  const Words& words_;
  HtmlText source_text_;
  HtmlText target_text_;
  Lines source_lines_;
  Lines target_lines_;
  std::vector<Sign> sign_of_;  ///< of moved beads
  bool shows_paragraphs_ = false;
};

}  // namespace

void append_html_body(std::string& out, const HtmlView& view) { Body(view).append(out); }

LivePieces html_body_pieces(const HtmlView& view) { return Body(view).pieces(); }

}  // namespace duizhao::report
