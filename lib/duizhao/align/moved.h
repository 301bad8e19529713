#pragma once

#include <vector>

#include "duizhao/align/bead_scores.h"
#include "duizhao/align/evidence.h"
#include "duizhao/align/path.h"

namespace duizhao::align {

struct MovedWeights {
  /// What a passage must bring beyond what it costs to take its sentences from where they are.
  float price = 10;
  /// Sentences that are worth more to the path are not looked for elsewhere.
  float most_worth = 10;
};

/// Beads in the order of both texts, and passages that stand elsewhere in one of them. No sentence
/// stands in two of them.
struct Layout {
  std::vector<Step> path;
  std::vector<std::vector<Step>> moved;
};

/// Aligns texts whose passages may come in another order. The best path in order comes first. Then,
/// as long as one pays, a passage off the path is put in its place: what it explains must outweigh
/// what the path loses with its sentences. The path is then searched again around it.
/// `space` is where the path is searched (see candidates.h).
[[nodiscard]] Layout lay_out(const Evidence& evidence, SearchSpace space,
                             const BeadWeights& weights, const NullPrices& nulls,
                             const MovedWeights& moved);

}  // namespace duizhao::align
