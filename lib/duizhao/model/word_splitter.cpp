#include "duizhao/model/word_splitter.h"

#include <algorithm>

#include "duizhao/text/half_width.h"
#include "duizhao/text/utf8.h"

namespace duizhao::model {
namespace {

/// ASCII digits without grouping commas or a trailing point: "１，２００" and "1,200" are "1200".
void append_number_form(std::string_view number, std::string& form) {
  for (std::size_t i = 0; i < number.size();) {
    const char32_t c = text::half_width(text::next_code_point(number, i));
    if ((c >= '0' && c <= '9') || c == '.' || c == '%') form.push_back(static_cast<char>(c));
  }
  while (form.ends_with('.')) form.pop_back();
}

}  // namespace

std::string HanFolding::folded(std::string_view text) const {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    text::append_code_point(folded, (*this)(text::next_code_point(text, i)));
  }
  return folded;
}

void WordSplitter::split_han(std::string_view text, Span run, std::size_t offset,
                             const std::function<void(const WrittenWord&)>& visit) {
  // Folding may change the length in bytes (a rare variant outside the BMP), so both texts have
  // their own boundaries.
  form_.clear();
  boundaries_.assign(1, run.begin);
  folded_boundaries_.assign(1, 0);
  for (std::size_t i = run.begin; i < run.end;) {
    text::append_code_point(form_, folding_(text::next_code_point(text, i)));
    boundaries_.push_back(i);
    folded_boundaries_.push_back(form_.size());
  }
  const std::string_view folded = form_;
  // Each character is asked for, and nearly each with the next one.
  for (std::size_t i = 0; i + 1 < folded_boundaries_.size(); ++i) {
    for (std::size_t end = i + 1; end < std::min(i + 3, folded_boundaries_.size()); ++end) {
      costs_.fetch(Span{folded_boundaries_[i], folded_boundaries_[end]}.in(folded));
    }
  }
  std::size_t first = 0;
  for (const std::size_t last :
       segmenter_.segment(folded, folded_boundaries_,
                          [this](std::string_view word) { return costs_.cost(word); })) {
    visit({Span{boundaries_[first], boundaries_[last]}.shifted(offset), text::TokenKind::kHan,
           Span{folded_boundaries_[first], folded_boundaries_[last]}.in(folded)});
    first = last;
  }
}

void WordSplitter::split(std::string_view text, std::size_t offset,
                         const std::function<void(const WrittenWord&)>& visit) {
  text::tokenize(text, 0, tokens_);
  for (const text::Token& token : tokens_) {
    const std::string_view form = token.span.in(text);
    const Span span = token.span.shifted(offset);
    switch (token.kind) {
      case text::TokenKind::kHan:
        split_han(text, token.span, offset, visit);
        break;
      case text::TokenKind::kWord: {
        EnglishForms::Known& known = english_.known(form);
        visit({span, token.kind, known.form, known.folded_hash, &known.numbered});
        break;
      }
      case text::TokenKind::kNumber:
        form_.clear();
        append_number_form(form, form_);
        visit({span, token.kind, form_});
        break;
      case text::TokenKind::kPunctuation:
        visit({span, token.kind, form});
        break;
    }
  }
}

}  // namespace duizhao::model
