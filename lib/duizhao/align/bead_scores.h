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

/// By English sentence: the Chinese sentences that it may be aligned with, ascending.
using Columns = std::vector<std::vector<std::uint32_t>>;

/// Weights of the score of a bead; all in nats.
struct BeadWeights {
  float unexplained = 0.8F;          ///< mu: share of "any text" in the mixture for a word
  float unexplained_number = 0.35F;  ///< the same for numbers, which are hardly ever left out
  float extra_sentence = 2.3F;       ///< price of each sentence beyond one a side
  float heading = 3;                 ///< further price of each one that stands next to a heading
  float run_in = 5;     ///< what comes back where the other side has the heading in the same line
  float mark = 4;       ///< price of each mark that only one side has, up to two
  float ending = 3.5F;  ///< price of a bead of which only one side ends as a heading does
  float quotation = 2.5F;  ///< price where a quotation goes on after one side only
  float length = 1;        ///< weight of the length term
};

/// Scores of the beads in some cells, pairs of a Chinese and an English sentence.
///
/// The score of a bead is the mean of two log-likelihood ratios, of its English words given its
/// Chinese ones and the other way round: for each English word e of T
///     log(mu + (1 - mu) * sum_{z in S} p(e|z) / ((|S| + 1) p(e))).
/// The first sum adds up over the English sentences of the bead, the second over
/// the Chinese ones; so each needs one pass per sentence and number of sentences opposite, and any
/// bead is a sum of at most 16 of these numbers.
class BeadScores {
 public:
  /// Computes the ratios of all cells; `columns` names, by English sentence, the Chinese sentences
  /// (ascending) that it may be aligned with. 64 bytes a cell stay in memory.
  BeadScores(const Evidence& evidence, const BeadWeights& weights, const Columns& columns);

  /// Raises the price of each sentence beyond one a side.
  void raise_extra_sentence(float more) { more_for_extra_sentence_ = more; }

  /// Scores of all beads whose last English sentence is `english` and whose last Chinese one is
  /// `columns[english][cell]`: shape s has kShapes[s].chinese and kShapes[s].english sentences.
  /// -infinity where a pair of its sentences is no cell.
  void beads_ending_at(std::uint32_t english, std::size_t cell,
                       std::array<float, kShapes.size()>& scores) const;

  /// Score of one bead; -infinity where a pair of its sentences is no cell.
  [[nodiscard]] float score(std::uint32_t first_chinese, std::uint32_t first_english,
                            Shape shape) const;

  /// The two log-likelihood ratios of a bead; -infinity as for its score.
  struct Likelihoods {
    float chinese = 0;
    float english = 0;
  };
  [[nodiscard]] Likelihoods likelihoods(std::uint32_t first_chinese, std::uint32_t first_english,
                                        Shape shape) const;

 private:
  using Ratios = std::array<float, kMaxSide>;

  /// What is kept of the cells of one English sentence.
  struct Row {
    /// By cell and number of Chinese sentences up to its own: ratio of the English sentence.
    std::vector<Ratios> english;
    /// By cell and number of English sentences up to its own: ratio of the Chinese sentence.
    std::vector<Ratios> chinese;
  };

  /// Sums of translation probabilities, needed only while the ratios are computed.
  struct Sums {
    std::vector<std::size_t> begin;  ///< of each cell in `to_chinese`
    std::vector<float> to_english;   ///< by cell and English word: sum of p(e|z) over the sentence
    std::vector<float> to_chinese;   ///< by cell and Chinese word: sum of p(z|e) over the sentence
  };

  /// The links of one English sentence by Chinese type: `first` is the number of the first entry,
  /// counted from 1, 0 where there is none.
  struct LinkLists {
    struct Node {
      std::uint32_t word;
      Link link;
      std::uint32_t next;
    };
    std::vector<std::uint32_t> first;
    std::vector<Node> entries;
  };

  /// Sums over the sentences of one side: entry s is the sum over the sentences before s.
  struct SumsBefore {
    SumsBefore(const TypedText& text, const BeadWeights& weights);

    std::vector<std::size_t> words = {0};
    std::vector<std::uint32_t> lengths = {0};
    std::vector<std::uint32_t> marks = {0};
    std::vector<std::uint32_t> run_in_marks = {0};
    /// Of joining each sentence with the next one: the price, and whether one of the two is a
    /// heading with a mark.
    std::vector<float> join_prices = {0};
    std::vector<std::uint32_t> marked_joins = {0};
  };

  /// Sentences of one side of a bead.
  struct SentenceRange {
    const SumsBefore& before;
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    /// What a sum grows by over the sentences, or over the joins between them.
    template <typename Number>
    [[nodiscard]] Number over_sentences(const std::vector<Number>& sums) const {
      return sums[last + 1] - sums[first];
    }
    template <typename Number>
    [[nodiscard]] Number over_joins(const std::vector<Number>& sums) const {
      return sums[last] - sums[first];
    }
  };

  [[nodiscard]] std::size_t cell_of(std::uint32_t english, std::uint32_t chinese) const;
  void fill_sums(std::uint32_t english, LinkLists& links, Sums& sums) const;
  void fill_english_ratios(std::uint32_t english, const Sums& sums);
  void fill_chinese_ratios(std::uint32_t english, const std::array<Sums, kMaxSide>& ring);
  [[nodiscard]] float ratio(std::span<const float> sums, const TypedText& text,
                            std::uint32_t sentence, std::size_t opposite_units) const;
  [[nodiscard]] float form_term(std::uint32_t last_chinese, std::uint32_t last_english,
                                Shape shape) const;
  [[nodiscard]] float length_term(const SentenceRange& chinese, const SentenceRange& english) const;
  [[nodiscard]] float marks_term(const SentenceRange& chinese, const SentenceRange& english) const;

  const Evidence& evidence_;
  BeadWeights weights_;
  const Columns& columns_;
  std::vector<Row> rows_;
  SumsBefore chinese_before_;
  SumsBefore english_before_;
  float more_for_extra_sentence_ = 0;
  double length_ratio_ = 1;  ///< English characters for each Chinese one
};

}  // namespace duizhao::align
