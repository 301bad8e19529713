#pragma once

#include <cstddef>
#include <vector>

#include "duizhao/core/alignment.h"
#include "duizhao/core/document.h"
#include "duizhao/core/finding.h"
#include "duizhao/core/score.h"
#include "duizhao/core/term_outcome.h"

namespace duizhao {

/// Everything that is known of a pair of documents once it has been compared.
struct Review {
  Document source;
  Document target;
  Alignment alignment;
  std::vector<Finding> findings;  ///< by bead, then by place in the target
  /// Estimates by bead, in [0,1] (see score/quality.h); 0 for a bead with an empty side, and none
  /// at all where the pair can't be judged.
  std::vector<double> bead_quality;
  /// The terms of the source that a glossary has, and how many of them the target has as it says:
  /// without this a silent rule and one that had nothing to look at are the same.
  std::vector<TermOutcome> term_outcomes;
  std::size_t suppressed = 0;  ///< findings that were left out as suppressed
  Score score;
};

}  // namespace duizhao
