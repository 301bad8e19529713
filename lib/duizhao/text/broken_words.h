#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "duizhao/core/span.h"

namespace duizhao::text {

/// What the words of a text tell of one that a line end has broken, or that has lost its hyphen by
/// being put together. Refers to the text, which must outlive it.
///
///     BrokenWords words("The second of two-thirds of a sec-\nond");
///     words.has_whole("sec", "ond");         // true: "second" stands elsewhere
///     words.has_hyphened("two", "thirds");  // true
class BrokenWords {
 public:
  explicit BrokenWords(std::string_view text);

  /// Whether both parts stand in the text as one word, in any case.
  [[nodiscard]] bool has_whole(std::string_view left, std::string_view right) const;

  /// Whether they stand in it with a hyphen between them.
  [[nodiscard]] bool has_hyphened(std::string_view left, std::string_view right) const;

  /// Where a word that may have lost a hyphen surely has, in bytes from its begin: as the text has
  /// it elsewhere, as numbers are written ("threequarters"), between a figure and a word, between
  /// words of a row of them ("state-of-theart"), or between two scores as those beside them.
  [[nodiscard]] std::optional<std::size_t> lost_hyphen(Span word, std::string_view line) const;

 private:
  [[nodiscard]] bool is_behind_hyphen(std::size_t place) const;
  [[nodiscard]] bool are_of_a_row(std::string_view first, std::string_view second) const;

  std::string_view text_;
  std::unordered_set<std::string> words_;      ///< in small letters
  std::unordered_set<std::string> compounds_;  ///< the same with hyphens
};

}  // namespace duizhao::text
