#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/formats/table.h"

namespace duizhao::formats {

/// Reads comma-separated values (RFC 4180): quoted cells may hold separators, line ends and doubled
/// quotes. The separator is a comma, or a semicolon where the first line has more of those. Rows
/// know the line that they begin on. Fails on a quote that is never closed and on text after a
/// closing quote. `text` is UTF-8 without a byte-order mark.
[[nodiscard]] Result<std::vector<TableRow>> read_csv(std::string_view text,
                                                     const std::string& file);

/// Appends a row; cells are quoted where they have to be. Lines end in CRLF, as the RFC says.
void append_csv_row(std::string& out, const std::vector<std::string>& cells);

}  // namespace duizhao::formats
