#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace duizhao::text {

/// Where the last of a form stands, as std::string_view::rfind() tells it, which calls a function
/// at each place; here only where the form's last byte is. In UTF-8 of Chinese the first bytes are
/// much alike.
[[nodiscard]] inline std::size_t find_last(std::string_view text, std::string_view form) {
  if (form.empty() || form.size() > text.size()) return text.rfind(form);
  const char last = form.back();
  for (std::size_t end = text.size(); end >= form.size(); --end) {
    if (text[end - 1] != last) continue;
    const std::size_t begin = end - form.size();
    if (std::equal(form.begin(), form.end(), text.begin() + static_cast<std::ptrdiff_t>(begin))) {
      return begin;
    }
  }
  return std::string_view::npos;
}

}  // namespace duizhao::text
