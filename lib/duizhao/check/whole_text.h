#pragma once

#include <vector>

#include "duizhao/core/alignment.h"
#include "duizhao/core/document.h"
#include "duizhao/core/finding.h"

namespace duizhao::check {

/// What a bead by itself cannot know: takes out findings that the whole texts explain.
///
///   - a Chinese name in English whose bead has no such name in Chinese, but whose text has it
///     elsewhere, where a pronoun or a short form stands for it (她, 凤姐); where nothing does, a
///     hint is left, and where another name stands there it is told;
///   - 他 for "she" in a text that writes 她 nowhere, as old texts do, from the third time on;
///   - a year that the target adds and the source names more than once elsewhere ("at year end" in
///   a
///     report on 2017): a hint is left.
///
/// The order of the others stays.
void excuse_by_whole_text(const Document& source, const Document& target,
                          const Alignment& alignment, std::vector<Finding>& findings);

}  // namespace duizhao::check
