#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace duizhao::formats {

/// Finds the lines of the members of JSON that has been parsed, asked for in its order.
class JsonLines {
 public:
  /// `text` must outlive the object.
  explicit JsonLines(std::string_view text) : text_(text) {}

  /// The line of a member, from 1. One that is written with escapes has the line of the one before.
  std::size_t line_of(const std::string& name) {
    constexpr std::size_t kMostSearched = 8;  // times the text, so that no file takes for ever
    if (searched_ / kMostSearched > text_.size()) return line_;
    const std::string quoted = fmt::format("\"{}\"", name);
    constexpr std::size_t kFarthest = std::size_t{1} << 16U;
    const std::string_view near = text_.substr(0, at_ + kFarthest);
    const std::size_t from = at_;
    for (std::size_t at = near.find(quoted, at_); at != near.npos; at = near.find(quoted, at + 1)) {
      const std::size_t next = text_.find_first_not_of(" \t\r\n", at + quoted.size());
      if (next == text_.npos || text_[next] != ':') continue;
      line_ += static_cast<std::size_t>(std::ranges::count(text_.substr(at_, at - at_), '\n'));
      at_ = at;
      break;
    }
    searched_ += (at_ > from ? at_ : near.size()) - from;
    return line_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t searched_ = 0;
};

}  // namespace duizhao::formats
