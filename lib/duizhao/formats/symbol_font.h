#pragma once

#include <string>
#include <string_view>

namespace duizhao::formats {

/// What a character of the font Symbol shows, by its number there (Adobe's Symbol encoding, which
/// Word also writes as U+F020 to U+F0FE); a space where nothing does.
[[nodiscard]] std::string_view symbol_character(unsigned int number);

/// A text that is set in the font Symbol as it shows: "m" and U+F06D are μ.
[[nodiscard]] std::string shown_in_symbol(std::string_view text);

}  // namespace duizhao::formats
