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

std::vector<ReviewedPair> review_chunk(std::vector<NumberedPair> chunk, Language source,
                                       Language target, const std::string& file,
                                       const Checker& checker) {
  std::vector<DocumentPair> documents;
  documents.reserve(chunk.size());
  for (const NumberedPair& pair : chunk) {
    const formats::BilingualPair& texts = pair.texts;
    const std::string name = fmt::format("{}:{}", file, texts.line);
    documents.push_back({document_of_side(texts.source, texts.source_codes, name, source),
                         document_of_side(texts.target, texts.target_codes, name, target)});
  }
  // The languages of the stream are settled: this can't fail.
  std::vector<Review> reviews = checker.review_pairs(std::move(documents)).value();
  std::vector<ReviewedPair> reviewed;
  reviewed.reserve(chunk.size());
  for (std::size_t i = 0; i < chunk.size(); ++i) {
    reviewed.push_back({std::move(chunk[i]), std::move(reviews[i])});
  }
  return reviewed;
}

void compare(Comparison& comparison, ReviewedPair& reviewed, const Checker& checker) {
  comparison.check(reviewed.pair, reviewed.review, checker);
}

}  // namespace duizhao::batch
