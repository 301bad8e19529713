#include <algorithm>
#include <array>
#include <utility>

#include "duizhao/formats/markup_writer.h"
#include "duizhao/formats/superscript.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/white_space.h"

namespace duizhao::formats {
namespace {

/// A line of at least four of one of these frames what stands until the next such line.
bool frames(std::string_view line, std::string_view marks) {
  constexpr std::size_t kShortest = 4;
  return line.size() >= kShortest && marks.find(line.front()) != marks.npos &&
         line.find_first_not_of(line.front()) == line.npos;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), writer_(text) {}

  void read() {
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      line(text::trimmed(text_, {begin, end}));
      begin = end + 1;
    }
  }

  MarkupWriter& writer() { return writer_; }

 private:
  void line(Span span) {
    const std::string_view shown = span.in(text_);
    if (!frame_.empty()) {
      if (shown == frame_) frame_ = {};
      return;
    }
    // Code, what is passed through, remarks.
    if (frames(shown, "-.+/") || shown.starts_with("```")) {
      writer_.end_line();
      frame_ = shown.starts_with("```") ? std::string_view("```") : shown;
      return;
    }
    const bool mark_alone =
        shown == "+" || shown == "--" || shown == "<<<" || shown == "'''" || frames(shown, "=*_");
    const bool remark = shown.starts_with("//") || shown.starts_with("include::") ||
                        shown.starts_with("ifdef::") || shown.starts_with("ifndef::") ||
                        shown.starts_with("endif::") || shown.starts_with("toc::");
    if (in_table_ && shown.empty()) return;
    if (shown.empty() || mark_alone || remark || is_attribute(shown) ||
        (shown.front() == '[' && shown.back() == ']')) {
      if (!remark || shown.empty()) writer_.end_line();
      return;
    }
    if (shown == "|===") {
      writer_.end_line();
      in_table_ = !in_table_;
      columns_ = column_ = 0;
      return;
    }
    if (in_table_) {
      table_line(span);
      return;
    }
    begin_of_line(span);
  }

  /// A line of text, behind the mark of what it begins.
  void begin_of_line(Span span) {
    const std::string_view shown = span.in(text_);
    const std::size_t equals = std::min(shown.find_first_not_of('='), shown.size());
    if (equals > 0 && equals < 7 && equals < shown.size() && shown[equals] == ' ') {
      writer_.end_line();
      inline_marks(text::trimmed(text_, {span.begin + equals, span.end}));
      writer_.end_line();
      return;
    }
    // The title of a block: ".Title".
    if (shown.size() > 1 && shown.front() == '.' && shown[1] != '.' && shown[1] != ' ') {
      writer_.end_line();
      inline_marks({span.begin + 1, span.end});
      writer_.end_line();
      return;
    }
    for (const std::string_view media : {"image::", "video::", "audio::"}) {
      if (!shown.starts_with(media)) continue;
      writer_.end_line();
      const std::size_t open = shown.find('[');
      const std::size_t end = std::min(shown.find_first_of(",]", open), shown.size());
      if (open != shown.npos) inline_marks({span.begin + open + 1, span.begin + end});
      writer_.end_line();
      return;
    }
    for (const std::string_view label :
         {"NOTE: ", "TIP: ", "IMPORTANT: ", "WARNING: ", "CAUTION: "}) {
      if (!shown.starts_with(label)) continue;
      writer_.end_line();
      span.begin += label.size();
    }
    if (const std::size_t item = item_mark(span.in(text_)); item > 0) {
      writer_.end_line();
      span.begin += item;
    }
    // A line that ends so ends in print too.
    const bool breaks = span.in(text_).ends_with(" +");
    if (breaks) span.end -= 2;
    inline_marks(span);
    if (breaks || shown.ends_with("::")) {
      writer_.end_line();
    } else {
      writer_.soft_break();
    }
  }

  static bool is_attribute(std::string_view line) {
    const std::size_t end = line.starts_with(':') ? line.find(':', 1) : line.npos;
    return end != line.npos && end > 1 && (end + 1 == line.size() || line[end + 1] == ' ') &&
           line.substr(0, end).find(' ') == line.npos;
  }

  /// Behind "* ", "** ", ". ", "- " that begin an item.
  static std::size_t item_mark(std::string_view line) {
    const std::size_t end = line.find(' ');
    if (end == line.npos || end == 0 || end > 5) return 0;
    const std::string_view mark = line.substr(0, end);
    const bool item = mark == "-" || mark.find_first_not_of('*') == mark.npos ||
                      mark.find_first_not_of('.') == mark.npos;
    return item ? end + 1 : 0;
  }

  /// What stands before the bar of a cell that is set in a way of its own: "2+|", "a|".
  static bool sets_cell(std::string_view mark) {
    return mark.find_first_not_of("0123456789.+*^<>aemdhlsv") == mark.npos;
  }

