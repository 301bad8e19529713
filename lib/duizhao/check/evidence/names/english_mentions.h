#pragma once

#include <span>
#include <vector>

#include "duizhao/check/evidence/names/mentions.h"
#include "duizhao/check/evidence/names/named_sides.h"

namespace duizhao::check {

/// The names of the English side, in order, and whether the Chinese has something for each;
/// `chinese` are the names of that side.
[[nodiscard]] std::vector<Mention> english_mentions(const NamedSides& sides,
                                                    std::span<const Mention> chinese);

}  // namespace duizhao::check
