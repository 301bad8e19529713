#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "duizhao/core/error.h"

namespace duizhao::text {

/// Line and column of the byte `offset` of a text, for a message. LF, CRLF and CR end a line;
/// columns count code points. What comes before `offset` must be valid UTF-8.
[[nodiscard]] Where place_of(std::string_view text, std::size_t offset, std::string file);

}  // namespace duizhao::text
