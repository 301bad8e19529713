#pragma once

#include <vector>

#include "duizhao/check/rule.h"
#include "duizhao/core/finding.h"

namespace duizhao::check {

/// The rule's part that looks at the whole document: one name in two forms.
void check_name_consistency(const DocumentContext& context, std::vector<Finding>& findings);

}  // namespace duizhao::check
