#pragma once

#include <cstdint>
#include <vector>

#include "duizhao/core/alignment.h"
#include "duizhao/core/error.h"

namespace duizhao::align {

/// The sentences of a bead, by which it can be told from others.
struct BeadSides {
  std::vector<std::uint32_t> source;
  std::vector<std::uint32_t> target;
  friend bool operator==(const BeadSides&, const BeadSides&) = default;
};

[[nodiscard]] std::vector<BeadSides> sides_of(const Alignment& alignment);

/// An alignment in which somebody has exchanged some beads for others of the same sentences, which
/// are known then: their confidence is 1. Fails where a bead that is to go is not there, or where
/// sentences are lost, come twice, or have others between them.
[[nodiscard]] Result<Alignment> exchange_beads(const Alignment& alignment,
                                               const std::vector<BeadSides>& gone,
                                               const std::vector<BeadSides>& come);

/// The same for a list of all beads: those that are there already stay as they are.
[[nodiscard]] Result<Alignment> exchange_all(const Alignment& alignment,
                                             const std::vector<BeadSides>& all);

}  // namespace duizhao::align
