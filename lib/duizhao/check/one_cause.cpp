#include "duizhao/check/one_cause.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>

namespace duizhao::check {
namespace {

bool holds(const std::optional<Span>& outer, const std::optional<Span>& inner) {
  return outer && inner && outer->begin <= inner->begin && inner->end <= outer->end;
}

/// Whether two places are the same but for a word at an end: they share most of both.
bool same_place(const std::optional<Span>& a, const std::optional<Span>& b) {
  if (!a || !b) return !a && !b;
  const std::size_t begin = std::max(a->begin, b->begin);
  const std::size_t end = std::min(a->end, b->end);
  return begin < end && 2 * (end - begin) > std::max(a->end - a->begin, b->end - b->begin);
}

bool is(const Finding& finding, std::string_view rule) { return finding.rule == rule; }

bool graver(const Finding& a, const Finding& b) {
  return std::tuple(a.severity, a.confidence) > std::tuple(b.severity, b.confidence);
}

/// Whether a finding is about what is said, and not about how it is written.
bool is_about_content(const Finding& finding) {
  constexpr std::array<std::string_view, 7> kRules = {"date",   "money", "name", "negation",
                                                      "number", "term",  "unit"};
  return std::find(kRules.begin(), kRules.end(), finding.rule) != kRules.end() &&
         finding.category != Category::kNumberFormat &&
         finding.category != Category::kMeasurementFormat &&
         finding.category != Category::kLocaleConventions;
}

/// Whether a finding is about how words are written, which nobody asks where they are to go.
bool is_about_writing(const Finding& finding) {
  constexpr std::array<std::string_view, 4> kRules = {"punctuation", "repetition", "script",
                                                      "spacing"};
  return std::ranges::find(kRules, finding.rule) != kRules.end() ||
         finding.category == Category::kNumberFormat;
}

/// Whether two findings say the same of the same words.
bool is_same(const Finding& a, const Finding& b) {
  return a.rule == b.rule && a.code == b.code && a.source == b.source && a.target == b.target &&
         a.arguments == b.arguments;
}

/// Whether one place is the words around the other, as "fell by" is around a figure.
bool is_beside(const std::optional<Span>& a, const std::optional<Span>& b) {
  constexpr std::size_t kReach = 16;  // bytes
  return a && b && a->begin <= b->end + kReach && b->begin <= a->end + kReach;
}

/// Whether something missing or added tells what `finding` tells of its words: a mere hint does not
/// where the finding is surer.
bool takes_in(const Finding& cause, const Finding& finding) {
  const bool as_sure =
      cause.severity > Severity::kNeutral || cause.confidence >= finding.confidence;
  return cause.severity >= finding.severity && as_sure;
}

/// Whether what is missing or added is little more than a name, which another finding tells of.
bool is_but_name(const Finding& run, const Finding& name) {
  return (is(run, "omission") || is(run, "addition")) && is(name, "name") &&
         same_place(run.source, name.source) && same_place(run.target, name.target);
}

/// Whether `finding` says no more than `cause` does.
bool follows_from(const Finding& finding, const Finding& cause) {
  if (is_same(finding, cause)) return true;
  if (is_but_name(finding, cause)) return true;
  if (is_but_name(cause, finding)) return false;
  if (is(cause, "omission") && is_about_content(finding)) {
    return takes_in(cause, finding) && !finding.target && holds(cause.source, finding.source);
  }
  if (is(cause, "addition") && is_about_content(finding)) {
    return takes_in(cause, finding) && !finding.source && holds(cause.target, finding.target);
  }
  if (is(cause, "untranslated") && is(finding, "omission")) {
    return holds(cause.source, finding.source) || same_place(cause.source, finding.source);
  }
  if (is(cause, "untranslated") && is_about_writing(finding)) {
    return finding.target && holds(cause.target, finding.target);
  }
  if (is(cause, "term") && is(finding, "opposite") && finding.severity == Severity::kNeutral) {
    return holds(cause.source, finding.source);
  }
  // The figure that rises here and falls there is told with the words that say so.
  if (is(cause, "direction") && is(finding, "opposite")) {
    return is_beside(finding.source, cause.source) && is_beside(finding.target, cause.target);
  }
  // “ 他说: a mark that should close seems to open, and the space behind it to stand inside.
  if (cause.code == "punctuation/unpaired" && finding.code == "spacing/inside-bracket") return true;
  if (is(finding, "omission") && is_about_content(cause) && cause.target) {
    // A hint went by words of which another finding says what stands in their place.
    const bool hint = finding.severity == Severity::kNeutral;
    return same_place(cause.source, finding.source) ||
           (hint && holds(finding.source, cause.source));
  }
  // On one side alone, two rules may well say two things of the same words.
  const bool both_sides = finding.source && finding.target;
  return finding.rule != cause.rule && is_about_content(finding) && is_about_content(cause) &&
         both_sides && graver(cause, finding) && same_place(finding.source, cause.source) &&
         same_place(finding.target, cause.target);
}

/// The cells that a finding of the rule `table` tells of.
struct ToldCells {
  Finding* finding = nullptr;
  std::vector<Span> source;
  std::vector<Span> target;
};

std::vector<ToldCells> told_cells(std::vector<Finding>& findings) {
  std::vector<ToldCells> told;
  for (Finding& finding : findings) {
    if (!is(finding, "table")) continue;
    ToldCells cells{&finding, {}, {}};
    const auto add = [&](const Finding& place) {
      if (place.source) cells.source.push_back(*place.source);
      if (place.target) cells.target.push_back(*place.target);
    };
    add(finding);
    for (const Finding& place : finding.elsewhere) add(place);
    told.push_back(std::move(cells));
  }
  return told;
}

/// Whether what is found on one side stands in one of the cells.
bool in_cells(const std::vector<Span>& cells, const std::optional<Span>& place) {
  return place && std::ranges::any_of(cells, [&](Span cell) { return holds(cell, place); });
}

void tell_tables_once(std::vector<Finding>& findings) {
  const std::vector<ToldCells> told = told_cells(findings);
  if (told.empty()) return;
  std::vector<bool> out(findings.size(), false);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& finding = findings[i];
    const bool follows = is_about_content(finding) || is(finding, "omission") ||
                         is(finding, "addition") || is(finding, "length");
    if (!follows) continue;
    for (const ToldCells& cells : told) {
      if (!in_cells(cells.source, finding.source) && !in_cells(cells.target, finding.target)) {
        continue;
      }
      const bool explains_better = cells.finding->code == "table/figure" &&
                                   finding.severity >= cells.finding->severity && finding.target;
      out[explains_better ? static_cast<std::size_t>(cells.finding - findings.data()) : i] = true;
    }
  }
  std::vector<Finding> left;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (!out[i]) left.push_back(std::move(findings[i]));
  }
  findings = std::move(left);
}

void tell_once(std::span<Finding> bead, std::vector<Finding>& told) {
  std::vector<bool> out(bead.size(), false);
  for (std::size_t i = 0; i < bead.size(); ++i) {
    for (std::size_t k = 0; k < bead.size() && !out[i]; ++k) {
      out[i] = k != i && !out[k] && follows_from(bead[i], bead[k]);
    }
  }
  for (std::size_t i = 0; i < bead.size(); ++i) {
    if (!out[i]) told.push_back(std::move(bead[i]));
  }
}

}  // namespace

void tell_causes_once(std::vector<Finding>& findings) {
  tell_tables_once(findings);
  std::vector<Finding> told;
  told.reserve(findings.size());
  for (std::size_t begin = 0; begin < findings.size();) {
    std::size_t end = begin + 1;
    while (end < findings.size() && findings[end].bead == findings[begin].bead) ++end;
    tell_once(std::span(findings).subspan(begin, end - begin), told);
    begin = end;
  }
  findings = std::move(told);
}

}  // namespace duizhao::check
