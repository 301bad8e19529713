#pragma once

#include <span>

#include "duizhao/check/evidence/runs/other_script_runs.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {

/// Whether the words of a Latin stretch of the Chinese target, which the source has as well, stand
/// beside their Chinese: 状态估计state estimation.
[[nodiscard]] bool is_gloss(const BeadContext& context, const OtherScriptRun& stretch);

/// How likely it is that a word or two of English in the Chinese target were forgotten. What texts
/// keep in English as a rule are terms (future 语句, 一个 issue): the lexicon knows how often a
/// word stayed as it is in translations, and texts that keep one word keep more. `stretches` are
/// all of the target.
[[nodiscard]] double probability_of_slip(const BeadContext& context, const OtherScriptRun& stretch,
                                         std::span<const OtherScriptRun> stretches);

}  // namespace duizhao::check
