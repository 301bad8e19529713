#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "duizhao/check/rule.h"

namespace duizhao::check {

/// A run of neighbouring sentences of one version that have no counterpart in the other.
struct UnalignedPassage {
  Span span;
  std::size_t sentences = 0;
  std::size_t letters = 0;                 ///< bytes of words and Han characters in it
  std::size_t bead = 0;                    ///< number of the bead that holds its first sentence
  double confidence = 1;                   ///< the mean of its beads'
  Language language = Language::kUnknown;  ///< that it is written in
};

struct UnalignedPassages {
  std::vector<UnalignedPassage> passages;  ///< in the order of the text
  double share = 0;                        ///< of the document's letters that stand in them
};

/// What of the source (or of the target) has no counterpart. Sentences without a letter and
/// those that were left untranslated (untranslated_sentences.h) are passed over.
[[nodiscard]] UnalignedPassages unaligned_passages(const DocumentContext& context, bool of_source);

}  // namespace duizhao::check
