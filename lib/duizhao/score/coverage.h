#pragma once

#include <span>
#include <vector>

#include "duizhao/pair/links.h"
#include "duizhao/pair/passage.h"
#include "duizhao/score/inserted_words.h"

namespace duizhao::score {

/// Words this common are function words; the others carry content.
inline constexpr float kFunctionWord = 2e-3F;

/// Below this a word counts as unexplained (pair::LinkedWord::explained).
inline constexpr float kUnexplained = 0.3F;

/// Above this it surely has a counterpart.
inline constexpr float kSure = 0.5F;

[[nodiscard]] inline bool is_word(const model::Word& word) {
  return word.kind != text::TokenKind::kPunctuation;
}

[[nodiscard]] inline bool is_content(const model::Word& word, const pair::LinkedWord& linked) {
  return is_word(word) && linked.commonness < kFunctionWord;
}

/// How well one side of a bead is covered by the other.
struct Coverage {
  double words = 0;             ///< without punctuation
  double content = 0;           ///< content words
  double unexplained = 0;       ///< content words that the other side does not explain
  double unexplained_mass = 0;  ///< content words by -ln p, as far as they are unexplained
  double mass = 0;              ///< content words by -ln p
  double odds = 0;              ///< sum of pair::missing_odds()
  double fertility = 0;         ///< mean of that of the content words
};

[[nodiscard]] Coverage coverage_of(const pair::Passage& passage,
                                   const std::vector<pair::LinkedWord>& links);

/// How near in meaning the content words of a side are to the other one.
struct Relation {
  double unrelated = 0;     ///< words that nothing explains and nothing is related to
  double foreign_odds = 0;  ///< log-odds that words are missing to which nothing is related, a sum
};

/// `related` is pair::relatedness() of the words.
[[nodiscard]] Relation relation_of(const pair::Passage& passage,
                                   const std::vector<pair::LinkedWord>& links,
                                   std::span<const float> related);

/// Median of pair::missing_odds() of the content words; 0 where there are none.
[[nodiscard]] double median_odds(const pair::Passage& passage,
                                 const std::vector<pair::LinkedWord>& links);

/// One side of a bead.
struct Side {
  const pair::Passage& passage;
  const std::vector<pair::LinkedWord>& links;
  std::span<const float> related;  ///< pair::relatedness() of its words
  /// score::inserted_words() of its words; nothing where they aren't known.
  std::span<const InsertedWord> own;
};

/// Odds of the content words of one side that have no counterpart and nothing that could stand for
/// it: the other side has nothing near in meaning, and around the place where the counterpart
/// should stand no word is open either. A free rendering leaves words open on both sides, and each
/// word there excuses one here; a word put in or left out finds none, and one that looks put in
/// excuses none.
///
///     The comet hit the [inorganic] Earth     彗星撞击了地球
[[nodiscard]] double lone_missing_odds(const Side& side, const Side& other);

}  // namespace duizhao::score
