#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace duizhao::formats {

struct TableRow {
  std::size_t line = 0;  ///< in the file or sheet, from 1
  std::vector<std::string> cells;
};

/// A sheet of a workbook, a table of a document, or the whole of a file that is one table.
struct Sheet {
  std::string name;  ///< empty where it has none
  std::vector<TableRow> rows;
};

}  // namespace duizhao::formats
