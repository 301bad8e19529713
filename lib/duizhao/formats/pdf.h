#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"

namespace duizhao::formats {

/// The text of a PDF as it is printed, line by line.
struct PdfText {
  std::string text;
  std::vector<bool> go_on;  ///< whether the next line goes on with the paragraph, by line
};

/// Reads the text layer of a PDF (poppler) in reading order, columns one after the other, without
/// running heads and page numbers; a row of a table is a line with tabs between its cells. Fails on
/// a file that is damaged, locked or has no text, as scans have none.
[[nodiscard]] Result<PdfText> read_pdf(std::string_view bytes, const std::string& file);

}  // namespace duizhao::formats
