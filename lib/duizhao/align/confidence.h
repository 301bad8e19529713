#pragma once

#include <vector>

#include "duizhao/align/bead_scores.h"
#include "duizhao/align/path.h"
#include "duizhao/model/weights.h"

namespace duizhao::align {

/// What a bead explains, in nats for each of its words, both directions added.
[[nodiscard]] float density(const Evidence& evidence, const Step& step);

/// What tells a right bead from a wrong one.
struct BeadSigns {
  float density = 0;    ///< see above
  float margin = 0;     ///< nats by which it beats giving a sentence to or from a neighbour
  float closeness = 0;  ///< of the translation, in [0,1]
  int extra = 0;        ///< sentences beyond one a side
  bool moved = false;
};

/// Signs of the beads of a passage, in order. `closeness` is that of the whole text.
[[nodiscard]] std::vector<BeadSigns> signs_of(const std::vector<Step>& passage, bool moved,
                                              float closeness, const Evidence& evidence,
                                              const BeadScores& scores);

/// Probability that exactly this bead is right: a logistic regression on its signs
/// (tools/bench/RESULTS.md has the calibration).
[[nodiscard]] double confidence_of(const BeadSigns& signs,
                                   const model::BeadConfidenceWeights& weights);

/// Probability that a sentence left alone has no counterpart. A long one would show what it is.
[[nodiscard]] double confidence_of_null(std::size_t words, float closeness,
                                        const model::BeadConfidenceWeights& weights);

}  // namespace duizhao::align
