#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace duizhao::text {

/// Byte offset of the first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7);
/// none where the whole text is well formed.
[[nodiscard]] std::optional<std::size_t> first_invalid(std::string_view bytes);

/// The code point at `position`, which is advanced past it. `text` must be valid UTF-8 and
/// `position` a boundary before its end.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& position);

/// The code point that ends at `position`, which is moved back before it. `position` > 0.
[[nodiscard]] char32_t previous_code_point(std::string_view text, std::size_t& position);

void append_code_point(std::string& text, char32_t code_point);

[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// A Han ideograph: the unified blocks, their extensions and the compatibility blocks, 々 and 〇.
[[nodiscard]] bool is_han(char32_t code_point);

/// White space as Unicode defines it, U+3000 included; also U+FEFF and U+200B.
[[nodiscard]] bool is_space(char32_t code_point);

/// A character of Chinese, Japanese or Korean writing or of their punctuation: as wide as two of
/// others, and without spaces around it.
[[nodiscard]] bool is_wide(char32_t code_point);

}  // namespace duizhao::text
