#pragma once

#include <span>
#include <vector>

#include "duizhao/check/rule.h"
#include "duizhao/facts/compare.h"

namespace duizhao::check {

/// Looks among facts that agree by value for two that changed places: "30 dramas and 14 operas"
/// against 14部话剧和30部歌剧. What a fact counts is known from the words around it; two facts are
/// swapped where the words around each are translated around the other's counterpart. Appends a
/// difference of kind kSwapped per pair, with the two facts that ought to say the same thing.
void find_swapped(const BeadContext& context, std::span<const facts::Match> matches,
                  std::vector<facts::Difference>& differences);

}  // namespace duizhao::check
