#pragma once

#include <cstddef>
#include <vector>

#include "duizhao/facts/fact.h"
#include "duizhao/facts/lexemes.h"

namespace duizhao::facts {

/// Reads the date that begins at lexeme i, in either language, and appends it with its other
/// readings. Returns the index of the lexeme after it, or i where no date begins.
///
/// 2012年11月15日, 民国一百年, 上世纪九十年代, 第三季度, 周三; 15 Nov. 2012, the 25th of July,
/// 2012-11-15, 2015/16, Q3, the July quarter, the 1980s, '80s, 356 B.C.
[[nodiscard]] std::size_t read_date(const Lexemes& lexemes, std::size_t i,
                                    std::vector<Fact>& facts);

/// Reads a time of day: 下午6点, 17时07分, 11:35 at night, 6 p.m., half past four, eleven o'clock.
[[nodiscard]] std::size_t read_time(const Lexemes& lexemes, std::size_t i,
                                    std::vector<Fact>& facts);

}  // namespace duizhao::facts
