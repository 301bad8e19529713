#pragma once

#include <vector>

#include "duizhao/align/bead_scores.h"
#include "duizhao/align/evidence.h"
#include "duizhao/align/path.h"

namespace duizhao::align {

/// Takes into each bead the neighbouring sentences that are left alone though a part of the bead's
/// other side says nothing but them: where half a sentence moved or two were drawn together, the
/// price of a further sentence keeps them out, most of all in a text that leaves much else out.
/// Marks what it takes in `space`.
void adopt_neighbours(std::vector<Step>& path, const Evidence& evidence, const BeadScores& scores,
                      SearchSpace& space);

}  // namespace duizhao::align
