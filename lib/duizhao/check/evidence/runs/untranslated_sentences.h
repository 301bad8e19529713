#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "duizhao/check/rule.h"

namespace duizhao::check {

/// A sentence of the source that stands in the target as it is, where its translation should be.
struct UntranslatedSentence {
  std::uint32_t source = 0;  ///< sentence numbers
  std::uint32_t target = 0;
  std::size_t bead = 0;  ///< the bead that holds the target sentence
};

/// The sentences that were left in the source's language, by target sentence. A long run of such
/// sentences is none of them: it is an abstract or a copy of the original beside the translation.
[[nodiscard]] std::vector<UntranslatedSentence> untranslated_sentences(
    const DocumentContext& context);

}  // namespace duizhao::check
