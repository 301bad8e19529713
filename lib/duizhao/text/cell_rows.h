#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace duizhao::text {

/// What a short line may be of a table whose cells stand one to a line, as pdftotext writes them.
struct CellLine {
  std::size_t index = 0;  ///< of the line
  std::size_t figures = 0;
  bool begins_row = false;    ///< begins with words, figures or not
  bool goes_on = false;       ///< the label on the line before does
  bool names_column = false;  ///< may, where it stands above figures
};

/// What the line may be by its own text; whether the label before it goes on is left open.
[[nodiscard]] CellLine cell_line(std::string_view content, std::size_t index);

/// The lines of each row that has several, by their indices. A row begins with a label, and has as
/// many figures as most have; what stands without figures between two rows is a cell of the one
/// that lacks some.
[[nodiscard]] std::vector<std::vector<std::size_t>> rows_of_cells(
    const std::vector<CellLine>& cells);

}  // namespace duizhao::text
