#pragma once

#include <vector>

#include "duizhao/model/dictionary.h"
#include "duizhao/model/training_corpus.h"
#include "duizhao/model/word_alignment.h"
#include "duizhao/model/word_splitter.h"

namespace duizhao::model {

/// p(English | Chinese), as `to_target`, and p(Chinese | English) as the dictionaries have them.
/// The glosses of a word share its probability evenly, the words of a gloss by their rarity ("to",
/// "of" little).
[[nodiscard]] WordPriors dictionary_priors(const std::vector<DictionaryEntry>& entries,
                                           const TrainingCorpus& corpus, const HanFolding& folding);

}  // namespace duizhao::model
