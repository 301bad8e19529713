#pragma once

#include <vector>

#include "duizhao/check/evidence/opposites/opposition.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {

/// "after the tenant moves out" and 租客迁出前: an event that one side puts things before and the
/// other behind. Which event a 前 or 后 speaks of says the word in front of it; that "after" and
/// "before" speak of the same one, its links to the words behind them. Order that is told the other
/// way round ("he came before they left", 他来后他们走了) speaks of two events.
[[nodiscard]] std::vector<Opposition> opposed_orders(const BeadContext& context);

}  // namespace duizhao::check
