#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/span.h"

namespace duizhao::report {

/// A character as a terminal shows it.
struct Cell {
  std::string bytes;     ///< with the combining marks that follow it
  std::uint8_t columns;  ///< 1, or 2 for Chinese characters and marks (Unicode, UAX #11)
  bool marked;           ///< belongs to the evidence
};

/// A text as cells that are safe to print: a run of white space is one blank; control characters
/// and those that change the direction of the text, which could rewrite what a terminal shows, are
/// U+FFFD. Characters within `mark`, a range of the whole `text`, are marked. Only `part` of the
/// text is taken.
[[nodiscard]] std::vector<Cell> cells_of(std::string_view text, Span part,
                                         const std::optional<Span>& mark = std::nullopt);

[[nodiscard]] std::vector<Cell> cells_of(std::string_view text);

[[nodiscard]] std::size_t columns_of(const std::vector<Cell>& cells);

/// Breaks cells into lines of at most `width` columns: at blanks, and beside Chinese characters
/// except before a closing and after an opening mark. A word longer than a line is cut.
[[nodiscard]] std::vector<std::vector<Cell>> wrap(const std::vector<Cell>& cells,
                                                  std::size_t width);

/// As much of the cells as fits into `width` columns, the marked ones with what stands around them,
/// and an ellipsis where something was cut off. Where nothing is marked, the beginning.
[[nodiscard]] std::vector<Cell> excerpt(const std::vector<Cell>& cells, std::size_t width);

}  // namespace duizhao::report
