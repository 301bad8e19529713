#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace duizhao::text {

// Letters and digits of ASCII, byte by byte. The functions of <cctype> are no substitute: they
// depend on the locale, and are undefined for negative values, which the bytes of UTF-8 characters
// beyond ASCII are where char is signed. Here such bytes are neither letters nor digits, and stay
// as they are, so that any UTF-8 text may be given: "Ü5股" has one digit and no letter.

[[nodiscard]] constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

[[nodiscard]] constexpr bool is_ascii_letter(char c) {
  return is_ascii_upper(c) || is_ascii_lower(c);
}

[[nodiscard]] constexpr bool is_ascii_letter_or_digit(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c);
}

/// The small letter of a capital; anything else unchanged.
[[nodiscard]] constexpr char ascii_upper(char c) {
  return is_ascii_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}
[[nodiscard]] constexpr char ascii_lower(char c) {
  return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

/// "ÜBER Co." is "Über co.": as long as `text`, so that offsets into one hold for the other.
[[nodiscard]] inline std::string ascii_lowered(std::string_view text) {
  std::string lowered(text);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), ascii_lower);
  return lowered;
}

}  // namespace duizhao::text
