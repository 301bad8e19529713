#pragma once

#include <vector>

#include "duizhao/core/finding.h"

namespace duizhao::check {

/// Makes one finding, with a count, out of many that say the same of the same rule: a habit that
/// runs through a whole document is told once, at its first place. Applies to the rules on form
/// (Rule::is_form).
void fold_repeated_findings(std::vector<Finding>& findings);

}  // namespace duizhao::check
