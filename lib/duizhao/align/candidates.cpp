#include "duizhao/align/candidates.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "duizhao/align/fast_log.h"

namespace duizhao::align {
namespace {

/// Cells beside the chain that the band covers, at the least.
constexpr std::uint32_t kMargin = 12;

/// Between links further apart than this, only a band around the straight line is searched.
constexpr std::uint32_t kMaxGap = 400;

/// Best Chinese sentences that are kept of each English one.
constexpr std::size_t kBest = 4;

/// Links of words that bring less are not worth their time.
constexpr float kLeastGain = 0.5F;

/// Words that occur in more sentences say little about where a sentence belongs, and cost time.
std::size_t common_from(std::size_t sentences) {
  return std::clamp<std::size_t>(sentences / 200, 16, 50);
}

/// For each English sentence the Chinese ones that share most rare words with it: the two-way
/// likelihood ratio of single sentences, of rare words only, divided by the root of the lengths.
class Retrieval {
 public:
  explicit Retrieval(const Evidence& evidence)
      : evidence_(evidence),
        sums_(evidence.chinese.size(), 0),
        limit_(common_from(evidence.chinese.size())) {}

  void best_of(std::uint32_t t, std::vector<Candidate>& candidates) {
    touched_.clear();
    const auto& types = evidence_.english.sentences[t];
    for (const std::uint32_t type : types) {
      for (const Link& link : evidence_.links[type]) {
        const auto& postings = evidence_.postings[link.chinese];
        if (postings.size() > limit_) continue;
        const float to_english = link.to_english * evidence_.english.rarity[type];
        const float to_chinese = link.to_chinese * evidence_.chinese.rarity[link.chinese];
        const float gain = fast_log(1 + 0.02F * (to_english + to_chinese));
        if (gain < kLeastGain) continue;
        for (const Posting& posting : postings) {
          if (sums_[posting.sentence] == 0) touched_.push_back(posting.sentence);
          sums_[posting.sentence] += gain;
        }
      }
    }
    found_.clear();
    for (const std::uint32_t s : touched_) {
      const auto length = static_cast<float>(evidence_.chinese.sentences[s].size() + types.size());
      found_.push_back({t, s, sums_[s] / std::sqrt(length)});
      sums_[s] = 0;
    }
    const std::size_t kept = std::min(kBest, found_.size());
    std::partial_sort(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(kept),
                      found_.end(), [](const Candidate& a, const Candidate& b) {
                        return a.score != b.score ? a.score > b.score : a.chinese < b.chinese;
                      });
    candidates.insert(candidates.end(), found_.begin(),
                      found_.begin() + static_cast<std::ptrdiff_t>(kept));
  }

