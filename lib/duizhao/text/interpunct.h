#pragma once

namespace duizhao::text {

/// A dot of middle height, as it stands between the parts of a foreign name: 乔治·华盛顿. Which of
/// the characters that look so is written depends on the keyboard.
[[nodiscard]] constexpr bool is_interpunct(char32_t c) {
  switch (c) {
    case U'·':       // U+00B7
    case U'•':       // U+2022, a bullet
    case U'‧':       // U+2027, as Taiwan and Hong Kong have it
    case U'\u2219':  // an operator
    case U'\u22C5':  // another one
    case U'・':      // U+30FB, of katakana
    case U'\uFF65':  // the same of half width
      return true;
    default:
      return false;
  }
}

}  // namespace duizhao::text
