#pragma once

#include <vector>

#include "duizhao/check/evidence/opposites/opposition.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {

/// 已批准 and "will approve", 将于十二月关闭 and "has closed": what one side says has been done is
/// still to come on the other. Only words that say so right beside one verb and its rendering:
/// Chinese 已 and 将, which is no object marker with a verb or 于 behind it, and English
/// auxiliaries.
[[nodiscard]] std::vector<Opposition> opposed_tenses(const BeadContext& context);

}  // namespace duizhao::check
