#pragma once

#include <string>
#include <string_view>

#include "duizhao/core/document.h"

namespace duizhao::formats {

/// Makes the text of a document out of pieces of a file's text, so that spans lead back to it.
///
///     TextPieces pieces(file);       file: title: Rates\n---\nUp.
///     pieces.keep({7, 12});          Rates
///     pieces.add("\n");
///     pieces.keep({17, 20});         Up.
class TextPieces {
 public:
  /// `original` must outlive the object.
  explicit TextPieces(std::string_view original) : original_(original) {}

  /// Appends a piece of the original; pieces come in its order, one that does not is as if added.
  void keep(Span piece);
  /// Appends text that stands in the original for what lies between the pieces around it.
  void add(std::string_view text);

  [[nodiscard]] const std::string& text() const { return text_; }

  /// Makes this the text of `document`, whose original is `original`, the text given at the start.
  void finish(Document& document, std::string original);

 private:
  std::string_view original_;
  std::string text_;
  OffsetMap offsets_;
  std::size_t done_ = 0;   ///< in the original
  std::size_t added_ = 0;  ///< bytes at the end of the text that the map has not been told of
};

}  // namespace duizhao::formats
