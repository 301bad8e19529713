#include "duizhao/align/confidence.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace duizhao::align {
namespace {

/// The most that a margin says; beads without neighbours to confuse them have it.
constexpr float kSureMargin = 20;

std::uint8_t plus(std::uint8_t count, int difference) {
  return static_cast<std::uint8_t>(count + difference);
}

/// Nats lost by the best way of moving one sentence across the boundary between two beads that
/// touch in both texts.
float boundary_margin(const Step& left, const Step& right, const BeadScores& scores) {
  float best = -std::numeric_limits<float>::infinity();
  const auto consider = [&](int chinese, int english) {
    // `chinese` and `english`: sentences that the left bead gains, in {-1, 0, 1}.
    const Shape a{plus(left.shape.chinese, chinese), plus(left.shape.english, english)};
    const Shape b{plus(right.shape.chinese, -chinese), plus(right.shape.english, -english)};
    if (std::min({a.chinese, a.english, b.chinese, b.english}) == 0) return;
    const auto second_chinese =
        static_cast<std::uint32_t>(static_cast<int>(right.first_chinese()) + chinese);
    const auto second_english =
        static_cast<std::uint32_t>(static_cast<int>(right.first_english()) + english);
    best = std::max(best, scores.score(left.first_chinese(), left.first_english(), a) +
                              scores.score(second_chinese, second_english, b));
  };
  consider(1, 0);
  consider(-1, 0);
  consider(0, 1);
  consider(0, -1);
  return std::min(kSureMargin, left.score + right.score - best);
}

bool touch(const Step& left, const Step& right) {
  return left.last_chinese + 1 == right.first_chinese() &&
         left.last_english + 1 == right.first_english();
}

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

}  // namespace

float density(const Evidence& evidence, const Step& step) {
  std::size_t words = 0;
  for (auto s = step.first_chinese(); s <= step.last_chinese; ++s) {
    words += evidence.chinese.sentences[s].size();
  }
  for (auto t = step.first_english(); t <= step.last_english; ++t) {
    words += evidence.english.sentences[t].size();
  }
  return 2 * step.score / static_cast<float>(std::max<std::size_t>(1, words));
}

std::vector<BeadSigns> signs_of(const std::vector<Step>& passage, bool moved, float closeness,
                                const Evidence& evidence, const BeadScores& scores) {
  std::vector<BeadSigns> all(passage.size());
  float before = kSureMargin;
  for (std::size_t i = 0; i < passage.size(); ++i) {
    const Step& step = passage[i];
    const float after = i + 1 < passage.size() && touch(step, passage[i + 1])
                            ? boundary_margin(step, passage[i + 1], scores)
                            : kSureMargin;
    all[i] = {density(evidence, step), std::min(before, after), closeness,
              step.shape.chinese + step.shape.english - 2, moved};
    before = after;
  }
  return all;
}

double confidence_of(const BeadSigns& signs, const model::BeadConfidenceWeights& weights) {
  const double density = std::clamp(signs.density, -1.0F, 2.0F);
  const double margin = std::sqrt(std::clamp(signs.margin, 0.0F, kSureMargin));
  return logistic(weights.constant + weights.density * density + weights.margin * margin +
                  weights.closeness * signs.closeness + weights.extra * signs.extra +
                  (signs.moved ? weights.moved : 0));
}

double confidence_of_null(std::size_t words, float closeness,
                          const model::BeadConfidenceWeights& weights) {
  constexpr std::size_t kMostWords = 60;
  return logistic(weights.alone +
                  weights.alone_words * static_cast<double>(std::min(words, kMostWords)) +
                  weights.alone_closeness * closeness);
}

}  // namespace duizhao::align
