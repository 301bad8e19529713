#pragma once

#include <istream>
#include <string>
#include <string_view>

#include "duizhao/core/document.h"
#include "duizhao/core/error.h"
#include "duizhao/text/line_joining.h"

namespace duizhao::formats {

/// How a document is to be read.
struct DocumentOptions {
  std::string encoding{};  ///< of plain text; empty to detect it
  text::LineUse lines = text::LineUse::kAuto;
  /// Where the language is known, a text in a third one is no error.
  Language language = Language::kUnknown;
};

/// Reads a document: its name, text, encoding and, where the options say it, language; not yet
/// segmented. The path "-" is `standard_input`. Plain text is decoded, by the name that the options
/// give or as text::decode finds; Word documents are recognised by their content, their encoding is
/// "DOCX". An empty file is an empty document.
///
/// Fails on a file that cannot be read, is not text, is not valid in its encoding, or is in a
/// language that is neither Chinese nor English.
[[nodiscard]] Result<Document> read_document(const std::string& path,
                                             const DocumentOptions& options,
                                             std::istream& standard_input);

}  // namespace duizhao::formats
