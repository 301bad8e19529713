#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "duizhao/filter/fingerprints.h"

namespace duizhao::filter {

/// Which pairs are the same.
enum class Sameness : std::uint8_t {
  kNone,        ///< none are
  kExact,       ///< both sides byte by byte
  kNormalised,  ///< but for case, script, spaces and punctuation
  kNear,        ///< but for little: about a word in ten
};

/// Finds pairs that were there before. Exact and normalised ones take up to twenty bytes a pair,
/// near ones a hundred. Not thread-safe.
class Duplicates {
 public:
  explicit Duplicates(Sameness sameness) : sameness_(sameness) {}

  /// Remembers the pair; true where the same one was shown before.
  [[nodiscard]] bool was_there(std::string_view source, std::string_view target);

 private:
  /// Near ones are found by the least hashes of their shingles (Broder 1997): two texts have each
  /// in common with the probability of their Jaccard similarity. Some in a row lead to candidates,
  /// all of them decide.
  static constexpr std::size_t kHashes = 24;
  static constexpr std::size_t kBands = 6;
  using Sketch = std::array<std::uint16_t, kHashes>;

  [[nodiscard]] bool has_near(std::string_view source, std::string_view target);

  Sameness sameness_;
  FingerprintSet seen_;
  std::vector<Sketch> sketches_;
  std::unordered_multimap<std::uint64_t, std::uint32_t> by_band_;
};

}  // namespace duizhao::filter
