#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/model/word_alignment.h"

namespace duizhao::model {

struct TrainOptions {
  std::vector<std::string> dictionaries;  ///< paths for read_dictionary
  WordAlignmentOptions alignment;
  /// English words and Latin words of the Chinese side that occur less often are left out of the
  /// vocabulary, unless a dictionary has them.
  std::uint32_t min_count = 3;
  /// Longer pairs teach little and cost the square of their length; counted in units.
  std::size_t max_units = 100;
  /// Called with a stage and the share of it that is done, in [0,1].
  std::function<void(std::string_view stage, double done)> progress;
};

/// A pair of sentences that translate each other; `chinese` may be in either script.
struct TrainingPair {
  std::string chinese;
  std::string english;
};

/// Trains a lexicon on dictionaries and sentence pairs and writes it to `path`. Repeated pairs
/// count once. The same input gives the same file, whatever the number of threads.
[[nodiscard]] Result<void> train(const std::vector<TrainingPair>& pairs, const std::string& path,
                                 const TrainOptions& options);

}  // namespace duizhao::model
