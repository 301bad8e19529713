#include "duizhao/formats/text_pieces.h"

#include <utility>

namespace duizhao::formats {

void TextPieces::keep(Span piece) {
  if (piece.empty()) return;
  if (piece.begin < done_) {
    add(piece.in(original_));
    return;
  }
  offsets_.add_replaced(piece.begin - done_, std::exchange(added_, 0));
  offsets_.add_same(piece.size());
  text_ += piece.in(original_);
  done_ = piece.end;
}

void TextPieces::add(std::string_view text) {
  text_ += text;
  added_ += text.size();
}

void TextPieces::finish(Document& document, std::string original) {
  offsets_.add_replaced(original_.size() - done_, std::exchange(added_, 0));
  done_ = original_.size();
  document.text = std::move(text_);
  document.offsets = std::move(offsets_);
  document.original = std::move(original);
}

}  // namespace duizhao::formats
