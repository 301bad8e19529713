#include "duizhao/report/verdict.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "duizhao/report/figures.h"
#include "duizhao/score/mqm.h"

namespace duizhao::report {

void add_points(PointsByCategory& points, const Score& score, std::span<const Finding> findings) {
  for (const Finding& finding : findings) {
    points[static_cast<std::size_t>(finding.category)] += score::cost_of(finding, score);
  }
}

std::string decided(const Score& score, std::span<const Finding> findings, const Words& words) {
  PointsByCategory points{};
  add_points(points, score, findings);
  return decided(score, points, words);
}

std::string decided(const Score& score, const PointsByCategory& points, const Words& words) {
  const std::string penalty = decimal(score.penalty, 1);
  const double most_tolerated = score::tolerated_penalty(score);
  const std::string tolerated = decimal(most_tolerated, 1);
  if (score.penalty == 0) return std::string(words("decided/nothing"));
  if (score.passed) {
    return words("decided/passed", {{"penalty", penalty}, {"tolerated", tolerated}});
  }
  if (score.penalty <= most_tolerated) return std::string(words("decided/critical"));
  const auto most = std::ranges::max_element(points);
  const auto costliest = static_cast<Category>(most - points.begin());
  return words("decided/failed", {{"penalty", penalty},
                                  {"tolerated", tolerated},
                                  {"category", std::string(words.category(costliest))},
                                  {"points", decimal(*most, 1)}});
}

std::string lost_quality(const Score& score, const Words& words) {
  constexpr std::size_t kMost = 3;
  std::string parts;
  for (std::size_t i = 0; i < std::min(kMost, score.quality_lost.size()); ++i) {
    const QualityLoss& loss = score.quality_lost[i];
    if (i > 0) parts += words.language() == Language::kChinese ? "，" : ", ";
    parts +=
        words("lost/part", {{"lost", fmt::format("{:.2f}", loss.lost)},
                            {"what", std::string(words("lost/" + std::string(loss.evidence)))}});
  }
  return parts.empty() ? parts : words("lost/sentence", {{"parts", parts}});
}

}  // namespace duizhao::report
