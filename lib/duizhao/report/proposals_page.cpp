#include "duizhao/report/proposals_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "duizhao/report/html_frame.h"
#include "duizhao/report/html_view.h"
#include "duizhao/report/html_writer.h"
#include "duizhao/report/page/page.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/script.h"

namespace duizhao::report {
namespace {

/// A position of a text that is no further than `reach` bytes before `from` or behind it, at the
/// edge of a character, of a word where there is one.
std::size_t edge_before(std::string_view text, std::size_t from, std::size_t reach) {
  if (from <= reach) return 0;
  std::size_t edge = from - reach;
  while ((static_cast<unsigned char>(text[edge]) & 0xC0U) == 0x80) ++edge;
  const std::size_t space = text.find(' ', edge);
  return space < from ? space + 1 : edge;
}

std::size_t edge_behind(std::string_view text, std::size_t from, std::size_t reach) {
  if (text.size() - from <= reach) return text.size();
  std::size_t edge = from + reach;
  while ((static_cast<unsigned char>(text[edge]) & 0xC0U) == 0x80) --edge;
  const std::size_t space = text.rfind(' ', edge);
  return space != std::string_view::npos && space > from ? space : edge;
}

/// The surroundings of the first place of the term, in whatever case it stands there, with the
/// place marked; the beginning of the text where it has none.
void append_excerpt(std::string& out, std::string_view text, std::string_view term) {
  constexpr std::size_t kReach = 130;
  const auto found =
      std::search(text.begin(), text.end(), term.begin(), term.end(),
                  [](char a, char b) { return text::ascii_lower(a) == text::ascii_lower(b); });
  if (term.empty() || found == text.end()) {
    const std::size_t end = edge_behind(text, 0, 2 * kReach);
    append_escaped(out, text.substr(0, end));
    if (end < text.size()) out += "…";
    return;
  }
  const auto begin = static_cast<std::size_t>(found - text.begin());
  const std::size_t end = begin + term.size();
  const std::size_t first = edge_before(text, begin, kReach);
  const std::size_t last = edge_behind(text, end, kReach);
  if (first > 0) out += "…";
  append_escaped(out, text.substr(first, begin - first));
  out += "<mark>";
  append_escaped(out, text.substr(begin, end - begin));
  out += "</mark>";
  append_escaped(out, text.substr(end, last - end));
  if (last < text.size()) out += "…";
}

std::string_view chinese_tag(const ProposalsPage& page) {
  std::string sample;
  for (const ProposalRow& row : page.rows) {
    sample += page.source_is_chinese ? row.term : row.rendering;
    if (sample.size() > 4096) break;
  }
  switch (text::script_of(sample)) {
    case Script::kSimplified:
      return "zh-Hans";
    case Script::kTraditional:
      return "zh-Hant";
    default:
      return "zh";
  }
}

void append_row(std::string& out, const ProposalRow& row, std::size_t number,
                std::string_view source, std::string_view target, const Words& words) {
  out += fmt::format("<tr id=\"p{}\" data-term=\"{}\" data-rendering=\"{}\" data-place=\"{}\"{}>",
                     number, escaped(row.term), escaped(row.rendering), escaped(row.place),
                     row.accepted ? " data-state=\"accepted\"" : "");
  out += fmt::format(
      "<td class=\"decide\">"
      "<button type=\"button\" class=\"accept\" aria-label=\"{}\">✓</button>"
      "<button type=\"button\" class=\"reject\" aria-label=\"{}\">✗</button></td>",
      escaped(words("proposals/accept-term", {{"term", row.term}})),
      escaped(words("proposals/reject-term", {{"term", row.term}})));
  out += fmt::format("<td class=\"source\" lang=\"{}\">{}</td>", source, escaped(row.term));
  out += fmt::format("<td class=\"target\" lang=\"{}\">{}</td>", target, escaped(row.rendering));
  out += fmt::format("<td class=\"number count\">{}×</td><td class=\"number score\">{:.2f}</td>",
                     row.count, row.score);
  out += fmt::format("<td class=\"example\"><p lang=\"{}\">", source);
  append_excerpt(out, row.term_example, row.term);
  out += fmt::format("</p><p lang=\"{}\">", target);
  append_excerpt(out, row.rendering_example, row.rendering);
  out += "</p>";
  if (!row.kind.empty()) {
    out += fmt::format("<span class=\"kind\">{}</span> ", words("proposals/kind-" + row.kind));
  }
  out += fmt::format("<span class=\"place\" title=\"{}\">{}</span>", escaped(row.place),
                     escaped(file_of(row.place)));
  if (!row.further.empty()) {
    out += fmt::format("<details><summary>{}</summary>",
                       words("proposals/further", {{"n", row.further.size()}}));
    for (const auto& [term_text, rendering_text] : row.further) {
      out += fmt::format("<p lang=\"{}\">", source);
      append_excerpt(out, term_text, row.term);
      out += fmt::format("</p><p lang=\"{}\">", target);
      append_excerpt(out, rendering_text, row.rendering);
      out += "</p>";
    }
    out += "</details>";
  }
  out += "</td></tr>\n";
}

/// The name of the file that the decisions are saved to.
constexpr std::string_view kDecisionsFile = "decisions.csv";

}  // namespace

void append_proposals_page(std::string& out, const ProposalsPage& page, Language language) {
  const Words words(language);
  const std::string_view chinese = chinese_tag(page);
  const std::string_view source = page.source_is_chinese ? chinese : "en";
  const std::string_view target = page.source_is_chinese ? "en" : chinese;
  std::string rows;
  for (std::size_t i = 0; i < page.rows.size(); ++i) {
    append_row(rows, page.rows[i], i, source, target, words);
  }
  const auto count = [](std::string_view id) { return fmt::format("<b id=\"{}\"></b>", id); };
  const auto mark = [](std::string_view name, std::string_view text) {
    return fmt::format("<{0}>{1}</{0}>", name, text);
  };
  fill_frame(
      out, page::kProposalsHtml, words,
      {{"nonce", nonce_for(page.file, rows)},
       {"language", language_tag(language)},
       {"words", words_of_scripts(words)},
       {"counts", words("proposals/counts", {{"open", count("open")},
                                             {"accepted", count("accepted")},
                                             {"rejected", count("rejected")}})},
       {"key-correct", words("proposals/key-correct",
                             {{"enter", mark("kbd", "Enter")}, {"escape", mark("kbd", "Esc")}})},
       {"kept", words("proposals/kept", {{"command", mark("code", "glossary build --decisions")}})},
       {"title", escaped(words("proposals/title", {{"file", page.file}}))},
       {"heading", escaped(words("proposals/title", {{"file", std::string(file_of(page.file))}}))},
       {"source", page.source_is_chinese ? "zh" : "en"},
       {"target", page.source_is_chinese ? "en" : "zh"},
       {"file", kDecisionsFile},
       {"style", page::kProposalsCss},
       {"rows", rows},
       {"script", page::kProposalsJs}});
}

}  // namespace duizhao::report
