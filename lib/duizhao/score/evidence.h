#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "duizhao/check/links.h"
#include "duizhao/check/passage.h"
#include "duizhao/core/finding.h"
#include "duizhao/review/resources.h"

namespace duizhao::score {

/// What the estimate of the quality of a bead is made of; each has a weight in
/// quality_weights_*.inc and can be shown to a reader. Logarithms are natural.
enum class Evidence : std::size_t {
  // Likelihood of the target's words by an even mixture of two models: the language model, after
  // the words before, and the lexicon, given the source.
  kLikely,           ///< mean log-likelihood
  kLeastLikely,      ///< of the least likely word
  kLeastLikelyFive,  ///< mean of the least likely five words in a row
  kFluency,          ///< mean of the language model alone

  // How far the two sides explain each other (check::Links); sums are for each source word.
  kTargetRatio,  ///< mean log-likelihood ratio of the target's words, given the source and not
  kSourceRatio,  ///< and of the source's
  kTargetUnexplained,  ///< share of content words that the source does not explain
  kSourceUnexplained,
  kTargetOddsSum,  ///< log-odds that the source lacks a word of the target
  kSourceOddsSum,
  kSourceOddsMost,    ///< those of the source's worst word
  kTargetOddsMedian,  ///< median over the target's content words
  kTargetMass,        ///< unexplained content of the target by rarity
  kTargetLone,        ///< odds of words put in where all else is explained
  kSourceLone,        ///< and of words left out
  kBothUnexplained,   ///< unexplained content words that both sides have
  kTargetExplained,   ///< median of how well the target's content words are explained
  kSourceExplained,
  kTargetSure,     ///< share of the target's content words that surely have a counterpart
  kTargetForeign,  ///< odds of words to which nothing of the other side is related
  kSourceForeign,
  kTargetParaphrased,  ///< unexplained words to which something is related
  kSourceParaphrased,
  kTargetRelated,  ///< median relatedness of the content words
  kSourceRelated,
  kBackward,  ///< share of neighbouring words that come from places in reverse order

  // How the target is written.
  kLength,         ///< deviation of the length in standard deviations
  kUnknown,        ///< share of words that the lexicon does not know
  kRarity,         ///< mean rarity of the content words, -ln p
  kRareWords,      ///< share of very rare words among them
  kVariety,        ///< different words for each word
  kRepeated,       ///< share of three words in a row that stood before
  kSentences,      ///< difference of the numbers of sentences
  kArticles,       ///< share of "the" and "of"; of 的
  kPossessives,    ///< share of "its", "their", "his", "her"; of 其, 他们的 and the like
  kFunctionWords,  ///< share of function words
  kCapitals,       ///< share of English words that begin with a capital
  kAcronyms,       ///< words in capitals
  kHyphens,        ///< hyphens behind a letter
  kMarks,          ///< punctuation for each unit
  kStraightQuotes,
  kQuoteSurplus,  ///< quotation marks that it has more than the source
  kSmallStart,    ///< 1 where it begins with a small letter

  // How hard the source is, whatever its translation.
  kSourceLength,  ///< logarithm of the number of units
  kSourceLengthSquared,
  kSourceFluency,  ///< mean log-likelihood under the language model
  kSourceUnknown,
  kSourceCommas,
  kSourceQuotes,
  kSourceNumbers,
  kSourceLatin,  ///< capitalised Latin words

  // Findings, by rule, as far as they are sure and grave.
  kFacts,  ///< numbers, dates, amounts, units
  kNames,  ///< names and terms
  kNegation,
  kOmission,
  kAddition,
  kUntranslated,
  kRepetition,
  kForm,  ///< punctuation, spacing, script, tags
  kCount
};

inline constexpr std::size_t kEvidenceCount = static_cast<std::size_t>(Evidence::kCount);
using EvidenceVector = std::array<double, kEvidenceCount>;

[[nodiscard]] std::string_view name_of(Evidence evidence);

/// Gathers the evidence on a bead with text on both sides. `findings` are those on this bead.
[[nodiscard]] EvidenceVector evidence_of(const check::Passage& source, const check::Passage& target,
                                         const check::Links& links,
                                         std::span<const Finding> findings,
                                         const Resources& resources);

}  // namespace duizhao::score
