#include "duizhao/report/html_head.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

#include "duizhao/report/figures.h"
#include "duizhao/report/html_about.h"
#include "duizhao/report/html_writer.h"
#include "duizhao/report/message.h"
#include "duizhao/report/verdict.h"

namespace duizhao::report {
namespace {

void append_figure(std::string& out, std::string_view name, std::string_view value) {
  out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", name, value);
}

/// Of a page of pairs, which may have a part of its rows only.
std::size_t findings_of(const HtmlPairs& pairs) {
  return std::accumulate(pairs.by_severity.begin(), pairs.by_severity.end(), std::size_t{0});
}

void append_verdict(std::string& out, const HtmlView& view) {
  const Words& words = view.words;
  const std::vector<Finding>& counted = view.open != nullptr ? *view.open : view.told;
  const bool judged = view.score->unjudged.empty();
  const std::string_view verdict = !judged ? "unjudged" : view.score->passed ? "passed" : "failed";
  out += fmt::format("<div class=\"{}\">\n<div class=\"verdict\">", verdict);
  if (!judged) {
    out += fmt::format("<h1>{}</h1><p>{}</p></div>\n</div>\n", words("page/not-judged"),
                       escaped(words.reason(view.score->unjudged)));
    return;
  }
  std::string said = escaped(view.pairs != nullptr ? decided(*view.score, view.pairs->points, words)
                                                   : decided(*view.score, counted, words));
  if (const std::string lost = lost_quality(*view.score, words); !lost.empty()) {
    said.append(words.language() == Language::kChinese ? "" : " ").append(escaped(lost));
  }
  out += fmt::format("<h1>{}</h1><p>{}</p></div>\n<dl class=\"figures\">\n",
                     words(view.score->passed ? "page/passed" : "page/failed"), said);
  append_figure(out, words("page/quality"), fmt::format("{:.3f}", view.score->quality.value_or(0)));
  append_figure(out, words("page/findings"),
                std::to_string(view.pairs != nullptr ? findings_of(*view.pairs) : counted.size()));
  append_figure(out, words("page/penalty"),
                fmt::format("{} <small>{}</small>", decimal(view.score->penalty, 1),
                            words("page/penalty-in",
                                  {{"words", words.counted(view.score->source_words, "words")}})));
  append_figure(
      out, words("page/mqm"),
      fmt::format("{} <small>{}</small>", decimal(view.score->raw_score, 1),
                  words("page/calibrated", {{"score", decimal(view.score->calibrated_score, 1)}})));
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
  const Words& words = view.words;
  out += fmt::format(
      "<div>\n<div class=\"verdict\"><h1>{}</h1><p>{}</p></div>\n<dl class=\"figures\">\n",
      words("page/alignment-title"), words("page/alignment-says"));
  append_figure(out, words("page/passages"), std::to_string(view.beads.size()));
  append_figure(out, words("page/one-to-one"), std::to_string(one_to_one));
  append_figure(out, words("page/moved-count"), std::to_string(moved));
  append_figure(out, words("page/one-sided"), std::to_string(one_sided));
  out += "</dl>\n</div>\n";
}

std::string share_text(const Words& words, std::string_view id, double share) {
  return escaped(words(id, {{"share", percent(share, words.language())}}));
}

void append_share(std::string& out, std::string_view tone, std::string_view rows, double share,
                  const std::string& text) {
  if (share == 0) return;
  out += fmt::format("<li class=\"{}\"><button type=\"button\" data-jump=\"{}\">{}</button></li>",
                     tone, rows, text);
}

void append_side(std::string& out, const HtmlView& view, const Document& document,
                 const Coverage& coverage, std::string_view missing) {
  out += "<div class=\"side\"><h2 title=\"" + escaped(document.name) + "\">" +
         escaped(file_of(document.name)) + "</h2>";
  const Words& words = view.words;
  const bool is_source = &document == &view.source;
  const std::string about = words(
      "page/side", {{"side", std::string(words(is_source ? "page/source" : "page/translation"))},
                    {"language", std::string(words.language_name(document.language))},
                    {"sentences", words.counted(document.sentences.size(), "sentences")}});
  out += fmt::format("<p>{}</p>\n", about);
  out += fmt::format(
      "<div class=\"shares\" aria-hidden=\"true\"><i style=\"width:{:.3f}%\"></i>"
      "<i class=\"moved\" style=\"width:{:.3f}%\"></i>"
      "<i class=\"missing\" style=\"width:{:.3f}%\"></i></div>\n",
      coverage.in_place * 100, coverage.moved * 100, coverage.without_counterpart * 100);
  out += fmt::format("<ul class=\"legend\"><li>{}</li>",
                     share_text(words, "page/in-place", coverage.in_place));
  append_share(out, "moved", "moved", coverage.moved,
               share_text(words, "page/moved", coverage.moved));
  append_share(out, "missing", missing, coverage.without_counterpart,
               share_text(words, "page/without", coverage.without_counterpart));
  out += "</ul></div>\n";
}

void append_pairs(std::string& out, const HtmlPairs& pairs, const Words& words) {
  out += "<div class=\"side\"><h2 title=\"" + escaped(pairs.file) + "\">" +
         escaped(file_of(pairs.file)) + "</h2><p>";
  std::vector<Argument> figures = {{"pairs", words.counted(pairs.count, "pairs")},
                                   {"findings", pairs.with_findings}};
  if (pairs.unjudged > 0) figures.push_back({"unjudged", pairs.unjudged});
  const std::size_t reported = pairs.with_findings + pairs.unjudged;
  const bool all = pairs.numbers.empty() && pairs.reviewed == 0;  // of a page that is a file
  if (all && pairs.names.size() < reported) figures.push_back({"shown", pairs.names.size()});
  out += composed(words("page/pairs"), figures, words.language()) + "</p>";
  if (pairs.reviewed > 0 && pairs.reviewed < pairs.count) {
    out += fmt::format("<progress max=\"{}\" value=\"{}\">{}</progress>", pairs.count,
                       pairs.reviewed, words("page/reviewed-so-far", {{"n", pairs.reviewed}}));
    out += "<p>" + words("page/reviewed-so-far", {{"n", pairs.reviewed}}) + "</p>";
  }
  out += "</div>\n";
}

/// Of a chip of which it is not known how many there are.
constexpr std::size_t kUncounted = static_cast<std::size_t>(-1);

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
  for (const Kind& kind : {Kind{"moved", view.words("page/kind-moved"), "moved"},
                           Kind{"no-target", view.words("page/kind-no-target"), "missing"},
                           Kind{"no-source", view.words("page/kind-no-source"), "missing"}}) {
    const auto count = std::ranges::count_if(
        view.beads, [&](const Bead& bead) { return HtmlView::kind_of(bead) == kind.name; });
    if (count > 0) {
      append_chip(out, {"rule", kind.name, kind.text, static_cast<std::size_t>(count), kind.tone});
    }
  }
}

}  // namespace

