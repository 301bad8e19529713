#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/check/evidence/negation/negation_cues.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/model/weights.h"
#include "duizhao/pair/links.h"
#include "duizhao/pair/passage.h"

namespace duizhao::check {

/// One side of a pair with what its words say about negations.
struct NegatedSide {
  const pair::Passage& passage;
  const std::vector<pair::LinkedWord>& links;
  std::vector<Negation> cues;  ///< by word
};

/// What stands for a negation on the other side.
struct Answer {
  std::size_t at = 0;  ///< index of the word
  bool strong = false;
  int fit = 0;  ///< the higher the likelier
};

/// A word of one side that denies, and where on the other side its counterpart should be.
struct Cue {
  std::size_t at = 0;
  bool strong = false;
  std::vector<std::size_t> places;  ///< words that translate what is denied; empty: unknown
  std::optional<Answer> answer;
};

/// "unpatched", "infrequent": what denies the rest of an English word in small letters; empty where
/// nothing does.
[[nodiscard]] std::string_view denying_affix(const std::string& word,
                                             const model::Lexicon& lexicon);

/// What speaks for or against the mistake where `cue` has no strong answer, by name.
[[nodiscard]] std::vector<std::string> negation_evidence(const NegatedSide& side, const Cue& cue,
                                                         std::span<const Cue> cues,
                                                         const NegatedSide& other,
                                                         std::span<const Cue> other_cues,
                                                         const model::Lexicon& lexicon);

/// Whether the other side surely has the word that is denied, and denies nothing by a word or its
/// meaning.
[[nodiscard]] bool is_affirmed(std::span<const std::string> evidence);

/// What the evidence adds up to by the weights for the language of the negation: log-odds of a
/// mistake. Where there are no weights there is none.
[[nodiscard]] double negation_log_odds(std::span<const std::string> evidence,
                                       const model::NamedWeights& weights);

}  // namespace duizhao::check
