#pragma once

#include <optional>
#include <string>

#include "duizhao/check/evidence/names/mentions.h"
#include "duizhao/pair/passage.h"
#include "duizhao/pair/resources.h"

namespace duizhao::check {

/// How a known name of one side is usually written in the other language, as it should stand in
/// `target`: Macron is rather 马克龙 than 马克宏. Nullopt where the mention is not known, or has
/// several names and the lexicon has none of them.
[[nodiscard]] std::optional<std::string> usual_rendering(const Mention& mention,
                                                         const pair::Passage& passage,
                                                         const pair::Passage& target,
                                                         const Resources& resources);

}  // namespace duizhao::check
