#include "duizhao/batch/review_pairs.h"

#include <fmt/format.h>

#include "duizhao/batch/comparison.h"

namespace duizhao::batch {

std::vector<ReviewedPair> review_chunk(std::vector<NumberedPair> chunk, Language source,
                                       Language target, const std::string& file,
                                       const Checker& checker) {
  std::vector<ReviewedPair> reviewed;
  reviewed.reserve(chunk.size());
  for (NumberedPair& pair : chunk) {
    const std::string name = fmt::format("{}:{}", file, pair.texts.line);
    // Readers give valid UTF-8, and the languages of the stream are settled: this can't fail.
    Review review =
        checker
            .review_pair(*document_of(pair.texts.source, name, {{}, source, true, {}, {}}),
                         *document_of(pair.texts.target, name, {{}, target, true, {}, {}}))
            .value();
    reviewed.push_back({std::move(pair), std::move(review)});
  }
  return reviewed;
}

void compare(Comparison& comparison, ReviewedPair& reviewed, const Checker& checker) {
  comparison.check(reviewed.pair, reviewed.review, checker);
}

}  // namespace duizhao::batch
