#include "duizhao/batch/review_pairs.h"

#include <fmt/format.h>

#include "duizhao/batch/comparison.h"

namespace duizhao::batch {
namespace {

/// Readers give valid UTF-8: this can't fail.
Document document_of_side(std::string text, SegmentCodes codes, const std::string& name,
                          Language language) {
  Document document = *document_of(std::move(text), name, {{}, language, true, {}, {}});
  document.codes = std::move(codes);
  return document;
}

}  // namespace

Review review_texts(const formats::BilingualPair& texts, Language source, Language target,
                    const std::string& name, const Checker& checker) {
  // The languages of the stream are settled: this can't fail.
  return checker
      .review_pair(document_of_side(texts.source, texts.source_codes, name, source),
                   document_of_side(texts.target, texts.target_codes, name, target))
      .value();
}

std::vector<ReviewedPair> review_chunk(std::vector<NumberedPair> chunk, Language source,
                                       Language target, const std::string& file,
                                       const Checker& checker) {
  std::vector<ReviewedPair> reviewed;
  reviewed.reserve(chunk.size());
  for (NumberedPair& pair : chunk) {
    const std::string name = fmt::format("{}:{}", file, pair.texts.line);
    Review review = review_texts(pair.texts, source, target, name, checker);
    reviewed.push_back({std::move(pair), std::move(review)});
  }
  return reviewed;
}

void compare(Comparison& comparison, ReviewedPair& reviewed, const Checker& checker) {
  comparison.check(reviewed.pair, reviewed.review, checker);
}

}  // namespace duizhao::batch
