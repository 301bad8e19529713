#pragma once

#include <cstddef>

#include "duizhao/facts/fact.h"
#include "duizhao/facts/lexemes.h"

namespace duizhao::facts {

/// Reads words of approximation in front of a number: 约, 逾, 不到, 不超过, "more than", "at
/// least", "no fewer than". `begin` is where the number begins, and moves to where they begin.
[[nodiscard]] Approximation approximation_before(const Lexemes& lexemes, std::size_t& begin);

/// Reads words of approximation after a number and its unit: 以上, 左右, "or so". `end` moves past
/// them.
[[nodiscard]] Approximation approximation_after(const Lexemes& lexemes, std::size_t& end);

}  // namespace duizhao::facts
