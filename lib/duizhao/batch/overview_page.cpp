#include "duizhao/batch/overview_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "duizhao/batch/summary_rows.h"
#include "duizhao/report/catalogue.h"
#include "duizhao/report/figures.h"
#include "duizhao/report/html_frame.h"
#include "duizhao/report/html_writer.h"
#include "duizhao/report/page/page.h"

namespace duizhao::batch {
namespace {

using report::escaped;
using report::Words;

constexpr std::size_t kMostRows = 2000;  ///< of inputs: more nobody reads in a browser

/// 1234567 with thin spaces (U+202F), as SI writes it.
std::string grouped(std::uint64_t number) {
  const std::string digits = std::to_string(number);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += "\u202F";
    text += digits[i];
  }
  return text;
}

std::string share(std::uint64_t part, std::uint64_t all, const Words& words) {
  return report::percent(all == 0 ? 0 : double(part) / double(all), words.language());
}

std::string figure(std::string_view value, std::string_view label) {
  return fmt::format("<div class=\"figure\"><b>{}</b><span>{}</span></div>\n", value,
                     escaped(label));
}

std::string figures(const Summary& summary, const Words& words) {
  const Outcome& whole = summary.whole();
  const Score score = whole.total.score({});
  std::string html;
  html += figure(grouped(whole.pairs), words("batch/figure-pairs"));
  html += figure(share(whole.with_findings, whole.pairs, words), words("batch/figure-with"));
  html += figure(grouped(whole.count(Severity::kCritical)), words("severity/critical"));
  html += figure(grouped(whole.count(Severity::kMajor)), words("severity/major"));
  html += figure(grouped(whole.count(Severity::kMinor)), words("severity/minor"));
  html += figure(score.quality ? fmt::format("{:.3f}", *score.quality) : "–",
                 words("batch/figure-quality"));
  html += figure(report::decimal(score.penalty_per_1000_words, 1), words("batch/figure-penalty"));
  if (whole.unjudged > 0) html += figure(grouped(whole.unjudged), words("batch/figure-unjudged"));
  if (summary.broken() > 0) html += figure(grouped(summary.broken()), words("batch/figure-broken"));
  return html;
}

/// Pairs by quality: a bar each for the twentieths, as high as there are pairs, by the square root
/// where few would not be seen beside many.
std::string quality_plot(const Summary& summary, const Words& words) {
  constexpr double kHeight = 160;
  constexpr double kBar = 28;
  constexpr double kLeft = 4;
  const auto& bins = summary.by_quality();
  const std::uint64_t most = std::max<std::uint64_t>(1, *std::ranges::max_element(bins));
  std::string svg =
      fmt::format("<svg viewBox=\"0 0 {} 210\" role=\"img\" aria-label=\"{}\">\n",
                  kLeft * 2 + kBar * double(bins.size()), escaped(words("batch/by-quality")));
  for (std::size_t i = 0; i < bins.size(); ++i) {
    const double height = kHeight * std::sqrt(double(bins[i]) / double(most));
    const double x = kLeft + kBar * double(i);
    svg += fmt::format(
        "<g><title>{:.2f}–{:.2f}: {}</title><rect class=\"bar\" x=\"{}\" y=\"{:.1f}\" "
        "width=\"{}\" height=\"{:.1f}\"/>",
        double(i) / double(bins.size()), double(i + 1) / double(bins.size()), grouped(bins[i]), x,
        20 + kHeight - height, kBar - 3, std::max(height, bins[i] > 0 ? 1.0 : 0.0));
    if (bins[i] > 0) {
      svg += fmt::format(
          "<text class=\"count\" x=\"{}\" y=\"{:.1f}\">{}</text>", x + (kBar - 3) / 2,
          16 + kHeight - height,
          bins[i] < 10000 ? std::to_string(bins[i]) : fmt::format("{}k", bins[i] / 1000));
    }
    svg += "</g>\n";
  }
  for (std::size_t i = 0; i <= bins.size(); i += 4) {
    svg += fmt::format("<text class=\"tick\" x=\"{}\" y=\"198\">{:.1f}</text>\n",
                       kLeft + kBar * double(i) -
                           (i == 0             ? -8
                            : i == bins.size() ? 10
                                               : 1),
                       double(i) / double(bins.size()));
  }
  return svg + "</svg>\n";
}

/// Findings by rule, a bar each, cut into severities.
std::string rules_plot(const Summary& summary, const Words& words) {
  constexpr double kRow = 24;
  constexpr double kLabel = 150;
  constexpr double kLength = 420;
  const std::vector<RuleRow> rows = rule_rows(summary);
  std::uint64_t most = 1;
  for (const RuleRow& row : rows) most = std::max(most, row.outcome.pairs);
  std::string svg = fmt::format("<svg viewBox=\"0 0 640 {}\" role=\"img\" aria-label=\"{}\">\n",
                                kRow * double(rows.size()) + 6, escaped(words("batch/by-rule")));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double y = kRow * double(i) + 3;
    const RuleOutcome& outcome = rows[i].outcome;
    svg += fmt::format("<text class=\"label\" x=\"{}\" y=\"{}\">{}</text>", kLabel - 8,
                       y + kRow - 9, escaped(words.rule_name(rows[i].rule)));
    std::uint64_t findings = 0;
    for (const std::uint64_t count : outcome.findings) findings += count;
    double x = kLabel;
    const double length = kLength * double(outcome.pairs) / double(most);
    for (std::size_t s = outcome.findings.size(); s-- > 0;) {
      const double width = length * double(outcome.findings[s]) / double(findings);
      if (outcome.findings[s] == 0) continue;
      svg += fmt::format(
          "<rect class=\"{0}\" x=\"{1:.1f}\" y=\"{2}\" width=\"{3:.1f}\" height=\"{4}\">"
          "<title>{5}: {6}</title></rect>",
          duizhao::name_of(static_cast<Severity>(s)), x, y, std::max(width, 1.0), kRow - 6,
          escaped(words.severity(static_cast<Severity>(s))), grouped(outcome.findings[s]));
      x += width;
    }
    svg += fmt::format("<text class=\"value\" x=\"{:.1f}\" y=\"{}\">{} · {}</text>\n", x + 6,
                       y + kRow - 9, grouped(outcome.pairs),
                       share(outcome.pairs, summary.whole().pairs, words));
  }
  return svg + "</svg>\n";
}

