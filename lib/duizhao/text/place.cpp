#include "duizhao/text/place.h"

#include "duizhao/text/utf8.h"

namespace duizhao::text {

Where place_of(std::string_view text, std::size_t offset, std::string file) {
  const std::string_view before = text.substr(0, offset);
  std::size_t line = 1;
  std::size_t line_begin = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] == '\n' || (before[i] == '\r' && text.substr(i + 1, 1) != "\n")) {
      ++line;
      line_begin = i + 1;
    }
  }
  return {std::move(file), line, count_code_points(before.substr(line_begin)) + 1};
}

}  // namespace duizhao::text
