#include "duizhao/report/lines.h"

#include <algorithm>

#include "duizhao/text/utf8.h"

namespace duizhao::report {

Lines::Lines(std::string_view text) : text_(text) {
  begins_.push_back(0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool inside_crlf = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if ((text[i] == '\n' || text[i] == '\r') && !inside_crlf) begins_.push_back(i + 1);
  }
}

std::size_t Lines::number(std::size_t position) const {
  return static_cast<std::size_t>(std::ranges::upper_bound(begins_, position) - begins_.begin());
}

std::size_t Lines::column(std::size_t position) const {
  const std::size_t begin = begins_[number(position) - 1];
  return text::count_code_points(text_.substr(begin, position - begin)) + 1;
}

}  // namespace duizhao::report
