#include "duizhao/align/path.h"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_set>
#include <utility>

namespace duizhao::align {
namespace {

constexpr float kImpossible = -std::numeric_limits<float>::infinity();
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// How a cell was reached: by a bead, or by passing one sentence.
struct Arrival {
  std::uint8_t chinese = 0;  ///< sentences used; 0 and 0: here the path starts
  std::uint8_t english = 0;
  float score = 0;      ///< of the bead; 0 where a sentence was passed
  bool begins = false;  ///< the path starts with this bead
};

/// States after one English sentence. Column j stands for "the last Chinese sentence used or
/// passed is j - 1"; column 0 for none yet.
struct Row {
  std::vector<std::uint32_t> columns;
  std::vector<float> best;  ///< score of the best path that ends here
  std::vector<Arrival> arrivals;

  void reset(const std::vector<std::uint32_t>& sentences, float start) {
    columns.assign(1, 0);
    for (const std::uint32_t sentence : sentences) columns.push_back(sentence + 1);
    best.assign(columns.size(), start);
    arrivals.assign(columns.size(), Arrival{});
  }
  [[nodiscard]] std::size_t cell(std::uint32_t column) const {
    if (column == 0) return 0;
    const std::size_t guess = columns.size() > 1 ? 1 + column - columns[1] : kNone;
    if (guess < columns.size() && columns[guess] == column) return guess;
    const auto place = std::lower_bound(columns.begin(), columns.end(), column);
    return place != columns.end() && *place == column
               ? static_cast<std::size_t>(place - columns.begin())
               : kNone;
  }
  void offer(std::size_t cell, float value, Arrival arrival) {
    if (value > best[cell]) {
      best[cell] = value;
      arrivals[cell] = arrival;
    }
  }
};

/// Prices of passing each sentence; those that are taken or empty cost nothing.
std::vector<float> passing_prices(const TypedText& text, const std::vector<bool>& taken,
                                  float price) {
  std::vector<float> prices(text.size());
  for (std::size_t s = 0; s < text.size(); ++s) {
    prices[s] = taken[s] || text.sentences[s].empty() ? 0 : price;
  }
  return prices;
}

/// One sweep over the cells, row by row; `start` is the score with which a path may begin in any
/// cell (-infinity: only at the beginning of both texts).
class Sweep {
 public:
  Sweep(const Evidence& evidence, const SearchSpace& space, const BeadScores& scores,
        float null_price, float start)
      : space_(space),
        chinese_prices_(passing_prices(evidence.chinese, space.chinese_taken, null_price)),
        english_prices_(passing_prices(evidence.english, space.english_taken, null_price)),
        scores_(scores),
        rows_(evidence.english.size() + 1),
        start_(start) {}

  void run() {
    rows_[0].reset({}, 0);
    if (start_ == kImpossible && !space_.columns.empty()) pass_leading_chinese();
    for (std::uint32_t t = 1; t < rows_.size(); ++t) fill(t);
  }

  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }

