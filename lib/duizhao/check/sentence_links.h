#pragma once

#include <span>
#include <vector>

#include "duizhao/check/links.h"
#include "duizhao/check/passage.h"

namespace duizhao::check {

/// What of the units of `passage` the sentences of `other` explain that translate theirs.
///
/// In a paragraph a word that is missing in one sentence finds its translation in the next one,
/// which says something else of the same matter. So a link counts in proportion to how much else
/// links the two sentences. Returns the units of `passage` with what so becomes of `explained` and
/// `fertility`, and without their links; where both sides are one sentence, all stays.
[[nodiscard]] std::vector<LinkedUnit> linked_by_sentence(const Passage& passage,
                                                         std::span<const LinkedUnit> linked,
                                                         const Passage& other,
                                                         std::span<const LinkedUnit> other_linked);

}  // namespace duizhao::check
