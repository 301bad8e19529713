#include "duizhao/check/calibration.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

namespace duizhao::check {
namespace {

/// What a major and a minor finding must be worth. Less than one in two and one in five: a
/// translation that is checked has more errors than those that were read.
constexpr double kMajor = 0.36;
constexpr double kMinor = 0.13;

std::optional<double> weight(const model::NamedWeights& weights, std::string_view name) {
  const auto found =
      std::lower_bound(weights.begin(), weights.end(), name,
                       [](const auto& each, std::string_view key) { return each.first < key; });
  if (found == weights.end() || found->first != name) return std::nullopt;
  return found->second;
}

}  // namespace

void calibrate(Finding& finding, const model::NamedWeights& weights) {
  const std::optional<double> rule = weight(weights, finding.rule);
  if (!rule) return;
  constexpr double kSurest = 0.99;
  const double said = std::clamp(finding.confidence, 1 - kSurest, kSurest);
  const double log_odds = weight(weights, "slope").value_or(1) * std::log(said / (1 - said)) +
                          weight(weights, "constant").value_or(0) + *rule +
                          weight(weights, finding.code).value_or(0);
  finding.confidence = 1 / (1 + std::exp(-log_odds));
  if (finding.confidence < kMajor) finding.severity = std::min(finding.severity, Severity::kMinor);
  if (finding.confidence < kMinor) finding.severity = Severity::kNeutral;
}

}  // namespace duizhao::check
