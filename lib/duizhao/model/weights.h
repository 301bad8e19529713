#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/core/error.h"

namespace duizhao::model {

/// One of something for each language.
template <typename T>
struct ByLanguage {
  T chinese{};
  T english{};

  [[nodiscard]] const T& of(Language language) const {
    return language == Language::kChinese ? chinese : english;
  }
};

/// Log-odds of having no counterpart by what a word is like (pair::WordCell).
struct MissingOdds {
  static constexpr std::size_t kKinds = 8;
  static constexpr std::size_t kSteps = 5;

  using Table = std::array<std::array<std::array<double, kSteps>, kSteps>, kKinds>;
  ByLanguage<Table> tables;  ///< by kind, `explained`, `fertility`
};

/// What each piece of check::MissingEvidence counts.
struct MissingRunWeights {
  double constant = 0;
  double mean = 0;
  double size = 0;
  double outside = 0;
  double whole_clauses = 0;
  double repeated = 0;
  double terse = 0;
  double gloss = 0;
  double answer = 0;
  double rendering = 0;
  double length = 0;
  double related = 0;
  double common = 0;
  double lost = 0;
};

/// What each of align::BeadSigns counts for the confidence of a bead.
struct BeadConfidenceWeights {
  double constant = 0;
  double density = 0;
  double margin = 0;
  double closeness = 0;
  double extra = 0;
  double moved = 0;
  double alone = 0;            ///< the constant for a sentence left alone
  double alone_words = 0;      ///< for each of its words
  double alone_closeness = 0;  ///< of the translation
};

/// What tells the best rendering of a phrase (extract::rendering_score).
struct RenderingWeights {
  double share = 0;
  double dice = 0;
  double edges = 0;
  double often = 0;
  double common = 0;
  double before = 0;  ///< extract::BorderLinks
  double first = 0;
  double last = 0;
  double after = 0;
  double last_free = 0;
  double loose_begin = 0;
  double loose_end = 0;
  double same_before = 0;
  double same_after = 0;
  double length = 0;
  double odd_length = 0;
};

/// What tells a term from any phrase (extract::entry_probability).
struct TermWeights {
  double constant = 0;
  double share = 0;
  double dice = 0;
  double certainty = 0;
  double count = 0;
  double one_word = 0;
  double three_words = 0;
  double many_words = 0;
  double inside = 0;
  double capitalised = 0;
  double surprise = 0;
  double function_word = 0;
  double acronym = 0;
  double possessive = 0;
  double month = 0;
  double adverb = 0;
  double follows = 0;   ///< the same word each time
  double followed = 0;  ///< by the same word each time
  double verb = 0;
  double verb_at_edge = 0;
  double digit = 0;
  double modifier_first = 0;
  double modifier_last = 0;
  double past = 0;
};

/// What a piece of score::Evidence counts in the estimate of quality.
struct QualityWeight {
  std::string evidence;
  double mean = 0;
  double deviation = 1;
  double weight = 0;
};

struct QualityWeights {
  double constant = 0;
  std::vector<QualityWeight> evidence;  ///< by name of the evidence
};

/// Weights by the name of what they weigh, sorted by it.
using NamedWeights = std::vector<std::pair<std::string, double>>;

inline constexpr std::size_t kInsertedWordWeights = 11;
inline constexpr std::size_t kNameDoubtWeights = 16;

/// The numbers that were fitted on a lexicon, or set by hand for it, as they stand in the file
/// beside the model: duizhao.weights beside duizhao.model (models/FORMAT.md). To add some, give
/// them a member here and a line in weights.cpp; tools/fit-weights makes the file.
///
/// With all of them 0, as where a model has no such file, no word speaks for being missing, every
/// bead is as likely right as wrong, and every translation is of the same quality.
struct Weights {
  std::uint64_t lexicon = 0;  ///< ModelFile::checksum() of the model that they were fitted on
  MissingOdds missing_odds;
  ByLanguage<MissingRunWeights> missing_runs;  ///< by the language of the run
  /// By the language of the translation: a constant, then one for each score::InsertionEvidence.
  ByLanguage<std::array<double, kInsertedWordWeights>> inserted_words;
  std::array<double, kNameDoubtWeights> name_doubts{};  ///< the last one is the constant
  BeadConfidenceWeights bead_confidence;
  RenderingWeights rendering;
  TermWeights term;
  /// By the language of a negation without counterpart, for each piece of evidence about it
  /// (check/evidence/negation/negation_evidence.h).
  ByLanguage<NamedWeights> negation;
  /// What brings a rule's own confidence to what readers mark: by rule, by code, "constant" and
  /// "slope" (check/calibration.h). Empty: nothing is known.
  NamedWeights confidence;
  ByLanguage<QualityWeights> quality;  ///< by the language of the translation

  /// Fails on a file that is missing or is no complete file of weights; says in which line.
  [[nodiscard]] static Result<Weights> open(const std::string& path);

  /// The same for the content of a file.
  [[nodiscard]] static Result<Weights> parse(std::string_view text, const std::string& file);
};

/// Where the weights of a model are: its path, with .weights for its ending.
[[nodiscard]] std::string weights_path(const std::string& model_path);

}  // namespace duizhao::model
