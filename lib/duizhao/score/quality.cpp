#include "duizhao/score/quality.h"

#include "duizhao/score/mqm.h"

namespace duizhao::score {
namespace {

constexpr double kPriorWords = 20;

}  // namespace

double quality_of(std::span<const Finding> findings, std::size_t source_words) {
  double expected_penalty = 0;
  for (const Finding& finding : findings) {
    expected_penalty += weight_of(finding.severity) * finding.confidence;
  }
  return 1 / (1 + expected_penalty / (static_cast<double>(source_words) + kPriorWords));
}

}  // namespace duizhao::score
