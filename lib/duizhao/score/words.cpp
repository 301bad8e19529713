#include "duizhao/score/words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::score {
namespace {

enum class Kind : std::uint8_t { kSeparator, kMark, kWord, kHan };

constexpr std::array<Kind, 128> kAscii = [] {
  std::array<Kind, 128> kinds{};
  for (std::size_t c = 0; c < 128; ++c) {
    const bool word = text::is_ascii_letter_or_digit(static_cast<char>(c));
    kinds[c] = word ? Kind::kWord : c <= ' ' || c == 0x7F ? Kind::kSeparator : Kind::kMark;
  }
  return kinds;
}();

constexpr bool between(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

Kind kind_of(char32_t c) {
  if (c < 128) return kAscii[c];
  if (text::is_han(c)) return Kind::kHan;
  if (text::is_space(c)) return Kind::kSeparator;
  if (between(c, 0x80, 0xBF)) return Kind::kMark;
  if (between(c, 0x2012, 0x2015) || c == 0x2026) return Kind::kSeparator;  // dashes, ellipsis
  if (between(c, 0x2000, 0x2BFF)) return Kind::kMark;
  if (between(c, 0x3000, 0x303F)) return Kind::kSeparator;
  if (between(c, 0xFF10, 0xFF19) || between(c, 0xFF21, 0xFF3A) || between(c, 0xFF41, 0xFF5A)) {
    return Kind::kWord;
  }
  if (between(c, 0xFF00, 0xFF65)) return Kind::kSeparator;
  return Kind::kWord;
}

}  // namespace

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  std::size_t han = 0;
  bool in_word = false;
  for (std::size_t position = 0; position < text.size();) {
    switch (kind_of(text::next_code_point(text, position))) {
      case Kind::kWord:
        if (!in_word) ++words;
        in_word = true;
        break;
      case Kind::kHan:
        ++han;
        in_word = false;
        break;
      case Kind::kSeparator:
        in_word = false;
        break;
      case Kind::kMark:
        break;  // belongs to the word that it touches
    }
  }
  if (han == 0) return words;
  const auto han_words =
      static_cast<std::size_t>(std::llround(static_cast<double>(han) / kHanPerWord));
  return words + std::max<std::size_t>(han_words, 1);
}

}  // namespace duizhao::score
