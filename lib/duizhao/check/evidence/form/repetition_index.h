#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/document.h"

namespace duizhao::check {

/// What of a text counts when two are compared for saying the same: letters and Han characters in
/// one case, width and script, numbers as one mark each; no punctuation, no spaces.
[[nodiscard]] std::string essence(std::string_view text);

/// A table from hashes to numbers that grows to a limit and forgets the oldest entries then.
class BoundedTable {
 public:
  struct Slot {
    std::uint64_t key = 0;  ///< 0 for a free slot
    std::uint32_t number = 0;
    std::uint32_t partner = 0;
  };

  /// `most_slots`, a power of two, is how many entries there may be at most; each takes 16 bytes.
  explicit BoundedTable(std::size_t most_slots);

  /// Null where the key is not known, or forgotten.
  [[nodiscard]] const Slot* find(std::uint64_t key) const;
  /// Adds or replaces.
  void put(const Slot& entry);

 private:
  [[nodiscard]] std::size_t first_slot(std::uint64_t key) const;
  void grow();

  std::size_t most_slots_;
  std::size_t taken_ = 0;
  std::vector<Slot> slots_;
};

/// Tells of each segment where the same or nearly the same source, or the same translation, was
/// seen before. Remembers some 200 bytes a segment and never more than half a gigabyte: of a corpus
/// of tens of millions it has forgotten the beginning at the end. Not thread-safe: feed it in
/// order.
///
/// Sources are nearly the same that differ in one stretch of a few words: then one half of them,
/// before or behind the stretch, is the same to the word, so that looking up the halves finds the
/// candidates in constant time.
class RepetitionIndex {
 public:
  struct Seen {
    std::optional<std::size_t> other_target;  ///< the same source with another translation
    std::optional<std::size_t> other_source;  ///< the same translation of another source
    /// Half of the source is the same: whether the rest is alike is to be seen.
    std::vector<std::size_t> like_source;
  };

  /// Whether short segments are compared: in a document their surroundings translate headings, in a
  /// memory of a program's texts two translations of "Save" are what its owner looks for.
  enum class Labels : bool { kPassedOver, kCompared };

  /// At most so many segments are remembered, a power of two.
  explicit RepetitionIndex(Labels labels = Labels::kPassedOver,
                           std::size_t most_segments = std::size_t{1} << 23U);

  /// Segments of less than a few words compare with nothing, or with the same source alone.
  /// `number` fits into 32 bits.
  [[nodiscard]] Seen add(std::size_t number, std::string_view source, std::string_view target);

 private:
  void look_up_halves(const std::vector<std::uint64_t>& prefixes,
                      const std::vector<std::uint64_t>& suffixes, std::size_t number, Seen& seen);

  Labels labels_;
  BoundedTable by_source_;
  BoundedTable by_target_;
  BoundedTable by_half_;
};

}  // namespace duizhao::check
