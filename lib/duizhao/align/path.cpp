#include "duizhao/align/path.h"

#include <algorithm>
#include <array>
#include <limits>

namespace duizhao::align {
namespace {

constexpr float kImpossible = -std::numeric_limits<float>::infinity();

/// How a cell was reached.
struct Arrival {
  std::uint8_t chinese = 0;  ///< sentences of the bead; 0 and 0: the start of the text
  std::uint8_t english = 0;  ///< a bead with one side 0 leaves a sentence without counterpart
  bool jumped = false;       ///< from the best cell of row (t - english) rather than the neighbour
  float score = 0;           ///< of the bead
};

struct Row {
  std::vector<std::uint32_t> columns;
  std::vector<float> best;  ///< score of the best path that ends in the cell
  std::vector<Arrival> arrivals;
  std::size_t champion = 0;  ///< the cell with the best path

  [[nodiscard]] std::size_t cell(std::uint32_t column) const {
    const auto place = std::lower_bound(columns.begin(), columns.end(), column);
    return place != columns.end() && *place == column
               ? static_cast<std::size_t>(place - columns.begin())
               : kNone;
  }
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
};

}  // namespace

// Column j of a row stands for "the last Chinese sentence used is j - 1"; column 0 for none yet.
std::vector<Step> best_path(const Evidence& evidence, const Columns& columns,
                            const BeadWeights& bead_weights, const PathWeights& path_weights) {
  const std::size_t english_size = evidence.english.size();
  std::vector<Row> rows(english_size + 1);
  // Row 0: before the first English sentence. Anywhere may be the start, at the price of the skip
  // or of a jump.
  rows[0].columns = {0};
  rows[0].best = {0};
  rows[0].arrivals = {Arrival{}};

  BeadScores scores(evidence, bead_weights);
  for (std::uint32_t t = 1; t <= english_size; ++t) {
    scores.next_row(columns[t - 1]);
    Row& row = rows[t];
    row.columns = {0};
    for (const std::uint32_t column : columns[t - 1]) row.columns.push_back(column + 1);
    row.best.assign(row.columns.size(), kImpossible);
    row.arrivals.assign(row.columns.size(), Arrival{});

    const Row& above = rows[t - 1];
    const float null_english =
        evidence.english.sentences[t - 1].empty() ? 0 : path_weights.null_english;
    for (std::size_t c = 0; c < row.columns.size(); ++c) {
      const std::uint32_t column = row.columns[c];
      const auto offer = [&](float value, Arrival arrival) {
        if (value > row.best[c]) {
          row.best[c] = value;
          row.arrivals[c] = arrival;
        }
      };
      const std::size_t up = above.cell(column);
      if (up != Row::kNone) offer(above.best[up] - null_english, {0, 1, false, 0});
      if (column == 0) continue;
      if (row.columns[c - 1] == column - 1) {
        const bool empty = evidence.chinese.sentences[column - 1].empty();
        offer(row.best[c - 1] - (empty ? 0 : path_weights.null_chinese), {1, 0, false, 0});
      }
      for (std::uint32_t b = 1; b <= kMaxSide && b <= t; ++b) {
        const Row& from = rows[t - b];
        for (std::uint32_t a = 1; a <= kMaxSide && a <= column && a <= c; ++a) {
          if (a > 2 && b > 2 && a + b > 6) continue;
          const float score = scores.score(c - 1, a, b);
          if (score == kImpossible) break;
          const Arrival arrival{static_cast<std::uint8_t>(a), static_cast<std::uint8_t>(b), false,
                                score};
          const std::size_t neighbour = from.cell(column - a);
          if (neighbour != Row::kNone) offer(from.best[neighbour] + score, arrival);
          Arrival jump = arrival;
          jump.jumped = true;
          offer(from.best[from.champion] - path_weights.jump + score, jump);
        }
      }
    }
    row.champion = static_cast<std::size_t>(std::max_element(row.best.begin(), row.best.end()) -
                                            row.best.begin());
  }

  // Walk back from the best end: the last column where the path need not jump to the end.
  const Row& last = rows[english_size];
  std::size_t cell = last.champion;
  {
    float best = kImpossible;
    const auto all = static_cast<std::uint32_t>(evidence.chinese.size());
    for (std::size_t c = 0; c < last.columns.size(); ++c) {
      const float rest = std::min(
          path_weights.null_chinese * static_cast<float>(all - last.columns[c]), path_weights.jump);
      if (last.best[c] - rest > best) {
        best = last.best[c] - rest;
        cell = c;
      }
    }
  }
  std::vector<Step> steps;
  std::size_t t = english_size;
  while (true) {
    const Row& row = rows[t];
    const Arrival& arrival = row.arrivals[cell];
    if (arrival.chinese == 0 && arrival.english == 0) break;
    const std::uint32_t column = row.columns[cell];
    if (arrival.chinese > 0 && arrival.english > 0) {
      steps.push_back({column - 1, static_cast<std::uint32_t>(t - 1), arrival.chinese,
                       arrival.english, arrival.score});
    }
    t -= arrival.english;
    cell = arrival.jumped ? rows[t].champion : rows[t].cell(column - arrival.chinese);
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
}

}  // namespace duizhao::align
