#pragma once

#include <span>
#include <vector>

#include "duizhao/check/links.h"
#include "duizhao/check/passage.h"

namespace duizhao::score {

/// Words this common are function words; the others carry content.
inline constexpr float kFunctionWord = 2e-3F;

/// Below this a unit counts as unexplained (check::LinkedUnit::explained).
inline constexpr float kUnexplained = 0.3F;

/// Above this it surely has a counterpart.
inline constexpr float kSure = 0.5F;

[[nodiscard]] inline bool is_word(const model::Unit& unit) {
  return unit.kind != text::TokenKind::kPunctuation;
}

[[nodiscard]] inline bool is_content(const model::Unit& unit, const check::LinkedUnit& linked) {
  return is_word(unit) && linked.commonness < kFunctionWord;
}

/// How well one side of a bead is covered by the other.
struct Coverage {
  double words = 0;             ///< without punctuation
  double content = 0;           ///< content words
  double unexplained = 0;       ///< content words that the other side does not explain
  double unexplained_mass = 0;  ///< content words by -ln p, as far as they are unexplained
  double odds = 0;              ///< sum of check::missing_odds()
  double highest_odds = 0;      ///< of one word; 0 where every word speaks against it
  double median_explained = 0;  ///< of the content words
};

[[nodiscard]] Coverage coverage_of(const check::Passage& passage,
                                   const std::vector<check::LinkedUnit>& links);

/// Log-odds that words are missing to which the other side has nothing related, a sum; `related` is
/// check::relatedness() of the units.
[[nodiscard]] double foreign_odds(const check::Passage& passage,
                                  const std::vector<check::LinkedUnit>& links,
                                  std::span<const float> related);

/// Median of check::missing_odds() of the content words; 0 where there are none.
[[nodiscard]] double median_odds(const check::Passage& passage,
                                 const std::vector<check::LinkedUnit>& links);

/// Odds, as of foreign_odds(), of the content words of one side that the other doesn't explain
/// although nothing else is open there: between the counterparts of the words around it, everything
/// has a counterpart of its own. A free rendering leaves words open on both sides; a word put in or
/// left out on one.
///
///     The comet hit the [inorganic] Earth     彗星撞击了地球
[[nodiscard]] double lone_odds(const check::Passage& passage,
                               const std::vector<check::LinkedUnit>& links,
                               const check::Passage& other,
                               const std::vector<check::LinkedUnit>& other_links);

}  // namespace duizhao::score
