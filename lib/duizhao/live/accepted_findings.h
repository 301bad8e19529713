#pragma once

#include <cstdint>
#include <span>
#include <unordered_set>
#include <vector>

#include "duizhao/core/finding.h"
#include "duizhao/live/journal.h"

namespace duizhao::live {

/// The findings that a reader has judged to be no errors: they stay on the list, and cost nothing.
class AcceptedFindings {
 public:
  explicit AcceptedFindings(std::span<const Decision> decisions);

  /// A finding that is told for several places is accepted once all of them are.
  [[nodiscard]] bool has(const Finding& finding) const;
  /// Those that still count.
  [[nodiscard]] std::vector<Finding> others(const std::vector<Finding>& findings) const;

 private:
  std::unordered_set<std::uint64_t> keys_;
};

}  // namespace duizhao::live
