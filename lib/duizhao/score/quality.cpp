#include "duizhao/score/quality.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>

namespace duizhao::score {
namespace {

/// Evidence beyond this many standard deviations says no more.
constexpr double kRange = 4;

/// Where nothing is known the mean is as good as any.
double standardised(const model::QualityWeight& weight, double evidence) {
  if (std::isnan(evidence)) return 0;
  return std::clamp((evidence - weight.mean) / weight.deviation, -kRange, kRange);
}

/// The weight of a piece of evidence; none where the file has none.
const model::QualityWeight& weight_of(const model::QualityWeights& weights, Evidence evidence) {
  static const model::QualityWeight none;
  const std::string_view name = name_of(evidence);
  const auto found = std::lower_bound(
      weights.evidence.begin(), weights.evidence.end(), name,
      [](const model::QualityWeight& weight, std::string_view n) { return weight.evidence < n; });
  return found != weights.evidence.end() && found->evidence == name ? *found : none;
}

}  // namespace

EvidenceVector contributions(const EvidenceVector& evidence, const model::QualityWeights& weights) {
  EvidenceVector parts{};
  for (std::size_t i = 0; i < kEvidenceCount; ++i) {
    const model::QualityWeight& weight = weight_of(weights, static_cast<Evidence>(i));
    parts[i] = weight.weight * standardised(weight, evidence[i]);
  }
  return parts;
}

double estimate(const EvidenceVector& evidence, const model::QualityWeights& weights) {
  const EvidenceVector parts = contributions(evidence, weights);
  const double sum = std::accumulate(parts.begin(), parts.end(), weights.constant);
  return 1 / (1 + std::exp(-sum));
}

void TextEstimate::add(double quality, double length) {
  sum_ += quality * length;
  length_ += length;
}

}  // namespace duizhao::score
