#pragma once

#include <cstdint>

namespace duizhao::terms {

/// What folding makes of a character outside the CJK blocks.
struct FoldedLetter {
  char16_t folded = 0;  ///< lower case, without diacritics; 0 for a mark that is left out
  bool letter = false;  ///< letter or digit
  bool upper = false;
  bool digit = false;
};

/// Letters up to here have a table entry; beyond lie punctuation and the CJK blocks.
inline constexpr char32_t kLetterTableSize = 0x2000;

/// `c` < kLetterTableSize. É → e, Ü → u, ǚ → u, Я → я; a combining mark is left out. Thread-safe.
[[nodiscard]] const FoldedLetter& folded_letter(char32_t c);

}  // namespace duizhao::terms
