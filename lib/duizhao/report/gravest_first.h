#pragma once

#include <vector>

#include "duizhao/review/review.h"

namespace duizhao::report {

/// The findings in the order in which a reader should see them before he tires: by severity, then
/// by confidence, then as they stand in the review. The review must outlive them.
[[nodiscard]] std::vector<const Finding*> gravest_first(const Review& review);

}  // namespace duizhao::report
