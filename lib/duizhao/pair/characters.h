#pragma once

#include <string_view>
#include <vector>

#include "duizhao/core/span.h"

namespace duizhao::pair {

struct Character {
  char32_t value = 0;
  Span span;
};

/// The code points of `part` of a text, with their places.
[[nodiscard]] std::vector<Character> characters_of(std::string_view text, Span part);

/// A view of characters for rules that look at neighbours: outside there are line feeds.
class Characters {
 public:
  Characters(std::string_view text, Span part) : characters_(characters_of(text, part)) {}

  [[nodiscard]] std::ptrdiff_t size() const {
    return static_cast<std::ptrdiff_t>(characters_.size());
  }
  [[nodiscard]] char32_t operator[](std::ptrdiff_t i) const {
    return i < 0 || i >= size() ? U'\n' : characters_[static_cast<std::size_t>(i)].value;
  }
  [[nodiscard]] Span span(std::ptrdiff_t i) const {
    return characters_[static_cast<std::size_t>(i)].span;
  }
  [[nodiscard]] Span span(std::ptrdiff_t first, std::ptrdiff_t last) const {
    return span(first).joined(span(last));
  }

 private:
  std::vector<Character> characters_;
};

[[nodiscard]] bool is_latin_letter(char32_t c);
[[nodiscard]] bool is_ascii_digit(char32_t c);
[[nodiscard]] bool is_in(char32_t c, std::u32string_view set);

}  // namespace duizhao::pair
