#pragma once

#include <cstddef>

#include "duizhao/facts/fact.h"
#include "duizhao/facts/lexemes.h"

namespace duizhao::facts {

/// Reads what stands behind a quantity's unit and still belongs to its number: 三年半, 一米八,
/// 3块5, 5元6角, 57秒79, 三成五, "a year and a half". `end` is the lexeme after the unit. Adds what
/// it finds to the fact; returns the lexeme after it, or `end`.
[[nodiscard]] std::size_t read_subunits(const Lexemes& lexemes, std::size_t end, Fact& fact);

/// Whether the mark at `i` says feet, with inches after it: 5'2".
[[nodiscard]] bool is_feet_mark(const Lexemes& lexemes, std::size_t i);

}  // namespace duizhao::facts
