#include "duizhao/align/bead_order.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

namespace duizhao::align {
namespace {

/// Sorts by the first source sentence; a target-only bead comes after the bead that holds the
/// target sentence before its own.
void order(std::vector<Bead>& beads) {
  std::vector<Bead> with_source;
  std::vector<Bead> target_only;
  for (Bead& bead : beads) {
    (bead.source.empty() ? target_only : with_source).push_back(std::move(bead));
  }
  const auto by_source = [](const Bead& a, const Bead& b) {
    return std::pair(a.source, a.target) < std::pair(b.source, b.target);
  };
  std::sort(with_source.begin(), with_source.end(), by_source);
  std::sort(target_only.begin(), target_only.end(),
            [](const Bead& a, const Bead& b) { return a.target < b.target; });

  // Where each target sentence stands; a repeated bead does not count.
  std::size_t targets = 0;
  for (const Bead& bead : with_source) {
    if (!bead.target.empty()) targets = std::max<std::size_t>(targets, bead.target.back() + 1);
  }
  constexpr std::size_t kFront = 0;
  std::vector<std::size_t> slot(targets, kFront);  // 1 + index of the bead with the sentence
  for (std::size_t i = 0; i < with_source.size(); ++i) {
    if (with_source[i].repeated) continue;
    for (const auto t : with_source[i].target) slot[t] = i + 1;
  }
  std::vector<std::vector<Bead>> after(with_source.size() + 1);
  std::size_t place = kFront;
  std::uint32_t next = 0;
  for (Bead& bead : target_only) {
    for (; next < bead.target.front(); ++next) {
      if (next < slot.size() && slot[next] != kFront) place = slot[next];
    }
    after[place].push_back(std::move(bead));
  }
  beads.clear();
  for (std::size_t i = 0; i <= with_source.size(); ++i) {
    if (i > 0) beads.push_back(std::move(with_source[i - 1]));
    std::move(after[i].begin(), after[i].end(), std::back_inserter(beads));
  }
}

/// Notes for moved beads at which place they stand among all beads in source order and in target
/// order.
void place_moved(std::vector<Bead>& beads) {
  const auto number = [&](std::vector<std::uint32_t> Bead::*side,
                          std::optional<std::uint32_t> Bead::*place) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < beads.size(); ++i) {
      if (!(beads[i].*side).empty()) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return (beads[a].*side).front() < (beads[b].*side).front();
    });
    for (std::uint32_t k = 0; k < order.size(); ++k) {
      if (beads[order[k]].moved) beads[order[k]].*place = k;
    }
  };
  number(&Bead::source, &Bead::moved_from);
  number(&Bead::target, &Bead::moved_to);
}

}  // namespace

void arrange(std::vector<Bead>& beads) {
  order(beads);
  place_moved(beads);
}

}  // namespace duizhao::align
