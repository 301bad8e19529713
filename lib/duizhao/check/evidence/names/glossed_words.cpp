#include "duizhao/check/evidence/names/glossed_words.h"

#include <algorithm>

#include "duizhao/text/tokens.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// What may belong to a name in front of its bracket, in bytes.
constexpr std::size_t kReach = 80;

/// Where the text that ends at `bracket` may begin: behind the bracket or the line end before it.
std::size_t begin_of(std::string_view text, std::size_t bracket) {
  std::size_t begin = bracket > kReach ? bracket - kReach : 0;
  while (begin < bracket && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
  const std::size_t border = text.substr(begin, bracket - begin).find_last_of("(\n");
  return border == std::string_view::npos ? begin : begin + border + 1;
}

}  // namespace

GlossedWords::GlossedWords(std::string_view english) {
  for (const std::string_view bracket : {"(", "（"}) {
    for (std::size_t at = english.find(bracket); at != std::string_view::npos;
         at = english.find(bracket, at + bracket.size())) {
      std::size_t inside = at + bracket.size();
      if (inside >= english.size() || !text::is_han(text::next_code_point(english, inside))) {
        continue;
      }
      const std::size_t begin = begin_of(english, at);
      for (const text::Token& token : text::tokenize(english.substr(begin, at - begin), begin)) {
        if (token.kind != text::TokenKind::kWord) continue;
        std::string_view word = token.span.in(english);
        for (const std::string_view possessive : {"'s", "’s"}) {
          if (word.ends_with(possessive)) word.remove_suffix(possessive.size());
        }
        words_.insert(word);
      }
    }
  }
}

}  // namespace duizhao::check
