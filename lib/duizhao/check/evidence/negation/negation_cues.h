#pragma once

#include <cstdint>
#include <vector>

#include "duizhao/pair/passage.h"

namespace duizhao::check {

/// What a word says about a negation in its sentence.
enum class Negation : std::uint8_t {
  kNone,
  /// May stand for a negation of the other language, and may do without: 难, 仅, 直到, 不同,
  /// "unless", "rather", "unclear", "fail", "not only".
  kSoft,
  /// Denies: 不, 没有, 未能, "not", "don't", "without". Its counterpart is a negation or soft.
  kStrong,
};

/// One entry per word of the passage.
[[nodiscard]] std::vector<Negation> negation_cues(const pair::Passage& passage);

/// Where fixed phrases stand that the other language says without a negation, and may say with one:
/// 前不久, "can't believe". What they deny may answer another negation, and is none that was lost.
[[nodiscard]] std::vector<Span> fixed_denials(const pair::Passage& passage);

}  // namespace duizhao::check
