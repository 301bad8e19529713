#include "duizhao/pair/clauses.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace duizhao::pair {
namespace {

bool divides(std::string_view mark) {
  constexpr std::array<std::string_view, 21> kMarks = {",",  ";",  ":",  ".",  "!",  "?",  "(",
                                                       ")",  "—",  "–",  "，", "；", "：", "。",
                                                       "！", "？", "（", "）", "——", "…",  "……"};
  return std::find(kMarks.begin(), kMarks.end(), mark) != kMarks.end();
}

/// The full stop of "U.S.", "Mr." before a name, or of "3.5": it divides no clauses. In English one
/// that does is followed by a space or a closing mark, and ends no single letter.
bool ends_abbreviation(const Passage& passage, std::size_t i) {
  const std::string_view text = passage.document->text;
  if (passage.words[i].span.in(text) != "." || i == 0 || i + 1 == passage.words.size())
    return false;
  const model::Word& before = passage.words[i - 1];
  const model::Word& after = passage.words[i + 1];
  const bool letter = before.span.end - before.span.begin == 1;
  return (letter && before.kind == text::TokenKind::kWord) ||
         (after.span.begin == passage.words[i].span.end &&
          after.kind != text::TokenKind::kPunctuation);
}

}  // namespace

std::vector<Clause> clauses(const Passage& passage) {
  std::vector<Clause> result;
  const std::string_view text = passage.document->text;
  Clause clause;
  for (std::size_t i = 0; i < passage.words.size(); ++i) {
    const model::Word& word = passage.words[i];
    clause.span = clause.first_word == i ? word.span : clause.span.joined(word.span);
    clause.end_word = i + 1;
    if (word.kind == text::TokenKind::kPunctuation && divides(word.span.in(text)) &&
        !ends_abbreviation(passage, i)) {
      result.push_back(clause);
      clause = {{}, i + 1, i + 1};
    }
  }
  if (clause.end_word > clause.first_word) result.push_back(clause);
  return result;
}

}  // namespace duizhao::pair
