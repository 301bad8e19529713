#pragma once

#include <vector>

#include "duizhao/check/evidence/names/mentions.h"
#include "duizhao/check/evidence/names/name_words.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {

/// Findings of the rule `name` for names that nothing in the other version means, sounds or is
/// spelled like. Says nothing where another finding of `findings` is about the same place.
void check_unfound_names(const BeadContext& context, std::span<const NameWord> words,
                         const Mentions& mentions, std::vector<Finding>& findings);

}  // namespace duizhao::check
