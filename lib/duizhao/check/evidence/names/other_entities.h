#pragma once

#include <vector>

#include "duizhao/check/evidence/names/mentions.h"
#include "duizhao/check/evidence/names/name_words.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {

/// Findings of the rule `name` for names that stand in the place of others: the source has 郑州,
/// the target "Zhuzhou". Both are known names, or shaped like one, and neither has anything on the
/// other side that could stand for it.
void check_other_entities(const BeadContext& context, std::span<const NameWord> words,
                          const Mentions& mentions, std::vector<Finding>& findings);

}  // namespace duizhao::check
