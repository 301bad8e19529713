#pragma once

#include <string>
#include <string_view>

#include "duizhao/core/error.h"

namespace duizhao::formats {

/// Reads the text layer of a PDF (poppler) in reading order, columns one after the other: lines as
/// they are printed, without running heads and page numbers. Fails on a file that is damaged,
/// locked or has no text, as scans have none.
[[nodiscard]] Result<std::string> read_pdf(std::string_view bytes, const std::string& file);

}  // namespace duizhao::formats
