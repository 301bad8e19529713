#pragma once

#include <istream>
#include <string>
#include <string_view>

#include "duizhao/core/document.h"
#include "duizhao/core/error.h"

namespace duizhao::formats {

/// Reads a document: its name, text and encoding, not yet segmented. The path "-" is
/// `standard_input`. Plain text is decoded, by the name that `encoding` gives or, where that is
/// empty, as text::decode finds; Word documents are recognised by their content, their encoding is
/// "DOCX". An empty file is an empty document.
///
/// Fails on a file that cannot be read, is not text, or is not valid in its encoding.
[[nodiscard]] Result<Document> read_document(const std::string& path, std::string_view encoding,
                                             std::istream& standard_input);

}  // namespace duizhao::formats
