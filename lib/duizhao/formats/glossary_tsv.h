#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/core/term_entry.h"

namespace duizhao::formats {

/// Reads a glossary of tab-separated values; see entries_of_table for what the columns may be.
///
/// LF or CRLF ends a line and nothing else does; there is no quoting; a byte-order mark is dropped.
/// Fails on bytes that are not UTF-8 (with line and column) and on a line without a tab. `file` is
/// for messages and for the provenance of the entries.
[[nodiscard]] Result<std::vector<TermEntry>> read_tsv_glossary(std::string_view bytes,
                                                               const std::string& file);

}  // namespace duizhao::formats
