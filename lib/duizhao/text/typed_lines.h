#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "duizhao/core/span.h"
#include "duizhao/text/utf8.h"

namespace duizhao::text {

/// How long a line is, in two measures: programs wrap by columns, where Chinese characters take
/// two, or by characters.
struct LineLength {
  std::size_t columns = 0;
  std::size_t characters = 0;

  void add(char32_t c) {
    columns += is_wide(c) ? 2 : 1;
    ++characters;
  }
};
using LineMeasure = std::size_t LineLength::*;

/// A line as somebody typed or a program wrote it: what it begins with, how long it is, how it
/// ends. Lengths are of two measures, indents in columns, spans in bytes of the text.
struct TypedLine {
  Span whole;    ///< without its line end
  Span content;  ///< without quoting, indent and white space at its end
  std::size_t quotes = 0;
  std::size_t indent = 0;   ///< columns
  std::size_t hanging = 0;  ///< of an item of a list: where its text begins, in columns
  std::size_t number = 0;   ///< of an item of a list that has one: 20 of "20. "
  LineLength length;        ///< to the end of the content
  LineLength raw;           ///< white space at its end counted
  LineLength first_word;    ///< up to where the line could have been broken first
  LineLength first_run;     ///< up to the first space or hyphen
  bool begins = false;      ///< a paragraph: an item of a list, a heading
  bool alone = false;       ///< a row of a table, a heading of Markdown, a rule
  bool code = false;
  bool ends_sentence = false;
  bool new_page = false;  ///< stands for a page break; blank
  bool of_row = false;    ///< is of a row of a table whose cells are lines
  bool in_row = false;    ///< and the next line is of the same
  char32_t first = 0;
  char32_t last = 0;

  [[nodiscard]] bool blank() const { return content.empty(); }
  /// Whether much of it is as wide as Chinese characters.
  [[nodiscard]] bool is_chinese() const {
    return 3 * (length.columns - length.characters) >= length.columns;
  }
};

/// Marks that may not begin a line in Chinese.
[[nodiscard]] bool may_not_begin(char32_t c);

/// The lines of a text, without what a page break put in the midst of a sentence: blank lines and
/// the number of a page. A page break between paragraphs is a blank line.
[[nodiscard]] std::vector<TypedLine> typed_lines(std::string_view text);

}  // namespace duizhao::text
