#include "duizhao/score/quality.h"

#include <algorithm>
#include <array>
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

/// The pieces of evidence by their names, as the weights are.
const std::array<std::size_t, kEvidenceCount>& by_name() {
  static const auto order = [] {
    std::array<std::size_t, kEvidenceCount> numbers{};
    std::iota(numbers.begin(), numbers.end(), 0);
    std::ranges::sort(numbers, {}, [](std::size_t i) { return name_of(static_cast<Evidence>(i)); });
    return numbers;
  }();
  return order;
}

}  // namespace

EvidenceVector contributions(const EvidenceVector& evidence, const model::QualityWeights& weights) {
  EvidenceVector parts{};  // 0 where the file has no weight
  auto weight = weights.evidence.begin();
  for (const std::size_t i : by_name()) {
    const std::string_view name = name_of(static_cast<Evidence>(i));
    while (weight != weights.evidence.end() && weight->evidence < name) ++weight;
    if (weight == weights.evidence.end()) break;
    if (weight->evidence == name) parts[i] = weight->weight * standardised(*weight, evidence[i]);
  }
  return parts;
}

double estimate_of(const EvidenceVector& contributions, const model::QualityWeights& weights) {
  const double sum = std::accumulate(contributions.begin(), contributions.end(), weights.constant);
  return 1 / (1 + std::exp(-sum));
}

double estimate(const EvidenceVector& evidence, const model::QualityWeights& weights) {
  return estimate_of(contributions(evidence, weights), weights);
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

void TextEstimate::add_untranslated(double length) {
  length_ += length;
  untranslated_ += length;
}

std::vector<QualityLoss> TextEstimate::lost() const {
  constexpr double kLeast = 0.01;
  std::vector<QualityLoss> losses;
  const auto add = [&](std::string_view evidence, double lost) {
    if (lost >= kLeast) losses.push_back({evidence, lost});
  };
  const double judged = length_ - lone_ - untranslated_;
  const double mean = judged > 0 ? sum_ / judged : 1;
  if (length_ > 0) add("passages", mean * lone_ / length_);
  for (std::size_t i = 0; length_ > 0 && i < kEvidenceCount; ++i) {
    const auto evidence = static_cast<Evidence>(i);
    const double left = evidence == Evidence::kUntranslated ? mean * untranslated_ : 0;
    add(name_of(evidence), (lost_[i] + left) / length_);
  }
  std::ranges::stable_sort(losses, std::greater<>(), &QualityLoss::lost);
  return losses;
}

}  // namespace duizhao::score
