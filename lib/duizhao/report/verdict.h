#pragma once

#include <array>
#include <span>
#include <string>

#include "duizhao/core/finding.h"
#include "duizhao/core/score.h"
#include "duizhao/report/catalogue.h"

namespace duizhao::report {

/// Penalty points by Category.
using PointsByCategory = std::array<double, kCategories>;

/// Adds what findings cost in a score.
void add_points(PointsByCategory& points, const Score& score, std::span<const Finding> findings);

/// In a sentence, what decided that a translation that is judged passes or fails: "It has 110
/// penalty points where a text of this length may have 17; most of them, 75, are for
/// accuracy/omission."
[[nodiscard]] std::string decided(const Score& score, std::span<const Finding> findings,
                                  const Words& words);
/// The same for findings that are counted already.
[[nodiscard]] std::string decided(const Score& score, const PointsByCategory& points,
                                  const Words& words);

/// In a sentence, what takes most from the quality, or nothing: "Of its quality it loses 0.12 for
/// passages without counterpart, 0.04 for names and terms."
[[nodiscard]] std::string lost_quality(const Score& score, const Words& words);

}  // namespace duizhao::report
