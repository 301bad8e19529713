#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "duizhao/core/finding.h"
#include "duizhao/pair/links.h"
#include "duizhao/pair/passage.h"
#include "duizhao/pair/resources.h"

namespace duizhao::score {

/// What the estimate of the quality of a bead is made of; each has a weight in
/// model::Weights::quality and can be shown to a reader. Logarithms are natural.
enum class Evidence : std::size_t {
  // How far the two sides explain each other (pair::Links); sums are for each source word. A word
  // put in changes as little here as can be, for good translations add words too; what it is worth
  // stands in kInsertedWords.
  kSourceRatio,  ///< mean log-likelihood ratio of the source's words, given the target and not
  kTargetUnexplained,  ///< share of content words that the source does not explain
  kTargetOddsSum,      ///< log-odds that the source lacks a word of the target
  kSourceOddsSum,
  kSourceOddsMost,   ///< those of the source's worst word
  kTargetMass,       ///< unexplained content of the target by rarity
  kSourceLone,       ///< odds of words left out where all else is explained
  kSourceExplained,  ///< median of how well the source's content words are explained
  kSourceForeign,    ///< odds of words to which nothing of the target is related
  kInsertedWords,    ///< odds of the target's words of their own (score::inserted_words)
  kFree,             ///< product of the sums of unexplained content words of both sides
  kBothButOne,       ///< unexplained content words that both sides have, but for one
  kBothOpen,  ///< words without counterpart that both sides have (score::one_to_one_links, target)
  kReversed,  ///< share of neighbouring words whose counterparts stand in reverse order
  kRendered,  ///< characters of the words that have a counterpart
  kFunctionLength,  ///< characters of function words that have none

  // How the target is written; shares are for each source word.
  kUnknown,         ///< share of words that the lexicon does not know, of the target's
  kRarity,          ///< mean rarity of the content words, -ln p
  kRepeated,        ///< share of three words in a row that stood before, of the target's
  kRepeatedWords,   ///< words that stood before
  kSentences,       ///< difference of the numbers of sentences
  kArticles,        ///< "the" and "of"; 的
  kPossessives,     ///< "its", "their", "his", "her"; 其, 他们的 and the like
  kCapitals,        ///< English words that begin with a capital
  kHyphens,         ///< hyphens behind a letter, their number
  kStraightQuotes,  ///< share of the target's words
  kSmallStart,      ///< 1 where it begins with a small letter

  // How hard the source is, whatever its translation.
  kSourceLength,  ///< logarithm of the number of words
  kSourceLengthSquared,
  kSourceFluency,  ///< mean log-likelihood under the language model
  kSourceUnknown,
  kSourceCommas,
  kSourceQuotes,
  kSourceNumbers,
  kSourceLatin,  ///< capitalised Latin words

  // Findings, by rule, as far as they are sure and grave.
  kFacts,  ///< numbers, dates, amounts, words
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
/// Not a number where nothing is known: what a model file without language models can't tell.
using EvidenceVector = std::array<double, kEvidenceCount>;

[[nodiscard]] std::string_view name_of(Evidence evidence);

/// Gathers the evidence on a bead with text on both sides. `findings` are those on this bead.
[[nodiscard]] EvidenceVector evidence_of(const pair::Passage& source, const pair::Passage& target,
                                         const pair::Links& links,
                                         std::span<const Finding> findings,
                                         const Resources& resources);

}  // namespace duizhao::score