 private:
  const Evidence& evidence_;
  std::vector<float> sums_;
  std::size_t limit_;
  std::vector<std::uint32_t> touched_;
  std::vector<Candidate> found_;
};

/// The heaviest chain of candidates that ascends in both texts. `candidates` are by English
/// sentence. A Fenwick tree over the Chinese sentences holds the best chain that ends before each.
std::vector<Candidate> heaviest_chain(const std::vector<Candidate>& candidates,
                                      std::size_t chinese_size) {
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::vector<float> weight(candidates.size(), 0);
  std::vector<std::uint32_t> before(candidates.size(), kNone);
  std::vector<std::uint32_t> tree(chinese_size + 1, kNone);
  const auto better = [&](std::uint32_t a, std::uint32_t b) {
    return a != kNone && (b == kNone || weight[a] > weight[b]);
  };
  std::uint32_t best = kNone;
  for (std::size_t i = 0; i < candidates.size();) {
    std::size_t end = i;
    while (end < candidates.size() && candidates[end].english == candidates[i].english) ++end;
    for (std::size_t k = i; k < end; ++k) {
      std::uint32_t last = kNone;
      for (std::size_t node = candidates[k].chinese; node > 0; node &= node - 1) {
        if (better(tree[node], last)) last = tree[node];
      }
      before[k] = last;
      weight[k] = candidates[k].score + (last == kNone ? 0 : weight[last]);
    }
    for (std::size_t k = i; k < end; ++k) {
      const auto number = static_cast<std::uint32_t>(k);
      for (std::size_t node = candidates[k].chinese + 1; node <= chinese_size;
           node += node & (~node + 1)) {
        if (better(number, tree[node])) tree[node] = number;
      }
      if (better(number, best)) best = number;
    }
    i = end;
  }
  std::vector<Candidate> chain;
  for (std::uint32_t k = best; k != kNone; k = before[k]) chain.push_back(candidates[k]);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

/// Drops the links that stand alone, off the line of their neighbours: a chance likeness in a place
/// where the texts do not fit.
std::vector<Candidate> supported(const std::vector<Candidate>& chain) {
  constexpr double kSlack = 6;
  std::vector<Candidate> kept;
  const auto near = [&](std::size_t a, std::size_t b) {
    const double rows = std::abs(static_cast<double>(chain[a].english) - chain[b].english);
    const double columns = std::abs(static_cast<double>(chain[a].chinese) - chain[b].chinese);
    return rows <= 2 * kMargin && std::abs(rows - columns) <= kSlack + rows / 2;
  };
  for (std::size_t i = 0; i < chain.size(); ++i) {
    int friends = 0;
    for (std::size_t d = 1; d <= 3; ++d) {
      friends += i >= d && near(i, i - d);
      friends += i + d < chain.size() && near(i, i + d);
    }
    if (friends >= 2) kept.push_back(chain[i]);
  }
  return kept;
}

SearchSpace empty_space(const Evidence& evidence) {
  SearchSpace space;
  space.columns.resize(evidence.english.size());
  space.chinese_taken.assign(evidence.chinese.size(), false);
  space.english_taken.assign(evidence.english.size(), false);
  return space;
}

}  // namespace

Candidates::Candidates(const Evidence& evidence) : evidence_(evidence) {
  if (evidence.english.size() * evidence.chinese.size() <= kAllCells) return;
  Retrieval retrieval(evidence);
  for (std::uint32_t t = 0; t < evidence.english.size(); ++t) retrieval.best_of(t, candidates_);
}

SearchSpace Candidates::band() const {
  const Evidence& evidence = evidence_;
  SearchSpace space = empty_space(evidence);
  const auto rows = static_cast<std::uint32_t>(evidence.english.size());
  const auto columns = static_cast<std::uint32_t>(evidence.chinese.size());
  if (rows == 0 || columns == 0) return space;
  if (std::size_t{rows} * columns <= kAllCells) {
    std::vector<std::uint32_t> all(columns);
    std::iota(all.begin(), all.end(), 0U);
    space.columns.assign(rows, all);
    return space;
  }

  std::vector<Candidate> links = supported(heaviest_chain(candidates_, columns));
  links.insert(links.begin(), Candidate{});
  links.push_back({rows - 1, columns - 1});

  // Each row searches from `low` to `high`; a row between two links all that lies between them.
  std::vector<std::uint32_t> low(rows, columns);
  std::vector<std::uint32_t> high(rows, 0);
  const auto widen = [&](std::uint32_t t, std::uint32_t from, std::uint32_t to) {
    low[t] = std::min(low[t], from > kMargin ? from - kMargin : 0);
    high[t] = std::max(high[t], std::min(columns - 1, to + kMargin));
  };
  for (std::size_t k = 1; k < links.size(); ++k) {
    const Candidate& a = links[k - 1];
    const Candidate& b = links[k];
    const std::uint32_t first = a.english > kMargin ? a.english - kMargin : 0;
    const std::uint32_t last = std::min(rows - 1, b.english + kMargin);
    for (std::uint32_t t = first; t <= last; ++t) {
      if (b.chinese - a.chinese <= kMaxGap && b.english - a.english <= kMaxGap) {
        widen(t, a.chinese, b.chinese);
      } else {
        const double share =
            std::clamp((static_cast<double>(t) - a.english) /
                           std::max(1.0, static_cast<double>(b.english) - a.english),
                       0.0, 1.0);
        const auto middle = static_cast<std::uint32_t>(a.chinese + share * (b.chinese - a.chinese));
        widen(t, middle > kMaxGap / 2 ? middle - kMaxGap / 2 : 0, middle + kMaxGap / 2);
      }
    }
  }
  for (std::uint32_t t = 0; t < rows; ++t) {
    for (std::uint32_t s = low[t]; s <= high[t]; ++s) space.columns[t].push_back(s);
  }
  return space;
}

SearchSpace Candidates::scattered(const std::vector<std::uint32_t>& chinese,
                                  const std::vector<std::uint32_t>& english) const {
  const Evidence& evidence = evidence_;
  SearchSpace space = empty_space(evidence);
  if (candidates_.empty() || chinese.size() * english.size() <= kAllCells) {
    for (const std::uint32_t t : english) space.columns[t] = chinese;
    return space;
  }
  constexpr std::uint32_t kAround = 3;
  std::vector<bool> open(evidence.chinese.size(), false);
  for (const std::uint32_t s : chinese) open[s] = true;
  std::vector<bool> wanted(evidence.english.size(), false);
  for (const std::uint32_t t : english) wanted[t] = true;
  for (const Candidate& candidate : candidates_) {
    if (!open[candidate.chinese] || !wanted[candidate.english]) continue;
    const std::uint32_t from = candidate.english > kAround ? candidate.english - kAround : 0;
    const auto to = std::min<std::size_t>(candidate.english + kAround, evidence.english.size() - 1);
    for (std::uint32_t t = from; t <= to; ++t) {
      if (!wanted[t]) continue;
      const std::uint32_t left = candidate.chinese > kAround ? candidate.chinese - kAround : 0;
      const auto right =
          std::min<std::size_t>(candidate.chinese + kAround, evidence.chinese.size() - 1);
      for (std::uint32_t s = left; s <= right; ++s) {
        if (open[s]) space.columns[t].push_back(s);
      }
    }
  }
  for (auto& columns : space.columns) {
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
  }
  return space;
}

}  // namespace duizhao::align
