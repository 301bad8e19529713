#include "duizhao/align/repeated.h"

#include "duizhao/align/confidence.h"

namespace duizhao::align {
namespace {

std::vector<std::uint32_t> numbers_where(const std::vector<bool>& flags, bool value) {
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < flags.size(); ++i) {
    if (flags[i] == value) numbers.push_back(i);
  }
  return numbers;
}

bool any_taken(const std::vector<bool>& taken, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i <= last; ++i) {
    if (taken[i]) return true;
  }
  return false;
}

}  // namespace

std::vector<Step> repetitions(const Evidence& evidence, const Candidates& candidates,
                              SearchSpace space, const BeadWeights& weights, float null_price,
                              const RepetitionWeights& least) {
  std::vector<Step> found;
  const SearchSpace aligned = space;
  for (const bool in_chinese : {true, false}) {
    const SearchSpace cells =
        candidates.scattered(numbers_where(aligned.chinese_taken, !in_chinese),
                             numbers_where(aligned.english_taken, in_chinese));
    const BeadScores scores(evidence, weights, cells.columns);
    for (const auto& passage : local_passages(evidence, cells, scores, null_price, least.score)) {
      for (const Step& step : passage) {
        const bool used =
            in_chinese ? any_taken(space.chinese_taken, step.first_chinese(), step.last_chinese)
                       : any_taken(space.english_taken, step.first_english(), step.last_english);
        // A heading that stands again is a running title.
        const bool heading = evidence.chinese.headings[step.last_chinese] &&
                             evidence.english.headings[step.last_english];
        if (used || heading || step.score < least.score || density(evidence, step) < least.density)
          continue;
        take({step}, space);
        found.push_back(step);
      }
    }
  }
  return found;
}

}  // namespace duizhao::align
