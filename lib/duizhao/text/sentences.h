#pragma once

#include "duizhao/core/document.h"

namespace duizhao::text {

/// Finds the paragraphs of `document.text` and their languages, and breaks them into sentences.
///
/// A line is a paragraph; a heading or a caption without a full stop is a sentence of its own.
/// The rules of ICU (UAX #29) are repaired where they fail on reports: "01.AI", "Dr.", "No. 5",
/// "U.S.", initials, decimals, closing quotes and brackets, `……`, `；` in enumerations.
/// Sets `document.language`, unless it is already known, to the language of most of the text.
void segment(Document& document);

/// The same for a text whose every line is one sentence, the empty lines too; only LF and CRLF end
/// a line. A line is a paragraph.
void segment_lines(Document& document);

/// The language of a text, by its letters: Chinese as soon as Han characters stand for more of the
/// words than Latin letters do. kUnknown for a text without either.
[[nodiscard]] Language language_of(std::string_view text);

}  // namespace duizhao::text
