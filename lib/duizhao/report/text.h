#pragma once

#include <cstddef>
#include <string>

#include "duizhao/report/pair_place.h"
#include "duizhao/review/review.h"

namespace duizhao::report {

struct TextOptions {
  std::size_t width = 80;  ///< columns of the terminal; at least 40 are used
  bool colour = false;     ///< ANSI colours; the evidence is then underlined in place
  bool keys = false;       ///< the key of every finding, by which it can be suppressed
  Language language = Language::kEnglish;  ///< of the words around the texts
};

/// A review to read in a terminal: the score and how much of either side has a counterpart, what
/// concerns the whole documents, then the findings in order, each with what it compares, the
/// evidence of both sides in its sentence, with line numbers, and the suggestion.
///
/// Control characters of the texts never reach the terminal.
void append_text(std::string& out, const Review& review, const TextOptions& options);

/// A pair of a bilingual file in the same way, under its line and id. Nothing where nothing was
/// found.
void append_pair_text(std::string& out, const PairPlace& pair, const Review& review,
                      const TextOptions& options);

}  // namespace duizhao::report
