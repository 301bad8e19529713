#include "duizhao/check/clauses.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace duizhao::check {
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
  if (passage.units[i].span.in(text) != "." || i == 0 || i + 1 == passage.units.size())
    return false;
  const model::Unit& before = passage.units[i - 1];
  const model::Unit& after = passage.units[i + 1];
  const bool letter = before.span.end - before.span.begin == 1;
  return (letter && before.kind == text::TokenKind::kWord) ||
         (after.span.begin == passage.units[i].span.end &&
          after.kind != text::TokenKind::kPunctuation);
}

}  // namespace

std::vector<Clause> clauses(const Passage& passage) {
  std::vector<Clause> result;
  const std::string_view text = passage.document->text;
  Clause clause;
  for (std::size_t i = 0; i < passage.units.size(); ++i) {
    const model::Unit& unit = passage.units[i];
    clause.span = clause.first_unit == i ? unit.span : clause.span.joined(unit.span);
    clause.end_unit = i + 1;
    if (unit.kind == text::TokenKind::kPunctuation && divides(unit.span.in(text)) &&
        !ends_abbreviation(passage, i)) {
      result.push_back(clause);
      clause = {{}, i + 1, i + 1};
    }
  }
  if (clause.end_unit > clause.first_unit) result.push_back(clause);
  return result;
}

}  // namespace duizhao::check
