#pragma once

#include <cstddef>

#include "duizhao/core/score.h"
#include "duizhao/score/mqm.h"

namespace duizhao::score {

/// The score of many texts together: penalties and source words add up, quality is the mean by
/// words. Texts that can't be judged count for nothing.
class Total {
 public:
  void add(const Score& part);

  /// A total of nothing that can be judged is itself unjudged. Options::critical_fails has no
  /// effect: in a corpus, the share of the critical findings tells, not that there is one.
  [[nodiscard]] Score score(const MqmOptions& options) const;

 private:
  double penalty_ = 0;
  double quality_times_words_ = 0;
  std::size_t words_ = 0;
};

}  // namespace duizhao::score
