#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace duizhao::terms {

/// A static trie over byte strings as a double array (Aoe, "An Efficient Digital Search Algorithm
/// by Using a Double-Array Structure", IEEE TSE 15(9), 1989): a step is two array look-ups. A
/// branch with a single key below it is cut off; the caller compares the rest of that key himself.
///
/// Immutable once built, so safe to share between threads.
class DoubleArray {
 public:
  DoubleArray() = default;

  /// `keys` ascending by bytes, without duplicates, empty keys or NUL bytes. Time grows with the
  /// number of nodes.
  explicit DoubleArray(std::span<const std::string_view> keys);

  /// Walks down the trie, a byte at a time.
  class Walk {
   public:
    explicit Walk(const DoubleArray& trie) : trie_(&trie) {}

    /// Follows `byte`; false where no key goes on so. After a false the walk is over.
    [[nodiscard]] bool step(char byte) { return go(static_cast<unsigned char>(byte)); }

    /// Number of the key that ends exactly here, if one does and others go on.
    [[nodiscard]] std::optional<std::uint32_t> key_here() const {
      const Cell& cell = trie_->cells_[node_];
      const std::uint32_t end = cell.base;
      if (end >= trie_->cells_.size() || trie_->cells_[end].check != node_) return std::nullopt;
      return trie_->cells_[end].base & ~kLeaf;
    }

    /// Number of the only key that begins with the bytes walked so far; the walk is over then.
    [[nodiscard]] std::optional<std::uint32_t> only_key() const {
      const std::uint32_t base = trie_->cells_[node_].base;
      if ((base & kLeaf) == 0) return std::nullopt;
      return base & ~kLeaf;
    }

   private:
    [[nodiscard]] bool go(std::uint32_t label) {
      const std::uint32_t next = trie_->cells_[node_].base + label;
      if (next >= trie_->cells_.size() || trie_->cells_[next].check != node_) return false;
      node_ = next;
      return true;
    }

    const DoubleArray* trie_;
    std::uint32_t node_ = 0;
  };

  [[nodiscard]] bool empty() const { return cells_.empty(); }

 private:
  struct Cell {
    std::uint32_t base = 0;         ///< where the children lie; with kLeaf, the number of a key
    std::uint32_t check = kUnused;  ///< the parent
  };
  static constexpr std::uint32_t kUnused = 0xFFFFFFFF;
  static constexpr std::uint32_t kLeaf = 0x80000000;

  class Builder;

  std::vector<Cell> cells_;  ///< the root is 0; empty without keys
};

}  // namespace duizhao::terms
