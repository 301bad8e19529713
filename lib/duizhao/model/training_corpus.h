#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "duizhao/model/blocks.h"
#include "duizhao/model/chinese_words.h"
#include "duizhao/model/dictionary.h"
#include "duizhao/model/manifest.h"
#include "duizhao/model/numbering.h"
#include "duizhao/model/parallel_text.h"
#include "duizhao/model/word_alignment.h"
#include "duizhao/model/word_splitter.h"

namespace duizhao::model {

/// The pairs that are trained on as numbers, with the vocabularies that give the numbers.
struct TrainingCorpus {
  Numbering chinese;
  Numbering english;
  std::vector<float> chinese_probabilities;  ///< unigrams, by number
  std::vector<float> english_probabilities;
  IdCorpus pairs;                           ///< Chinese as source
  std::vector<std::uint32_t> text_numbers;  ///< of each pair, in the text
};

struct CorpusLimits {
  std::uint32_t min_count = 3;  ///< as in TrainOptions
  std::size_t max_words = 100;
};

/// Chooses the vocabularies and turns the pairs into numbers, leaving out repeated, empty and long
/// ones; counts them by source in `counts`, which has an element for each source of the text.
/// Numbers are no words of the vocabularies: their values are compared elsewhere.
[[nodiscard]] TrainingCorpus make_corpus(const ParallelText& text, const ChineseWords& words,
                                         const std::vector<DictionaryEntry>& entries,
                                         const HanFolding& folding, const CorpusLimits& limits,
                                         const Running& running,
                                         std::vector<Manifest::Pairs>& counts);

}  // namespace duizhao::model
