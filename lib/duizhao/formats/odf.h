#pragma once

#include <string>
#include <string_view>

#include "duizhao/core/error.h"
#include "duizhao/formats/table_cells.h"

namespace duizhao::formats {

/// Whether an archive is an OpenDocument file, by the entry "mimetype" that comes first in it.
[[nodiscard]] bool looks_like_odf(std::string_view bytes);

/// Reads the text of an OpenDocument text, presentation or sheet (ISO/IEC 26300-3): a line for each
/// paragraph, heading and cell; footnotes follow the text. Tracked deletions, comments and ruby are
/// left out.
[[nodiscard]] Result<TextWithTables> read_odf(std::string_view bytes, const std::string& file);

}  // namespace duizhao::formats
