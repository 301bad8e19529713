#include "duizhao/report/rule_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "duizhao/report/catalogue.h"
#include "duizhao/report/columns.h"
#include "duizhao/report/figures.h"

namespace duizhao::report {
namespace {

std::string_view summary_of(const check::Rule& rule, const Words& words) {
  return words("rule/" + std::string(rule.id));
}

/// `text` with spaces behind it, so that it takes `columns` of the terminal and one more.
std::string padded(std::string_view text, std::size_t columns) {
  const std::size_t taken = columns_of(cells_of(text));
  return std::string(text) + std::string(taken < columns ? columns - taken + 1 : 1, ' ');
}

void append_texts(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out.append("    ").append(text.substr(at, end - at)).append("\n");
    at = end + 1;
  }
}

void append_examples(std::string& out, const check::Rule& rule, bool firing, const Words& words) {
  bool any = false;
  for (const check::Example& example : rule.examples) {
    if (example.code.empty() == firing) continue;
    if (!any) {
      out.append("\n  ").append(words(firing ? "rules/fires" : "rules/silent")).append("\n");
    }
    if (any) out += '\n';
    any = true;
    append_texts(out, example.source);
    append_texts(out, example.target);
    if (const auto tab = example.glossary.find('\t'); tab != std::string_view::npos) {
      out += "      " + words("rules/glossary",
                              {{"term", std::string(example.glossary.substr(0, tab))},
                               {"rendering", std::string(example.glossary.substr(tab + 1))}});
      out += '\n';
    }
    if (firing) out.append("      ").append(example.code).append("\n");
  }
}

void append_conditions(std::string& out, const check::Rule& rule, const Words& words) {
  const auto line = [&](std::string_view text) { out.append("  ").append(text).append("\n"); };
  if (rule.is_form) line(words("rules/form"));
  if (!rule.on) line(words("rules/off"));
  if (rule.least_confidence > 0) {
    line(words("rules/least-confidence", {{"confidence", rule.least_confidence}}));
  }
  if (rule.least_in_corpora != Severity::kNeutral) {
    const auto severity = words.severity(rule.least_in_corpora);
    line(words("rules/least-in-corpora", {{"severity", std::string(severity)}}));
  }
}

}  // namespace

void append_rules(std::string& out, Language language) {
  const Words words(language);
  std::size_t longest = 0;
  for (const check::Rule* rule : check::rules()) longest = std::max(longest, rule->id.size());
  for (const check::Rule* rule : check::rules()) {
    out += padded(rule->id, longest + 1);
    if (language == Language::kChinese) out += padded(words.rule_name(rule->id), 6);
    out.append(summary_of(*rule, words)).append("\n");
  }
}

void append_rule(std::string& out, const check::Rule& rule, Language language) {
  const Words words(language);
  out.append(rule.id).append("\n  ").append(summary_of(rule, words)).append("\n");
  append_conditions(out, rule, words);
  std::size_t code = columns_of(cells_of(words("rules/finds")));
  for (const FindingKind& kind : rule.kinds) code = std::max(code, kind.code.size());
  constexpr std::size_t kSeverity = 9;
  constexpr std::size_t kConfidence = 5;
  out += "\n  " + padded(words("rules/finds"), code + 1) +
         padded(words("rules/severity"), kSeverity) +
         padded(words("rules/confidence"), kConfidence);
  out.append(words("rules/category")).append("\n");
  for (const FindingKind& kind : rule.kinds) {
    const auto severity = words.severity(kind.severity);
    out += "  " + padded(kind.code, code + 1) + padded(severity, kSeverity) +
           padded(decimal(kind.confidence, 2), kConfidence);
    out.append(name_of(kind.category)).append("\n");
  }
  out.append("  ").append(words("rules/by-case")).append("\n");
  append_examples(out, rule, true, words);
  append_examples(out, rule, false, words);
}

}  // namespace duizhao::report
