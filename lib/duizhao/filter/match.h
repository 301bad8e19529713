#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "duizhao/core/document.h"
#include "duizhao/pair/resources.h"

namespace duizhao::filter {

/// What tells a pair that says the same on both sides from one that does not: misaligned, cut off,
/// half missing, with something put in. The same for both directions: by language, not by side.
enum class MatchEvidence : std::size_t {
  kEnglishUnexplained,  ///< share of the English content, by rarity, that nothing explains
  kChineseUnexplained,
  kEnglishOdds,  ///< odds that words are missing on the other side, a word
  kChineseOdds,
  kEnglishFertility,
  kChineseFertility,
  kEnglishRun,  ///< the greatest odds of words that follow one another, by the logarithm
  kChineseRun,
  kEnglishEdge,  ///< the same of those at either end of the text
  kChineseEdge,
  kTooLong,  ///< deviations of the length of the English from what the Chinese lets expect
  kTooShort,
  kWords,  ///< logarithm of the number of words of the longer side
  kCount
};
inline constexpr std::size_t kMatchEvidence = static_cast<std::size_t>(MatchEvidence::kCount);
using MatchEvidenceVector = std::array<double, kMatchEvidence>;

/// `source` and `target` are valid UTF-8 and not empty.
[[nodiscard]] MatchEvidenceVector match_evidence(std::string_view source, Language source_language,
                                                 std::string_view target,
                                                 const Resources& resources);

/// The probability that both sides say the same, where every second pair does. Fitted by
/// tools/fit/match_weights.py on good pairs and on pairs that were spoilt on purpose.
[[nodiscard]] double match_probability(const MatchEvidenceVector& evidence);

}  // namespace duizhao::filter
