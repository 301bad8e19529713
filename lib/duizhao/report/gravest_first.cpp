#include "duizhao/report/gravest_first.h"

#include <algorithm>
#include <tuple>

namespace duizhao::report {

std::vector<const Finding*> gravest_first(const Review& review) {
  std::vector<const Finding*> findings;
  findings.reserve(review.findings.size());
  for (const Finding& finding : review.findings) findings.push_back(&finding);
  std::ranges::stable_sort(findings, [](const Finding* a, const Finding* b) {
    return std::tuple(a->severity, a->confidence) > std::tuple(b->severity, b->confidence);
  });
  return findings;
}

}  // namespace duizhao::report
