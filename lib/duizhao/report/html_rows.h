#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "duizhao/core/alignment.h"

namespace duizhao::report {

/// A row of the page: a bead or, in the place where the target of a moved one stands, a sign that
/// leads to it.
struct HtmlRow {
  std::size_t bead = 0;
  bool sign = false;
};

/// The beads in the order of the source, with signs for those that moved, each after the row that
/// holds what stands before it in the target. A moved bead whose sign would stand beside it has
/// none.
[[nodiscard]] std::vector<HtmlRow> html_rows(const Alignment& alignment);

}  // namespace duizhao::report
