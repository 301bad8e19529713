#pragma once

#include <cstddef>

#include "duizhao/facts/lexemes.h"
#include "duizhao/facts/unit.h"

namespace duizhao::facts {

/// Reads the unit that begins at lexeme i: km, 平方公里, "square miles", km², "miles per hour",
/// 公里/小时, °C, "degrees Celsius", %, "percentage points", 个基点. Returns the index of the
/// lexeme after it, or i where none begins. Symbols of one letter count only after digits.
[[nodiscard]] std::size_t read_unit(const Lexemes& lexemes, std::size_t i, bool after_digits,
                                    Unit& unit);

/// The speed that a length in a time is (公里 and 小时), and the rate of data; kNone where we know
/// none.
[[nodiscard]] Unit speed_of(Unit length, Unit time);

}  // namespace duizhao::facts
