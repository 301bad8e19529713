#include "duizhao/align/moved.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "duizhao/align/adopted.h"
#include "duizhao/align/candidates.h"
#include "duizhao/align/confidence.h"
#include "duizhao/align/repeated.h"

namespace duizhao::align {
namespace {

/// Rounds of looking for moved passages and searching the path again.
constexpr int kMaxRounds = 6;

/// What the path is worth, sentence by sentence.
class PathWorth {
 public:
  PathWorth(const Evidence& evidence, const std::vector<Step>& path, const BeadScores& scores,
            float null_price)
      : path_(path),
        scores_(scores),
        null_price_(null_price),
        bead_of_chinese_(evidence.chinese.size(), -1),
        bead_of_english_(evidence.english.size(), -1) {
    for (std::size_t i = 0; i < path.size(); ++i) {
      for (std::uint32_t s = path[i].first_chinese(); s <= path[i].last_chinese; ++s) {
        bead_of_chinese_[s] = static_cast<int>(i);
      }
      for (std::uint32_t t = path[i].first_english(); t <= path[i].last_english; ++t) {
        bead_of_english_[t] = static_cast<int>(i);
      }
    }
  }

  /// What the path loses without these English sentences; negative where it gains.
  [[nodiscard]] float loss_of_english(std::uint32_t first, std::uint32_t last) const {
    float loss = 0;
    for (std::uint32_t t = first; t <= last;) {
      const int i = bead_of_english_[t];
      if (i < 0) {
        loss -= null_price_;
        ++t;
        continue;
      }
      const Step& step = path_[static_cast<std::size_t>(i)];
      const std::uint32_t begin = std::max(first, step.first_english());
      const std::uint32_t end = std::min(last, step.last_english);
      const auto kept = kept_part(step.first_english(), step.last_english, begin, end);
      float rest = -null_price_ * static_cast<float>(step.shape.chinese);
      if (kept) {
        const Shape shape{step.shape.chinese, static_cast<std::uint8_t>(kept->second)};
        rest = std::max(rest, scores_.score(step.first_chinese(), kept->first, shape));
      }
      loss += step.score - rest;
      t = end + 1;
    }
    return loss;
  }

  [[nodiscard]] float loss_of_chinese(std::uint32_t first, std::uint32_t last) const {
    float loss = 0;
    for (std::uint32_t s = first; s <= last;) {
      const int i = bead_of_chinese_[s];
      if (i < 0) {
        loss -= null_price_;
        ++s;
        continue;
      }
      const Step& step = path_[static_cast<std::size_t>(i)];
      const std::uint32_t begin = std::max(first, step.first_chinese());
      const std::uint32_t end = std::min(last, step.last_chinese);
      const auto kept = kept_part(step.first_chinese(), step.last_chinese, begin, end);
      float rest = -null_price_ * static_cast<float>(step.shape.english);
      if (kept) {
        const Shape shape{static_cast<std::uint8_t>(kept->second), step.shape.english};
        rest = std::max(rest, scores_.score(kept->first, step.first_english(), shape));
      }
      loss += step.score - rest;
      s = end + 1;
    }
    return loss;
  }

 private:
  /// What stays, begin and size, of [first, last] without [begin, end], where it is in one piece.
  static std::optional<std::pair<std::uint32_t, std::uint32_t>> kept_part(std::uint32_t first,
                                                                          std::uint32_t last,
                                                                          std::uint32_t begin,
                                                                          std::uint32_t end) {
    if (begin == first && end < last) return std::pair{end + 1, last - end};
    if (begin > first && end == last) return std::pair{first, begin - first};
    return std::nullopt;
  }

