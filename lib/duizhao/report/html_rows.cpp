#include "duizhao/report/html_rows.h"

#include <algorithm>
#include <utility>

namespace duizhao::report {

std::vector<HtmlRow> html_rows(const Alignment& alignment) {
  const std::vector<Bead>& beads = alignment.beads;
  using Place = std::pair<std::uint32_t, std::size_t>;  // a target sentence and its bead
  std::vector<Place> settled;
  std::vector<Place> moved;
  for (std::size_t i = 0; i < beads.size(); ++i) {
    if (beads[i].target.empty()) continue;
    (beads[i].moved ? moved : settled).push_back({beads[i].target.front(), i});
  }
  std::ranges::sort(settled);
  std::ranges::sort(moved);

  // Signs by the row that they follow; those before everything come first.
  std::vector<std::pair<std::size_t, std::size_t>> signs;  // one past the bead before, and the bead
  for (const auto& [sentence, bead] : moved) {
    const auto after = std::ranges::lower_bound(settled, Place{sentence, 0});
    const std::size_t row = after == settled.begin() ? 0 : std::prev(after)->second + 1;
    if (row != bead && row != bead + 1) signs.push_back({row, bead});
  }
  std::ranges::stable_sort(signs, {}, &std::pair<std::size_t, std::size_t>::first);

  std::vector<HtmlRow> rows;
  rows.reserve(beads.size() + signs.size());
  auto sign = signs.begin();
  for (std::size_t i = 0; i <= beads.size(); ++i) {
    for (; sign != signs.end() && sign->first == i; ++sign) rows.push_back({sign->second, true});
    if (i < beads.size()) rows.push_back({i, false});
  }
  return rows;
}

}  // namespace duizhao::report
