#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/formats/table.h"

namespace duizhao::formats {

/// Reads comma-separated values (RFC 4180): quoted cells may hold separators, line ends and doubled
/// quotes. The separator is a comma, a semicolon where the first line has more of those, or a tab
/// where it has one. Rows know the line that they begin on. Fails on a quote that is never closed
/// and on text after a closing quote. `text` is UTF-8 without a byte-order mark.
[[nodiscard]] Result<std::vector<TableRow>> read_csv(std::string_view text,
                                                     const std::string& file);

/// Whether a table with tabs is written as CSV is, as Excel and pandas do: cells with line ends or
/// doubled quotes stand in quotes, and no quote that begins a cell ends elsewhere. `start` is the
/// begin of the file. In other tables quotes are of the text.
[[nodiscard]] bool is_quoted_tab_table(std::string_view start);

/// Appends a row; cells are quoted where they have to be. Lines end in CRLF, as the RFC says.
void append_csv_row(std::string& out, const std::vector<std::string>& cells);

}  // namespace duizhao::formats
