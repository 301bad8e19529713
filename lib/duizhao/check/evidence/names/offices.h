#pragma once

#include <vector>

#include "duizhao/check/rule.h"

namespace duizhao::check {

/// Findings of the rule `name` for an office or trade in the place of another (总统 / "the prime
/// minister"), and for a deputy who is none on the other side (副主任 / "the director").
void check_offices(const BeadContext& context, std::vector<Finding>& findings);

}  // namespace duizhao::check