void append_html_head(std::string& out, const HtmlView& view) {
  out += "<div class=\"summary\">\n";
  if (view.is_alignment()) {
    append_alignment_figures(out, view);
  } else {
    append_verdict(out, view);
  }
  out += "<div class=\"sides\">\n";
  if (view.pairs != nullptr) {
    append_pairs(out, *view.pairs, view.words);
  } else {
    append_side(out, view, view.source, view.summary.source, "no-target");
    append_side(out, view, view.target, view.summary.target, "no-source");
  }
  out += "</div>\n</div>\n";
  if (!view.is_alignment()) append_html_about(out, view);
}

namespace {

/// One of what a menu lists; it and the others are switched, or nothing but it is shown.
void append_choice(std::string& out, const Chip& chip, const Words& words) {
  out += fmt::format(
      "<div class=\"choice {0}\"><button type=\"button\" class=\"chip {0}\" data-{1}=\"{2}\" "
      "aria-pressed=\"true\"><span>{3}</span> <b>{4}</b></button><button type=\"button\" "
      "class=\"alone\" aria-label=\"{5}\">{6}</button></div>\n",
      chip.tone, chip.group, escaped(chip.value), escaped(chip.text),
      chip.count == kUncounted ? std::string() : std::to_string(chip.count),
      escaped(words("page/only-this-one", {{"name", std::string(chip.text)}})),
      words("page/only-this"));
}

/// Opens out of the bar, which has one line however many rules there are.
void append_menu(std::string& out, std::string_view title, std::string_view choices) {
  out += fmt::format(
      "<details class=\"menu\"><summary>{}</summary><div class=\"panel\">\n{}</div></details>\n",
      title, choices);
}

/// Of the notes of the page, the places that are not on it now included.
std::size_t count_of(const HtmlView& view, Severity severity) {
  if (view.is_windowed()) return view.pairs->by_severity[static_cast<std::size_t>(severity)];
  return static_cast<std::size_t>(
      std::ranges::count(view.findings, severity, [](const Finding& f) { return f.severity; }));
}

void append_severities(std::string& out, const HtmlView& view) {
  std::string choices;
  std::string title;
  for (const Severity severity :
       {Severity::kCritical, Severity::kMajor, Severity::kMinor, Severity::kNeutral}) {
    const std::size_t count = count_of(view, severity);
    if (count == 0) continue;
    const std::string_view name = name_of(severity);
    append_choice(
        choices,
        {"severity", name, view.words.severity(severity), static_cast<std::size_t>(count), name},
        view.words);
    title += fmt::format("<span class=\"dot {}\" title=\"{}\">{}</span>", name,
                         view.words.severity(severity), count);
  }
  if (choices.empty()) return;
  append_menu(
      out, fmt::format("<span class=\"hidden\">{} </span>{}", view.words("page/severities"), title),
      choices);
}

void append_rules(std::string& out, const HtmlView& view) {
  std::map<std::string_view, std::size_t> counts;
  if (view.is_windowed()) counts = view.pairs->by_rule;
  for (const Finding& finding : view.findings) ++counts[finding.rule];
  std::vector<std::pair<std::string_view, std::size_t>> rules(counts.begin(), counts.end());
  std::ranges::stable_sort(rules, std::ranges::greater{},
                           [](const auto& rule) { return rule.second; });
  std::string choices;
  for (const auto& [rule, count] : rules) {
    append_choice(choices, {"rule", rule, view.words.rule_name(rule), count, ""}, view.words);
  }
  append_menu(out, view.words("page/rules"), choices);
}

void append_filters(std::string& out, const HtmlView& view) {
  const Words& words = view.words;
  append_severities(out, view);
  append_rules(out, view);
  const auto menu = [&](std::string_view group, std::initializer_list<std::string_view> values,
                        std::string_view title) {
    std::string choices;
    for (const std::string_view value : values) {
      const std::string text(words(fmt::format("page/{}-{}", group, value)));
      append_choice(choices, {group, value, text, kUncounted, ""}, words);
    }
    append_menu(out, words(title), choices);
  };
  menu("state", {"open", "question", "accepted", "fixed"}, "page/states");
  menu("sure", {"high", "fair", "low"}, "page/sureness");
  out += fmt::format(
      "<input id=\"search\" type=\"search\" placeholder=\"{}\" aria-label=\"{}\" title=\"/\">\n"
      "<button type=\"button\" id=\"reset\" hidden>{}</button>\n"
      "<button type=\"button\" class=\"only\" id=\"order\" aria-pressed=\"false\" title=\"s\">"
      "{}</button>\n"
      "<button type=\"button\" id=\"decisions\" hidden></button>\n",
      words("page/search"), words("page/search-both"), words("page/show-all"),
      words("page/gravest-first"));
}

/// By which beads are mended and saved; of a review, whose bar has much else, in one menu.
void append_bead_buttons(std::string& out, const HtmlView& view) {
  const Words& words = view.words;
  struct Button {
    std::string_view id, word, key;
  };
  std::string buttons;
  for (const Button& button :
       {Button{"link", "page/link", "l"}, Button{"merge", "page/merge", "M"},
        Button{"split", "page/split", "S"},
        Button{"undo-bead", "proposals/undo", view.is_alignment() ? "u" : "Ctrl-Z"}}) {
    buttons += fmt::format("<button type=\"button\" id=\"{}\" title=\"{}\">{}</button>\n",
                           button.id, button.key, words(button.word));
  }
  std::string formats;
  for (const std::string_view format : {"ladder", "tsv", "tmx"}) {
    formats += fmt::format("<button type=\"button\" id=\"save-{0}\">{0}</button>\n", format);
  }
  if (view.is_alignment()) {
    out += buttons;
    append_menu(out, words("page/save-as"), formats);
    return;
  }
  const std::string mend = fmt::format(
      "<button type=\"button\" class=\"only\" id=\"mend\" aria-pressed=\"false\" title=\"b\">{}"
      "</button>\n",
      words("page/mend"));
  append_menu(out, words("page/passages-menu"),
              fmt::format("{}{}<p>{}</p>\n{}", mend, buttons, words("page/save-as"), formats));
}

}  // namespace

