#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "duizhao/extract/corpus.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/names/name_heads.h"

namespace duizhao::extract {

/// A term with its rendering that a corpus suggests.
struct TermProposal {
  std::string english;
  std::string chinese;
  std::uint32_t count = 0;  ///< pairs that have both
  /// In [0,1]: how sure it is that the two translate each other and are a term.
  double score = 0;
  std::size_t example = 0;  ///< index of a pair that has both
  /// What it is the name of, once settle_names() has told.
  names::NameKind kind = names::NameKind::kNone;
};

struct ExtractOptions {
  std::uint32_t min_count = 2;  ///< occurrences of the English phrase
  double min_score = 0.02;
};

/// Phrases that translate each other throughout the pairs, best first; one proposal for each
/// English phrase. The same input gives the same list. Time grows with the length of the text; ten
/// thousand pairs of the length of a sentence take some seconds.
[[nodiscard]] std::vector<TermProposal> propose_terms(const std::vector<TextPair>& pairs,
                                                      const model::Lexicon& lexicon,
                                                      const ExtractOptions& options);

}  // namespace duizhao::extract
