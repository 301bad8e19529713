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

/// Evidence beyond this many standard deviations says no more.
constexpr double kRange = 4;

const Weights& weights_into(Language target_language) {
  return target_language == Language::kChinese ? kIntoChinese : kIntoEnglish;
}

}  // namespace

EvidenceVector contributions(const EvidenceVector& evidence, Language target_language) {
  const Weights& weights = weights_into(target_language);
  EvidenceVector parts{};
  for (std::size_t i = 0; i < kEvidenceCount; ++i) {
    const Weight& weight = weights.evidence[i];
    const double standard = (evidence[i] - weight.mean) / weight.deviation;
    parts[i] = weight.weight * std::clamp(standard, -kRange, kRange);
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
