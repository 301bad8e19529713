#pragma once

#include <span>
#include <vector>

#include "duizhao/facts/compare.h"

namespace duizhao::facts {

/// Looks at facts that agree by value for what is said of the value: "more than 300" against
/// 不到300 (kBound), 增长5% against "fell 5%" (kDirection), −5% against 5% (kSign), "11 p.m."
/// against 11点 where nothing speaks of an evening (kHalfOfDay).
void compare_bounds_and_trends(const PassageFacts& source, const PassageFacts& target,
                               std::span<const Match> matches,
                               std::vector<Difference>& differences);

/// The fact with the words before it that say which side of the figure is meant, be they apart from
/// it: 至少可備份 60. `text` is what all spans point into.
[[nodiscard]] Span bounded_span(std::string_view text, Span passage, const Fact& fact);

}  // namespace duizhao::facts
