#pragma once

#include <vector>

#include "duizhao/check/evidence/names/mentions.h"
#include "duizhao/check/evidence/names/named_sides.h"

namespace duizhao::check {

/// The names of the Chinese side, in order, and whether the English has something for each.
[[nodiscard]] std::vector<Mention> chinese_mentions(const NamedSides& sides);

}  // namespace duizhao::check
