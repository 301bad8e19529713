#pragma once

#include <span>
#include <vector>

#include "duizhao/check/rule.h"

namespace duizhao::check {

/// Appends a difference where 元 in a text of the mainland, which are yuan, became dollars: nothing
/// in the Chinese or beside it speaks of any dollar.
void find_other_dollars(const BeadContext& context, std::span<const facts::Match> matches,
                        std::vector<facts::Difference>& differences);

}  // namespace duizhao::check
