#pragma once

#include <vector>

#include "duizhao/check/evidence/runs/missing_runs.h"

namespace duizhao::check {

/// Members of a list that the other side lists without them: "headache and rash" for
/// 头痛、恶心和皮疹. Told only where the other side has fewer marks and words that join members, in
/// all, than the list has, where other members have their counterparts there, and nothing stands
/// for the ones told.
[[nodiscard]] std::vector<Span> items_left_out(const OpenWords::Side& side,
                                               const OpenWords::Side& other_side);

}  // namespace duizhao::check
