#pragma once

#include <cstddef>
#include <vector>

#include "duizhao/facts/fact.h"
#include "duizhao/facts/lexemes.h"

namespace duizhao::facts {

/// What the readers of dates in both languages share; calendar.h is the way in.

/// A number fact over the lexemes [first, last).
[[nodiscard]] Fact number_fact(const Lexemes& lexemes, std::size_t first, std::size_t last,
                               double value);

/// Appends a date over the lexemes [first, last).
void add_date(const Lexemes& lexemes, std::size_t first, std::size_t last, const Date& date,
              std::vector<Fact>& facts);

/// Appends another reading of the date that was added last.
void add_alternative(const Date& date, std::vector<Fact>& facts);

[[nodiscard]] std::size_t read_chinese_date(const Lexemes& lexemes, std::size_t i,
                                            std::vector<Fact>& facts);
/// Whether a Chinese weekday begins at the lexeme `i`: the second 星期 of 六个星期六.
[[nodiscard]] bool is_chinese_weekday(const Lexemes& lexemes, std::size_t i);

[[nodiscard]] std::size_t read_english_date(const Lexemes& lexemes, std::size_t i,
                                            std::vector<Fact>& facts);

}  // namespace duizhao::facts
