#pragma once

#include <cstdint>
#include <vector>

#include "duizhao/check/rule.h"

namespace duizhao::check {

/// A cell of the source and the one of the target that stands where it stands.
struct MatchedCell {
  const TableCell* source = nullptr;  ///< into the cells of the documents
  const TableCell* target = nullptr;
};

/// The cells of a table that both versions have, row by row.
struct MatchedTable {
  std::vector<MatchedCell> cells;
};

/// Which tables, rows and cells of the two versions stand for each other. Tables keep their order
/// and have the same columns; their rows keep theirs, and rows or tables that only one version has
/// are left out. What tells that two cells belong together are their figures, or sentences that are
/// aligned.
[[nodiscard]] std::vector<MatchedTable> matched_tables(const DocumentContext& context);

}  // namespace duizhao::check
