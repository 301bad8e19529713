#include "duizhao/score/quality.h"

#include <algorithm>
#include <cmath>
#include <functional>
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

void TextEstimate::add(double quality, const EvidenceVector& contributions, double length) {
  sum_ += quality * length;
  length_ += length;
  const double odds = quality / (1 - quality);
  for (std::size_t i = 0; i < kEvidenceCount; ++i) {
    if (contributions[i] >= 0 || direction_of(static_cast<Evidence>(i)) == 0) continue;
    const double without = odds * std::exp(-contributions[i]);
    lost_[i] += (without / (1 + without) - quality) * length;
  }
}

void TextEstimate::add_lone(double length) {
  length_ += length;
  lone_ += length;
}

std::vector<QualityLoss> TextEstimate::lost() const {
  constexpr double kLeast = 0.01;
  std::vector<QualityLoss> losses;
  const auto add = [&](std::string_view evidence, double lost) {
    if (lost >= kLeast) losses.push_back({evidence, lost});
  };
  if (length_ > lone_) add("passages", sum_ / (length_ - lone_) - sum_ / length_);
  for (std::size_t i = 0; length_ > 0 && i < kEvidenceCount; ++i) {
    add(name_of(static_cast<Evidence>(i)), lost_[i] / length_);
  }
  std::ranges::stable_sort(losses, std::greater<>(), &QualityLoss::lost);
  return losses;
}

}  // namespace duizhao::score
