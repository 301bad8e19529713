#include "duizhao/align/moved.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "duizhao/align/candidates.h"

namespace duizhao::align {
namespace {

/// Rounds of looking for moved passages and searching the path again.
constexpr int kMaxRounds = 12;

/// What the path is worth, sentence by sentence.
class PathWorth {
 public:
  PathWorth(const Evidence& evidence, const std::vector<Step>& path, const BeadScores& scores,
            const NullPrices& nulls)
      : path_(path),
        scores_(scores),
        nulls_(nulls),
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
        loss -= nulls_.english;
        ++t;
        continue;
      }
      const Step& step = path_[static_cast<std::size_t>(i)];
      const std::uint32_t begin = std::max(first, step.first_english());
      const std::uint32_t end = std::min(last, step.last_english);
      const auto kept = kept_part(step.first_english(), step.last_english, begin, end);
      float rest = -nulls_.chinese * static_cast<float>(step.shape.chinese);
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
        loss -= nulls_.chinese;
        ++s;
        continue;
      }
      const Step& step = path_[static_cast<std::size_t>(i)];
      const std::uint32_t begin = std::max(first, step.first_chinese());
      const std::uint32_t end = std::min(last, step.last_chinese);
      const auto kept = kept_part(step.first_chinese(), step.last_chinese, begin, end);
      float rest = -nulls_.english * static_cast<float>(step.shape.english);
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
  NullPrices nulls_;
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
SearchSpace weak_cells(const Evidence& evidence, const SearchSpace& space, const PathWorth& worth,
                       float most) {
  std::vector<std::uint32_t> chinese;
  std::vector<std::uint32_t> english;
  for (std::uint32_t s = 0; s < space.chinese_taken.size(); ++s) {
    if (!space.chinese_taken[s] && worth.loss_of_chinese(s, s) <= most) chinese.push_back(s);
  }
  for (std::uint32_t t = 0; t < space.english_taken.size(); ++t) {
    if (!space.english_taken[t] && worth.loss_of_english(t, t) <= most) english.push_back(t);
  }
  SearchSpace weak = scattered(evidence, chinese, english);
  weak.chinese_taken = space.chinese_taken;
  weak.english_taken = space.english_taken;
  return weak;
}

}  // namespace

Layout lay_out(const Evidence& evidence, SearchSpace space, const BeadWeights& weights,
               const NullPrices& nulls, const MovedWeights& moved) {
  const BeadScores scores(evidence, weights);
  Layout layout;
  layout.path = best_path(evidence, space, weights, nulls);
  for (int round = 0; round < kMaxRounds; ++round) {
    const PathWorth worth(evidence, layout.path, scores, nulls);
    std::vector<std::pair<float, std::vector<Step>>> offers;
    for (const auto& passage :
         local_passages(evidence, weak_cells(evidence, space, worth, moved.most_worth), weights,
                        nulls, moved.price)) {
      auto [part, gain] = best_part(passage, worth);
      if (gain >= moved.price) offers.emplace_back(gain, std::move(part));
    }
    if (offers.empty()) break;
    std::stable_sort(offers.begin(), offers.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (auto& [gain, part] : offers) {
      const bool taken = std::any_of(part.begin(), part.end(), [&](const Step& step) {
        return space.chinese_taken[step.first_chinese()] ||
               space.chinese_taken[step.last_chinese] ||
               space.english_taken[step.first_english()] || space.english_taken[step.last_english];
      });
      if (taken) continue;
      for (const Step& step : part) {
        for (auto s = step.first_chinese(); s <= step.last_chinese; ++s) {
          space.chinese_taken[s] = true;
        }
        for (auto t = step.first_english(); t <= step.last_english; ++t) {
          space.english_taken[t] = true;
        }
      }
      layout.moved.push_back(std::move(part));
    }
    layout.path = best_path(evidence, space, weights, nulls);
  }
  return layout;
}

}  // namespace duizhao::align
