#pragma once

#include <cstdint>
#include <vector>

#include "duizhao/align/bead_scores.h"
#include "duizhao/align/evidence.h"

namespace duizhao::align {

struct PathWeights {
  float null_chinese = 4;  ///< price of a Chinese sentence without counterpart
  float null_english = 4;  ///< price of an English one
  float jump = 60;         ///< price of going on elsewhere in the Chinese text
};

/// A bead on the path: `chinese` sentences up to and with `last_chinese`, and likewise in English.
struct Step {
  std::uint32_t last_chinese = 0;
  std::uint32_t last_english = 0;
  std::uint32_t chinese = 0;
  std::uint32_t english = 0;
  float score = 0;
};

/// The Chinese sentences that each English sentence may be aligned with, ascending.
using Columns = std::vector<std::vector<std::uint32_t>>;

/// Finds the best path through the cells by dynamic programming. It walks the English text in
/// order, each sentence once; in the Chinese text it may jump, at a price, so that passages may
/// come in another order. Two beads of the path may claim the same Chinese sentence.
/// Returns the beads with both sides in English order.
[[nodiscard]] std::vector<Step> best_path(const Evidence& evidence, const Columns& columns,
                                          const BeadWeights& bead_weights,
                                          const PathWeights& path_weights);

}  // namespace duizhao::align
