#pragma once

#include <cstddef>
#include <vector>

#include "duizhao/core/span.h"

namespace duizhao {

/// Leads from the bytes of a text to the bytes of the file's text that it was made of. Made piece
/// by piece, in order:
///
///     original   > a wrapped↵> line.     "↵> ": a piece that was replaced as a whole
///     converted  a wrapped line.         all others are the same, byte for byte
///
/// What lies inside a piece that was replaced leads to all of it.
class OffsetMap {
 public:
  /// Adds a piece whose bytes correspond one to one.
  void add_same(std::size_t bytes);
  /// Adds a piece that was replaced as a whole; either length may be 0.
  void add_replaced(std::size_t original_bytes, std::size_t converted_bytes);
  /// Adds the pieces of the map of what follows.
  void append(const OffsetMap& next);

  /// The range of the original that the range `converted` came from: the smallest one that covers
  /// all of it. An empty range leads to an empty one.
  [[nodiscard]] Span to_original(Span converted) const;

  [[nodiscard]] std::size_t original_size() const { return original_size_; }
  [[nodiscard]] std::size_t converted_size() const { return converted_size_; }

 private:
  struct Piece {
    std::size_t original_begin = 0;
    std::size_t converted_begin = 0;
    bool same = false;  ///< byte for byte
  };

  /// The piece that holds a byte of the converted text.
  [[nodiscard]] const Piece& piece_at(std::size_t converted) const;
  [[nodiscard]] std::size_t original_end_of(const Piece& piece) const;

  std::vector<Piece> pieces_;
  std::size_t original_size_ = 0;
  std::size_t converted_size_ = 0;
};

}  // namespace duizhao