  /// The beads of the path that ends in a cell, in order.
  [[nodiscard]] std::vector<Step> trace(std::size_t t, std::size_t cell) const {
    std::vector<Step> steps;
    while (true) {
      const Arrival& arrival = rows_[t].arrivals[cell];
      if (arrival.chinese == 0 && arrival.english == 0) break;
      const std::uint32_t column = rows_[t].columns[cell];
      if (arrival.chinese > 0 && arrival.english > 0) {
        steps.push_back({column - 1,
                         static_cast<std::uint32_t>(t - 1),
                         {arrival.chinese, arrival.english},
                         arrival.score});
      }
      if (arrival.begins) break;
      t -= arrival.english;
      cell = rows_[t].cell(column - arrival.chinese);
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
  }

 private:
  /// The path may pass Chinese sentences before the first English one: row 0 has the columns that
  /// the first rows have.
  void pass_leading_chinese() {
    std::uint32_t last = 0;
    for (std::size_t t = 0; t < std::min<std::size_t>(space_.columns.size(), kMaxSide); ++t) {
      if (!space_.columns[t].empty()) last = std::max(last, space_.columns[t].back() + 1);
    }
    std::vector<std::uint32_t> all(last);
    for (std::uint32_t s = 0; s < last; ++s) all[s] = s;
    Row& row = rows_[0];
    row.reset(all, kImpossible);
    row.best[0] = 0;
    for (std::uint32_t s = 0; s < last; ++s) {
      row.offer(s + 1, row.best[s] - chinese_prices_[s], {1, 0});
    }
  }

  void fill(std::uint32_t t) {
    const auto& sentences = space_.columns[t - 1];
    Row& row = rows_[t];
    row.reset(sentences, start_);
    const Row& above = rows_[t - 1];
    for (std::size_t c = 0; c < row.columns.size(); ++c) {
      const std::uint32_t column = row.columns[c];
      const std::size_t up = above.cell(column);
      if (up != kNone) row.offer(c, above.best[up] - english_prices_[t - 1], {0, 1});
      if (c == 0) continue;
      if (row.columns[c - 1] + 1 == column) {
        row.offer(c, row.best[c - 1] - chinese_prices_[column - 1], {1, 0});
      }
      if (!space_.english_taken[t - 1] && !space_.chinese_taken[column - 1]) {
        offer_beads(t, c);
      }
    }
  }

  void offer_beads(std::uint32_t t, std::size_t cell) {
    Row& row = rows_[t];
    const std::uint32_t column = row.columns[cell];
    std::uint32_t most_chinese = 1;
    while (most_chinese < kMaxSide && most_chinese < column &&
           !space_.chinese_taken[column - 1 - most_chinese]) {
      ++most_chinese;
    }
    std::uint32_t most_english = 1;
    while (most_english < kMaxSide && most_english < t &&
           !space_.english_taken[t - 1 - most_english]) {
      ++most_english;
    }
    scores_.beads_ending_at(t - 1, cell - 1, bead_scores_);
    for (std::size_t s = 0; s < kShapes.size(); ++s) {
      const Shape shape = kShapes[s];
      if (shape.chinese > most_chinese || shape.english > most_english) continue;
      if (bead_scores_[s] == kImpossible) continue;
      const Row& from = rows_[t - shape.english];
      const std::size_t there = from.cell(column - shape.chinese);
      const bool begins = there == kNone || from.best[there] <= start_;
      row.offer(cell, (begins ? start_ : from.best[there]) + bead_scores_[s],
                {shape.chinese, shape.english, bead_scores_[s], begins});
    }
  }

  const SearchSpace& space_;
  std::vector<float> chinese_prices_;
  std::vector<float> english_prices_;
  const BeadScores& scores_;
  std::vector<Row> rows_;
  std::array<float, kShapes.size()> bead_scores_{};
  float start_;
};

}  // namespace

void take(const std::vector<Step>& steps, SearchSpace& space) {
  for (const Step& step : steps) {
    for (auto s = step.first_chinese(); s <= step.last_chinese; ++s) space.chinese_taken[s] = true;
    for (auto t = step.first_english(); t <= step.last_english; ++t) space.english_taken[t] = true;
  }
}

std::vector<Step> best_path(const Evidence& evidence, const SearchSpace& space,
                            const BeadScores& scores, float null_price) {
  Sweep sweep(evidence, space, scores, null_price, kImpossible);
  sweep.run();
  // The Chinese sentences after the last cell are passed.
  const Row& last = sweep.rows().back();
  const std::vector<float> prices =
      passing_prices(evidence.chinese, space.chinese_taken, null_price);
  std::size_t end = 0;
  float best = kImpossible;
  for (std::size_t c = last.columns.size(); c-- > 0;) {
    float rest = 0;
    for (std::size_t s = last.columns[c]; s < prices.size(); ++s) rest += prices[s];
    if (last.best[c] - rest > best) {
      best = last.best[c] - rest;
      end = c;
    }
  }
  return sweep.trace(evidence.english.size(), end);
}

std::vector<std::vector<Step>> local_passages(const Evidence& evidence, const SearchSpace& space,
                                              const BeadScores& scores, float null_price,
                                              float min_score) {
  Sweep sweep(evidence, space, scores, null_price, 0);
  sweep.run();
  struct End {
    float score;
    std::uint32_t row;
    std::size_t cell;
  };
  std::vector<End> ends;
  for (std::uint32_t t = 1; t < sweep.rows().size(); ++t) {
    const Row& row = sweep.rows()[t];
    for (std::size_t c = 1; c < row.columns.size(); ++c) {
      const Arrival& arrival = row.arrivals[c];
      if (row.best[c] >= min_score && arrival.chinese > 0 && arrival.english > 0) {
        ends.push_back({row.best[c], t, c});
      }
    }
  }
  std::stable_sort(ends.begin(), ends.end(),
                   [](const End& a, const End& b) { return a.score > b.score; });
  // Of the passages that begin in the same cell only the best counts: the others are its parts or
  // detours.
  std::vector<std::vector<Step>> passages;
  std::unordered_set<std::uint64_t> begins;
  for (const End& end : ends) {
    std::vector<Step> passage = sweep.trace(end.row, end.cell);
    const Step& first = passage.front();
    const std::uint64_t begin = std::uint64_t{first.first_chinese()} << 32U | first.first_english();
    if (begins.insert(begin).second) passages.push_back(std::move(passage));
  }
  return passages;
}

}  // namespace duizhao::align