void append_html_bar(std::string& out, const HtmlView& view) {
  const Words& words = view.words;
  out += fmt::format(
      "<span class=\"steps\"><button type=\"button\" id=\"previous\" aria-label=\"{0}\" "
      "title=\"{0} (p)\">‹</button><span id=\"count\"></span>"
      "<button type=\"button\" id=\"next\" aria-label=\"{1}\" title=\"{1} (n)\">›</button>"
      "</span>\n",
      words("page/previous"), words("page/next"));
  if (view.is_alignment()) {
    append_kind_chips(out, view);
    append_bead_buttons(out, view);
  } else {
    append_filters(out, view);
    if (view.live_kept && view.pairs == nullptr) append_bead_buttons(out, view);
  }
  if (view.live_kept) {
    out +=
        fmt::format("<button type=\"button\" id=\"write\" title=\"Ctrl-S\" disabled>{}</button>\n",
                    words("page/written"));
  } else if (!view.is_alignment()) {
    out +=
        fmt::format("<button type=\"button\" id=\"write\" title=\"Ctrl-S\" disabled>{}</button>\n",
                    words(view.pairs != nullptr ? "page/download-pairs" : "page/download"));
  }
  if (view.pairs != nullptr && !view.is_windowed()) {
    out += "<span class=\"end\"></span>";
  } else {
    out += fmt::format(
        "<button type=\"button\" class=\"only end\" id=\"only\" aria-pressed=\"false\" "
        "title=\"o\">{}</button>\n",
        words("page/only", {{"stop", std::string(words(view.is_alignment() ? "page/difference"
                                                                           : "page/finding"))}}));
  }
  if (!view.is_alignment()) {
    out += fmt::format(
        "<button type=\"button\" id=\"tell\" aria-expanded=\"false\" aria-controls=\"about\" "
        "title=\"i\">{}</button>\n",
        words("page/about"));
  }
  out += fmt::format(
      "<button type=\"button\" id=\"keys\" aria-label=\"{0}\" title=\"{0} (?)\">?</button>\n",
      words("page/keys-button"));
}

}  // namespace duizhao::report
