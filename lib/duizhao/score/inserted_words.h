#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "duizhao/model/language_model.h"
#include "duizhao/pair/links.h"
#include "duizhao/pair/passage.h"

namespace duizhao::score {

/// What is known of a word of a translation that may say something of its own.
enum class InsertionEvidence : std::size_t {
  kMissingOdds,   ///< pair::missing_odds()
  kRelatedness,   ///< pair::relatedness()
  kCommonness,    ///< logarithm of p(word) in running text
  kKnown,         ///< pair::LinkedWord::known
  kContent,       ///< 1 for a content word
  kSurprise,      ///< -ln p(word) after the words before
  kSkipGain,      ///< by how much likelier the two words behind it are without it, in nats
  kOpen,          ///< share of the translation's content words that nothing explains
  kTargetMedian,  ///< median odds of its content words: how free it is
  kSourceMedian,  ///< and of the source's
  kCount
};

inline constexpr std::size_t kInsertionEvidenceCount =
    static_cast<std::size_t>(InsertionEvidence::kCount);

struct InsertedWord {
  std::size_t word = 0;
  std::array<double, kInsertionEvidenceCount> evidence{};
  /// That somebody put it in, against that it renders something, if one word in 33 is put in;
  /// fitted for each target language on words put into good translations
  /// (tools/fit/inserted_words.cpp).
  double log_odds = 0;
};

/// Judges every word of `target`. `related` is pair::relatedness() of its words.
///
///     The comet hit the [inorganic] Earth     彗星撞击了地球
[[nodiscard]] std::vector<InsertedWord> inserted_words(const pair::Passage& source,
                                                       const pair::Passage& target,
                                                       const pair::Links& links,
                                                       std::span<const float> related,
                                                       const model::LanguageModel& model);

}  // namespace duizhao::score
