#pragma once

#include <vector>

#include "duizhao/check/passage.h"
#include "duizhao/model/lexicon.h"

namespace duizhao::check {

/// How well a unit of one side is explained by the other side.
struct Explained {
  /// Highest probability, under the lexicon in either direction, of a unit of the other side being
  /// its translation; 1 for the same Latin word or number on both sides.
  float probability = 0;
  /// What the unit is worth as evidence: 0 for punctuation, function words and what the lexicon has
  /// no translation for, up to 1 for a rare word whose translations it knows well.
  float weight = 0;
};

/// One entry per unit of `passage`.
[[nodiscard]] std::vector<Explained> coverage(const Passage& passage, const Passage& other,
                                              const model::Lexicon& lexicon);

}  // namespace duizhao::check
