#pragma once

#include <cstddef>
#include <vector>

#include "duizhao/facts/fact.h"
#include "duizhao/facts/lexemes.h"

namespace duizhao::facts {

/// Reads the number that begins at lexeme i with what belongs to it — words of approximation,
/// currency, unit, share, 倍, 成 — and appends it with its other readings. Looks at the lexemes
/// before i for what stands in front of a number (逾, "more than", US$, 第, 每小时). Returns the
/// index of the lexeme after it, or i where no number begins.
[[nodiscard]] std::size_t read_quantity(const Lexemes& lexemes, std::size_t i, Language language,
                                        std::vector<Fact>& facts);

/// A currency at lexeme i, by name or symbol, with the country before it: "Hong Kong dollars",
/// 人民币. Returns the index of the lexeme after it, or i.
[[nodiscard]] std::size_t read_currency(const Lexemes& lexemes, std::size_t i, Currency& currency);

/// The currency of the sign at lexeme i, with the letters that touch it: €, $, HK$; kNone where
/// none is.
[[nodiscard]] Currency currency_of_sign(const Lexemes& lexemes, std::size_t i);

}  // namespace duizhao::facts
