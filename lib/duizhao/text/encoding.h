#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "duizhao/core/error.h"

namespace duizhao::text {

/// The text of a file and the encoding that it was read in.
struct Decoded {
  std::string text;      ///< valid UTF-8 without a byte-order mark
  std::string encoding;  ///< IANA name: UTF-8, UTF-16LE, GB18030, Big5, …
};

/// Decodes a whole file. `encoding` is any name or alias that IANA registers; where it is empty, a
/// byte-order mark decides that the bytes behind it don't belie, else valid UTF-8, or HZ within
/// ASCII, else the most plausible of UTF-16, GB18030, Big5, Big5-HKSCS, windows-1252 and Mac Roman,
/// judged by how common the decoded characters are.
///
/// Fails on bytes that the encoding does not allow (with line and column of the first), on NUL
/// characters (a binary file), on bytes that look like text in none of these encodings, and on an
/// encoding name that is not known. `file` is for messages.
[[nodiscard]] Result<Decoded> decode(std::string_view bytes, std::string_view encoding,
                                     const std::string& file);

/// Fails on a file that people give by mistake where plain text is read, with what it is and what
/// to do instead: a picture, an archive, an old Office document.
[[nodiscard]] Result<void> refuse_foreign(std::string_view bytes, const std::string& file);

/// Whether a text is UTF-8 that a program took for windows-1252 or Latin-1 and wrote as UTF-8 once
/// more, so that each Chinese character is three others: "å¹´" for 年.
[[nodiscard]] bool is_encoded_twice(std::string_view utf8);

/// How many bytes at the begin of a file are a byte-order mark that is another encoding's than the
/// text's behind it, as programs leave one that convert a file and not its mark; 0 for a mark that
/// tells the truth, and for none.
[[nodiscard]] std::size_t false_mark(std::string_view bytes);

}  // namespace duizhao::text
