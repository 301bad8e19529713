#pragma once

#include <string>
#include <string_view>

#include "duizhao/formats/xml.h"

namespace duizhao::formats {

/// Collects the text of one segment of TMX or XLIFF out of its inline elements. The text inside g,
/// mrk, hi and pc is text; what stands inside bpt, ept, it, ph and ut is code of the original
/// format and left out, but for what looks like a placeholder.
///
///     Save <bpt i="1">&lt;b></bpt>{file}<ept i="1">&lt;/b></ept> <ph>%s</ph>    Save {file} %s
class SegmentText {
 public:
  void start(const XmlElement& element);
  void end(std::string_view name);
  void text(std::string_view text);

  /// The text so far, without white space around it, with a space for every line end (and the white
  /// space around it) and tab; starts anew.
  [[nodiscard]] std::string take();

 private:
  void add_code(std::string_view code);

  std::string text_;
  std::string code_;    ///< of the outermost element of code that is open
  int code_depth_ = 0;  ///< open elements inside it, itself included
};

}  // namespace duizhao::formats
