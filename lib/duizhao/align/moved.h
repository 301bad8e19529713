#pragma once

#include <vector>

#include "duizhao/align/bead_scores.h"
#include "duizhao/align/evidence.h"
#include "duizhao/align/path.h"
#include "duizhao/align/repeated.h"

namespace duizhao::align {

struct MovedWeights {
  /// What a passage must bring beyond what it costs to take its sentences from where they are.
  float price = 5;
  /// Sentences that are worth more to the path are not looked for elsewhere.
  float most_worth = 10;
  RepetitionWeights repetition;
};

/// A bead of the layout with the probability that it is right.
struct PlacedStep {
  Step step;
  double confidence = 0;
};

/// Beads in the order of both texts, and passages that stand elsewhere in one of them. No sentence
/// stands in two of them.
struct Layout {
  std::vector<PlacedStep> path;
  std::vector<std::vector<PlacedStep>> moved;
  /// What is said again: one side of each is also in a bead of `path` or `moved`.
  std::vector<PlacedStep> repeated;
  float closeness = 1;  ///< of the translation: 0 the freest, 1 close
};

/// Aligns texts whose passages may come in another order. The best path in order comes first. Then,
/// as long as one pays, a passage off the path is put in its place: what it explains must outweigh
/// what the path loses with its sentences. The path is then searched again around it.
[[nodiscard]] Layout place_moved(const Evidence& evidence, BeadWeights weights,
                                 const NullPrices& nulls, const MovedWeights& moved,
                                 const model::BeadConfidenceWeights& confidence);

}  // namespace duizhao::align
