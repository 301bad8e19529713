#pragma once

#include "duizhao/core/document.h"
#include "duizhao/text/language.h"

namespace duizhao::text {

/// Finds the paragraphs of `document.text` and their languages, breaks them into sentences, and
/// finds the tables that are laid out by tabs (tab_tables.h).
///
/// A line is a paragraph; a heading or a caption without a full stop is a sentence of its own. LF,
/// CRLF, CR, form feed, U+0085, U+2028 and U+2029 end a line. What breaks.h says keeps "01.AI",
/// "Dr.", "No. 5", "U.S.", initials, decimals and asides in brackets within a sentence, leaves
/// closing quotes with theirs, and breaks enumerations at `；` before a numbered item.
/// Sets `document.language`, unless it is already known, to the language of most of the text.
/// Paragraphs without words of either language, such as a URL, stay kUnknown.
void segment(Document& document);

/// The same for a text whose every line is one sentence, the empty lines too; only LF and CRLF end
/// a line. A line is a paragraph.
void segment_lines(Document& document);

}  // namespace duizhao::text
