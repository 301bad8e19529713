#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/formats/table.h"
#include "duizhao/formats/zip.h"

namespace duizhao::formats {

/// Reads the sheets of an Office Open XML workbook (ECMA-376, SpreadsheetML): the text of their
/// cells, numbers and dates as they are shown (cell_format.h), formulas by their cached values.
/// Rows know their number. `bytes` is the whole file. Fails on what is no such workbook and on
/// damaged ones; there is at least one sheet.
[[nodiscard]] Result<std::vector<Sheet>> read_xlsx(std::string_view bytes, const std::string& file);

/// The parts of the archive that the sheets are in, in the order of those that read_xlsx() gives.
[[nodiscard]] Result<std::vector<std::string>> parts_of_sheets(const ZipArchive& archive,
                                                               const std::string& file);

/// A workbook with one sheet of text cells; the first row stays in sight when scrolling.
[[nodiscard]] std::string write_xlsx(const std::vector<std::vector<std::string>>& rows);

}  // namespace duizhao::formats
