#pragma once

#include <cstdint>
#include <vector>

#include "duizhao/align/bead_scores.h"
#include "duizhao/align/evidence.h"

namespace duizhao::align {

/// Price of leaving a sentence without counterpart, in nats. In a close translation every sentence
/// is well explained, and one that is not has no counterpart; in a free one it may well have.
struct NullPrices {
  float close = 3;
  float free = 5.3F;
  /// How far the price falls where the text often does so, and how far the price of further
  /// sentences in a bead rises: what has no counterpart must not be put to its neighbour.
  float habit = 1.05F;
  float crowding = 0.35F;
};

/// A bead with both sides: the sentences up to and with the last ones.
struct Step {
  std::uint32_t last_chinese = 0;
  std::uint32_t last_english = 0;
  Shape shape;
  float score = 0;

  [[nodiscard]] std::uint32_t first_chinese() const { return last_chinese + 1 - shape.chinese; }
  [[nodiscard]] std::uint32_t first_english() const { return last_english + 1 - shape.english; }
};

/// What the search may use.
struct SearchSpace {
  Columns columns;
  /// Sentences that are spoken for elsewhere: no bead has them, and passing them is free.
  std::vector<bool> chinese_taken;
  std::vector<bool> english_taken;
};

/// Marks the sentences of some beads as taken.
void take(const std::vector<Step>& steps, SearchSpace& space);

/// Finds the best sequence of beads in the order of both texts by dynamic programming over the
/// cells of `space`, whose scores `scores` holds. Time and memory are linear in the number of
/// cells.
[[nodiscard]] std::vector<Step> best_path(const Evidence& evidence, const SearchSpace& space,
                                          const BeadScores& scores, float null_price);

/// Finds passages that fit each other wherever they stand: the best local alignments (Smith and
/// Waterman 1981, over beads instead of letters) of the cells of `space`, best first, each with at
/// least `min_score`. They may overlap one another.
[[nodiscard]] std::vector<std::vector<Step>> local_passages(const Evidence& evidence,
                                                            const SearchSpace& space,
                                                            const BeadScores& scores,
                                                            float null_price, float min_score);

}  // namespace duizhao::align
