#pragma once

#include <string>
#include <string_view>

#include "duizhao/core/error.h"
#include "duizhao/formats/table_cells.h"

namespace duizhao::formats {

/// Whether a text is a document in XML, by how it begins: DocBook, DITA, JATS, TEI, or a drawing in
/// SVG.
[[nodiscard]] bool looks_like_xml_document(std::string_view text);

/// Reads the text of such a document as that of the page that it makes (see html.h): a line for
/// each paragraph, heading, item and cell, footnotes behind the paragraph that they stand in. Code,
/// terms of indexes and what is said about the document are left out. Fails where its parts stand
/// in other files, none of which is opened.
[[nodiscard]] Result<TextWithTables> read_xml_document(std::string_view utf8,
                                                       const std::string& file);

}  // namespace duizhao::formats
