#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/formats/table.h"

namespace duizhao::formats {

/// The sheets of an OpenDocument spreadsheet, or the tables of a text document, with the text of
/// their cells (ISO/IEC 26300); a line break within a cell is one. Rows know their number. Tables
/// inside a cell are text of that cell. Comments and deleted text are left out. Fails where the
/// document has no table.
[[nodiscard]] Result<std::vector<Sheet>> read_odf_tables(std::string_view bytes,
                                                         const std::string& file);

}  // namespace duizhao::formats
