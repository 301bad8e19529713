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

/// What the estimate of the quality of a bead is made of; each has a weight in quality_weights.inc
/// and can be shown to a reader. Logarithms are natural. "Likely" is said of a word of the target
/// by an even mixture of two models: the language model, after the words before it, and the
/// lexicon, given the source.
enum class Evidence : std::size_t {
  kLikely,             ///< mean log-likelihood of the target's words
  kLeastLikely,        ///< of its least likely word
  kLeastLikelyThree,   ///< of its least likely three words in a row
  kLeastLikelyFive,    ///< of five
  kUnlikelyShare,      ///< share of words with a log-likelihood below -9
  kFluency,            ///< mean of the language model alone
  kLeastFluent,        ///< its least likely three words in a row
  kTargetRatio,        ///< mean log-likelihood ratio of target words, given the source and not
  kSourceRatio,        ///< of source words, given the target and not
  kSourceWorst,        ///< the same for the worst four source words in a row
  kTargetUnexplained,  ///< share of the target's content words that the source does not explain
  kSourceUnexplained,  ///< and the other way round
  kTargetOdds,         ///< odds per word that the source lacks what the target says
  kSourceOdds,         ///< and the other way round
  kTargetRun,          ///< log-odds of the likeliest addition, and
  kSourceRun,          ///< of the likeliest omission
  kNamesUnexplained,   ///< share of capitalised words of the English side that are not explained
  kRareUnexplained,    ///< share of the source that is rare words without counterpart
  kLength,             ///< deviation of the length in standard deviations
  kLengthOff,          ///< its absolute value
  kSourceLength,       ///< logarithm of the number of source units
  kRepeated,           ///< share of the target's three words in a row that stood before
  kUnknown,            ///< share of target words that the lexicon does not know
  kSourceUnknown,      ///< and of source words
  kRarity,             ///< mean rarity of the target's content words, -ln p
  kRareWords,          ///< share of very rare words among them
  kVariety,            ///< different words for each word
  kRepeatedTwo,        ///< share of two words in a row that stood before
  kLiteral,            ///< mean probability of the best translation of source words in the target
  kLiteralTarget,      ///< and the other way round
  kJumps,              ///< mean distance between the places that neighbouring words come from
  kBackward,           ///< share of neighbouring words that come from places in reverse order
  kSentences,          ///< difference of the numbers of sentences
  kArticles,           ///< share of "the", "a", "of"; of 的
  kWordLength,         ///< mean length of the target's words in bytes
  kFunctionWords,      ///< share of function words
  kMarks,              ///< punctuation for each unit
  kStraightQuotes,     ///< straight quotation marks for each unit
  kCapitals,           ///< share of the English words that begin with a capital
  kLeastLikelyTwo,     ///< of the target's least likely two words in a row
  kNameCount,          ///< words of the target, but the first, that begin with a capital
  kPossessives,        ///< share of "its", "their", "his", "her"; of 其, 他们的 and the like
  kTargetOddsSum,      ///< odds that the source lacks a word, over the target, for a source word
  kSourceOddsSum,      ///< and the other way round
  kTargetOddsMost,     ///< those of the target's worst word
  kSourceOddsMost,     ///< and the source's
  kTargetOddsMedian,   ///< median over the target's content words
  kTargetMass,         ///< unexplained content of the target by rarity, for a source word
  kTargetLone,         ///< odds of words put in where all else is explained, for a source word
  kSourceLone,         ///< and of words left out
  kTargetSurplus,      ///< what that has more than the source's
  kBothUnexplained,    ///< unexplained content words that both sides have, for a source word
  kMostUnexplained,    ///< unexplained content words of the side that has more
  kTargetExplained,    ///< median of how well the target's content words are explained
  kSourceExplained,    ///< and the source's
  kTargetSure,         ///< share of the target's content words that surely have a counterpart
  kChoice,             ///< mean log-probability of the translations chosen for source words
  kFacts,              ///< findings, by rule: numbers, dates, amounts, units;
  kNames,              ///< names and terms;
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
