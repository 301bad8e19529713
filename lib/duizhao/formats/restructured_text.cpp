#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "duizhao/formats/markup_writer.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"
#include "duizhao/text/white_space.h"

namespace duizhao::formats {
namespace {

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(" \t"), line.size());
}

/// Whether a line is no text: the line beneath a heading, the frame of a table.
bool is_rule(std::string_view line) {
  constexpr std::size_t kShortest = 3;
  if (line.size() < kShortest) return false;
  if (line.front() == '+' && line.find_first_not_of("+-=") == line.npos) return true;
  const bool of_one = std::string_view("=-~^\"'*+#`:._").find(line.front()) != line.npos;
  const std::string_view marks =
      line.front() == '=' || line.front() == '-' ? std::string_view("=- ") : line.substr(0, 1);
  return of_one && line.find_first_not_of(marks) == line.npos;
}

/// Directives whose content is code, a list of files or a formula.
bool is_no_text(std::string_view directive) {
  constexpr auto kDirectives = std::to_array<std::string_view>(
      {"automodule",     "autoclass",  "autofunction",  "code",
       "code-block",     "contents",   "currentmodule", "graphviz",
       "highlight",      "include",    "index",         "literalinclude",
       "math",           "module",     "only",          "parsed-literal",
       "productionlist", "prompt",     "raw",           "role",
       "sectnum",        "sourcecode", "toctree",       "doctest",
       "testcode",       "testoutput", "meta"});
  return std::ranges::find(kDirectives, directive) != kDirectives.end();
}

