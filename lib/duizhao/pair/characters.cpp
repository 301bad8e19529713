#include "duizhao/pair/characters.h"

#include "duizhao/text/utf8.h"

namespace duizhao::pair {

std::vector<Character> characters_of(std::string_view text, Span part) {
  std::vector<Character> characters;
  characters.reserve(part.size());  // more than there are, but in one piece
  for (std::size_t i = part.begin; i < part.end;) {
    const std::size_t begin = i;
    const char32_t value = text::next_code_point(text, i);
    characters.push_back({value, {begin, i}});
  }
  return characters;
}

bool is_latin_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c < 0x250);
}

bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_in(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

}  // namespace duizhao::pair
