#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "duizhao/core/concern.h"
#include "duizhao/core/finding.h"
#include "duizhao/pair/links.h"
#include "duizhao/pair/passage.h"
#include "duizhao/pair/relatedness.h"
#include "duizhao/pair/resources.h"

namespace duizhao::score {

/// What the estimate of the quality of a bead is made of; each has a weight in
/// model::Weights::quality and can be shown to a reader. Logarithms are natural. What speaks for a
/// translation and what against it is known beforehand (direction_of()), so that an error can only
/// lower the estimate: weights fitted freely on outputs of which the human ones are the best and
/// the freest make unexplained words speak for a translation, and don't carry to other sets.
enum class Evidence : std::size_t {
  // How far the two sides explain each other (pair::Links); sums are for each source word, so that
  // what is put in can't hide behind its own length.
  kSourceRatio,      ///< mean log-likelihood ratio of the source's words, given the target and not
  kSourceFertility,  ///< mean number of the target's words that a content word is the reason for
  kSourceUnexplained,  ///< share of the source's content, by rarity, that nothing explains
  kSourceUnrelated,    ///< share of content words to which nothing of the target is even related
  kSourceForeign,      ///< odds of such words
  kSourceLone,         ///< odds of words left out that no free rendering excuses
  kInsertedWords,      ///< odds of the target's words of their own (score::inserted_words)
  kSkipGain,           ///< what words stand between others that go together (skip_gain()), a mean
  kFlow,       ///< how much likelier function words are after the words before them than anywhere
  kRendered,   ///< characters of the words that have a counterpart
  kShortness,  ///< logarithm of what the target's length falls short of the source's

  // How the target is written.
  kUnknown,     ///< share of words that the lexicon does not know
  kRepeated,    ///< share of three words in a row that stood before
  kSmallStart,  ///< 1 where it begins with a small letter
  kLatin,       ///< capitalised Latin words of a Chinese target, for each source word
  kParticles,   ///< 的 of a Chinese target, for each source word
  kRarity,      ///< mean rarity of the words of a Chinese target, -ln p: vague ones are common

  // How hard the source is, whatever its translation.
  kSourceLength,  ///< logarithm of the number of words
  kSourceLengthSquared,
  kSourceFluency,  ///< mean log-likelihood under the language model
  kSourceCommas,
  kSourceQuotes,
  kSourceNumbers,
  kSourceLatin,    ///< capitalised Latin words
  kSourceUnended,  ///< 1 where no mark ends a Chinese one: a headline, a cell of a table

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

/// 1 for what can only speak for a translation, -1 against it; 0 for what only tells how hard the
/// source is.
[[nodiscard]] int direction_of(Evidence evidence);

/// What the estimate knows of a finding.
struct Fault {
  Concern concern = Concern::kForm;
  std::string_view rule;
  Severity severity = Severity::kMinor;
  double confidence = 1;
};

/// Adds one that was found later, in what concerns the whole text. One of form says how the text is
/// written, and nothing of the bead.
void add_fault(const Fault& fault, EvidenceVector& evidence);

/// Gathers the evidence on a bead with text on both sides. `faults` are those that were found in
/// it.
[[nodiscard]] EvidenceVector evidence_of(const pair::Passage& source, const pair::Passage& target,
                                         const pair::Links& links,
                                         const pair::RelatedWords& related,
                                         std::span<const Fault> faults, const Resources& resources);

}  // namespace duizhao::score
