#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace duizhao {

/// Sentences of the two versions that say the same. One side may be empty: the sentence then has
/// no counterpart.
struct Bead {
  std::vector<std::uint32_t> source;  ///< sentence numbers, ascending
  std::vector<std::uint32_t> target;
  /// Log-likelihood ratio of "translated from each other" against "any text"; higher is better,
  /// 0 for a bead with an empty side.
  double score = 0;
  /// Probability that this very bead is right, in [0,1].
  double confidence = 0;
  /// The passage stands elsewhere in the other version's order.
  bool moved = false;
  /// The passage is said more than once; its sentences stand in another bead as well.
  bool repeated = false;
  /// Of a moved bead: its position among the beads in source order and in target order.
  std::optional<std::uint32_t> moved_from;
  std::optional<std::uint32_t> moved_to;

  [[nodiscard]] bool one_sided() const { return source.empty() || target.empty(); }
};

/// Every sentence of both documents stands in exactly one bead, or in several of which all but one
/// are marked `repeated`. Ordered by the first source sentence; a target-only bead follows the
/// bead that holds the target sentence before its own.
struct Alignment {
  std::vector<Bead> beads;
};

}  // namespace duizhao
