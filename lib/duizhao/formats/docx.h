#pragma once

#include <string>
#include <string_view>

#include "duizhao/core/error.h"

namespace duizhao::formats {

/// Reads the text of a Word document (Office Open XML, ECMA-376 part 1, WordprocessingML): a line
/// for every paragraph, also in table cells and text boxes, in the order of the document; a line
/// break within a paragraph ends a line as well. Footnotes follow the text, then endnotes.
///
/// Tracked changes are read as accepted: inserted text is in, deleted text out, moved text where it
/// moved to. Left out are headers and footers, comments, hidden text, field codes and ruby.
///
/// Fails on anything else than a Word document, and on a damaged or encrypted one; `file` is for
/// messages.
[[nodiscard]] Result<std::string> read_docx(std::string_view bytes, const std::string& file);

}  // namespace duizhao::formats
