#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace duizhao {

/// A half-open range of bytes [begin, end) in the original text of a Document.
///
/// Both ends fall on code-point boundaries of that text, whatever normalisation found the range.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  /// The text that this range covers in `text`, the whole text that the range was made for.
  [[nodiscard]] std::string_view in(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
  /// The smallest range that covers both.
  [[nodiscard]] Span joined(Span other) const {
    return {std::min(begin, other.begin), std::max(end, other.end)};
  }
  /// The same range in a text that starts `offset` bytes earlier.
  [[nodiscard]] Span shifted(std::size_t offset) const { return {begin + offset, end + offset}; }

  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace duizhao
