#pragma once

#include <vector>

#include "duizhao/core/finding.h"

namespace duizhao::check {

/// One cause is told once: takes out findings of a bead that follow from another one.
///
///   - what is missing from a clause that is missing itself (a name in an omission), and likewise
///     what is too much in an addition;
///   - an omission where the words were left untranslated, or where another rule found what stands
///     in their place;
///   - what else is found in cells of a table that were exchanged or are empty, and of a figure
///   that
///     differs in a cell the less severe of two findings, in whatever beads they are;
///   - the less severe of two findings of different rules on the same words of both sides;
///   - the second of two findings that say the same of the same words.
///
/// `findings` are sorted by bead; their order stays.
void tell_causes_once(std::vector<Finding>& findings);

}  // namespace duizhao::check
