#include "duizhao/core/offset_map.h"

#include <algorithm>
#include <iterator>

namespace duizhao {

void OffsetMap::add_same(std::size_t bytes) {
  if (bytes == 0) return;
  if (pieces_.empty() || !pieces_.back().same) {
    pieces_.push_back({original_size_, converted_size_, true});
  }
  original_size_ += bytes;
  converted_size_ += bytes;
}

void OffsetMap::add_replaced(std::size_t original_bytes, std::size_t converted_bytes) {
  if (original_bytes == 0 && converted_bytes == 0) return;
  pieces_.push_back({original_size_, converted_size_, false});
  original_size_ += original_bytes;
  converted_size_ += converted_bytes;
}

void OffsetMap::append(const OffsetMap& next) {
  for (std::size_t i = 0; i < next.pieces_.size(); ++i) {
    const Piece& piece = next.pieces_[i];
    const bool last = i + 1 == next.pieces_.size();
    const std::size_t converted_end =
        last ? next.converted_size_ : next.pieces_[i + 1].converted_begin;
    const std::size_t original_bytes = next.original_end_of(piece) - piece.original_begin;
    if (piece.same) {
      add_same(original_bytes);
    } else {
      add_replaced(original_bytes, converted_end - piece.converted_begin);
    }
  }
}

const OffsetMap::Piece& OffsetMap::piece_at(std::size_t converted) const {
  const auto after = std::ranges::upper_bound(pieces_, converted, {}, &Piece::converted_begin);
  return *std::prev(after);
}

std::size_t OffsetMap::original_end_of(const Piece& piece) const {
  const bool last = &piece == &pieces_.back();
  return last ? original_size_ : std::next(&piece)->original_begin;
}

Span OffsetMap::to_original(Span converted) const {
  if (converted.begin >= converted_size_) return {original_size_, original_size_};
  const Piece& first = piece_at(converted.begin);
  const std::size_t begin =
      first.original_begin + (first.same ? converted.begin - first.converted_begin : 0);
  if (converted.empty()) return {begin, begin};
  const Piece& last = piece_at(converted.end - 1);
  const std::size_t end = last.same ? last.original_begin + converted.end - last.converted_begin
                                    : original_end_of(last);
  return {begin, end};
}

}  // namespace duizhao
