#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace duizhao::report {

/// Lines and columns of a text, as editors count them: LF, CRLF and CR end a line, a column is a
/// code point. The text must outlive the object.
class Lines {
 public:
  explicit Lines(std::string_view text);

  /// The line, from 1, of the byte at `position`.
  [[nodiscard]] std::size_t number(std::size_t position) const;
  /// The column, from 1, of the byte at `position`.
  [[nodiscard]] std::size_t column(std::size_t position) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> begins_;
};

}  // namespace duizhao::report
