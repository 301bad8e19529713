#pragma once

#include "duizhao/facts/fact.h"

namespace duizhao::facts {

/// How well two facts, of either language, say the same, from 0 (they don't) to 1. Alternatives are
/// not looked at: each reading is asked for by itself.
///
///   1     the same kind, value and unit
///   0.9…  the same value after an exact conversion (3年, 36 months), a date with fewer parts
///   0.8…  the same value, but one side leaves the unit out or counts what the other ranks
///   0.7…  one side is approximate, vague or converted and rounded, and the other within it
///   ≤ 0.6 the same figure in another part of speech: 12 and December, 8 and eight o'clock
[[nodiscard]] double agreement(const Fact& a, const Fact& b);

/// Agreements below this are coincidences unless nothing better explains a fact.
inline constexpr double kFirmAgreement = 0.7;

/// Whether one of the two values is the other times a power of ten other than 1.
[[nodiscard]] bool differ_in_magnitude(double a, double b);

}  // namespace duizhao::facts
