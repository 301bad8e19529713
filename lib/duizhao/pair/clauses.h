#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "duizhao/pair/links.h"
#include "duizhao/pair/passage.h"

namespace duizhao::pair {

/// A part of a passage between two marks that divide it.
struct Clause {
  Span span;
  std::size_t first_word = 0;  ///< [first_word, end_word) of the passage's words
  std::size_t end_word = 0;
};

/// The clauses of a passage, in order; together they hold all its words.
[[nodiscard]] std::vector<Clause> clauses(const Passage& passage);

}  // namespace duizhao::pair
