#pragma once

#include <span>
#include <vector>

#include "duizhao/pair/links.h"
#include "duizhao/pair/passage.h"

namespace duizhao::pair {

/// The words of two sides, without their links.
struct SentenceLinks {
  std::vector<LinkedWord> passage;
  std::vector<LinkedWord> other;
};

/// What of the words of each side the sentences of the other explain that translate theirs.
///
/// In a paragraph a word that is missing in one sentence finds its translation in the next one,
/// which says something else of the same matter. So a link counts in proportion to how much else
/// links the two sentences. Returns what so becomes of `explained` and `fertility`; where both
/// sides are one sentence, all stays.
[[nodiscard]] SentenceLinks linked_by_sentence(const Passage& passage,
                                               std::span<const LinkedWord> linked,
                                               const Passage& other,
                                               std::span<const LinkedWord> other_linked);

}  // namespace duizhao::pair
