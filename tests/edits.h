#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "chance.h"
#include "duizhao/text/utf8.h"

namespace duizhao::tests {

/// Words of English, two characters of Chinese.
inline std::vector<std::string> pieces_of(const std::string& text) {
  std::vector<std::string> pieces(1);
  std::size_t han = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = text::next_code_point(text, i);
    pieces.back().append(text, begin, i - begin);
    han = text::is_han(c) ? han + 1 : 0;
    if (c == U' ' || han == 2) {
      pieces.emplace_back();
      han = 0;
    }
  }
  return pieces;
}

/// The text with a piece left out, said twice, exchanged with another or with one of `other`, or
/// with another digit.
inline std::string edited(const std::string& text, const std::string& other, Chance& chance) {
  if (text.empty()) return text;
  std::vector<std::string> pieces = pieces_of(text);
  const std::vector<std::string> others = pieces_of(other);
  const auto at = pieces.begin() + static_cast<std::ptrdiff_t>(chance.below(pieces.size()));
  switch (chance.below(5)) {
    case 0:
      pieces.erase(at);
      break;
    case 1:
      pieces.insert(at, std::string(*at));
      break;
    case 2:
      std::swap(*at, pieces[chance.below(pieces.size())]);
      break;
    case 3:
      *at = others[chance.below(others.size())];
      break;
    default: {
      constexpr std::string_view kDigits = "0123456789";
      std::string changed = text;
      const std::size_t digit = changed.find_first_of(kDigits, chance.below(changed.size()));
      if (digit != std::string::npos) changed[digit] = kDigits[chance.below(kDigits.size())];
      return changed;
    }
  }
  return fmt::format("{}", fmt::join(pieces, ""));
}

}  // namespace duizhao::tests
