#include "duizhao/live/accepted_findings.h"

#include <algorithm>
#include <iterator>

#include "duizhao/review/suppression.h"

namespace duizhao::live {

AcceptedFindings::AcceptedFindings(std::span<const Decision> decisions) {
  for (const Decision& decision : decisions) {
    if (decision.state != "accepted") continue;
    if (const auto key = key_in(decision.key)) keys_.insert(*key);
  }
}

bool AcceptedFindings::has(const Finding& finding) const {
  return keys_.contains(finding.key) &&
         std::ranges::all_of(finding.elsewhere,
                             [&](const Finding& place) { return keys_.contains(place.key); });
}

std::vector<Finding> AcceptedFindings::others(const std::vector<Finding>& findings) const {
  std::vector<Finding> others;
  std::ranges::copy_if(findings, std::back_inserter(others),
                       [&](const Finding& finding) { return !has(finding); });
  return others;
}

}  // namespace duizhao::live
