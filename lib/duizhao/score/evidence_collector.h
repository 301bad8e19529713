#pragma once

#include <cstddef>
#include <numeric>
#include <span>
#include <string_view>
#include <vector>

#include "duizhao/pair/links.h"
#include "duizhao/pair/passage.h"
#include "duizhao/pair/relatedness.h"
#include "duizhao/pair/resources.h"
#include "duizhao/score/evidence.h"

namespace duizhao::score {

/// Evidence as it comes in, piece by piece.
class EvidenceCollector {
 public:
  double& operator[](Evidence evidence) { return values_[static_cast<std::size_t>(evidence)]; }
  [[nodiscard]] const EvidenceVector& values() const { return values_; }

 private:
  EvidenceVector values_{};
};

/// 0 for no values.
[[nodiscard]] inline double mean(const std::vector<double>& values) {
  if (values.empty()) return 0;
  return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

/// How far the two sides explain each other.
void gather_coverage(const pair::Passage& source, const pair::Passage& target,
                     const pair::Links& links, const pair::RelatedWords& related,
                     const Resources& resources, EvidenceCollector& evidence);

/// How the target is written, whatever it says.
void gather_form(const pair::Passage& source, const pair::Passage& target,
                 const std::vector<pair::LinkedWord>& links, EvidenceCollector& evidence);

/// How hard the source is to translate.
void gather_difficulty(const pair::Passage& source, const Resources& resources,
                       EvidenceCollector& evidence);

void gather_faults(std::span<const Fault> faults, EvidenceCollector& evidence);

}  // namespace duizhao::score
