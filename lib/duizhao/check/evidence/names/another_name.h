#pragma once

#include "duizhao/check/evidence/names/mentions.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {

/// An English name with what a hyphen joins to it, unless that is a common word: "Yoon Suk-yeol",
/// but not "Beijing-based".
[[nodiscard]] Span whole_name(const BeadContext& context, Span english);

/// The finding name/another: what stands at `english` is not the Chinese name. With the usual
/// rendering as the suggestion, where one is known and the English is the target.
[[nodiscard]] Finding another_name(const BeadContext& context, const Mention& chinese, Span english,
                                   double confidence);

}  // namespace duizhao::check
