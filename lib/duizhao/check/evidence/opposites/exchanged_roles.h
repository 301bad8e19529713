#pragma once

#include <optional>

#include "duizhao/check/evidence/opposites/opposition.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {

/// "The seller shall pay the balance to the buyer" for 买方应向卖方支付尾款: who does it on one
/// side has it done to him on the other. Seen where an active English clause says doer, verb and
/// another word, and a Chinese one without 被, 由 or 的 has the other word in front of the same
/// verb and the doer behind the verb or behind 向, 对, 给. A pair of words is told once, with the
/// two that stand for the doer.
[[nodiscard]] std::optional<Opposition> exchanged_roles(const BeadContext& context);

}  // namespace duizhao::check
