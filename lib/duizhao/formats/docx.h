#pragma once

#include <string>

#include "duizhao/core/error.h"
#include "duizhao/formats/table_cells.h"
#include "duizhao/formats/zip.h"

namespace duizhao::formats {

/// Reads the text of a Word document (Office Open XML, ECMA-376 part 1, WordprocessingML): a line
/// for every paragraph, also in table cells and text boxes, in the order of the document; a line
/// break within a paragraph ends a line as well, unless a sentence goes on behind it. Footnotes
/// follow the text, then endnotes, then the words of diagrams. Documents that it takes in
/// (altChunk: HTML, text, Word) stand where they are named; of another kind they are refused.
/// Figures set as superscript become superscript characters.
///
/// Tracked changes are read as accepted: inserted text is in, deleted text out, moved text where it
/// moved to. Left out are headers and footers, comments, hidden text, field codes and ruby.
///
/// `body` is the name of the main part; `file` is for messages.
[[nodiscard]] Result<TextWithTables> read_docx(const ZipArchive& archive, const std::string& body,
                                               const std::string& file);

}  // namespace duizhao::formats
