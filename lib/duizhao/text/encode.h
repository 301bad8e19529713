#pragma once

#include <string>
#include <string_view>

#include "duizhao/core/error.h"

namespace duizhao::text {

/// Valid UTF-8 as a file in `encoding`, an IANA name as decode() gives them; no byte-order mark is
/// added. Fails on a character that the encoding does not have, with its line and column, and on an
/// encoding that is not known. `file` is for messages.
[[nodiscard]] Result<std::string> encode(std::string_view text, std::string_view encoding,
                                         const std::string& file);

/// The byte-order mark that a file begins with; empty where it has none.
[[nodiscard]] std::string_view byte_order_mark(std::string_view bytes);

}  // namespace duizhao::text
