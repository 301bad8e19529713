#pragma once

#include <string>
#include <string_view>

#include "duizhao/core/document.h"
#include "duizhao/core/error.h"

namespace duizhao::formats {

/// Whether a text is written in Markdown: it has marks of several kinds that plain text has not,
/// or of one kind where `named_so` says that the file's name ends as one of Markdown.
[[nodiscard]] bool looks_like_markdown(std::string_view text, bool named_so);

/// Makes the text of a Markdown file (CommonMark with tables, by md4c) the text of `document`: a
/// line for each paragraph, heading, item and cell, without marks, addresses of links and blocks of
/// code; fields of front matter as in plain text. Spans lead back to the file. Fails on nothing
/// that is text.
[[nodiscard]] Result<void> take_markdown(Document& document, std::string text);

}  // namespace duizhao::formats
