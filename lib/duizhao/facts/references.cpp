#include "duizhao/facts/references.h"

#include <algorithm>
#include <array>
#include <string>

#include "duizhao/text/ascii.h"

namespace duizhao::facts {
namespace {

constexpr auto kChineseParts = std::to_array<std::string_view>(
    {"条", "條", "项", "項", "款", "目", "章", "节", "節", "编", "編"});

constexpr auto kEnglishParts = std::to_array<std::string_view>(
    {"article",    "articles", "art",          "section",       "sections",   "paragraph",
     "paragraphs", "para",     "subparagraph", "subparagraphs", "item",       "items",
     "clause",     "clauses",  "chapter",      "chapters",      "subsection", "subsections",
     "rule",       "rules",    "regulation",   "regulations"});

constexpr auto kListWords = std::to_array<std::string_view>({"to", "through", "and", "or"});

template <std::size_t kCount>
bool is_one_of(std::string_view word, const std::array<std::string_view, kCount>& words) {
  return std::ranges::find(words, word) != words.end();
}

/// The last word or number of a text, in lower case, which is cut off it with the marks behind.
std::string last_word(std::string_view& text) {
  constexpr std::string_view kMarks = " ,.-();\n";
  while (!text.empty() && kMarks.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  std::size_t begin = text.size();
  while (begin > 0 && text::is_ascii_letter_or_digit(text[begin - 1])) --begin;
  std::string word = text::ascii_lowered(text.substr(begin));
  text = text.substr(0, begin);
  return word;
}

}  // namespace

bool is_reference(std::string_view text, const Fact& fact) {
  const std::string_view behind = text.substr(fact.span.end);
  if (std::ranges::any_of(kChineseParts,
                          [&](std::string_view part) { return behind.starts_with(part); })) {
    return true;
  }
  // "Articles 39 to 43", "paragraph 1, subparagraph 5"
  std::string_view before = text.substr(0, fact.span.begin);
  constexpr std::size_t kLongestList = 8;
  for (std::size_t i = 0; i < kLongestList; ++i) {
    const std::string word = last_word(before);
    if (is_one_of(word, kEnglishParts)) return true;
    const bool number = !word.empty() && std::ranges::all_of(word, text::is_ascii_digit);
    if (!number && !is_one_of(word, kListWords)) return false;
  }
  return false;
}

bool refers_without_number(std::string_view text) {
  constexpr auto kEnglish = std::to_array<std::string_view>(
      {"preceding", "foregoing", "aforementioned", "aforesaid", "the same article",
       "the same paragraph", "the same subparagraph", "the said ", "hereof", "thereof", "the above",
       "following"});
  constexpr auto kPlaces =
      std::to_array<std::string_view>({"前", "同", "本", "上", "该", "該", "次", "下"});
  const std::string lowered = text::ascii_lowered(text);
  if (std::ranges::any_of(kEnglish, [&](std::string_view form) {
        return lowered.find(form) != std::string::npos;
      })) {
    return true;
  }
  return std::ranges::any_of(kPlaces, [&](std::string_view place) {
    for (std::size_t at = text.find(place); at != std::string_view::npos;
         at = text.find(place, at + place.size())) {
      const std::string_view behind = text.substr(at + place.size());
      if (std::ranges::any_of(kChineseParts,
                              [&](std::string_view part) { return behind.starts_with(part); })) {
        return true;
      }
    }
    return false;
  });
}

}  // namespace duizhao::facts
