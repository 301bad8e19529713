#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "duizhao/core/term_entry.h"

namespace duizhao::terms {

/// A concept that two glossaries don't have alike.
struct GlossaryDifference {
  std::optional<std::size_t> before;  ///< index of the entry in the first; none: it is new
  std::optional<std::size_t> after;   ///< in the second; none: it is gone

  friend bool operator==(const GlossaryDifference&, const GlossaryDifference&) = default;
};

/// What was removed, changed or added, in the order of the first glossary, then of the second.
/// Where an entry comes from, its id and how it fared in translations are no differences.
[[nodiscard]] std::vector<GlossaryDifference> differences(const std::vector<TermEntry>& before,
                                                          const std::vector<TermEntry>& after);

}  // namespace duizhao::terms
