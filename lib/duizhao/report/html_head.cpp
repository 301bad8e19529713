#include "duizhao/report/html_head.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "duizhao/report/figures.h"
#include "duizhao/report/html_writer.h"

namespace duizhao::report {
namespace {

void append_figure(std::string& out, std::string_view name, std::string_view value) {
  out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", name, value);
}

void append_verdict(std::string& out, const HtmlView& view) {
  const bool judged = view.score->unjudged.empty();
  const std::string_view verdict = !judged ? "unjudged" : view.score->passed ? "passed" : "failed";
  out += fmt::format("<div class=\"{}\">\n<div class=\"verdict\">", verdict);
  if (!judged) {
    out += "<h1>Not judged</h1><p>" + escaped(view.score->unjudged) + "</p></div>\n</div>\n";
    return;
  }
  out += view.score->passed ? "<h1>Passed</h1>" : "<h1>Failed</h1>";
  out += fmt::format("<p>{} penalty points per 1000 source words; the limit is {}",
                     decimal(view.score->penalty_per_1000_words, 1),
                     decimal(view.score->pass_threshold, 1));
  if (!view.score->passed && view.score->penalty_per_1000_words <= view.score->pass_threshold) {
    out += "; a critical finding fails by itself";
  }
  out += "</p></div>\n<dl class=\"figures\">\n";
  append_figure(out, "Quality", fmt::format("{:.3f}", view.score->quality.value_or(0)));
  append_figure(out, "Findings", std::to_string(view.findings.size()));
  append_figure(out, "Penalty",
                fmt::format("{} <small>in {}</small>", decimal(view.score->penalty, 1),
                            counted(view.score->source_words, "word")));
  append_figure(out, "MQM score",
                fmt::format("{} <small>calibrated {}</small>", decimal(view.score->raw_score, 1),
                            decimal(view.score->calibrated_score, 1)));
  out += "</dl>\n</div>\n";
}

void append_alignment_figures(std::string& out, const HtmlView& view) {
  std::size_t one_to_one = 0;
  std::size_t moved = 0;
  std::size_t one_sided = 0;
  for (const Bead& bead : view.beads) {
    if (bead.source.size() == 1 && bead.target.size() == 1) ++one_to_one;
    if (bead.moved) ++moved;
    if (bead.one_sided()) ++one_sided;
  }
  out +=
      "<div>\n<div class=\"verdict\"><h1>Alignment</h1>"
      "<p>what says the same stands side by side</p></div>\n<dl class=\"figures\">\n";
  append_figure(out, "Passages", std::to_string(view.beads.size()));
  append_figure(out, "Sentence to sentence", std::to_string(one_to_one));
  append_figure(out, "Moved", std::to_string(moved));
  append_figure(out, "Without counterpart", std::to_string(one_sided));
  out += "</dl>\n</div>\n";
}

void append_share(std::string& out, std::string_view tone, std::string_view rows, double share,
                  std::string_view text) {
  if (share == 0) return;
  out +=
      fmt::format("<li class=\"{}\"><button type=\"button\" data-jump=\"{}\">{} {}</button></li>",
                  tone, rows, percent(share), text);
}

void append_side(std::string& out, const HtmlView& view, const Document& document,
                 const Coverage& coverage, std::string_view missing) {
  out += "<div class=\"side\"><h2 title=\"" + escaped(document.name) + "\">" +
         escaped(file_of(document.name)) + "</h2>";
  out +=
      fmt::format("<p>{}, {}, {}</p>\n", &document == &view.source ? "Source" : "Translation",
                  language_name(document.language), counted(document.sentences.size(), "sentence"));
  out += fmt::format(
      "<div class=\"shares\" aria-hidden=\"true\"><i style=\"width:{:.3f}%\"></i>"
      "<i class=\"moved\" style=\"width:{:.3f}%\"></i>"
      "<i class=\"missing\" style=\"width:{:.3f}%\"></i></div>\n",
      coverage.in_place * 100, coverage.moved * 100, coverage.without_counterpart * 100);
  out += fmt::format("<ul class=\"legend\"><li>{} in place</li>", percent(coverage.in_place));
  append_share(out, "moved", "moved", coverage.moved, "moved");
  append_share(out, "missing", missing, coverage.without_counterpart, "without counterpart");
  out += "</ul></div>\n";
}

void append_pairs(std::string& out, const HtmlPairs& pairs) {
  out += "<div class=\"side\"><h2 title=\"" + escaped(pairs.file) + "\">" +
         escaped(file_of(pairs.file)) + "</h2><p>" + counted(pairs.count, "pair");
  out += fmt::format(", {} with findings", pairs.with_findings);
  if (pairs.unjudged > 0) out += fmt::format(", {} not judged", pairs.unjudged);
  const std::size_t reported = pairs.with_findings + pairs.unjudged;
  if (pairs.names.size() < reported) {
    out += fmt::format("; the first {} are shown", pairs.names.size());
  }
  out += "</p></div>\n";
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

void append_kind_chips(std::string& out, const HtmlView& view) {
  struct Kind {
    std::string_view name, text, tone;
  };
  for (const Kind& kind :
       {Kind{"moved", "moved", "moved"}, Kind{"no-target", "only in the source", "missing"},
        Kind{"no-source", "only in the translation", "missing"}}) {
    const auto count = std::ranges::count_if(
        view.beads, [&](const Bead& bead) { return HtmlView::kind_of(bead) == kind.name; });
    if (count > 0) {
      append_chip(out, {"rule", kind.name, kind.text, static_cast<std::size_t>(count), kind.tone});
    }
  }
}

}  // namespace

void append_html_head(std::string& out, const HtmlView& view) {
  if (view.is_alignment()) {
    append_alignment_figures(out, view);
  } else {
    append_verdict(out, view);
  }
  out += "<div class=\"sides\">\n";
  if (view.pairs != nullptr) {
    append_pairs(out, *view.pairs);
  } else {
    append_side(out, view, view.source, view.summary.source, "no-target");
    append_side(out, view, view.target, view.summary.target, "no-source");
  }
  out += "</div>\n";
}

namespace {

void append_severity_chips(std::string& out, const HtmlView& view) {
  for (const Severity severity :
       {Severity::kCritical, Severity::kMajor, Severity::kMinor, Severity::kNeutral}) {
    const std::string_view name = name_of(severity);
    if (const std::size_t count = view.summary.count(severity); count > 0) {
      append_chip(out, {"severity", name, name, count, name});
    }
  }
}

/// Opens out of the bar, which has one line however many rules there are.
void append_menu(std::string& out, std::string_view title, std::string_view chips) {
  out += fmt::format(
      "<details class=\"menu\"><summary>{}</summary><div class=\"panel\">\n{}</div></details>\n",
      title, chips);
}

void append_filters(std::string& out, const HtmlView& view) {
  append_severity_chips(out, view);
  std::string rules;
  for (const RuleCount& rule : view.summary.by_rule) {
    append_chip(rules, {"rule", rule.rule, rule.rule, rule.count, ""});
  }
  append_menu(out, "rules", rules);
  std::string states;
  for (const std::string_view state : {"open", "accepted", "question"}) {
    states += fmt::format(
        "<button type=\"button\" class=\"chip\" data-state=\"{}\" aria-pressed=\"true\">{}"
        "</button>\n",
        state, state == "accepted" ? "no error" : state);
  }
  append_menu(out, "states", states);
  out +=
      "<input id=\"search\" type=\"search\" placeholder=\"search\" aria-label=\"search both "
      "texts\" title=\"/\">\n"
      "<button type=\"button\" id=\"reset\" hidden>show all</button>\n"
      "<button type=\"button\" class=\"only\" id=\"order\" aria-pressed=\"false\" title=\"s\">"
      "gravest first</button>\n"
      "<button type=\"button\" id=\"decisions\" hidden></button>\n";
}

}  // namespace

void append_html_bar(std::string& out, const HtmlView& view) {
  out +=
      "<span class=\"steps\"><button type=\"button\" id=\"previous\" aria-label=\"previous\" "
      "title=\"previous (p)\">‹</button><span id=\"count\"></span>"
      "<button type=\"button\" id=\"next\" aria-label=\"next\" title=\"next (n)\">›</button>"
      "</span>\n";
  if (view.is_alignment()) {
    append_kind_chips(out, view);
  } else {
    append_filters(out, view);
  }
  if (view.pairs != nullptr) {
    out += "<span class=\"end\"></span>";
  } else {
    out += fmt::format(
        "<button type=\"button\" class=\"only end\" id=\"only\" aria-pressed=\"false\" "
        "title=\"o\">only passages with a {}</button>\n",
        view.is_alignment() ? "difference" : "finding");
  }
  out += "<button type=\"button\" id=\"keys\" aria-label=\"keys\" title=\"keys (?)\">?</button>\n";
}

}  // namespace duizhao::report
