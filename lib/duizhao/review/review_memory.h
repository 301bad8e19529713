#pragma once

#include <cstddef>
#include <memory>
#include <optional>

#include "duizhao/core/alignment.h"

namespace duizhao {

/// What a review has found out, for the next one of the same source and a target that was edited
/// since: how sentences were analysed, which belong together, and what was found in each bead. What
/// is found by means of it is what would be found without it in beads that are the same.
/// Not thread-safe.
///
///     duizhao::ReviewMemory memory;
///     auto review = checker->review(source, target, memory);
///     … an edit …
///     review = checker->review(source, edited, memory);
class ReviewMemory {
 public:
  ReviewMemory();
  ReviewMemory(ReviewMemory&&) noexcept;
  ReviewMemory& operator=(ReviewMemory&&) noexcept;
  ~ReviewMemory();

  /// The next review aligns anew: the target has another author, or another file.
  void forget_alignment();
  /// The next review, of the very sentences of the last one, takes these beads for the right ones.
  void set_alignment(Alignment alignment);
  /// What the next target has more than the last one is the translation of this bead, if any.
  void expect_translation_of(std::optional<std::size_t> bead);

  /// The next reviews look at beads only, and take what was found in the text as a whole from the
  /// last one, as far as it is not of what was changed: what is said of all the text takes time
  /// that grows with it, and can follow.
  void put_off_whole_text(bool put_off);

  struct Kept;
  /// For who reviews (reviewing.cpp).
  [[nodiscard]] Kept& kept() { return *kept_; }

 private:
  std::unique_ptr<Kept> kept_;
};

}  // namespace duizhao
