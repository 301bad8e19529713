#pragma once

#include <cstddef>
#include <vector>

#include "duizhao/extract/corpus.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/model/word_alignment.h"

namespace duizhao::extract {

/// How likely each English word of a pair and each Chinese word of it translate each other.
class LinkMatrix {
 public:
  LinkMatrix(std::size_t english, std::size_t chinese)
      : chinese_(chinese), values_(english * chinese, 0.0F) {}

  [[nodiscard]] float& at(std::size_t english, std::size_t chinese) {
    return values_[english * chinese_ + chinese];
  }
  [[nodiscard]] float at(std::size_t english, std::size_t chinese) const {
    return values_[english * chinese_ + chinese];
  }

 private:
  std::size_t chinese_;
  std::vector<float> values_;
};

/// The words of a corpus, aligned in both directions with the lexicon as a prior.
class CorpusAlignment {
 public:
  CorpusAlignment(const Corpus& corpus, const model::Lexicon& lexicon);

  /// The geometric mean of the posteriors of both directions, in [0,1].
  [[nodiscard]] LinkMatrix links(std::size_t pair) const;

 private:
  const Corpus& corpus_;
  model::TranslationTable to_chinese_;  ///< p(chinese | english)
  model::TranslationTable to_english_;
};

}  // namespace duizhao::extract
