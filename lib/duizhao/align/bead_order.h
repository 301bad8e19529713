#pragma once

#include <vector>

#include "duizhao/core/alignment.h"

namespace duizhao::align {

/// Puts the beads of an alignment in their order, by the first source sentence, a target-only bead
/// after the bead that holds the target sentence before its own, and notes where those that moved
/// stand in either version's order.
void arrange(std::vector<Bead>& beads);

}  // namespace duizhao::align
