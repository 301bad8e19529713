#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/span.h"

namespace duizhao::terms {

/// What may stand between two characters of a term without being part of it; bits of a set.
enum Gap : std::uint8_t {
  kNoGap = 0,
  kSpaceGap = 1,
  kHyphenGap = 2,      ///< a hyphen or dash
  kDotGap = 4,         ///< a point after a letter, or between digits
  kInterpunctGap = 8,  ///< the dot between the parts of a foreign name: 乔治·华盛顿
  kQuoteGap = 16,      ///< quotation marks and 《》
};

/// A character that counts in comparing terms.
struct FoldedCharacter {
  Span span;                    ///< in the original text
  std::uint32_t folded_begin;   ///< in the folded text
  std::uint8_t gap_before = 0;  ///< set of Gap
  bool upper = false;           ///< written as a capital
  bool han = false;
  bool alphanumeric = false;  ///< a letter or digit that is not Han: part of a word with edges
  bool digit = false;
};

/// A text reduced to what its writing variants have in common: simplified, half-width, lower case,
/// without diacritics, spaces, hyphens, interpuncts and quotation marks; what was left out is
/// remembered as the gap before the next character. So these pairs fold to the same bytes:
/// 臺灣／台湾, Ｎｖｉｄｉａ／NVIDIA, 乔治·华盛顿／乔治•華盛頓, start-up／startup,
/// People’s／People's.
///
/// The folded text is valid UTF-8; `characters` holds its characters in order.
struct FoldedText {
  std::string bytes;
  std::vector<FoldedCharacter> characters;
  std::uint8_t gap_at_end = 0;

  [[nodiscard]] std::uint32_t folded_end(std::size_t character) const {
    return character + 1 < characters.size() ? characters[character + 1].folded_begin
                                             : static_cast<std::uint32_t>(bytes.size());
  }
};

/// Folds `text` (valid UTF-8, shorter than 4 GB) into `folded`, whose memory is reused. Spans are
/// shifted by `offset`.
void fold(std::string_view text, std::size_t offset, FoldedText& folded);

[[nodiscard]] FoldedText fold(std::string_view text);

/// Whether the gaps between the same two characters, once in a term and once in a text, are
/// variants of writing: "low-cost" and "low cost", "start-up" and "startup", 乔治·华盛顿 and
/// 乔治华盛顿, "U.S." and "US"; but neither "3.5" and "35" nor "in form" and "inform".
/// `before` and `after` are the characters around the gap, in the text.
[[nodiscard]] bool compatible_gaps(std::uint8_t in_term, std::uint8_t in_text,
                                   const FoldedCharacter& before, const FoldedCharacter& after);

}  // namespace duizhao::terms
