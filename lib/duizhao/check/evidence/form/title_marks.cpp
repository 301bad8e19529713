#include "duizhao/check/evidence/form/title_marks.h"

#include <cstddef>
#include <string_view>

namespace duizhao::check {

bool stands_in_title(const pair::Passage& passage, Span place) {
  constexpr std::string_view kOpen = "《";
  constexpr std::string_view kClose = "》";
  const std::string_view text = passage.text();
  const std::size_t at = place.begin - passage.span.begin;
  const std::size_t open = text.substr(0, at).rfind(kOpen);
  return open != std::string_view::npos &&
         text.substr(open, at - open).find(kClose) == std::string_view::npos &&
         text.find(kClose, at) != std::string_view::npos;
}

}  // namespace duizhao::check
