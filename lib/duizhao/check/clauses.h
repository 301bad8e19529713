#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "duizhao/check/coverage.h"
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

/// A run of clauses that the other side says nothing of.
struct Unexplained {
  Span span;
  /// Log-odds, in nats, of "has no counterpart" against "is translated": from the words that the
  /// other side does and does not explain, and from the length that the other side should have.
  double evidence = 0;
  double share = 0;  ///< of the passage, by bytes

  [[nodiscard]] double confidence() const;
};

/// The runs of clauses of `passage` for which there is evidence that `other` lacks them.
[[nodiscard]] std::vector<Unexplained> unexplained(const Passage& passage, const Passage& other,
                                                   std::span<const Explained> explained);

}  // namespace duizhao::check