/// What the colours of the bars stand for.
std::string legend(const Words& words) {
  std::string html;
  for (const Severity severity :
       {Severity::kCritical, Severity::kMajor, Severity::kMinor, Severity::kNeutral}) {
    html += fmt::format(
        "<span><svg viewBox=\"0 0 10 10\" aria-hidden=\"true\"><rect class=\"{}\" width=\"10\" "
        "height=\"10\"/></svg>{}</span>",
        duizhao::name_of(severity), escaped(words.severity(severity)));
  }
  return html;
}

/// Where a page lies, as an address: what is none of a path's plain characters is encoded.
std::string address_of(std::string_view path) {
  std::string address;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain =
        std::isalnum(byte) != 0 || std::string_view("/-._~").find(c) != std::string_view::npos;
    address += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return address;
}

std::string linked(std::string_view text, std::string_view page) {
  if (page.empty()) return escaped(text);
  return fmt::format("<a href=\"{}\">{}</a>", address_of(page), escaped(text));
}

std::string number_cell(std::string_view text) {
  return fmt::format("<td class=\"number\">{}</td>", text);
}

std::string input_rows(const Summary& summary, const Words& words) {
  std::vector<const InputOutcome*> rows;
  for (const InputOutcome& input : summary.inputs()) rows.push_back(&input);
  std::ranges::stable_sort(rows, [](const auto* a, const auto* b) {
    if (a->error.empty() != b->error.empty()) return b->error.empty();
    return a->total.score({}).penalty_per_1000_words > b->total.score({}).penalty_per_1000_words;
  });
  const std::size_t shown = std::min(rows.size(), kMostRows);
  std::string html;
  for (std::size_t i = 0; i < shown; ++i) {
    const InputOutcome& input = *rows[i];
    const Score score = input.total.score({});
    html.append("<tr><td class=\"file\">") += linked(name_of(input), input.page);
    if (!input.error.empty()) {
      html +=
          "<p class=\"broken\">" + escaped(words("batch/broken", {{"why", input.error}})) + "</p>";
    }
    if (input.passed_over > 0) {
      html += "<p class=\"broken\">" +
              escaped(words("batch/passed-over", {{"units", std::size_t{input.passed_over}}})) +
              "</p>";
    }
    html += "</td>" + number_cell(grouped(input.pairs)) +
            number_cell(grouped(input.count(Severity::kCritical))) +
            number_cell(grouped(input.count(Severity::kMajor))) +
            number_cell(grouped(input.count(Severity::kMinor))) +
            number_cell(score.quality ? fmt::format("{:.3f}", *score.quality) : "–") +
            number_cell(report::decimal(score.penalty_per_1000_words, 1)) + "</tr>\n";
  }
  if (shown < rows.size()) {
    html += "<tr><td colspan=\"7\">" +
            escaped(words("batch/more", {{"count", rows.size() - shown}})) + "</td></tr>\n";
  }
  return html;
}

