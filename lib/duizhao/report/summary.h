#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "duizhao/core/alignment.h"
#include "duizhao/core/document.h"
#include "duizhao/core/finding.h"

namespace duizhao::report {

/// Shares of the text of one side, by length; they add up to 1, or are all 0 for an empty text.
struct Coverage {
  double in_place = 0;             ///< has its counterpart in the same order
  double moved = 0;                ///< has it elsewhere
  double without_counterpart = 0;  ///< has none
};

struct RuleCount {
  std::string_view rule;
  std::size_t count = 0;
};

/// What stands at the head of every report.
struct Summary {
  std::array<std::size_t, 4> by_severity{};  ///< index: Severity
  std::vector<RuleCount> by_rule;            ///< most frequent first, then by name
  Coverage source;
  Coverage target;

  [[nodiscard]] std::size_t count(Severity severity) const {
    return by_severity[static_cast<std::size_t>(severity)];
  }
};

/// Where the counterpart of a sentence is.
enum class Counterpart : std::uint8_t { kNone, kMoved, kInPlace };

/// By sentence number. A sentence in several beads has the best of them: in place before moved.
struct Counterparts {
  std::vector<Counterpart> source;
  std::vector<Counterpart> target;
};

[[nodiscard]] Counterparts one_to_one_links(const Document& source, const Document& target,
                                            const Alignment& alignment);

[[nodiscard]] Coverage coverage(const Document& document, const std::vector<Counterpart>& where);

[[nodiscard]] Summary summarise(const Document& source, const Document& target,
                                const Alignment& alignment, const std::vector<Finding>& findings);

}  // namespace duizhao::report
