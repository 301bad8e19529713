#pragma once

#include <string>

#include "duizhao/core/error.h"
#include "duizhao/formats/table_cells.h"
#include "duizhao/formats/zip.h"

namespace duizhao::formats {

/// Appends the text of a part with shapes (ECMA-376, DrawingML), a slide or what is drawn on a
/// sheet: a line for each paragraph of shapes and table cells, and for what a picture shows.
/// Fields, as numbers of slides, are left out.
[[nodiscard]] Result<void> read_drawing(const ZipArchive& archive, const std::string& part,
                                        const std::string& file, std::string& text,
                                        TableCells& cells);

}  // namespace duizhao::formats
