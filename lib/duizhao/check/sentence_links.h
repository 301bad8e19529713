#pragma once

#include <span>
#include <vector>

#include "duizhao/check/links.h"
#include "duizhao/check/passage.h"

namespace duizhao::check {

/// The units of two sides, without their links.
struct SentenceLinks {
  std::vector<LinkedUnit> passage;
  std::vector<LinkedUnit> other;
};

/// What of the units of each side the sentences of the other explain that translate theirs.
///
/// In a paragraph a word that is missing in one sentence finds its translation in the next one,
/// which says something else of the same matter. So a link counts in proportion to how much else
/// links the two sentences. Returns what so becomes of `explained` and `fertility`; where both
/// sides are one sentence, all stays.
[[nodiscard]] SentenceLinks linked_by_sentence(const Passage& passage,
                                               std::span<const LinkedUnit> linked,
                                               const Passage& other,
                                               std::span<const LinkedUnit> other_linked);

}  // namespace duizhao::check