  /// Cells begin with bars, each on a line of its own or several on one; as many as stand on the
  /// first line make a row.
  void table_line(Span line) {
    const std::string_view shown = line.in(text_);
    if (columns_ == 0) columns_ = static_cast<std::size_t>(std::ranges::count(shown, '|'));
    std::size_t begin = line.begin;
    for (bool cell = false; begin <= line.end; cell = true) {
      const std::size_t end = std::min(text_.find('|', begin), line.end);
      const Span inside = text::trimmed(text_, {begin, end});
      if (cell) {
        if (column_ == columns_) {
          writer_.end_line();
          column_ = 0;
        }
        if (column_++ > 0) writer_.add("\t");
        inline_marks(inside);
      } else if (!inside.empty() && !(end < line.end && sets_cell(inside.in(text_)))) {
        writer_.soft_break();
        inline_marks(inside);
      }
      begin = end + 1;
    }
  }

  /// Keeps text without its marks: *b*, _i_, `c`, link:url[t], https://url[t], <<id,t>>, 10^7^.
  void inline_marks(Span span) {
    std::size_t kept = span.begin;
    std::size_t at = span.begin;
    while (at < span.end) {
      if (text_[at] == '\\' && at + 1 < span.end &&
          std::string_view("{*_`#^<[").find(text_[at + 1]) != std::string_view::npos) {
        writer_.keep({kept, at});
        kept = at + 1;
        at += 2;
        continue;
      }
      const Replaced found = replaced(at, span);
      if (found.end <= at) {
        ++at;
        continue;
      }
      writer_.keep({kept, at});
      if (found.is_raised) {
        writer_.add(superscript(found.shown.in(text_)));
      } else {
        writer_.keep(found.shown);
      }
      at = kept = found.end;
    }
    writer_.keep({kept, span.end});
  }

  struct Replaced {
    std::size_t end = 0;  ///< of what is written; 0: nothing is
    Span shown;
    bool is_raised = false;
  };

  [[nodiscard]] Replaced replaced(std::size_t at, Span span) const {
    constexpr std::size_t kLongest = 2000;  // so that what nothing ends takes no time
    const std::string_view rest = text_.substr(at, std::min(span.end - at, kLongest));
    const char c = rest.front();
    const bool inside_word =
        at > span.begin && (text::is_ascii_letter_or_digit(text_[at - 1]) || text_[at - 1] == '/');
    if (c == '<' && rest.starts_with("<<")) {
      const std::size_t end = rest.find(">>");
      const std::size_t comma = rest.find(',');
      if (end == rest.npos || comma >= end) return {};
      return {at + end + 2, text::trimmed(text_, {at + comma + 1, at + end})};
    }
    if (c == '^') {
      const std::size_t end = rest.find('^', 1);
      const bool raised = end != rest.npos && end > 1 && rest.find(' ') > end;
      return raised ? Replaced{at + end + 1, {at + 1, at + end}, true} : Replaced{};
    }
    if (std::string_view("*_`#").find(c) != std::string_view::npos) {
      const std::size_t size = rest.size() > 1 && rest[1] == c ? 2 : 1;
      if (size == 1 && inside_word) return {};
      const std::string_view mark = rest.substr(0, size);
      const std::size_t close = rest.find(mark, size);
      const bool is_mark =
          close != rest.npos && close > size && rest[size] != ' ' && rest[close - 1] != ' ';
      const bool ends_word = is_mark && (close + size == rest.size() ||
                                         !text::is_ascii_letter_or_digit(rest[close + size]));
      if (!ends_word && size == 1) return {};
      return is_mark ? Replaced{at + close + size, {at + size, at + close}} : Replaced{};
    }
    if (rest.starts_with("{empty}")) return {at + 7, {at, at}};
    if (inside_word) return {};
    for (const std::string_view macro : {"link:", "xref:", "https://", "http://", "mailto:", "kbd:",
                                         "btn:", "menu:", "footnote:", "image:", "pass:"}) {
      if (!rest.starts_with(macro)) continue;
      const std::size_t open = rest.find('[');
      if (open == rest.npos || rest.find_first_of(" \t") < open) return {};
      const std::size_t close = rest.find(']', open);
      if (close == rest.npos || close == open + 1) return {};
      Span shown{at + open + 1, at + close};
      // "text^" opens a window of its own; "text,role=x".
      const std::size_t further = shown.in(text_).find_first_of("^,");
      if (further != rest.npos && macro != "footnote:") shown.end = shown.begin + further;
      return {at + close + 1, shown};
    }
    return {};
  }

  std::string_view text_;
  MarkupWriter writer_;
  std::string_view frame_;  ///< that ends what is left out
  bool in_table_ = false;
  std::size_t columns_ = 0;  ///< of the table; 0 before its first line
  std::size_t column_ = 0;   ///< cells of the row so far
};

}  // namespace

void take_asciidoc(Document& document, std::string text) {
  Reader reader(text);
  reader.read();
  reader.writer().finish(document, std::move(text));
}

}  // namespace duizhao::formats