std::string worst_rows(const Summary& summary) {
  std::string html;
  for (const WorstPair& pair : summary.worst()) {
    std::string place = pair.file;
    if (pair.line > 0) place += fmt::format(":{}", pair.line);
    if (!pair.id.empty()) place += fmt::format(" {}", pair.id);
    html.append("<tr>") += number_cell(fmt::format("{:.3f}", pair.quality)) +
                           number_cell(report::decimal(pair.penalty, 1)) + "<td>";
    // A report has the names of its files for texts.
    if (pair.source != pair.file) html += "<p>" + escaped(pair.source) + "</p>";
    html += "<p>" + escaped(pair.target) + "</p>";
    for (const std::string& message : pair.messages) {
      html += fmt::format("<p class=\"message\">{}</p>", escaped(message));
    }
    html += "<p class=\"place\">" + linked(place, pair.page) + "</p></td></tr>\n";
  }
  return html;
}

std::string frequent_rows(const Summary& summary) {
  std::string html;
  for (const Frequent::Counted& entry : summary.frequent()) {
    html.append("<tr>") += number_cell(grouped(entry.count)) + "<td><code>" +
                           escaped(parts_of(entry).code) + "</code></td><td>" +
                           escaped(entry.example) + "</td></tr>\n";
  }
  return html;
}

std::string threshold_rows(const Summary& summary, const Words& words) {
  std::string html;
  const auto row = [&](const std::string& text, std::uint64_t pairs) {
    html.append("<tr><td>") += escaped(text) + "</td>" + number_cell(grouped(pairs)) +
                               number_cell(share(pairs, summary.whole().pairs, words)) + "</tr>\n";
  };
  for (std::size_t bin = 2; bin < Summary::kBins; bin += 2) {
    const std::string limit = report::decimal(double(bin) / double(Summary::kBins), 2);
    row(words("batch/quality-below", {{"limit", limit}}), pairs_below(summary, bin));
  }
  for (std::size_t i = 0; i < Summary::kPenalties.size(); ++i) {
    const std::string limit = report::decimal(Summary::kPenalties[i], 0);
    row(words("batch/penalty-from", {{"limit", limit}}), summary.by_penalty()[i]);
  }
  for (const RuleRow& rule : rule_rows(summary)) {
    row(words("batch/rule-finds", {{"rule", std::string(words.rule_name(rule.rule))}}),
        rule.outcome.pairs);
  }
  return html;
}

std::string unpaired_list(const std::vector<std::string>& unpaired, const Words& words) {
  if (unpaired.empty()) return {};
  std::string html = "<h2>" + escaped(words("batch/unpaired-title")) + "</h2>\n<ul>\n";
  for (std::size_t i = 0; i < std::min(unpaired.size(), kMostRows); ++i) {
    html += fmt::format("<li>{}</li>\n", escaped(unpaired[i]));
  }
  return html + "</ul>\n";
}

}  // namespace

void append_overview(std::string& out, const Summary& summary,
                     const std::vector<std::string>& unpaired, Language language) {
  const Words words(language);
  report::fill_frame(out, report::page::kOverviewHtml, words,
                     {{"language", report::language_tag(language)},
                      {"style", report::page::kOverviewCss},
                      {"figures", figures(summary, words)},
                      {"quality", quality_plot(summary, words)},
                      {"rules", rules_plot(summary, words)},
                      {"legend", legend(words)},
                      {"inputs", input_rows(summary, words)},
                      {"worst", worst_rows(summary)},
                      {"frequent", frequent_rows(summary)},
                      {"thresholds", threshold_rows(summary, words)},
                      {"unpaired", unpaired_list(unpaired, words)}});
}

}  // namespace duizhao::batch
