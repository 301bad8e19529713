#pragma once

#include <string>

#include "duizhao/core/error.h"
#include "duizhao/formats/table_cells.h"
#include "duizhao/formats/zip.h"

namespace duizhao::formats {

/// Reads the text of a presentation (PresentationML): slide by slide in their order, a line for
/// each paragraph of shapes and table cells; behind a slide the words of its diagrams, then the
/// speaker's notes. Dates and slide numbers are left out. `part` is the main part.
[[nodiscard]] Result<TextWithTables> read_pptx(const ZipArchive& archive, const std::string& part,
                                               const std::string& file);

}  // namespace duizhao::formats
