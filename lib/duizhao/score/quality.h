#pragma once

#include <cstddef>
#include <span>

#include "duizhao/core/finding.h"

namespace duizhao::score {

/// An estimate in (0,1] of how good a translation is, from its findings alone:
///     1 / (1 + P / (W + 20)),  P = Σ weight(severity) · confidence,  W = source words.
/// For small penalties this is MQM's raw score as a fraction (1 − P/W); but it never reaches 0, so
/// that of two translations of a source the one with the greater penalty is always below the other.
/// The 20 words, about a sentence, keep one finding in a heading of three words from weighing ten
/// times what it weighs in a sentence, so that pairs of different length compare.
[[nodiscard]] double quality_of(std::span<const Finding> findings, std::size_t source_words);

}  // namespace duizhao::score
