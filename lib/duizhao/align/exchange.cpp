#include "duizhao/align/exchange.h"

#include <algorithm>
#include <utility>

#include "duizhao/align/bead_order.h"

namespace duizhao::align {
namespace {

bool is(const Bead& bead, const BeadSides& sides) {
  return bead.source == sides.source && bead.target == sides.target;
}

bool in_a_row(const std::vector<std::uint32_t>& sentences) {
  for (std::size_t i = 1; i < sentences.size(); ++i) {
    if (sentences[i] != sentences[i - 1] + 1) return false;
  }
  return true;
}

std::vector<std::uint32_t> sorted_sentences(const std::vector<BeadSides>& beads,
                                            std::vector<std::uint32_t> BeadSides::*side) {
  std::vector<std::uint32_t> all;
  for (const BeadSides& bead : beads)
    all.insert(all.end(), (bead.*side).begin(), (bead.*side).end());
  std::ranges::sort(all);
  return all;
}

}  // namespace

std::vector<BeadSides> sides_of(const Alignment& alignment) {
  std::vector<BeadSides> sides;
  sides.reserve(alignment.beads.size());
  for (const Bead& bead : alignment.beads) sides.push_back({bead.source, bead.target});
  return sides;
}

Result<Alignment> exchange_beads(const Alignment& alignment, const std::vector<BeadSides>& gone,
                                 const std::vector<BeadSides>& come) {
  for (const auto side : {&BeadSides::source, &BeadSides::target}) {
    if (sorted_sentences(gone, side) != sorted_sentences(come, side)) {
      return failure(ErrorCode::kUsage, "the passages have not the same sentences as before");
    }
  }
  for (const BeadSides& sides : come) {
    if (!in_a_row(sides.source) || !in_a_row(sides.target)) {
      return failure(ErrorCode::kUsage, "the sentences of a passage must follow one another");
    }
  }
  Alignment exchanged = alignment;
  std::vector<Bead>& beads = exchanged.beads;
  bool moved = false;
  for (const BeadSides& sides : gone) {
    const auto found =
        std::ranges::find_if(beads, [&](const Bead& bead) { return is(bead, sides); });
    if (found == beads.end()) {
      return failure(ErrorCode::kUsage, "the passage has been changed since; look at it once more");
    }
    moved |= found->moved;
    beads.erase(found);
  }
  for (const BeadSides& sides : come) {
    if (sides.source.empty() && sides.target.empty()) continue;
    Bead bead;
    bead.source = sides.source;
    bead.target = sides.target;
    bead.confidence = 1;
    bead.moved = moved && !bead.one_sided();
    beads.push_back(std::move(bead));
  }
  arrange(beads);
  return exchanged;
}

Result<Alignment> exchange_all(const Alignment& alignment, const std::vector<BeadSides>& all) {
  std::vector<BeadSides> gone = sides_of(alignment);
  std::vector<BeadSides> come = all;
  for (const BeadSides& sides : all) {
    const auto same = std::ranges::find(gone, sides);
    if (same == gone.end()) continue;
    gone.erase(same);
    come.erase(std::ranges::find(come, sides));
  }
  return exchange_beads(alignment, gone, come);
}

}  // namespace duizhao::align
