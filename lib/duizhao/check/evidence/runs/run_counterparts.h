#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "duizhao/check/evidence/runs/missing_runs.h"

namespace duizhao::check {

/// What of one side of a bead may render a run of the other side's words, [begin, end).
class RunCounterparts {
 public:
  /// `words`: of the side that the runs are of.
  RunCounterparts(const OpenWords::Side& other, std::size_t words);

  /// What is open whose neighbours come from the run or from a few words beside it, or that has no
  /// neighbour which comes from anywhere: a sum of log-odds.
  [[nodiscard]] double open_beside(std::size_t begin, std::size_t end) const;

  /// The stretch of most words that come from the run or are open, less those that come from
  /// elsewhere: a sum of words, by how much each tells.
  [[nodiscard]] double best_stretch(std::size_t begin, std::size_t end) const;

 private:
  /// The word of the other side that a word most likely comes from.
  struct Origin {
    std::size_t word = 0;
    float probability = 0;  ///< 0: there is none
  };
  /// Where the nearest words before and behind a word that surely come from somewhere do come from.
  struct Neighbours {
    std::optional<std::size_t> before;
    std::optional<std::size_t> behind;
  };
  static Origin origin_of(const pair::LinkedWord& word, std::size_t others);
  void find_neighbours(const OpenWords::Side& side);

  std::vector<double> open_;
  std::vector<Origin> origins_;
  std::vector<Neighbours> neighbours_;
  std::vector<double> telling_;  ///< how much each word tells; 0 for punctuation
};

}  // namespace duizhao::check
