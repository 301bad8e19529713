#include "duizhao/formats/plain_text.h"

#include <string_view>
#include <utility>

#include "duizhao/formats/front_matter.h"
#include "duizhao/formats/text_pieces.h"

namespace duizhao::formats {

void take_plain_text(Document& document, std::string text, text::LineUse lines) {
  TextPieces pieces(text);
  const std::size_t begin = keep_front_matter(text, pieces);
  const std::string_view body = std::string_view(text).substr(begin);
  const auto joined = text::join_wrapped_lines(body, lines);
  if (begin == 0 && !joined) {
    document.text = std::move(text);
    return;
  }
  if (!joined) {
    pieces.keep({begin, text.size()});
    pieces.finish(document, std::move(text));
    return;
  }
  if (begin > 0) {
    // The map of the front ends where the body's begins.
    TextPieces front(std::string_view(text).substr(0, begin));
    keep_front_matter(text, front);
    front.finish(document, {});
  }
  document.text += joined->text;
  document.offsets.append(joined->offsets);
  document.original = std::move(text);
  document.wrapped_at = joined->columns;
}

}  // namespace duizhao::formats
