#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/core/segment_code.h"
#include "duizhao/core/span.h"
#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/xml.h"

namespace duizhao::formats {

/// Collects the text of one segment of TMX or XLIFF out of its inline elements. The text inside g,
/// mrk, hi and pc is text, but for what a tracked change has deleted; what stands inside bpt, ept,
/// it, ph and ut is code of the original format: a placeholder or a tag stays, for the checks to
/// compare, anything else is left out. A code that stands alone separates words and figures, and
/// figures that a code raises become superscript characters. All codes are listed beside the text.
/// A text within a code (sub: a footnote, the description of a picture) is one of its own.
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
  void set_natives(const std::map<std::string, std::string>* natives) { natives_ = natives; }

  /// From now on, codes stand in the text as MXLIFF writes them: {1>bold<1}, {b>bold<b}.
  void expect_marks() { has_marks_ = true; }

  /// The text so far, without white space around it, with a space for every line end (and the white
  /// space around it) and tab; starts anew.
  [[nodiscard]] std::string take();
  /// Where the parts of the text taken last stand in the file, as far as text_from() told.
  [[nodiscard]] std::vector<TextPiece> take_pieces() { return std::move(pieces_); }
  /// The texts within the codes of the text taken last.
  [[nodiscard]] std::vector<std::string> take_inner_texts() { return std::move(taken_inner_); }
  /// The codes of the text taken last.
  [[nodiscard]] SegmentCodes take_codes() { return std::move(taken_codes_); }

 private:
  /// An element that is open and has text in it: g, pc.
  struct OpenElement {
    SegmentCode end;                 ///< as it will be
    std::vector<std::string> known;  ///< what its attributes say of that
  };

  void start_code(const XmlElement& element, SegmentCode code);
  /// Lists a code that stands here. Of what is known of it, the first that is a placeholder or a
  /// tag is shown in the text; whether one is.
  bool add_code(SegmentCode code, const std::vector<std::string>& known);
  [[nodiscard]] std::string native(std::string_view id) const;

  /// Makes codes of the marks that stand in the text.
  void list_marks();
  /// Takes a part out of the text that was collected.
  void cut(Span part);

  /// Gives the bytes of the text that is being taken their places.
  void add_piece(Span taken, Span collected);
  /// The same for the codes that stand before the end of a part that is being taken.
  void place_codes(Span taken, Span collected);

  std::string text_;
  std::vector<TextPiece> from_;    ///< where its parts stand in the file
  std::vector<TextPiece> pieces_;  ///< the same of what was taken
  SegmentCodes codes_;
  std::size_t placed_ = 0;  ///< how many codes have their place in the text that is being taken
  SegmentCodes taken_codes_;
  std::string code_;                ///< of the outermost element of code that is open
  SegmentCode code_element_;        ///< that element
  std::vector<std::string> known_;  ///< what its attributes say of it
  int code_depth_ = 0;              ///< open elements inside it, itself included
  int deleted_depth_ = 0;           ///< the same of a tracked deletion
  int inner_depth_ = 0;             ///< of code_depth_ where a text within a code began; 0 for none
  std::vector<std::string> inner_;
  std::vector<std::string> taken_inner_;
  bool stands_alone_ = false;  ///< a code was left out right here
  bool has_marks_ = false;
  std::optional<std::string> raised_by_;  ///< the pair of the code that makes this superscript
  std::vector<OpenElement> open_;
  const std::map<std::string, std::string>* natives_ = nullptr;
};

}  // namespace duizhao::formats
