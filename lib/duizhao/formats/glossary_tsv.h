#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/core/term_entry.h"
#include "duizhao/formats/glossary_table.h"

namespace duizhao::formats {

/// Reads a glossary of tab-separated values; see entries_of_sheets for what the columns may be.
///
/// LF or CRLF ends a line and nothing else does; there is no quoting; a byte-order mark is dropped.
/// Fails on bytes that are not UTF-8 (with line and column) and on a line without a tab. `file` is
/// for messages and for the provenance of the entries.
[[nodiscard]] Result<std::vector<TermEntry>> read_tsv_glossary(std::string_view bytes,
                                                               const std::string& file);

/// The same as rows.
[[nodiscard]] Result<std::vector<TableRow>> read_tsv(std::string_view bytes,
                                                     const std::string& file);

/// Appends a row; tabs and line ends inside cells become spaces.
void append_tsv_row(std::string& out, const std::vector<std::string>& cells);

}  // namespace duizhao::formats
