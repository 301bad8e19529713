#pragma once

#include <vector>

#include "duizhao/core/finding.h"
#include "duizhao/review/review.h"
#include "duizhao/review/reviewing.h"
#include "duizhao/review/suppression.h"

namespace duizhao {

/// Gives findings their keys, where they were accepted under a key of the old kind that one.
void give_keys(const Review& review, const Suppressions* suppressions,
               std::vector<Finding>& findings);

/// By bead, then by place in the target, then in the source; what concerns the whole comes first.
void sort_findings(std::vector<Finding>& findings);

/// Takes out what is accepted. That is the last thing: what follows from a cause that is accepted
/// is not told either.
void take_out_accepted(Review& review, const ReviewOptions& options);

}  // namespace duizhao
