#pragma once

#include <optional>
#include <span>
#include <vector>

#include "duizhao/core/span.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/pair/passage.h"

namespace duizhao::check {

/// A place of the source and the place of the target that renders it.
struct Anchor {
  Span source;
  Span target;
};

/// What stands in the target where a name of the source should be.
///
/// In "Baichuan, Moonshot, MiniMax" and 百川、月光射线、MiniMax the neighbours are found on both
/// sides, so 月光射线 stands for Moonshot. `names`: all places of the source that are looked for,
/// in order, `name` among them; `anchors` are known beforehand and completed by identical Latin
/// words and by the lexicon's surest translations. None where the surroundings don't tell.
[[nodiscard]] std::optional<Span> replacement_of(Span name, std::span<const Span> names,
                                                 const pair::Passage& source,
                                                 const pair::Passage& target,
                                                 std::span<const Anchor> anchors,
                                                 const model::Lexicon& lexicon);

}  // namespace duizhao::check
