#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "duizhao/core/finding.h"
#include "duizhao/core/term_outcome.h"
#include "duizhao/review/review.h"

namespace duizhao::batch {

/// What has been found so far.
struct Tally {
  std::uint64_t pairs = 0;
  std::uint64_t unjudged = 0;
  std::uint64_t with_findings = 0;
  std::array<std::uint64_t, 4> findings{};  ///< by severity
  TermTally terms;

  void add(const Review& review);
  void add(const Tally& other);
  /// The same for a review that was written as a line of JSON (report/json.h); false for a line
  /// that is none, or not that of the next pair.
  [[nodiscard]] bool add_line(std::string_view line);

  [[nodiscard]] std::uint64_t count(Severity severity) const {
    return findings[static_cast<std::size_t>(severity)];
  }
  [[nodiscard]] bool any_at_or_above(Severity severity) const;
};

}  // namespace duizhao::batch
