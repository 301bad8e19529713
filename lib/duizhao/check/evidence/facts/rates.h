#pragma once

#include <optional>
#include <span>

#include "duizhao/check/rule.h"

namespace duizhao::check {

/// What a figure is given for on either side: 每吨 and "per kilogram".
struct OtherBase {
  Span source;
  Span target;
};

/// The bases of the one rate that both sides name, where they differ and the figure does not: a
/// rate that was converted has another figure.
[[nodiscard]] std::optional<OtherBase> other_base(const BeadContext& context);

}  // namespace duizhao::check
