#pragma once

#include <cstddef>
#include <numeric>
#include <span>
#include <string_view>
#include <vector>

#include "duizhao/check/links.h"
#include "duizhao/check/passage.h"
#include "duizhao/core/finding.h"
#include "duizhao/review/resources.h"
#include "duizhao/score/evidence.h"

namespace duizhao::score {

/// Evidence as it comes in, piece by piece.
class Gathering {
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
void gather_coverage(const check::Passage& source, const check::Passage& target,
                     const check::Links& links, const Resources& resources, Gathering& evidence);

/// How the target is written, whatever it says.
void gather_style(const check::Passage& source, const check::Passage& target,
                  const std::vector<check::LinkedUnit>& links, Gathering& evidence);

/// How hard the source is to translate.
void gather_difficulty(const check::Passage& source, const Resources& resources,
                       Gathering& evidence);

void gather_findings(std::span<const Finding> findings, Gathering& evidence);

/// How many tokens of a passage are one of `marks`.
[[nodiscard]] double count(const check::Passage& passage, std::span<const std::string_view> marks);

/// Share of the words of a passage that the lexicon does not know.
[[nodiscard]] double unknown_share(const check::Passage& passage);

}  // namespace duizhao::score
