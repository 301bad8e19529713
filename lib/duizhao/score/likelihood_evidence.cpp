#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "duizhao/score/gathering.h"

namespace duizhao::score {
namespace {

/// A word that both models call impossible.
constexpr double kFloor = 1e-8;

/// The lowest mean of `width` values in a row; of all where there are fewer.
double worst_window(const std::vector<double>& values, std::size_t width) {
  if (values.size() <= width) return mean(values);
  double sum = std::accumulate(values.begin(), values.begin() + std::ptrdiff_t(width), 0.0);
  double worst = sum;
  for (std::size_t i = width; i < values.size(); ++i) {
    sum += values[i] - values[i - width];
    worst = std::min(worst, sum);
  }
  return worst / double(width);
}

std::vector<double> fluency_of(const check::Passage& passage, const model::LanguageModel& model) {
  const std::vector<float> scores =
      model.scores(passage.language, passage.units, passage.document->text);
  return {scores.begin(), scores.end()};
}

}  // namespace

void gather_likelihood(const check::Passage& source, const check::Passage& target,
                       const check::Links& links, const model::LanguageModel& language_model,
                       Gathering& evidence) {
  evidence[Evidence::kSourceFluency] = mean(fluency_of(source, language_model));
  if (target.units.empty()) return;
  const std::vector<double> alone = fluency_of(target, language_model);
  std::vector<double> mixed;
  for (std::size_t i = 0; i < target.units.size(); ++i) {
    const double given = probability_given(links.target[i], source.units.size());
    mixed.push_back(std::log(0.5 * std::exp(alone[i]) + 0.5 * given + kFloor));
  }
  evidence[Evidence::kLikely] = mean(mixed);
  evidence[Evidence::kLeastLikely] = *std::min_element(mixed.begin(), mixed.end());
  evidence[Evidence::kLeastLikelyFive] = worst_window(mixed, 5);
  evidence[Evidence::kFluency] = mean(alone);
}

}  // namespace duizhao::score
