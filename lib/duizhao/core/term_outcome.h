#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace duizhao {

/// What became of a term of the source in one bead: which the rule `term` looked at, whether it
/// found anything or not.
struct TermOutcome {
  std::vector<std::uint32_t> entries;  ///< of the glossary that name it, ascending
  std::uint32_t checked = 0;           ///< occurrences in the source
  std::uint32_t confirmed = 0;         ///< of them rendered as the glossary says, or nearly so
};

/// Sum over outcomes.
struct TermTally {
  std::size_t checked = 0;
  std::size_t confirmed = 0;

  void add(const std::vector<TermOutcome>& outcomes) {
    for (const TermOutcome& outcome : outcomes) {
      checked += outcome.checked;
      confirmed += outcome.confirmed;
    }
  }
};

}  // namespace duizhao
