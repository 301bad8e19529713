#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/core/span.h"
#include "duizhao/formats/text_pieces.h"

namespace duizhao::formats {

/// Makes a document of a text with marks: paragraphs, a line each, whose line ends are spaces, and
/// none in Chinese.
class MarkupWriter {
 public:
  /// `file` must outlive the object.
  explicit MarkupWriter(std::string_view file) : file_(file), pieces_(file) {}

  void keep(Span piece);            ///< text of the file
  void add(std::string_view text);  ///< what marks of the file stand for
  void soft_break() { soft_break_ = in_line_; }
  void end_line();

  [[nodiscard]] bool in_line() const { return in_line_; }
  void finish(Document& document, std::string original) {
    end_line();
    pieces_.finish(document, std::move(original));
  }

 private:
  /// Puts in what a line end within a paragraph stands for.
  void join(std::string_view next);

  std::string_view file_;
  TextPieces pieces_;
  bool in_line_ = false;
  bool soft_break_ = false;
};

/// "latex", "rst", "asciidoc" where a text has several kinds of marks of one of them, or one and
/// such a name (.tex, .rst, .adoc); empty for other texts.
[[nodiscard]] std::string_view markup_of(std::string_view text, const std::string& name);

/// Makes text without its marks the text of `document`. Code is left out, as that of Markdown is;
/// cells of tables are set apart by tabs, footnotes stand behind their paragraph.
void take_latex(Document& document, std::string text);
void take_restructured_text(Document& document, std::string text);
void take_asciidoc(Document& document, std::string text);

}  // namespace duizhao::formats
