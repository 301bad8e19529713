#pragma once

#include <string>

#include "duizhao/core/error.h"
#include "duizhao/formats/office.h"
#include "duizhao/formats/zip.h"

namespace duizhao::formats {

/// Appends the words of the charts that an Office part leads to, a line each: titles, and the names
/// of series and categories. Its figures are in the workbook.
[[nodiscard]] Result<void> read_charts(const ZipArchive& archive,
                                       const Relationships& relationships, const std::string& file,
                                       std::string& text);

}  // namespace duizhao::formats
