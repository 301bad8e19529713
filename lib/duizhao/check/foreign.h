#pragma once

#include <cstddef>
#include <vector>

#include "duizhao/check/passage.h"

namespace duizhao::check {

/// A stretch of a passage that is written in the other language's letters: Latin words in Chinese,
/// Han characters in English.
struct ForeignStretch {
  Span span;
  /// Size of what is running text in it: lower-case words (names, codes, URLs and abbreviations
  /// aside), or Han characters.
  std::size_t running = 0;
  std::size_t words = 0;   ///< all words of a Latin stretch
  bool bracketed = false;  ///< stands in brackets: a gloss
  bool quoted = false;     ///< stands in quotation or title marks
};

/// The stretches of a passage in letters that are not its language's, in order. White space, digits
/// and marks that both languages use don't end a stretch.
[[nodiscard]] std::vector<ForeignStretch> foreign_stretches(const Passage& passage);

}  // namespace duizhao::check
