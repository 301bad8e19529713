#include "duizhao/check/clauses.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace duizhao::check {
namespace {

bool divides(std::string_view mark) {
  constexpr std::array<std::string_view, 21> kMarks = {",",  ";",  ":",  ".",  "!",  "?",  "(",
                                                       ")",  "—",  "–",  "，", "；", "：", "。",
                                                       "！", "？", "（", "）", "——", "…",  "……"};
  return std::find(kMarks.begin(), kMarks.end(), mark) != kMarks.end();
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
    if (unit.kind == text::TokenKind::kPunctuation && divides(unit.span.in(text))) {
      result.push_back(clause);
      clause = {{}, i + 1, i + 1};
    }
  }
  if (clause.end_unit > clause.first_unit) result.push_back(clause);
  return result;
}

}  // namespace duizhao::check
