#pragma once

#include <span>
#include <vector>

#include "duizhao/check/evidence/names/mentions.h"
#include "duizhao/check/evidence/names/name_words.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {

/// Findings of the rule `name` for two names that both versions have and that changed places:
/// 特朗普说卡瓦诺… / "Kavanaugh said that Trump …", 布雷特·卡瓦诺 / "Brett Rosenstein". What stands
/// beside a name says which is which: a given name, a title, who speaks, what the lexicon links,
/// and the order.
void check_swapped_names(const BeadContext& context, std::span<const NameWord> words,
                         const Mentions& mentions, std::vector<Finding>& findings);

}  // namespace duizhao::check
