#include "duizhao/check/evidence/runs/set_phrases.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "duizhao/text/ascii.h"

namespace duizhao::check {
namespace {

constexpr std::string_view kPhrases[] = {
#include "duizhao/check/evidence/runs/set_phrases.inc"
};

static_assert(std::ranges::is_sorted(kPhrases));

/// Whether a phrase stands in the text by whole words at a place where a word begins.
bool stands_at(std::string_view text, std::size_t at, std::string_view phrase) {
  if (text.substr(at, phrase.size()) != phrase) return false;
  const std::size_t end = at + phrase.size();
  return end == text.size() || !text::is_ascii_letter(text[end]);
}

}  // namespace

std::vector<bool> words_of_set_phrases(const pair::Passage& english) {
  std::vector<bool> of_phrase(english.words.size());
  const std::string lowered = text::ascii_lowered(english.text());
  const std::string_view text = lowered;
  for (std::size_t w = 0; w < english.words.size(); ++w) {
    if (english.words[w].kind == text::TokenKind::kPunctuation) continue;
    const std::size_t at = english.words[w].span.begin - english.span.begin;
    const std::string_view first = text.substr(at, english.words[w].span.size());
    // Of sorted phrases those that begin with the word stand together.
    for (auto phrase = std::ranges::lower_bound(kPhrases, first);
         phrase != std::end(kPhrases) && phrase->starts_with(first); ++phrase) {
      if (!stands_at(text, at, *phrase)) continue;
      const std::size_t end = english.span.begin + at + phrase->size();
      for (std::size_t i = w; i < english.words.size() && english.words[i].span.begin < end; ++i) {
        of_phrase[i] = true;
      }
    }
  }
  return of_phrase;
}

}  // namespace duizhao::check
