#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "duizhao/check/links.h"
#include "duizhao/check/passage.h"
#include "duizhao/model/language_model.h"

namespace duizhao::score {

/// What is known of a word of a translation that may say something of its own.
enum class PutInEvidence : std::size_t {
  kMissingOdds,   ///< check::missing_odds()
  kRelatedness,   ///< check::relatedness()
  kCommonness,    ///< logarithm of p(word) in running text
  kKnown,         ///< check::LinkedUnit::known
  kContent,       ///< 1 for a content word
  kSurprise,      ///< -ln p(word) after the words before
  kInTheWay,      ///< by how much likelier the two units behind it are without it, in nats
  kOpen,          ///< share of the translation's content words that nothing explains
  kTargetMedian,  ///< median odds of its content words: how free it is
  kSourceMedian,  ///< and of the source's
  kCount
};

inline constexpr std::size_t kPutInEvidenceCount = static_cast<std::size_t>(PutInEvidence::kCount);

struct WordOfItsOwn {
  std::size_t unit = 0;
  std::array<double, kPutInEvidenceCount> evidence{};
  /// That somebody put it in, against that it renders something, if one word in 33 is put in;
  /// fitted for each target language on words put into good translations (tools/fit/put_in.cpp).
  double log_odds = 0;
};

/// Judges every word of `target`. `related` is check::relatedness() of its units.
///
///     The comet hit the [inorganic] Earth     彗星撞击了地球
[[nodiscard]] std::vector<WordOfItsOwn> words_of_their_own(const check::Passage& source,
                                                           const check::Passage& target,
                                                           const check::Links& links,
                                                           std::span<const float> related,
                                                           const model::LanguageModel& model);

}  // namespace duizhao::score
