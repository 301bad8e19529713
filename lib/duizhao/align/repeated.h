#pragma once

#include <vector>

#include "duizhao/align/candidates.h"
#include "duizhao/align/path.h"

namespace duizhao::align {

struct RepetitionWeights {
  /// What a sentence that is left alone must share with one that is aligned already, in nats for
  /// each word (see density) and in all, to be taken for its repetition. Foreign matter on the same
  /// subject stays below.
  float density = 0.5F;
  float score = 8;
};

/// Beads of sentences that say again what is aligned elsewhere: one side of each is taken in
/// `space`, the other is not and stands in no other bead of the result.
[[nodiscard]] std::vector<Step> repetitions(const Evidence& evidence, const Candidates& candidates,
                                            SearchSpace space, const BeadWeights& weights,
                                            float null_price, const RepetitionWeights& least);

}  // namespace duizhao::align
