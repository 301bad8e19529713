#pragma once

namespace duizhao::text {

/// The half-width form of a full-width ASCII character (U+FF01 to U+FF5E); others as they are.
[[nodiscard]] constexpr char32_t half_width(char32_t c) {
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

}  // namespace duizhao::text
