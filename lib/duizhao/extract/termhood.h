#pragma once

#include <string>
#include <vector>

#include "duizhao/extract/corpus.h"
#include "duizhao/extract/phrase_table.h"
#include "duizhao/model/lexicon.h"

namespace duizhao::extract {

/// How well a rendering translates a phrase, as a log-odds among its renderings: what the alignment
/// says, how often both stand in the same pairs, and whether the string is whole (its borders are
/// word boundaries, it begins and ends with no function word, it is not always part of a longer
/// string).
[[nodiscard]] double rendering_score(const Phrase& phrase, const Rendering& rendering,
                                     std::u32string_view folded,
                                     const model::RenderingWeights& weights);

/// Probability that a phrase and its best rendering are an entry that a terminologist would keep:
/// from how sure the rendering is (`certainty`: its probability among the phrase's renderings) and
/// whether the phrase is built and used like a term.
[[nodiscard]] double entry_probability(const Phrase& phrase, const Rendering& rendering,
                                       double certainty, const Corpus& corpus,
                                       const model::Lexicon& lexicon);

}  // namespace duizhao::extract
