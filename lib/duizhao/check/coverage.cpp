#include "duizhao/check/coverage.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace duizhao::check {
namespace {

using model::kUnknownUnit;
using model::Lexicon;
using model::Unit;

/// A word this frequent says little about what a sentence is about, so that its absence on the
/// other side says little as well; one ten times as rare counts in full.
constexpr float kCommon = 2e-3F;
constexpr float kRare = 2e-4F;

float rarity(float probability) {
  if (probability <= 0) return 1;
  const float position = std::log(kCommon / probability) / std::log(kCommon / kRare);
  return std::clamp(position, 0.0F, 1.0F);
}

/// By id of `language`: the highest p(unit | other unit) over the units of the other side.
std::unordered_map<std::uint32_t, float> generated_by(const std::vector<Unit>& others,
                                                      Language others_language,
                                                      const Lexicon& lexicon) {
  std::unordered_map<std::uint32_t, float> best;
  std::unordered_set<std::uint32_t> seen;
  for (const Unit& other : others) {
    if (other.id == kUnknownUnit || !seen.insert(other.id).second) continue;
    for (const model::Translation& translation : lexicon.translations(others_language, other.id)) {
      float& probability = best[translation.id];
      probability = std::max(probability, translation.probability);
    }
  }
  return best;
}

}  // namespace

std::vector<Explained> coverage(const Passage& passage, const Passage& other,
                                const Lexicon& lexicon) {
  const auto generated = generated_by(other.units, other.language, lexicon);
  std::unordered_set<std::uint32_t> ids;
  std::unordered_set<std::uint64_t> forms;
  for (const Unit& unit : other.units) {
    if (unit.id != kUnknownUnit) ids.insert(unit.id);
    forms.insert(unit.form_hash);
  }
  std::vector<Explained> result;
  result.reserve(passage.units.size());
  for (const Unit& unit : passage.units) {
    Explained explained;
    if (unit.kind == text::TokenKind::kPunctuation) {
      result.push_back(explained);
      continue;
    }
    if (forms.contains(unit.form_hash)) explained.probability = 1;
    if (unit.id != kUnknownUnit) {
      if (const auto found = generated.find(unit.id); found != generated.end()) {
        explained.probability = std::max(explained.probability, found->second);
      }
      float known = 0;
      for (const model::Translation& translation :
           lexicon.translations(passage.language, unit.id)) {
        known += translation.probability;
        if (ids.contains(translation.id)) {
          explained.probability = std::max(explained.probability, translation.probability);
        }
      }
      explained.weight =
          std::min(known, 1.0F) * rarity(lexicon.probability(passage.language, unit.id));
    }
    result.push_back(explained);
  }
  return result;
}

}  // namespace duizhao::check
