#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "duizhao/core/error.h"
#include "duizhao/formats/style_sheet.h"
#include "duizhao/formats/table_cells.h"

namespace duizhao::formats {

/// Whether a text is a page of HTML, by how it begins.
[[nodiscard]] bool looks_like_html(std::string_view text);

/// What a browser shows above a page; of a chapter of a book it is often the file's name.
enum class PageTitle : std::uint8_t { kRead, kLeftOut };

/// Reads the text of a page of HTML or XHTML (libxml2's reader, which takes whatever a browser
/// would): a line for each paragraph, heading, item and cell. Scripts, styles, hidden elements,
/// ruby and the marks of footnotes are left out. `utf8` is valid UTF-8; nothing is fetched.
/// `styles` are those of the book that it is a chapter of; of a page's own only what they raise is
/// heeded, since a script may show what they hide.
[[nodiscard]] Result<TextWithTables> read_html(std::string_view utf8, const std::string& file,
                                               PageTitle title = PageTitle::kRead,
                                               StyleSheet styles = {});

/// The encoding that a page names for itself; empty where it names none.
[[nodiscard]] std::string encoding_of_html(std::string_view bytes);

/// What an entity such as "&amp;" or "&#8212;" stands for; itself where that is not known.
[[nodiscard]] std::string text_of_entity(std::string_view entity);

}  // namespace duizhao::formats
