#pragma once

#include <vector>

#include "duizhao/check/evidence/opposites/opposition.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {

/// Where the source says one member of a group and the target says another instead: neither side
/// says what the other does in any word that the table or the lexicon knows. All contrasts are
/// looked for at once, for BeadContext::oppositions.
[[nodiscard]] std::vector<Opposition> find_oppositions(const BeadContext& context);

/// Tells those of one contrast; minor where they are less sure than one in two.
void tell_oppositions(const BeadContext& context, Contrast contrast, const FindingKind& kind,
                      std::vector<Finding>& findings);

}  // namespace duizhao::check
