#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace duizhao::filter {

/// A set of 64-bit hashes, ten to twenty bytes for each. Of a thousand million different texts, one
/// in forty such sets takes two for the same. Not thread-safe.
class FingerprintSet {
 public:
  /// False where it was in the set already.
  bool insert(std::uint64_t fingerprint);
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  void grow();

  std::vector<std::uint64_t> slots_;  ///< 0: free; a power of two of them
  std::size_t size_ = 0;
};

/// Of a pair as it stands.
[[nodiscard]] std::uint64_t fingerprint_of(std::string_view source, std::string_view target);

/// A text without what often differs between copies of one: letters in small ones and simplified,
/// figures, no spaces, marks and punctuation. "Exports rose 5%." is "exportsrose5".
[[nodiscard]] std::string normalised(std::string_view text);

}  // namespace duizhao::filter
