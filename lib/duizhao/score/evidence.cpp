#include "duizhao/score/evidence.h"

#include <algorithm>
#include <map>

#include "duizhao/check/rule.h"
#include "duizhao/score/evidence_collector.h"

namespace duizhao::score {
namespace {

Evidence kind_of(std::string_view name) {
  const check::Rule* rule = check::rule_named(name);
  switch (rule == nullptr ? check::Concern::kForm : rule->concern) {
    case check::Concern::kFacts:
      return Evidence::kFacts;
    case check::Concern::kNames:
      return Evidence::kNames;
    case check::Concern::kNegation:
      return Evidence::kNegation;
    case check::Concern::kOmission:
      return Evidence::kOmission;
    case check::Concern::kAddition:
      return Evidence::kAddition;
    case check::Concern::kUntranslated:
      return Evidence::kUntranslated;
    case check::Concern::kRepetition:
      return Evidence::kRepetition;
    case check::Concern::kForm:
      break;
  }
  return Evidence::kForm;
}

}  // namespace

void gather_findings(std::span<const Finding> findings, EvidenceCollector& evidence) {
  constexpr std::array<double, 4> kGravity = {0, 0.5, 1, 1.5};
  constexpr double kMost = 3;
  std::map<std::string_view, double> habits;
  for (const Finding& finding : findings) {
    const Evidence kind = kind_of(finding.rule);
    const double weight = kGravity[static_cast<std::size_t>(finding.severity)] * finding.confidence;
    // A mark that is written in another way is written so everywhere: once says it all.
    double& value = kind == Evidence::kForm ? habits[finding.rule] : evidence[kind];
    value = kind == Evidence::kForm ? std::max(value, weight) : std::min(value + weight, kMost);
  }
  for (const auto& [rule, weight] : habits) evidence[Evidence::kForm] += weight;
}

std::string_view name_of(Evidence evidence) {
  // One a line, in the order of the enumeration.
  // clang-format off
  constexpr std::array<std::string_view, kEvidenceCount> kNames = {
      "source_ratio",
      "target_unexplained",
      "target_odds_sum",
      "source_odds_sum",
      "source_odds_most",
      "target_mass",
      "source_lone",
      "source_explained",
      "source_foreign",
      "inserted_words",
      "free",
      "both_but_one",
      "both_open",
      "reversed",
      "rendered",
      "function_length",
      "unknown",
      "rarity",
      "repeated",
      "repeated_words",
      "sentences",
      "articles",
      "possessives",
      "capitals",
      "hyphens",
      "straight_quotes",
      "small_start",
      "source_length",
      "source_length_squared",
      "source_fluency",
      "source_unknown",
      "source_commas",
      "source_quotes",
      "source_numbers",
      "source_latin",
      "facts",
      "names",
      "negation",
      "omission",
      "addition",
      "untranslated",
      "repetition",
      "form",
  };
  // clang-format on
  return kNames[static_cast<std::size_t>(evidence)];
}

EvidenceVector evidence_of(const pair::Passage& source, const pair::Passage& target,
                           const pair::Links& links, std::span<const Finding> findings,
                           const Resources& resources) {
  EvidenceCollector evidence;
  gather_coverage(source, target, links, resources, evidence);
  gather_style(source, target, links.target, evidence);
  gather_difficulty(source, resources, evidence);
  gather_findings(findings, evidence);
  return evidence.values();
}

}  // namespace duizhao::score
