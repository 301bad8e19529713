#pragma once

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string_view>

namespace duizhao::text {

/// Whether a word is one of some.
[[nodiscard]] inline bool is_one_of(std::string_view word,
                                    std::span<const std::string_view> forms) {
  return std::ranges::find(forms, word) != forms.end();
}
[[nodiscard]] inline bool is_one_of(std::string_view word,
                                    std::initializer_list<std::string_view> forms) {
  return is_one_of(word, std::span(forms.begin(), forms.size()));
}

/// Whether a text has one of some stretches, wherever.
[[nodiscard]] inline bool has_one_of(std::string_view text,
                                     std::span<const std::string_view> forms) {
  return std::ranges::any_of(
      forms, [&](std::string_view form) { return text.find(form) != std::string_view::npos; });
}
[[nodiscard]] inline bool has_one_of(std::string_view text,
                                     std::initializer_list<std::string_view> forms) {
  return has_one_of(text, std::span(forms.begin(), forms.size()));
}

}  // namespace duizhao::text
