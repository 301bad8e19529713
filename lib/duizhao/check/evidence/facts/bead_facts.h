#pragma once

#include "duizhao/check/rule.h"
#include "duizhao/facts/compare.h"

namespace duizhao::check {

/// The facts of a side of a bead, with those of its neighbours, as facts::compare takes them.
[[nodiscard]] facts::PassageFacts source_facts(const BeadContext& context);
[[nodiscard]] facts::PassageFacts target_facts(const BeadContext& context);

}  // namespace duizhao::check
