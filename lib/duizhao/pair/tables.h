#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "duizhao/core/span.h"
#include "duizhao/facts/fact.h"
#include "duizhao/facts/heading.h"
#include "duizhao/pair/passage.h"

namespace duizhao::pair {

/// Where the figures under a heading stand: a row of the table, or the cell of a column in it.
struct HeadedRow {
  std::size_t bead = 0;
  Span source;
  Span target;
};

/// Figures under headings that give different units in the two versions: 单位：亿元 and
/// "RMB million" above a table, 货物（万吨） and "Goods (million tonnes)" above a column. Spans are
/// in the documents.
struct HeadedTable {
  std::size_t bead = 0;  ///< of the heading
  facts::Heading source;
  facts::Heading target;
  std::vector<HeadedRow> rows;
  bool converted = false;  ///< the figures of its rows are converted, as they must be

  [[nodiscard]] double ratio() const { return facts::ratio_of(source, target); }
};

/// The tables and the columns whose headings differ. Passages by bead number, empty for an empty
/// side.
[[nodiscard]] std::vector<HeadedTable> headed_tables(std::span<const Passage> source,
                                                     std::span<const Passage> target);

/// Makes a figure of the source that of the target's unit; leaves what has a unit of its own.
void convert(double ratio, facts::Fact& fact);

/// Makes the figures of the source's rows those of the target's unit where the table converts them,
/// so that 1.5 under 亿元 is 150 under "RMB million". A heading that differs is told by itself:
/// what it says is no quantity in either version.
void settle_headings(std::span<const HeadedTable> tables, std::vector<Passage>& source,
                     std::vector<Passage>& target);

}  // namespace duizhao::pair
