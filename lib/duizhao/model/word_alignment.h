#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/model/blocks.h"

namespace duizhao::model {

/// A sparse conditional distribution p(target | source): for every source id its targets, most
/// probable first.
using TranslationTable = std::vector<std::vector<std::pair<std::uint32_t, float>>>;

/// Sentence pairs as vocabulary ids, stored flat.
class IdCorpus {
 public:
  void add(std::span<const std::uint32_t> source, std::span<const std::uint32_t> target);
  [[nodiscard]] std::size_t size() const { return source_ends_.size(); }
  [[nodiscard]] std::span<const std::uint32_t> source(std::size_t pair) const {
    return slice(source_, source_ends_, pair);
  }
  [[nodiscard]] std::span<const std::uint32_t> target(std::size_t pair) const {
    return slice(target_, target_ends_, pair);
  }

 private:
  static std::span<const std::uint32_t> slice(const std::vector<std::uint32_t>& ids,
                                              const std::vector<std::size_t>& ends,
                                              std::size_t pair) {
    const std::size_t begin = pair == 0 ? 0 : ends[pair - 1];
    return std::span(ids).subspan(begin, ends[pair] - begin);
  }
  std::vector<std::uint32_t> source_, target_;
  std::vector<std::size_t> source_ends_, target_ends_;
};

struct WordAlignmentOptions {
  int iterations = 8;
  /// Whether the two directions agree on the links, as align_words describes.
  bool agreement = true;
  /// Weight of the dictionary: it counts like this many occurrences of each of its source words.
  double prior_count = 5;
  /// How strongly a target position prefers the source position at the same relative place
  /// (lambda of Dyer, Chahuneau and Smith 2013, "A Simple, Fast, and Effective Reparameterization
  /// of IBM Model 2").
  double diagonal_tension = 3;
  /// Prior probability that a target word comes from no source word.
  double null_probability = 0.1;
  /// Pairs that occur together in fewer sentences are no candidates, unless the dictionary has
  /// them.
  std::uint32_t min_cooccurrence = 2;
  /// After the second iteration, pairs of sentences that do not explain each other this much better
  /// than chance are taken for misaligned and left out of the others: the mean over the words of
  /// ln p(word | other side) / p(word), in both directions. A corpus of less than 1,000 pairs is
  /// too small to tell.
  double min_explained = 0.3;
  /// Of the result: translations below this probability are dropped, and all but so many of the
  /// best.
  double min_probability = 5e-4;
  std::size_t max_translations = 60;
  Running running;
  /// Called after each iteration but the last with a state from which another call of align_words
  /// with the same input can go on: 4 bytes a candidate, so of the size of the computation itself.
  std::function<void(std::string state)> save;
};

struct WordAlignment {
  TranslationTable to_target;    ///< p(target | source), by source
  TranslationTable to_source;    ///< p(source | target), by target
  std::vector<bool> misaligned;  ///< by pair
};

/// What the dictionaries say: distributions by id; rows beyond a table's size are empty.
struct WordPriors {
  TranslationTable to_target;
  TranslationTable to_source;
};

/// Estimates how words translate, in both directions, by expectation maximisation: IBM Model 1
/// (Brown et al. 1993) with a diagonal prior on positions and a Dirichlet prior from dictionaries.
///
/// From the second iteration on, the two directions agree on what is linked with what: each takes
/// the geometric mean of both posteriors as its expected counts. That keeps rare words from
/// collecting what is left over in a sentence. (Liang, Taskar and Klein 2006, "Alignment by
/// Agreement", multiply the posteriors; that is too strict for free translation.)
///
/// The result does not depend on the number of threads, nor on whether the computation was
/// interrupted: `state` is what an earlier call saved, or empty.
[[nodiscard]] WordAlignment align_words(const IdCorpus& corpus, std::size_t source_vocabulary,
                                        std::size_t target_vocabulary, const WordPriors& priors,
                                        const WordAlignmentOptions& options,
                                        std::string_view state = {});

}  // namespace duizhao::model
