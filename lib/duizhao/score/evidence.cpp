#include "duizhao/score/evidence.h"

#include <algorithm>
#include <array>
#include <map>

#include "duizhao/score/evidence_collector.h"

namespace duizhao::score {
namespace {

Evidence kind_of(Concern concern) {
  switch (concern) {
    case Concern::kFacts:
      return Evidence::kFacts;
    case Concern::kNames:
      return Evidence::kNames;
    case Concern::kNegation:
      return Evidence::kNegation;
    case Concern::kOmission:
      return Evidence::kOmission;
    case Concern::kAddition:
      return Evidence::kAddition;
    case Concern::kUntranslated:
      return Evidence::kUntranslated;
    case Concern::kRepetition:
      return Evidence::kRepetition;
    case Concern::kForm:
      break;
  }
  return Evidence::kForm;
}

struct Piece {
  std::string_view name;
  int direction;
};

/// In the order of the enumeration.
constexpr std::array<Piece, kEvidenceCount> kPieces = {{
    {"source_ratio", 1},
    {"source_fertility", 1},
    {"source_unexplained", -1},
    {"source_unrelated", -1},
    {"source_foreign", -1},
    {"source_lone", -1},
    {"inserted_words", -1},
    {"skip_gain", -1},
    {"flow", 1},
    {"rendered", 1},
    {"shortness", -1},
    {"unknown", -1},
    {"repeated", -1},
    {"small_start", -1},
    {"latin", -1},
    {"particles", -1},
    {"rarity", 1},
    {"source_length", 0},
    {"source_length_squared", 0},
    {"source_fluency", 0},
    {"source_commas", 0},
    {"source_quotes", 0},
    {"source_numbers", 0},
    {"source_latin", 0},
    {"source_unended", 0},
    {"facts", -1},
    {"names", -1},
    {"negation", -1},
    {"omission", -1},
    {"addition", -1},
    {"untranslated", -1},
    {"repetition", -1},
    {"form", -1},
}};

double weight_of(const Fault& fault) {
  constexpr std::array<double, 4> kGravity = {0.3, 0.5, 1, 1.5};
  return kGravity[static_cast<std::size_t>(fault.severity)] * fault.confidence;
}

void add_to(double& value, const Fault& fault) {
  constexpr double kMost = 3;
  value = std::min(value + weight_of(fault), kMost);
}

}  // namespace

void gather_faults(std::span<const Fault> faults, EvidenceCollector& evidence) {
  std::map<std::string_view, double> habits;
  for (const Fault& fault : faults) {
    const Evidence kind = kind_of(fault.concern);
    if (kind == Evidence::kForm) {
      // A mark that is written in another way is written so everywhere: once says it all.
      habits[fault.rule] = std::max(habits[fault.rule], weight_of(fault));
    } else {
      add_to(evidence[kind], fault);
    }
  }
  for (const auto& [rule, weight] : habits) evidence[Evidence::kForm] += weight;
}

void add_fault(const Fault& fault, EvidenceVector& evidence) {
  const Evidence kind = kind_of(fault.concern);
  if (kind != Evidence::kForm) add_to(evidence[static_cast<std::size_t>(kind)], fault);
}

std::string_view name_of(Evidence evidence) {
  return kPieces[static_cast<std::size_t>(evidence)].name;
}

int direction_of(Evidence evidence) {
  return kPieces[static_cast<std::size_t>(evidence)].direction;
}

EvidenceVector evidence_of(const pair::Passage& source, const pair::Passage& target,
                           const pair::Links& links, const pair::RelatedWords& related,
                           std::span<const Fault> faults, const Resources& resources) {
  EvidenceCollector evidence;
  gather_coverage(source, target, links, related, resources, evidence);
  gather_form(source, target, links.target, evidence);
  gather_difficulty(source, resources, evidence);
  gather_faults(faults, evidence);
  return evidence.values();
}

}  // namespace duizhao::score
