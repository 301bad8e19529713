#pragma once

#include <span>
#include <vector>

#include "duizhao/check/evidence/names/mentions.h"
#include "duizhao/check/evidence/names/name_words.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {

/// Names that nothing stands for, and beside whose neighbour there is another one: "archaeologist
/// Petrie" for 考古学家卡特, "near Lucca" for 比萨附近. Takes the place of what was said of the two
/// in a hint.
void check_names_in_place(const BeadContext& context, std::span<const NameWord> words,
                          const Mentions& mentions, std::vector<Finding>& findings);

}  // namespace duizhao::check
