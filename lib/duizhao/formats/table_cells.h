#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/document.h"

namespace duizhao::formats {

/// The text of a document with the cells of its tables.
struct TextWithTables {
  std::string text;
  std::vector<TableCell> cells;
};

/// Puts a part behind what there is.
void append(TextWithTables& whole, const TextWithTables& part);

/// Notes where the cells of tables stand in a text that is being made. Of a table inside a cell the
/// inner cells count; the outer one is as if empty.
class TableCells {
 public:
  void begin_table();
  void begin_row();
  /// `text` is what there is of it so far.
  void begin_cell(std::string_view text);
  /// The open cell is as wide as `columns`.
  void widen_cell(std::size_t columns);
  void end_cell(std::string_view text);
  void end_table();

  /// Forgets the cells that begin at or behind `size`: what they held was deleted.
  void drop_from(std::size_t size);

  [[nodiscard]] std::vector<TableCell> take() { return std::move(cells_); }

 private:
  struct Table {
    std::uint32_t number = 0;
    std::uint32_t rows = 0;
    std::uint32_t column = 0;  ///< of the next cell
    std::size_t cell_begin = 0;
    std::uint32_t cell_columns = 1;
    bool in_cell = false;
    bool holds_table = false;  ///< the open cell does
  };

  std::vector<Table> open_;
  std::vector<TableCell> cells_;
  std::uint32_t tables_ = 0;
};

}  // namespace duizhao::formats
