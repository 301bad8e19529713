#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "duizhao/check/rule.h"

namespace duizhao::check {

/// A word of one side that denies, without a word on the other side that plainly does.
struct LoneNegation {
  bool of_source = false;
  std::size_t at = 0;  ///< index of the word in its passage
  /// What speaks for and against its being a mistake, by name: the word and its neighbours, the
  /// words of the other side where its counterpart should be, how sure these are.
  std::vector<std::string> evidence;
  /// Log-odds that it is a mistake rather than a free translation, where both are as frequent as
  /// in what the weights were fitted on.
  double log_odds = 0;
  /// The very word that it denies stands on the other side, where nothing denies anything.
  bool affirmed = false;
};

/// Every negation of one side is answered by at most one negation of the other, the likeliest
/// pairs first: those that stand where the other's translation should be. What is left over, in
/// order of the places, those of the source first.
[[nodiscard]] std::vector<LoneNegation> lone_negations(const BeadContext& context);

}  // namespace duizhao::check
