#include "duizhao/text/cell_rows.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace duizhao::text;

namespace {

/// The rows of cells that stand one to a line, as "Item/2024/2023 North/482/510".
std::string rows(const std::vector<std::string>& lines) {
  std::vector<CellLine> cells;
  for (const std::string& line : lines) cells.push_back(cell_line(line, cells.size()));
  std::string shown;
  for (const auto& row : rows_of_cells(cells)) {
    if (!shown.empty()) shown += ' ';
    for (std::size_t i = 0; i < row.size(); ++i) shown += (i > 0 ? "/" : "") + lines[row[i]];
  }
  return shown;
}

}  // namespace

TEST_CASE("cell rows: a cell tells how many figures it has, and whether a row may begin with it") {
  CHECK(cell_line("1,482.5", 0).figures == 1);
  CHECK_FALSE(cell_line("1,482.5", 0).begins_row);
  CHECK(cell_line("(11.8)% 9.1", 0).figures == 2);
  CHECK(cell_line("North 482", 0).figures == 1);
  CHECK(cell_line("North 482", 0).begins_row);
  CHECK(cell_line("7 to 3,650 days", 0).figures == 1);
  CHECK(cell_line("2024年", 0).figures == 1);
  CHECK(cell_line("Item", 3).index == 3);
  CHECK(cell_line("Item", 0).names_column);
  CHECK_FALSE(cell_line("Unit: million", 0).names_column);
}

TEST_CASE("cell rows: a row goes from its label to the next one") {
  CHECK(rows({"North", "482", "510", "South", "764", "801"}) == "North/482/510 South/764/801");
  CHECK(rows({"Item", "2024", "2023", "North", "482", "510", "South", "764", "801"}) ==
        "Item/2024/2023 North/482/510 South/764/801");
  CHECK(rows({"North", "South"}).empty());
  CHECK(rows({}).empty());
}

TEST_CASE("cell rows: what lacks a figure takes the cell beside it that has none") {
  CHECK(rows({"North", "482", "510", "East", "12", "none", "South", "764", "801"})
            .find("East/12/none") != std::string::npos);
}
