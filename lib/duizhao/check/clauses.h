#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "duizhao/check/links.h"
#include "duizhao/check/passage.h"

namespace duizhao::check {

/// A part of a passage between two marks that divide it.
struct Clause {
  Span span;
  std::size_t first_unit = 0;  ///< [first_unit, end_unit) of the passage's units
  std::size_t end_unit = 0;
};

/// The clauses of a passage, in order; together they hold all its units.
[[nodiscard]] std::vector<Clause> clauses(const Passage& passage);

}  // namespace duizhao::check
