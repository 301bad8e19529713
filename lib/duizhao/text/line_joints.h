#pragma once

#include <cstddef>
#include <string_view>

#include "duizhao/text/broken_words.h"
#include "duizhao/text/typed_lines.h"

namespace duizhao::text {

/// How the lines of a text were broken.
struct BreakHabits {
  bool mostly_chinese = false;
  bool cut_anywhere = false;  ///< within words too, as `fold` does
  bool hyphenated = false;    ///< words are broken by hyphens
};

/// What takes the place of a line end.
struct Joint {
  std::size_t cut = 0;  ///< bytes at the end of the line that go: a hyphen
  std::string_view between{};
};

/// Finds out what stood between the lines of a text before they were broken: a space, nothing in
/// Chinese and within numbers, a hyphen or none. Text and words must outlive it; both are those of
/// the lines that are asked for.
class LineJoints {
 public:
  LineJoints(std::string_view text, const BrokenWords& words, BreakHabits habits)
      : text_(text), words_(words), habits_(habits) {}

  /// Between a line and the next one. `fills_its_width`: the line is exactly as long as lines may
  /// be.
  [[nodiscard]] Joint between(const TypedLine& line, const TypedLine& next,
                              bool fills_its_width) const;

 private:
  [[nodiscard]] bool was_cut(std::string_view before, std::string_view after) const;
  [[nodiscard]] Joint at_hyphen(std::string_view before, std::string_view after) const;

  std::string_view text_;
  const BrokenWords& words_;
  BreakHabits habits_;
};

}  // namespace duizhao::text