  const std::vector<Step>& path_;
  const BeadScores& scores_;
  float null_price_;
  std::vector<int> bead_of_chinese_;
  std::vector<int> bead_of_english_;
};

/// The run of beads of a passage that gains most, and its gain.
std::pair<std::vector<Step>, float> best_part(const std::vector<Step>& passage,
                                              const PathWorth& worth) {
  float sum = 0;
  float best = 0;
  std::size_t begin = 0;
  std::pair<std::size_t, std::size_t> range{0, 0};
  for (std::size_t i = 0; i < passage.size(); ++i) {
    const Step& step = passage[i];
    if (sum <= 0) {
      sum = 0;
      begin = i;
    }
    sum += step.score - worth.loss_of_english(step.first_english(), step.last_english) -
           worth.loss_of_chinese(step.first_chinese(), step.last_chinese);
    if (sum > best) {
      best = sum;
      range = {begin, i + 1};
    }
  }
  const auto at = [&](std::size_t i) { return passage.begin() + static_cast<std::ptrdiff_t>(i); };
  return {{at(range.first), at(range.second)}, best};
}

/// The cells where a moved passage may lie: those of sentences that the path makes little of.
SearchSpace weak_cells(const Candidates& candidates, const SearchSpace& space,
                       const PathWorth& worth, float most) {
  std::vector<std::uint32_t> chinese;
  std::vector<std::uint32_t> english;
  for (std::uint32_t s = 0; s < space.chinese_taken.size(); ++s) {
    if (!space.chinese_taken[s] && worth.loss_of_chinese(s, s) <= most) chinese.push_back(s);
  }
  for (std::uint32_t t = 0; t < space.english_taken.size(); ++t) {
    if (!space.english_taken[t] && worth.loss_of_english(t, t) <= most) english.push_back(t);
  }
  SearchSpace weak = candidates.scattered(chinese, english);
  weak.chinese_taken = space.chinese_taken;
  weak.english_taken = space.english_taken;
  return weak;
}

/// How closely a translation follows, from 0 for the freest to 1: the density of its beads, which
/// is about 1.2 in reports and 0.3 in novels. Their upper quartile speaks for the text, so that
/// what is misaligned does not count.
float closeness(const Evidence& evidence, const std::vector<Step>& path) {
  std::vector<float> values;
  values.reserve(path.size());
  for (const Step& step : path) values.push_back(density(evidence, step));
  if (values.empty()) return 1;
  const auto quartile = values.begin() + static_cast<std::ptrdiff_t>(values.size() * 3 / 4);
  std::nth_element(values.begin(), quartile, values.end());
  constexpr float kFree = 0.25F;
  constexpr float kClose = 1;
  return std::clamp((*quartile - kFree) / (kClose - kFree), 0.0F, 1.0F);
}

/// How much more often than usual this text leaves a sentence without counterpart in its place, on
/// a logarithmic scale, held within bounds.
float surplus_of_nulls(const Evidence& evidence, const std::vector<Step>& path) {
  constexpr float kUsual = 0.03F;
  constexpr float kMost = 1.5F;
  const auto all = static_cast<float>(evidence.chinese.size() + evidence.english.size());
  float aligned = 0;
  for (const Step& step : path)
    aligned += static_cast<float>(step.shape.chinese + step.shape.english);
  const float rate = (all - aligned + 1) / (all + 1 / kUsual);
  return std::clamp(std::log(rate / kUsual), -kMost, kMost);
}

bool any_taken(const std::vector<Step>& passage, const SearchSpace& space) {
  return std::any_of(passage.begin(), passage.end(), [&](const Step& step) {
    return space.chinese_taken[step.first_chinese()] || space.chinese_taken[step.last_chinese] ||
           space.english_taken[step.first_english()] || space.english_taken[step.last_english];
  });
}

}  // namespace

Layout place_moved(const Evidence& evidence, BeadWeights weights, const NullPrices& nulls,
                   const MovedWeights& moved, const model::BeadConfidenceWeights& confidence) {
  const Candidates candidates(evidence);
  SearchSpace space = candidates.band();
  BeadScores scores(evidence, weights, space.columns);
  std::vector<Step> path = best_path(evidence, space, scores, nulls.free);
  Layout layout;
  layout.closeness = closeness(evidence, path);
  float null_price = nulls.free + layout.closeness * (nulls.close - nulls.free);
  path = best_path(evidence, space, scores, null_price);
  const float surplus = surplus_of_nulls(evidence, path);
  null_price -= nulls.habit * surplus;
  const float crowding = nulls.crowding * std::max(surplus, 0.0F);
  scores.raise_extra_sentence(crowding);
  weights.extra_sentence += crowding;
  const auto placed = [&](const std::vector<Step>& passage, bool is_moved,
                          const BeadScores& cells) {
    const auto signs = signs_of(passage, is_moved, layout.closeness, evidence, cells);
    std::vector<PlacedStep> steps;
    for (std::size_t i = 0; i < passage.size(); ++i) {
      steps.push_back({passage[i], confidence_of(signs[i], confidence)});
    }
    return steps;
  };

  path = best_path(evidence, space, scores, null_price);
  for (int round = 0; round < kMaxRounds; ++round) {
    const PathWorth worth(evidence, path, scores, null_price);
    const SearchSpace weak = weak_cells(candidates, space, worth, moved.most_worth);
    const BeadScores weak_scores(evidence, weights, weak.columns);
    std::vector<std::pair<float, std::vector<Step>>> offers;
    for (const auto& passage :
         local_passages(evidence, weak, weak_scores, null_price, moved.price)) {
      auto [part, gain] = best_part(passage, worth);
      if (gain >= moved.price) offers.emplace_back(gain, std::move(part));
    }
    if (offers.empty()) break;
    std::stable_sort(offers.begin(), offers.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [gain, part] : offers) {
      if (any_taken(part, space)) continue;
      take(part, space);
      layout.moved.push_back(placed(part, true, weak_scores));
    }
    path = best_path(evidence, space, scores, null_price);
  }
  take(path, space);
  adopt_neighbours(path, evidence, scores, space);
  layout.path = placed(path, false, scores);

  for (const Step& step :
       repetitions(evidence, candidates, space, weights, null_price, moved.repetition)) {
    layout.repeated.push_back(
        {step, confidence_of({density(evidence, step), 0, layout.closeness, 0, true}, confidence)});
  }
  return layout;
}

}  // namespace duizhao::align
