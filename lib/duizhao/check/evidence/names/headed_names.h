#pragma once

#include <span>
#include <vector>

#include "duizhao/check/evidence/names/mentions.h"
#include "duizhao/check/evidence/names/name_words.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {

/// Tells bodies and titles that are known, of whose English only a word stands there that others of
/// their kind have, and beside it what nothing in the Chinese stands for: "the International
/// Football Federation" for 国际奥委会, "the Treaty of Nanking" for 《马关条约》.
void check_headed_names(const BeadContext& context, std::span<const NameWord> words,
                        const Mentions& mentions, std::vector<Finding>& findings);

}  // namespace duizhao::check
