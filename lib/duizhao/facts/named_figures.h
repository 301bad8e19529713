#pragma once

#include <cstddef>
#include <vector>

#include "duizhao/facts/fact.h"
#include "duizhao/facts/lexemes.h"

namespace duizhao::facts {

/// Reads a figure that goes by a name of its own: an age (年过花甲), a day ("Christmas Eve", 元旦),
/// a split (四六分成), a count of old ("four score"). Such figures are weak: the other side may
/// name or count them. Returns the index after it, or i where none begins.
[[nodiscard]] std::size_t read_named_figure(const Lexemes& lexemes, std::size_t i,
                                            std::vector<Fact>& facts);

}  // namespace duizhao::facts
