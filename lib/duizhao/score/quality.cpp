#include "duizhao/score/quality.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace duizhao::score {
namespace {

struct Weight {
  double mean;
  double deviation;
  double weight;
  double by_length;  ///< of its product with the length of the source
};

struct Weights {
  double constant;
  std::array<Weight, kEvidenceCount> evidence;
};

constexpr Weights kIntoEnglish =
#include "duizhao/score/quality_weights_en.inc"
    ;
constexpr Weights kIntoChinese =
#include "duizhao/score/quality_weights_zh.inc"
    ;

/// Evidence beyond this many standard deviations says no more, nor does a product with the length.
constexpr double kRange = 4;
constexpr double kProductRange = 6;

/// Where nothing is known the mean is as good as any.
double standardised(const Weight& weight, double evidence) {
  if (std::isnan(evidence)) return 0;
  return std::clamp((evidence - weight.mean) / weight.deviation, -kRange, kRange);
}

const Weights& weights_into(Language target_language) {
  return target_language == Language::kChinese ? kIntoChinese : kIntoEnglish;
}

}  // namespace

EvidenceVector contributions(const EvidenceVector& evidence, Language target_language) {
  const Weights& weights = weights_into(target_language);
  constexpr auto kLength = static_cast<std::size_t>(Evidence::kSourceLength);
  const double length = standardised(weights.evidence[kLength], evidence[kLength]);
  EvidenceVector parts{};
  for (std::size_t i = 0; i < kEvidenceCount; ++i) {
    const Weight& weight = weights.evidence[i];
    const double standard = standardised(weight, evidence[i]);
    parts[i] = weight.weight * standard +
               weight.by_length * std::clamp(standard * length, -kProductRange, kProductRange);
  }
  return parts;
}

double estimate(const EvidenceVector& evidence, Language target_language) {
  const EvidenceVector parts = contributions(evidence, target_language);
  const double sum =
      std::accumulate(parts.begin(), parts.end(), weights_into(target_language).constant);
  return 1 / (1 + std::exp(-sum));
}

void TextEstimate::add(double quality, double length) {
  sum_ += quality * length;
  length_ += length;
}

}  // namespace duizhao::score
