#pragma once

#include <string>
#include <string_view>

namespace duizhao::report {

/// Appends a text so that it is the same text in HTML, between tags and in quoted attributes, and
/// nothing else. Control characters, which HTML can't hold, become the pictures of them (U+2400…).
/// `text` must be valid UTF-8.
void append_escaped(std::string& out, std::string_view text);

[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace duizhao::report
