#include "duizhao/formats/markup_writer.h"

#include <algorithm>
#include <array>

#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"
#include "duizhao/text/white_space.h"

namespace duizhao::formats {
namespace {

bool has_any(std::string_view text, std::initializer_list<std::string_view> marks) {
  return std::ranges::any_of(marks,
                             [&](std::string_view mark) { return text.find(mark) != text.npos; });
}

bool is_underline(std::string_view line) {
  constexpr std::size_t kShortest = 3;
  return line.size() >= kShortest && std::string_view("=-~^\"'*+#`").find(line[0]) != line.npos &&
         line.find_first_not_of(line[0]) == line.npos;
}

/// How many kinds of marks of reStructuredText and of AsciiDoc the lines of a text have.
struct MarkedLines {
  bool directives = false;  ///< .. note::
  bool underlined = false;  ///< headings
  bool headings = false;    ///< == Heading
  bool attributes = false;  ///< [source,c], :toc: left
  bool tables = false;      ///< |===

  explicit MarkedLines(std::string_view text) {
    bool after_text = false;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      std::string_view line = text.substr(begin, end - begin);
      while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
      begin = end + 1;
      const std::string_view shown = text::trimmed(line);
      directives |= shown.starts_with(".. ") && shown.find("::") != shown.npos;
      underlined |= after_text && is_underline(line);
      after_text = !shown.empty() && !is_underline(line);
      const std::size_t marks = std::min(line.find_first_not_of('='), line.size());
      headings |= marks > 0 && marks < 7 && marks < line.size() && line[marks] == ' ' &&
                  !line.ends_with('=');
      tables |= line == "|===";
      attributes |= is_attribute(line);
    }
  }

 private:
  static bool is_attribute(std::string_view line) {
    for (const std::string_view block : {"[source", "[NOTE", "[TIP", "[WARNING", "[cols", "[quote",
                                         "[[", "[#", "[IMPORTANT", "[discrete", "[.lead"}) {
      if (line.starts_with(block) && line.ends_with(']')) return true;
    }
    const std::size_t end = line.starts_with(':') ? line.find(':', 1) : line.npos;
    return end != line.npos && end > 1 && (end + 1 == line.size() || line[end + 1] == ' ') &&
           std::ranges::all_of(line.substr(1, end - 1), [](char c) {
             return text::is_ascii_letter_or_digit(c) || c == '-' || c == '_' || c == '!';
           });
  }
};

}  // namespace

void MarkupWriter::keep(Span piece) {
  // Blanks that begin a line indent it.
  while (!in_line_ && !piece.empty() && file_[piece.begin] == ' ') ++piece.begin;
  if (piece.empty()) return;
  join(piece.in(file_));
  pieces_.keep(piece);
}

void MarkupWriter::add(std::string_view text) {
  if (text.empty()) return;
  join(text);
  pieces_.add(text);
}

void MarkupWriter::end_line() {
  if (in_line_) pieces_.add("\n");
  in_line_ = soft_break_ = false;
}

void MarkupWriter::join(std::string_view next) {
  if (std::exchange(in_line_, true) && std::exchange(soft_break_, false)) {
    std::size_t position = pieces_.text().size();
    const char32_t before = text::previous_code_point(pieces_.text(), position);
    position = 0;
    const char32_t after = text::next_code_point(next, position);
    const bool apart = before != U' ' && after != U' ';
    if (apart && !text::is_wide(before) && !text::is_wide(after)) pieces_.add(" ");
  }
}

std::string_view markup_of(std::string_view text, const std::string& name) {
  const std::string lowered = text::ascii_lowered(name);
  const auto count = [](std::initializer_list<bool> kinds) {
    return std::ranges::count(kinds, true);
  };
  const auto latex = count(
      {has_any(text, {"\\documentclass", "\\begin{"}),
       has_any(text, {"\\section{", "\\section*{", "\\subsection{", "\\chapter{", "\\title{"}),
       has_any(text, {"\\item ", "\\\\\n"}),
       has_any(text, {"\\emph{", "\\textbf{", "\\textit{", "\\footnote{"}),
       has_any(text, {"\\cite{", "\\ref{", "\\label{", "\\citep{"})});
  if (latex >= (lowered.ends_with(".tex") ? 1 : 2)) return "latex";
  const MarkedLines lines(text);
  const bool role = has_any(text, {":ref:`", ":doc:`", ":class:`", ":func:`", ":term:`", ":file:`",
                                   ":option:`", ":guilabel:`", ":meth:`", ":mod:`", ":code:`"});
  const auto rst = count({lines.directives, role, lines.underlined, has_any(text, {">`_"}),
                          has_any(text, {"::\n\n"})});
  const bool named_rst = lowered.ends_with(".rst") || lowered.ends_with(".rest");
  if (named_rst ? rst >= 1 : rst >= 2 && (lines.directives || role)) return "rst";
  const auto adoc = count({lines.headings, lines.attributes, lines.tables,
                           has_any(text, {"link:", "xref:", "image::", "include::", "footnote:["}),
                           has_any(text, {"\n----\n"})});
  const bool named_adoc = lowered.ends_with(".adoc") || lowered.ends_with(".asciidoc");
  const bool several = adoc >= 2 && (lines.headings || lines.tables) && !has_any(text, {"\n## "});
  if (named_adoc ? adoc >= 1 : several) return "asciidoc";
  return {};
}

}  // namespace duizhao::formats
