#include "duizhao/score/total.h"

namespace duizhao::score {

void Total::add(const Score& part) {
  if (!part.quality) return;
  penalty_ += part.penalty;
  quality_times_words_ += *part.quality * static_cast<double>(part.source_words);
  words_ += part.source_words;
}

Score Total::score(const MqmOptions& options) const {
  Score whole;
  whole.penalty = penalty_;
  whole.source_words = words_;
  if (words_ == 0) {
    whole.unjudged = "nothing in it can be judged";
    whole.pass_threshold = options.pass_threshold;
    whole.passed = false;
    return whole;
  }
  norm_by_words(whole, options);
  whole.quality = quality_times_words_ / static_cast<double>(words_);
  return whole;
}

}  // namespace duizhao::score
