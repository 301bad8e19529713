#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/finding.h"

namespace duizhao {

/// What one piece of evidence takes from a quality: without it the estimate would be so much
/// higher.
struct QualityLoss {
  std::string_view evidence;  ///< its name (score/evidence.h), or "passages"; a literal
  double lost = 0;
};

/// What a review comes to. Penalties follow MQM (see score/mqm.h); the quality is an estimate of
/// its own (see score/quality.h).
struct Score {
  /// In [0,1], higher is better, comparable between pairs. None where the pair can't be judged.
  std::optional<double> quality;
  /// What takes most from it, the greatest first; not of totals over many texts.
  std::vector<QualityLoss> quality_lost;
  std::string unjudged;  ///< why the pair can't be judged; empty where it can
  /// What a finding of each Severity costs, from neutral to critical.
  std::array<double, 4> severity_weights = {0, 1, 5, 25};
  [[nodiscard]] double cost_of(Severity severity) const {
    return severity_weights[static_cast<std::size_t>(severity)];
  }
  /// Sum of the severity weights of the findings: MQM's absolute penalty total.
  double penalty = 0;
  double penalty_per_1000_words = 0;  ///< MQM's normed penalty total
  /// MQM's raw score, 100 for no penalty; it falls below 0 where there is more than a point a word.
  double raw_score = 100;
  /// MQM's calibrated score: the raw one stretched so that a translation that just passes has the
  /// passing score.
  double calibrated_score = 100;
  std::size_t source_words = 0;  ///< see score/words.h for what counts as a word
  double pass_threshold = 0;     ///< the penalty per 1000 source words up to which it passes
  bool passed = true;            ///< also false where a critical finding fails by itself
};

}  // namespace duizhao
