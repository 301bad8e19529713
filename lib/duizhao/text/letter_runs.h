#pragma once

#include <string_view>

#include "duizhao/core/span.h"
#include "duizhao/text/ascii.h"

namespace duizhao::text {

/// The next run of letters from `from` on, empty at the end of the text: of ASCII letters and of
/// all characters beyond ASCII, which is a word where languages of Latin letters are told apart.
[[nodiscard]] inline Span next_letter_run(std::string_view text, std::size_t from) {
  const auto is_letter = [&](std::size_t i) {
    return is_ascii_letter(text[i]) || static_cast<unsigned char>(text[i]) >= 0x80U;
  };
  while (from < text.size() && !is_letter(from)) ++from;
  std::size_t end = from;
  while (end < text.size() && is_letter(end)) ++end;
  return {from, end};
}

}  // namespace duizhao::text
