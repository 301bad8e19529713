#include "duizhao/model/units.h"

#include "duizhao/model/segmentation.h"
#include "duizhao/text/utf8.h"

namespace duizhao::model {
namespace {

/// ASCII digits without grouping commas or a trailing point: "１，２００" and "1,200" are "1200".
std::string number_form(std::string_view number) {
  std::string form;
  for (const char c : fold_latin(number)) {
    if ((c >= '0' && c <= '9') || c == '.' || c == '%') form.push_back(c);
  }
  while (form.ends_with('.')) form.pop_back();
  return form;
}

}  // namespace

void UnitSplitter::split_han(std::string_view text, Span run, std::vector<WrittenUnit>& units,
                             std::size_t offset) {
  // Folding may change the length in bytes (a rare variant outside the BMP), so both texts have
  // their own boundaries.
  std::string folded;
  std::vector<std::size_t> original_boundaries = {run.begin};
  std::vector<std::size_t> folded_boundaries = {0};
  for (std::size_t i = run.begin; i < run.end;) {
    text::append_code_point(folded, folding_(text::next_code_point(text, i)));
    original_boundaries.push_back(i);
    folded_boundaries.push_back(folded.size());
  }
  const auto ends = segment_words(folded, folded_boundaries,
                                  [this](std::string_view word) { return costs_.cost(word); });
  std::size_t character = 0;
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    const std::size_t first = character;
    while (folded_boundaries[character] < end) ++character;
    units.push_back(
        {Span{original_boundaries[first], original_boundaries[character]}.shifted(offset),
         text::TokenKind::kHan, folded.substr(begin, end - begin)});
    begin = end;
  }
}

std::vector<WrittenUnit> UnitSplitter::split(std::string_view text, std::size_t offset) {
  std::vector<WrittenUnit> units;
  for (const text::Token& token : text::tokenize(text)) {
    const std::string_view form = token.span.in(text);
    switch (token.kind) {
      case text::TokenKind::kHan:
        split_han(text, token.span, units, offset);
        break;
      case text::TokenKind::kWord:
        units.push_back({token.span.shifted(offset), token.kind, english_.form_of(form)});
        break;
      case text::TokenKind::kNumber:
        units.push_back({token.span.shifted(offset), token.kind, number_form(form)});
        break;
      case text::TokenKind::kPunctuation:
        units.push_back({token.span.shifted(offset), token.kind, std::string(form)});
        break;
    }
  }
  return units;
}

}  // namespace duizhao::model
