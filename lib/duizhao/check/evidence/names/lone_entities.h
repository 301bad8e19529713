#pragma once

#include <span>
#include <vector>

#include "duizhao/check/evidence/names/mentions.h"
#include "duizhao/check/evidence/names/name_words.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {

/// Findings of the rule `name` for an entity that one version names and nothing in the other stands
/// for: 新疆 where the English says "in, there are …", "Yangzhou" where the Chinese has 扬子晚报.
/// Nearly all are neutral: a translation may say "the city" for its name. Says nothing where
/// another finding of `findings` is about the same place.
void check_lone_entities(const BeadContext& context, std::span<const NameWord> words,
                         const Mentions& mentions, std::vector<Finding>& findings);

}  // namespace duizhao::check
