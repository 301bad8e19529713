#pragma once

#include <doctest/doctest.h>

#include <cstddef>
#include <string_view>
#include <vector>

#include "duizhao/core/span.h"
#include "duizhao/text/utf8.h"

namespace duizhao::tests {

/// Spans of a text are in order, on boundaries of characters, none of them empty, and what they
/// leave out is white space.
inline void check_cover(std::string_view text, const std::vector<Span>& spans) {
  const auto is_space = [&](std::size_t from, std::size_t to) {
    while (from < to) {
      if (!text::is_space(text::next_code_point(text, from))) return false;
    }
    return from == to;
  };
  std::size_t end = 0;
  for (const Span span : spans) {
    CHECK(span.begin >= end);
    CHECK(is_space(end, span.begin));
    CHECK_FALSE(span.empty());
    CHECK_FALSE(text::first_invalid(span.in(text)));
    end = span.end;
  }
  CHECK(is_space(end, text.size()));
}

}  // namespace duizhao::tests
