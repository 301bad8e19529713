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
[[nodiscard]] inline char32_t next_code_point(std::string_view text, std::size_t& position) {
  const auto at = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
  };
  const std::size_t i = position;
  const char32_t lead = at(i);
  if (lead < 0x80) {
    position = i + 1;
    return lead;
  }
  if (lead < 0xE0) {
    position = i + 2;
    return ((lead & 0x1F) << 6) | (at(i + 1) & 0x3F);
  }
  if (lead < 0xF0) {
    position = i + 3;
    return ((lead & 0x0F) << 12) | ((at(i + 1) & 0x3F) << 6) | (at(i + 2) & 0x3F);
  }
  position = i + 4;
  return ((lead & 0x07) << 18) | ((at(i + 1) & 0x3F) << 12) | ((at(i + 2) & 0x3F) << 6) |
         (at(i + 3) & 0x3F);
}

/// The code point that ends at `position`, which is moved back before it. `position` > 0.
[[nodiscard]] inline char32_t previous_code_point(std::string_view text, std::size_t& position) {
  do {
    --position;
  } while ((static_cast<unsigned char>(text[position]) & 0xC0) == 0x80);
  std::size_t start = position;
  return next_code_point(text, start);
}

inline void append_code_point(std::string& text, char32_t code_point) {
  const char32_t c = code_point;
  const auto push = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    push(c);
  } else if (c < 0x800) {
    push(0xC0 | (c >> 6));
    push(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    push(0xE0 | (c >> 12));
    push(0x80 | ((c >> 6) & 0x3F));
    push(0x80 | (c & 0x3F));
  } else {
    push(0xF0 | (c >> 18));
    push(0x80 | ((c >> 12) & 0x3F));
    push(0x80 | ((c >> 6) & 0x3F));
    push(0x80 | (c & 0x3F));
  }
}

[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// A Han ideograph: the unified blocks, their extensions and the compatibility blocks, 々 and 〇.
[[nodiscard]] constexpr bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3005 ||
         c == 0x3007 || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF);
}

/// White space as Unicode defines it, U+3000 included; also U+FEFF and U+200B.
[[nodiscard]] bool is_space(char32_t code_point);

/// A character of Chinese, Japanese or Korean writing or of their punctuation: as wide as two of
/// others, and without spaces around it.
[[nodiscard]] bool is_wide(char32_t code_point);

}  // namespace duizhao::text