/// Directives whose arguments are no text: files, names of what a program has.
bool has_name(std::string_view directive) {
  return directive == "image" || directive == "figure" || directive.starts_with("c:") ||
         directive.starts_with("py:") || directive == "csv-table" || directive == "list-table" ||
         directive == "class" || directive == "function" || directive == "method" ||
         directive == "option" || directive == "versionadded" || directive == "versionchanged" ||
         directive == "deprecated" || directive == "container";
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), writer_(text) {}

  void read() {
    for (std::size_t begin = 0; begin < text_.size();) {
      std::size_t end = std::min(text_.find('\n', begin), text_.size());
      line(text::trimmed(text_, {begin, end}), indent_of(text_.substr(begin, end - begin)));
      begin = end + 1;
    }
    end_row();
  }

  MarkupWriter& writer() { return writer_; }

 private:
  void line(Span span, std::size_t indent) {
    const std::string_view shown = span.in(text_);
    if (shown.empty()) {
      if (after_rule_) columns_.clear();
      writer_.end_line();
      in_options_ = false;
      begins_block_ = true;
      return;
    }
    if (is_left_out_ && indent > left_out_indent_) return;
    is_left_out_ = false;
    const bool begins = std::exchange(begins_block_, false);
    if (shown == "..") {
      leave_out(indent);
      return;
    }
    if (shown.starts_with(".. ") || shown.starts_with("__ ")) {
      explicit_markup(span, indent);
      return;
    }
    // Of a directive and of the whole: ":width: 80".
    if (const std::size_t end = field_end(shown); end > 0 && (in_options_ || begins)) {
      writer_.end_line();
      if (!in_options_) inline_marks({span.begin + end, span.end});
      begins_block_ = !in_options_;
      return;
    }
    in_options_ = false;
    after_rule_ = is_rule(shown);
    if (after_rule_) {
      end_row();
      writer_.end_line();
      if (columns_.empty()) columns_ = columns_of(shown);
      return;
    }
    if (!columns_.empty()) {
      columns_line({span.begin - indent, span.end});
      return;
    }
    if (shown.front() == '|' && shown.ends_with('|') && shown.size() > 1) {
      grid_line(span);
      return;
    }
    if (const std::size_t item = item_mark(shown); item > 0) {
      writer_.end_line();
      span.begin += item;
    }
    if (shown.ends_with("::")) {
      // What stands below is code.
      const bool whole = shown == "::" || shown.ends_with(" ::");
      span.end -= whole ? 2 : 1;
      span = text::trimmed(text_, {span.begin, std::max(span.begin, span.end)});
      inline_marks(span);
      leave_out(indent);
      return;
    }
    inline_marks(span);
    writer_.soft_break();
  }

  void leave_out(std::size_t indent) {
    writer_.end_line();
    is_left_out_ = true;
    left_out_indent_ = indent;
  }

  /// ".. note:: text", ".. [1] text", ".. _name: https://…", ".. a remark".
  void explicit_markup(Span span, std::size_t indent) {
    const std::string_view shown = span.in(text_);
    writer_.end_line();
    const std::string_view rest = shown.substr(3);
    if (rest.starts_with('[')) {
      const std::size_t end = shown.find("] ");
      if (end != shown.npos) inline_marks({span.begin + end + 2, span.end});
      writer_.soft_break();
      return;
    }
    const std::size_t mark = rest.find("::");
    const std::string_view name = rest.substr(0, mark);
    const bool is_directive =
        mark != rest.npos && !rest.starts_with('_') && name.find_first_of(" `") == name.npos;
    if (!is_directive || is_no_text(name)) {
      leave_out(indent);
      return;
    }
    in_options_ = true;
    if (has_name(name)) return;
    inline_marks(text::trimmed(text_, {std::min(span.begin + 3 + mark + 2, span.end), span.end}));
    writer_.soft_break();
  }

  /// Behind ":name: " that begins a line; 0 where nothing such does.
  static std::size_t field_end(std::string_view line) {
    if (!line.starts_with(':')) return 0;
    const std::size_t end = line.find(':', 1);
    if (end == line.npos || end == 1) return 0;
    if (end + 1 < line.size() && line[end + 1] != ' ') return 0;
    return std::min(line.find_first_not_of(' ', end + 1), line.size());
  }

  /// Behind "- ", "#. " that begin an item; a number stays, as in plain text.
  static std::size_t item_mark(std::string_view line) {
    for (const std::string_view mark : {"- ", "* ", "+ ", "#. ", "| "}) {
      if (line.starts_with(mark)) return mark.size();
    }
    return 0;
  }

  /// A line of a table in a grid: "| a | b |".
  void grid_line(Span line) {
    std::vector<Span> cells;
    std::size_t begin = line.begin + 1;
    while (begin < line.end) {
      const std::size_t end = std::min(text_.find('|', begin), line.end);
      cells.push_back(text::trimmed(text_, {begin, end}));
      begin = end + 1;
    }
    add_cells(cells);
  }

  /// Whether a line rules a table without a grid, "=====  ===", and where its columns begin, in
  /// print.
  static std::vector<std::size_t> columns_of(std::string_view line) {
    std::vector<std::size_t> columns;
    if (line.find_first_not_of("= ") != line.npos || line.find(' ') == line.npos) return columns;
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (line[at] == '=' && (at == 0 || line[at - 1] == ' ')) columns.push_back(at);
    }
    return columns;
  }

  /// A line of such a table; without a first cell it goes on with the row before.
  void columns_line(Span line) {
    std::vector<Span> cells;
    std::size_t width = 0;
    std::size_t begin = line.begin;
    for (std::size_t at = line.begin; at < line.end && cells.size() + 1 < columns_.size();) {
      if (width >= columns_[cells.size() + 1]) {
        cells.push_back(text::trimmed(text_, {begin, at}));
        begin = at;
        continue;
      }
      width += text::is_wide(text::next_code_point(text_, at)) ? 2 : 1;
    }
    cells.push_back(text::trimmed(text_, {begin, line.end}));
    if (!cells.front().empty()) end_row();
    add_cells(cells);
  }

  void add_cells(const std::vector<Span>& cells) {
    row_.resize(std::max(row_.size(), cells.size()));
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!cells[i].empty()) row_[i].push_back(cells[i]);
    }
  }

  void end_row() {
    if (row_.empty()) return;
    const auto row = std::exchange(row_, {});
    writer_.end_line();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) writer_.add("\t");
      for (std::size_t part = 0; part < row[i].size(); ++part) {
        if (part > 0) writer_.soft_break();
        inline_marks(row[i][part]);
      }
    }
    writer_.end_line();
  }

  /// Keeps text without its marks: *x*, **x**, ``x``, :role:`x`, `x <y>`_, [1]_, \*.
  void inline_marks(Span span) {
    std::size_t kept = span.begin;
    const auto keep_until = [&](std::size_t at, std::size_t next) {
      writer_.keep({kept, std::max(kept, at)});
      kept = next;
    };
    std::size_t at = span.begin;
    while (at < span.end) {
      const char c = text_[at];
      const bool begins_word =
          at == span.begin ||
          std::string_view(" \t(\"'[{<-/:").find(text_[at - 1]) != std::string_view::npos ||
          static_cast<unsigned char>(text_[at - 1]) >= 0x80;
      if (c == '\\' && at + 1 < span.end) {
        // Before a blank it joins what the blank sets apart.
        const bool blank = text_[at + 1] == ' ';
        keep_until(at, at + (blank ? 2 : 1));
        at += 2;
      } else if (c == ':' && begins_word) {
        const std::size_t end = role_end(at, span.end);
        if (end > at) keep_until(at, end);
        at = std::max(end, at + 1);
      } else if (c == '`') {
        const bool twice = text_.substr(at, 2) == "``";
        const std::size_t open = at + (twice ? 2 : 1);
        const std::size_t close = text_.substr(0, span.end).find(twice ? "``" : "`", open);
        if (close == text_.npos) {
          at = open;
          continue;
        }
        keep_until(at, close);
        Span inside{open, close};
        if (!twice) inside = shown_of({open, close});
        writer_.keep(inside);
        at = close + (twice ? 2 : 1);
        while (!twice && at < span.end && text_[at] == '_') ++at;
        kept = at;
      } else if (c == '*' && begins_word) {
        const std::size_t size = text_.substr(at, 2) == "**" ? 2 : 1;
        const std::string_view mark = text_.substr(at, size);
        const std::size_t close = text_.substr(0, span.end).find(mark, at + size);
        const bool is_mark = close != text_.npos && close > at + size && text_[at + size] != ' ';
        if (is_mark) {
          keep_until(at, at + size);
          writer_.keep({at + size, close});
          kept = close + size;
          at = close + size;
        } else {
          at += size;
        }
      } else if (c == '[') {
        constexpr std::size_t kLongest = 20;
        const std::string_view rest = text_.substr(at, std::min(span.end - at, kLongest));
        const std::size_t found = rest.find("]_");
        const std::size_t close = at + found;
        const bool note = found != rest.npos && rest.substr(0, found).find(' ') == rest.npos;
        if (note) {
          std::size_t before = at;
          while (before > kept && text_[before - 1] == ' ') --before;
          keep_until(before, close + 2);
          at = close + 2;
        } else {
          ++at;
        }
      } else {
        ++at;
      }
    }
    keep_until(span.end, span.end);
  }

  /// Behind ":role:" that a backtick follows; `at` where none stands.
  [[nodiscard]] std::size_t role_end(std::size_t at, std::size_t end) const {
    constexpr std::size_t kLongest = 40;
    const std::size_t found = text_.substr(at, std::min(end - at, kLongest)).find('`');
    const std::size_t tick = at + found;
    if (found == text_.npos || found < 3 || text_[tick - 1] != ':') return at;
    const std::string_view role = text_.substr(at + 1, tick - at - 2);
    const bool is_role = std::ranges::all_of(role, [](char c) {
      return text::is_ascii_letter_or_digit(c) || c == '-' || c == ':' || c == '_' || c == '.';
    });
    return is_role ? tick : at;
  }

  /// Of "text <target>" the text, of "~a.b" and "!a" what is shown.
  [[nodiscard]] Span shown_of(Span inside) const {
    const std::string_view written = inside.in(text_);
    const std::size_t target = written.rfind('<');
    if (written.ends_with('>') && target != written.npos && target > 0) {
      return text::trimmed(text_, {inside.begin, inside.begin + target});
    }
    if (written.starts_with('~')) {
      const std::size_t dot = written.rfind('.');
      return {inside.begin + (dot == written.npos ? 1 : dot + 1), inside.end};
    }
    return {inside.begin + (written.starts_with('!') ? 1U : 0U), inside.end};
  }

  std::string_view text_;
  MarkupWriter writer_;
  bool is_left_out_ = false;         ///< what is indented further
  std::size_t left_out_indent_ = 0;  ///< than this
  bool in_options_ = false;          ///< of a directive
  bool begins_block_ = true;
  std::vector<std::size_t> columns_;    ///< of the table that is open and has no grid
  bool after_rule_ = false;             ///< which may end it
  std::vector<std::vector<Span>> row_;  ///< of a table, the parts of each cell
};

}  // namespace

void take_restructured_text(Document& document, std::string text) {
  Reader reader(text);
  reader.read();
  reader.writer().finish(document, std::move(text));
}

}  // namespace duizhao::formats
