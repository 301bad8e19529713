#pragma once

#include <span>
#include <vector>

#include "duizhao/check/evidence/names/mentions.h"
#include "duizhao/check/evidence/names/name_words.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {

/// Tells names of which both sides say what they are of, but not the same one: 雨果奖 for "the
/// Booker Prize", 《破产条例》 for "the Companies Ordinance". Nobody needs to know them: the prize
/// is the other side's prize, and beside it stand words of which neither has anything of the other.
void check_shared_heads(const BeadContext& context, std::span<const NameWord> words,
                        const Mentions& mentions, std::vector<Finding>& findings);

}  // namespace duizhao::check
