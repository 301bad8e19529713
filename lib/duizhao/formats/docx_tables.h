#pragma once

#include <string>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/formats/table.h"
#include "duizhao/formats/zip.h"

namespace duizhao::formats {

/// The rows of the tables of a Word document, one after the other, as CAT tools export bilingual
/// files for review. Line ends in cells are spaces; rows know their number. Fails where the
/// document has no table. `body` is the name of the main part.
[[nodiscard]] Result<std::vector<TableRow>> read_docx_tables(const ZipArchive& archive,
                                                             const std::string& body,
                                                             const std::string& file);

}  // namespace duizhao::formats
