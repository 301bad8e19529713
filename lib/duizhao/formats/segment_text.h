#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/core/span.h"
#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/xml.h"

namespace duizhao::formats {

/// Collects the text of one segment of TMX or XLIFF out of its inline elements. The text inside g,
/// mrk, hi and pc is text, but for what a tracked change has deleted; what stands inside bpt, ept,
/// it, ph and ut is code of the original format: a placeholder or a tag stays, for the checks to
/// compare, anything else is left out. A code that stands alone separates words and figures.
///
///     Save <bpt i="1">&lt;b></bpt>{file}<ept i="1">&lt;/b></ept> <ph>%s</ph>   Save <b>{file}</b>
///     %s 120<x id="1"/>45                                                         120 45
class SegmentText {
 public:
  void start(const XmlElement& element);
  void end(std::string_view name);
  void text(std::string_view text) { text_from(text, std::nullopt); }
  /// The same, with the place in the file that it stands at, where that may be written anew.
  void text_from(std::string_view text, std::optional<Span> file);

  /// The native codes of the unit by their ids (XLIFF 2, originalData); must outlive the object.
  void set_codes(const std::map<std::string, std::string>* codes) { codes_ = codes; }

  /// The text so far, without white space around it, with a space for every line end (and the white
  /// space around it) and tab; starts anew.
  [[nodiscard]] std::string take();
  /// Where the parts of the text taken last stand in the file, as far as text_from() told.
  [[nodiscard]] std::vector<TextPiece> take_pieces() { return std::move(pieces_); }

 private:
  void add_code(std::string_view code);
  void add_referenced(std::string_view id);

  /// Gives the bytes of the text that is being taken their places.
  void add_piece(Span taken, Span collected);

  std::string text_;
  std::vector<TextPiece> from_;    ///< where its parts stand in the file
  std::vector<TextPiece> pieces_;  ///< the same of what was taken
  std::string code_;               ///< of the outermost element of code that is open
  int code_depth_ = 0;             ///< open elements inside it, itself included
  int deleted_depth_ = 0;          ///< the same of a tracked deletion
  bool stands_alone_ = false;      ///< a code was left out right here
  std::vector<std::string> ends_;  ///< what the open pc end with in the original format
  const std::map<std::string, std::string>* codes_ = nullptr;
};

}  // namespace duizhao::formats
