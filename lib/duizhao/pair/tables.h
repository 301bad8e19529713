#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "duizhao/facts/heading.h"
#include "duizhao/pair/passage.h"

namespace duizhao::pair {

/// A bead whose two sides head a table in different units: 单位：亿元 and "RMB million".
struct HeadedTable {
  std::size_t bead = 0;
  facts::Heading source;
  facts::Heading target;
  std::size_t rows_end = 0;  ///< the rows are the beads (bead, rows_end)
  bool converted = false;    ///< the figures of its rows are converted, as they must be
};

/// The tables whose headings differ. Passages by bead number, empty for an empty side.
[[nodiscard]] std::vector<HeadedTable> headed_tables(std::span<const Passage> source,
                                                     std::span<const Passage> target);

/// Makes the figures of the source's rows those of the target's unit where the table converts them,
/// so that 1.5 under 亿元 is 150 under "RMB million".
void convert_rows(std::span<const HeadedTable> tables, std::vector<Passage>& source);

}  // namespace duizhao::pair
