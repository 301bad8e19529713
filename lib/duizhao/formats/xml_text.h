#pragma once

#include <string>
#include <string_view>

namespace duizhao::formats {

/// Appends text as the content of an element or of an attribute in double quotes. Characters that
/// XML 1.0 does not allow, U+FFFE among them, become U+FFFD.
void append_xml_text(std::string& out, std::string_view text);
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace duizhao::formats
