#pragma once

#include <string>
#include <string_view>

#include "duizhao/core/error.h"
#include "duizhao/formats/table_cells.h"

namespace duizhao::formats {

/// Whether an archive is an EPUB book, by the entry "mimetype" that comes first in it.
[[nodiscard]] bool looks_like_epub(std::string_view bytes);

/// Reads the text of a book (EPUB 2 and 3): its chapters in the order of reading, as pages of HTML
/// are read. The table of contents is left out.
[[nodiscard]] Result<TextWithTables> read_epub(std::string_view bytes, const std::string& file);

}  // namespace duizhao::formats
