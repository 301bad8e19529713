#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace duizhao {

/// What a review comes to. Penalties follow MQM (see score/mqm.h); the quality is an estimate of
/// its own (see score/quality.h).
struct Score {
  /// In [0,1], higher is better, comparable between pairs. None where the pair can't be judged.
  std::optional<double> quality;
  std::string unjudged;  ///< why the pair can't be judged; empty where it can
  double penalty = 0;    ///< sum of the severity weights of the findings
  double penalty_per_1000_words = 0;
  std::size_t source_words = 0;
  bool passed = true;  ///< penalty_per_1000_words is at or below the threshold
};

}  // namespace duizhao
