#pragma once

#include <span>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/pair/passage.h"

namespace duizhao::pair {

/// How near in meaning each word is to the words of the other side, in nats: 0 for a word that has
/// nothing to do with any of them, about 2 for a near synonym of a translation, 5 and more for a
/// translation that the lexicon lists. It tells a word rendered freely, whose counterpart the
/// lexicon doesn't list, from a word that was put in or left out.
///
/// Two things speak for it: a walk of three steps through the lexicon (保安 → guard → 警卫 →
/// sentry), and characters that a translation of the word has in common with the Chinese side (奏效
/// for "effective", 有效 being its translation). Function words relate to nothing and get 0.
[[nodiscard]] std::vector<float> relatedness(std::span<const model::Word> words, Language language,
                                             std::span<const model::Word> others,
                                             Language other_language,
                                             const model::Lexicon& lexicon);

/// The same of the words of both sides of a bead.
struct RelatedWords {
  std::vector<float> source;
  std::vector<float> target;
};

[[nodiscard]] RelatedWords related_words(const Passage& source, const Passage& target,
                                         const model::Lexicon& lexicon);

}  // namespace duizhao::pair
