#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "duizhao/align/evidence.h"

namespace duizhao::align {

/// Most sentences that a bead has on one side.
inline constexpr std::uint32_t kMaxSide = 8;

/// Numbers of sentences of a bead, both at least one.
struct Shape {
  std::uint8_t chinese = 1;
  std::uint8_t english = 1;
};

/// The shapes that beads may have: anything up to eight on one side against one or two on the
/// other, and three against three. The rest never pays.
inline constexpr auto kShapes = [] {
  std::array<Shape, 2 * 8 + 2 * 6 + 1> shapes{};
  std::size_t n = 0;
  for (std::uint8_t a = 1; a <= kMaxSide; ++a) {
    for (std::uint8_t b = 1; b <= kMaxSide; ++b) {
      if (a <= 2 || b <= 2 || (a == 3 && b == 3)) shapes[n++] = {a, b};
    }
  }
  return shapes;
}();

/// Weights of the score of a bead; all in nats.
struct BeadWeights {
  float unexplained = 0.7F;  ///< mu: share of "any text" in the mixture for a unit
  float cap = 7;             ///< most that one unit can bring
  float extra_sentence = 2;  ///< price of each sentence beyond one a side
  float heading = 3;         ///< further price of each one that stands next to a heading
  float ending = 1.5F;       ///< price of a bead of which only one side ends as a heading does
  float length = 1;          ///< weight of the length term
};

/// Scores of the beads that end in one row: one English sentence against some Chinese ones.
///
/// The score of a bead is the mean of two log-likelihood ratios, of its English units given its
/// Chinese ones and the other way round: for each English unit e of T
///     log(mu + (1 - mu) * sum_{z in S} p(e|z) / ((|S| + 1) p(e))),
/// cut off at `cap`. The first sum adds up over the English sentences of the bead, the second over
/// the Chinese ones; so each needs one pass per sentence and number of sentences opposite, and any
/// bead is a sum of at most 16 of these numbers.
class BeadScores {
 public:
  BeadScores(const Evidence& evidence, const BeadWeights& weights);

  /// Takes up the next English sentence with the Chinese sentences (ascending) that it may be
  /// aligned with. Rows must come in order, from 0.
  void next_row(std::span<const std::uint32_t> columns);

  /// Scores of all beads whose last English sentence is the present row's and whose last Chinese
  /// one is `columns[cell]`: shape s has kShapes[s].chinese and kShapes[s].english sentences.
  /// -infinity where a pair of its sentences is no cell.
  void beads_ending_at(std::size_t cell, std::array<float, kShapes.size()>& scores) const;

  /// Score of any one bead, whatever the rows; slower by the length of its sentences' postings.
  [[nodiscard]] float score(std::uint32_t first_chinese, std::uint32_t first_english,
                            Shape shape) const;

 private:
  struct Row {
    std::uint32_t english = 0;
    std::vector<std::uint32_t> columns;
    std::vector<std::size_t> begin;  ///< of each cell in `to_chinese`
    std::vector<float> to_english;   ///< by cell and English unit: sum of p(e|z) over the sentence
    std::vector<float> to_chinese;   ///< by cell and Chinese unit: sum of p(z|e) over the sentence
    /// By cell and number of Chinese sentences: log-likelihood ratio of the English sentence.
    std::vector<std::array<float, kMaxSide>> english_ratio;
    /// By cell and number of English sentences: log-likelihood ratio of the Chinese sentence.
    std::vector<std::array<float, kMaxSide>> chinese_ratio;
  };

  [[nodiscard]] const Row& row_before(std::uint32_t back) const {
    return rows_[(row_count_ - 1 - back) % kMaxSide];
  }
  [[nodiscard]] float form_term(std::uint32_t last_chinese, std::uint32_t last_english,
                                Shape shape) const;
  [[nodiscard]] float length_term(std::uint32_t last_chinese, std::uint32_t last_english,
                                  Shape shape) const;
  void fill_sums(Row& row) const;
  void fill_english_ratios(Row& row) const;
  void fill_chinese_ratios(Row& row) const;
  [[nodiscard]] float ratio(std::span<const float> sums, const TypedText& text,
                            std::uint32_t sentence, std::size_t opposite_units) const;

  const Evidence& evidence_;
  BeadWeights weights_;
  std::array<Row, kMaxSide> rows_;  ///< the last rows, in a ring
  std::uint32_t row_count_ = 0;
  std::vector<std::size_t> chinese_units_before_;  ///< prefix sums by sentence
  std::vector<std::size_t> english_units_before_;
  std::vector<float> chinese_joins_before_;  ///< prefix sums of the prices of joining with the next
  std::vector<float> english_joins_before_;
  std::vector<double> chinese_length_before_;
  std::vector<double> english_length_before_;
  double length_ratio_ = 1;  ///< English characters for each Chinese one
};

}  // namespace duizhao::align
