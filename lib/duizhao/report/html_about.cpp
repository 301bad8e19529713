#include "duizhao/report/html_about.h"

#include <fmt/format.h>

#include "duizhao/report/figures.h"
#include "duizhao/report/html_writer.h"
#include "duizhao/score/mqm.h"

namespace duizhao::report {
namespace {

void append_made_with(std::string& out, const About& about, const Words& words) {
  out += "<dl class=\"made\">\n";
  const auto line = [&](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", words(name), escaped(value));
  };
  line("page/date", about.date);
  line("page/version", about.version);
  line("page/profile", about.profile);
  std::string glossaries;
  for (const std::string& file : about.glossaries) {
    if (!glossaries.empty()) glossaries += ", ";
    glossaries += file_of(file);
  }
  line("page/glossaries", glossaries);
  out += "</dl>\n";
}

/// Fixed, accepted and open are counted in the page, where they are decided.
void append_rule_table(std::string& out, const HtmlView& view) {
  const Words& words = view.words;
  if (view.told.empty()) return;
  out += fmt::format(
      "<table id=\"by-rule\"><caption>{}</caption>\n<thead><tr><th scope=\"col\">{}</th>"
      "<th scope=\"col\">{}</th><th scope=\"col\" class=\"decided\">{}</th>"
      "<th scope=\"col\" class=\"decided\">{}</th><th scope=\"col\" class=\"decided\">{}</th>"
      "<th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
      words("page/by-rule"), words("page/rule"), words("page/found"), words("page/state-fixed"),
      words("page/state-accepted"), words("page/state-open"), words("page/penalty"));
  for (const RuleCount& rule : view.summary.by_rule) {
    std::size_t found = 0;
    double points = 0;
    for (const Finding& finding : view.told) {
      if (finding.rule != rule.rule) continue;
      found += finding.places;
      if (view.score->unjudged.empty()) points += score::cost_of(finding, *view.score);
    }
    out += fmt::format(
        "<tr data-rule=\"{}\"><th scope=\"row\">{}</th><td class=\"found\">{}</td>"
        "<td class=\"decided fixed\"></td><td class=\"decided accepted\"></td>"
        "<td class=\"decided open\"></td><td>{}</td></tr>\n",
        escaped(rule.rule), escaped(words.rule_name(rule.rule)), found,
        points > 0 ? fmt::format("−{}", decimal(points, 1)) : std::string());
  }
  out += "</tbody></table>\n";
}

void append_term_table(std::string& out, const HtmlView& view) {
  const Words& words = view.words;
  const std::vector<TermLine>& terms = view.about->terms;
  if (terms.empty()) return;
  std::size_t checked = 0;
  std::size_t confirmed = 0;
  for (const TermLine& line : terms) {
    checked += line.checked;
    confirmed += line.confirmed;
  }
  out += fmt::format(
      "<table id=\"by-term\"><caption>{}: {}</caption>\n<thead><tr><th scope=\"col\">{}</th>"
      "<th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n"
      "<tbody>\n",
      words("text/terms"),
      words("text/terms-checked", {{"checked", checked}, {"confirmed", confirmed}}),
      words("proposals/term"), words("page/in-glossary"), words("page/met"),
      words("page/as-listed"));
  for (const TermLine& line : terms) {
    out += fmt::format("<tr{}><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                       line.confirmed < line.checked ? " class=\"unmet\"" : "", escaped(line.term),
                       escaped(line.rendering), line.checked, line.confirmed);
  }
  out += "</tbody></table>\n";
}

}  // namespace

void append_html_about(std::string& out, const HtmlView& view) {
  out += fmt::format("<section class=\"about\" id=\"about\" aria-label=\"{}\">\n",
                     view.words("page/about"));
  if (view.about != nullptr) append_made_with(out, *view.about, view.words);
  append_rule_table(out, view);
  if (view.about != nullptr) append_term_table(out, view);
  out += "</section>\n";
}

}  // namespace duizhao::report
