#include "duizhao/text/white_space.h"

#include "duizhao/text/utf8.h"

namespace duizhao::text {

Span trimmed(std::string_view text, Span span) {
  while (!span.empty()) {
    std::size_t next = span.begin;
    if (!is_space(next_code_point(text, next))) break;
    span.begin = next;
  }
  while (!span.empty()) {
    std::size_t previous = span.end;
    if (!is_space(previous_code_point(text, previous))) break;
    span.end = previous;
  }
  return span;
}

std::string_view trimmed(std::string_view text) { return trimmed(text, {0, text.size()}).in(text); }

}  // namespace duizhao::text
