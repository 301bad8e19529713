#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "duizhao/batch/pair_stream.h"
#include "duizhao/check/evidence/form/repetition_index.h"
#include "duizhao/check/rules/inconsistency.h"
#include "duizhao/review/checker.h"

namespace duizhao::batch {

/// Compares the pairs of a file with one another, in their order: one source translated in two
/// ways, two sources with one translation. Takes up to 0.8 GB. Not thread-safe.
class Comparison {
 public:
  /// Remembers a pair that is not reviewed again.
  void pass(const NumberedPair& pair) { (void)seen(pair); }

  /// Adds to the review of a pair what the pairs before it say of it.
  void check(const NumberedPair& pair, Review& review, const Checker& checker);

 private:
  /// A pair that has been seen, its texts one behind the other.
  struct Kept {
    std::size_t line = 0;
    std::size_t source_size = 0;
    std::string texts;

    [[nodiscard]] check::Translated translated() const {
      const std::string_view both = texts;
      return {both.substr(0, source_size), both.substr(source_size)};
    }
    [[nodiscard]] std::size_t bytes() const { return sizeof(Kept) + texts.capacity(); }
  };

  /// What pairs that are kept for comparing may take; the oldest go first.
  static constexpr std::size_t kMostBytes = std::size_t{256} << 20U;

  check::RepetitionIndex::Seen seen(const NumberedPair& pair);
  bool compare(Review& review, std::size_t other, const Checker& checker);

  check::RepetitionIndex index_{check::RepetitionIndex::Labels::kCompared};
  std::deque<Kept> kept_;
  std::uint64_t first_ = 0;  ///< number of the first pair that is kept
  std::size_t bytes_ = 0;
};

}  // namespace duizhao::batch
