#pragma once

#include <cstddef>
#include <vector>

#include "duizhao/pair/passage.h"

namespace duizhao::check {

/// A stretch of a passage that is written in the other language's letters: Latin words in Chinese,
/// Han characters in English.
struct OtherScriptRun {
  Span span;
  /// Size of what is running text in it: lower-case words and a first word that begins no name
  /// (names with their of and the, codes, URLs and words aside), or Han characters.
  std::size_t running = 0;
  std::size_t words = 0;  ///< all words of a Latin stretch
  std::size_t code = 0;   ///< those of its words that belong to URLs, paths or program text
  /// Stands between marks, or begins with a word as "In", "However": a clause, and no term.
  bool is_clause = false;
  bool bracketed = false;  ///< stands in brackets or title marks: a gloss, a title
  bool quoted = false;     ///< stands in quotation marks
};

/// The stretches of a passage in letters that are not its language's, in order. White space, digits
/// and marks that both languages use don't end a stretch.
[[nodiscard]] std::vector<OtherScriptRun> other_script_runs(const pair::Passage& passage);

}  // namespace duizhao::check
