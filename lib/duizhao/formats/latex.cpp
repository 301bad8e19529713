#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "duizhao/formats/markup_writer.h"
#include "duizhao/formats/superscript.h"
#include "duizhao/text/ascii.h"

namespace duizhao::formats {
namespace {

template <std::size_t kSize>
bool is_one_of(const std::array<std::string_view, kSize>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// Commands whose arguments are names, places and sizes, and no text.
bool has_no_text(std::string_view command) {
  constexpr auto kCommands = std::to_array<std::string_view>({"addbibresource",
                                                              "addcontentsline",
                                                              "addtolength",
                                                              "author",
                                                              "autoref",
                                                              "bibliography",
                                                              "bibliographystyle",
                                                              "cite",
                                                              "citeauthor",
                                                              "citep",
                                                              "citet",
                                                              "citeyear",
                                                              "cref",
                                                              "Cref",
                                                              "date",
                                                              "definecolor",
                                                              "documentclass",
                                                              "eqref",
                                                              "fontsize",
                                                              "geometry",
                                                              "graphicspath",
                                                              "hspace",
                                                              "hypersetup",
                                                              "include",
                                                              "includegraphics",
                                                              "index",
                                                              "input",
                                                              "label",
                                                              "lstinputlisting",
                                                              "lstset",
                                                              "newcommand",
                                                              "newenvironment",
                                                              "nocite",
                                                              "pageref",
                                                              "pagestyle",
                                                              "parencite",
                                                              "providecommand",
                                                              "ref",
                                                              "renewcommand",
                                                              "rule",
                                                              "setcounter",
                                                              "setlength",
                                                              "textcite",
                                                              "thispagestyle",
                                                              "usepackage",
                                                              "vspace",
                                                              "cline",
                                                              "cmidrule",
                                                              "color",
                                                              "setmainfont",
                                                              "setCJKmainfont"});
  return is_one_of(kCommands, command);
}

/// Commands whose argument is a line of its own.
bool is_heading(std::string_view command) {
  constexpr auto kCommands = std::to_array<std::string_view>(
      {"caption", "chapter", "paragraph", "part", "section", "subparagraph", "subsection",
       "subsubsection", "subtitle", "title", "frametitle"});
  return is_one_of(kCommands, command);
}

/// Environments of code and formulas.
bool is_no_text(std::string_view environment) {
  constexpr auto kEnvironments = std::to_array<std::string_view>(
      {"align", "comment", "displaymath", "equation", "eqnarray", "gather", "lstlisting", "minted",
       "multline", "thebibliography", "tikzpicture", "verbatim"});
  return is_one_of(kEnvironments, environment);
}

std::string_view sign_of(std::string_view command) {
  constexpr auto kSigns =
      std::to_array<std::pair<std::string_view, std::string_view>>({{"LaTeX", "LaTeX"},
                                                                    {"TeX", "TeX"},
                                                                    {"ldots", "…"},
                                                                    {"dots", "…"},
                                                                    {"times", "×"},
                                                                    {"pm", "±"},
                                                                    {"le", "≤"},
                                                                    {"leq", "≤"},
                                                                    {"ge", "≥"},
                                                                    {"geq", "≥"},
                                                                    {"approx", "≈"},
                                                                    {"cdot", "·"},
                                                                    {"mu", "μ"},
                                                                    {"textdegree", "°"},
                                                                    {"quad", " "},
                                                                    {"qquad", " "},
                                                                    {"textbackslash", "\\"},
                                                                    {"textasciitilde", "~"},
                                                                    {"percent", "%"},
                                                                    {"circ", "°"},
                                                                    {"textless", "<"},
                                                                    {"textgreater", ">"},
                                                                    {"textquotesingle", "'"},
                                                                    {"textbar", "|"},
                                                                    {"textendash", "–"},
                                                                    {"textemdash", "—"}});
  const auto* const found =
      std::ranges::find(kSigns, command, [](const auto& sign) { return sign.first; });
  return found == kSigns.end() ? std::string_view() : found->second;
}

class LatexReader {
 public:
  explicit LatexReader(std::string_view text) : text_(text), writer_(text) {}

  void read() {
    constexpr std::string_view kBegin = "\\begin{document}";
    const std::size_t begin = text_.find(kBegin);
    std::size_t body = 0;
    if (begin != text_.npos) {
      body = begin + kBegin.size();
      const std::size_t title = text_.substr(0, begin).find("\\title{");
      if (title != text_.npos) read({title, group_end(title + 6)});
      writer_.end_line();
    }
    read({body, std::min(text_.find("\\end{document}", body), text_.size())});
    end_paragraph();
  }

  MarkupWriter& writer() { return writer_; }

 private:
  void read(Span part) {
    at_ = part.begin;
    end_ = part.end;
    while (at_ < end_) step();
  }

  [[nodiscard]] bool comes(std::string_view what) const {
    return text_.substr(at_, what.size()) == what && at_ + what.size() <= end_;
  }

  void instead(std::size_t size, std::string_view text) {
    writer_.add(text);
    at_ += size;
  }

  void step() {
    switch (text_[at_]) {
      case '\\':
        command();
        return;
      case '%':
        at_ = std::min(text_.find('\n', at_), end_ - 1) + 1;
        skip_blanks();
        return;
      case '{':
        groups_.push_back(false);
        ++at_;
        return;
      case '}':
        if (!groups_.empty()) {
          if (groups_.back()) end_paragraph();
          groups_.pop_back();
        }
        ++at_;
        return;
      case '$':
        if (comes("$$")) {
          skip_to("$$", at_ + 2);
        } else {
          in_formula_ = !in_formula_;
          ++at_;
        }
        return;
      case '^':
        if (in_formula_) {
          raised();
          return;
        }
        break;
      case '~':
        instead(1, " ");
        return;
      case '&':
        instead(1, "\t");
        skip_blanks();
        return;
      case '\n':
      case '\r':
        line_end();
        return;
      case '-':
        if (comes("---")) return instead(3, "—");
        if (comes("--")) return instead(2, "–");
        break;
      case '`':
        if (comes("``")) return instead(2, "“");
        return instead(1, "‘");
      case '\'':
        if (comes("''")) return instead(2, "”");
        break;
      default:
        break;
    }
    const std::size_t next = std::min(text_.find_first_of("\\%{}$^~&\n\r-`'", at_ + 1), end_);
    writer_.keep({at_, next});
    at_ = next;
  }

  void line_end() {
    std::size_t lines = 0;
    for (; at_ < end_ && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos;
         ++at_) {
      lines += text_[at_] == '\n' ? 1U : 0U;
    }
    if (lines > 1) {
      end_paragraph();
    } else {
      writer_.soft_break();
    }
  }

  void skip_blanks() {
    while (at_ < end_ && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }

  /// Behind `what`, which comes at `from` or later.
  void skip_to(std::string_view what, std::size_t from) {
    const std::size_t found = text_.find(what, from);
    at_ = found == text_.npos ? end_ : std::min(found + what.size(), end_);
  }

  /// Behind the bracket that closes what opens at `open`; where none opens there, `open`.
  [[nodiscard]] std::size_t group_end(std::size_t open) const {
    if (open >= text_.size() || (text_[open] != '{' && text_[open] != '[')) return open;
    const char opening = text_[open];
    const char closing = opening == '{' ? '}' : ']';
    std::size_t depth = 0;
    for (std::size_t at = open; at < text_.size(); ++at) {
      if (text_[at] == '\\') {
        ++at;
      } else if (text_[at] == opening) {
        ++depth;
      } else if (text_[at] == closing && --depth == 0) {
        return at + 1;
      }
    }
    return text_.size();
  }

  void skip_group(char opening) {
    if (at_ < end_ && text_[at_] == opening) at_ = std::min(group_end(at_), end_);
  }

  /// What stands raised in a formula: 10^7, 10^{7}.
  void raised() {
    ++at_;
    if (at_ >= end_ || text_[at_] == '\\') return;
    constexpr std::size_t kLongest = 12;
    const bool grouped = text_[at_] == '{';
    const std::size_t close = text_.substr(at_, kLongest).find('}');
    if (grouped && close == text_.npos) return;
    const std::size_t end = grouped ? std::min(at_ + close + 1, end_) : at_ + 1;
    const Span inside = grouped ? Span{at_ + 1, std::max(at_ + 1, end - 1)} : Span{at_, end};
    const bool figures = std::ranges::all_of(
        inside.in(text_), [](char c) { return text::is_ascii_digit(c) || c == '-' || c == '+'; });
    if (!figures || inside.empty()) return;  // its commands are read as others are
    writer_.add(superscript(inside.in(text_)));
    at_ = end;
  }

  void command() {
    const std::size_t begin = at_ + 1;
    std::size_t end = begin;
    while (end < end_ && text::is_ascii_letter(text_[end])) ++end;
    if (end == begin) {
      character();
      return;
    }
    const std::string_view name = text_.substr(begin, end - begin);
    at_ = end;
    if (at_ < end_ && text_[at_] == '*') ++at_;
    if (name == "begin" || name == "end") {
      environment(name == "begin");
    } else if (name == "verb") {
      verbatim();
    } else if (name == "href" || name == "hypertarget" || name == "hyperlink" ||
               name == "textcolor") {
      skip_group('{');
    } else if (name == "footnote") {
      const Span note{at_, std::min(group_end(at_), end_)};
      notes_.push_back(note);
      at_ = note.end;
    } else if (name == "item" || is_heading(name)) {
      end_paragraph();
      if (name == "item") skip_blanks();
      if (name != "item") skip_group('[');
      if (at_ < end_ && text_[at_] == '{' && name != "item") {
        groups_.push_back(true);
        ++at_;
      }
    } else if (name == "par" || name == "newline" || name == "linebreak" ||
               name == "tabularnewline" || name == "hline" || name == "toprule" ||
               name == "midrule" || name == "bottomrule") {
      end_paragraph();
    } else if (has_no_text(name)) {
      for (std::size_t before = end_; before != at_;) {
        before = at_;
        skip_group('[');
        skip_group('{');
      }
    } else if (const std::string_view sign = sign_of(name); !sign.empty()) {
      writer_.add(sign);
      skip_blanks();
    } else {
      skip_group('[');
      skip_blanks();
    }
  }

  /// A command that is one sign.
  void character() {
    if (at_ + 1 >= end_) {
      at_ = end_;
      return;
    }
    const char sign = text_[at_ + 1];
    if (sign == '\\') {
      at_ += 2;
      skip_group('[');
      end_paragraph();
    } else if (sign == '[') {
      skip_to("\\]", at_ + 2);
    } else if (std::string_view("%&$#_{}").find(sign) != std::string_view::npos) {
      writer_.keep({at_ + 1, at_ + 2});
      at_ += 2;
    } else if (std::string_view(" ,;:~\n").find(sign) != std::string_view::npos) {
      instead(2, " ");
    } else {
      const bool ascii = static_cast<unsigned char>(sign) < 0x80;
      at_ += ascii ? 2 : 1;
    }
  }

  void environment(bool begins) {
    const std::size_t end = std::min(group_end(at_), end_);
    std::string_view name = text_.substr(at_, end - at_);
    if (name.size() > 2) name = name.substr(1, name.size() - 2);
    const std::string ending = "\\end{" + std::string(name) + "}";
    if (name.ends_with('*')) name.remove_suffix(1);
    at_ = end;
    end_paragraph();
    if (!begins) return;
    if (is_no_text(name)) {
      skip_to(ending, at_);
      return;
    }
    // How a table is set, where a figure goes.
    skip_group('[');
    if (name.starts_with("tab") || name == "longtable" || name == "minipage" ||
        name == "multicols") {
      skip_group('{');
      skip_group('{');
    }
  }

  void verbatim() {
    if (at_ >= end_ || static_cast<unsigned char>(text_[at_]) >= 0x80) return;
    const std::size_t close = std::min(text_.find(text_[at_], at_ + 1), end_);
    writer_.keep({std::min(at_ + 1, close), close});
    at_ = std::min(close + 1, end_);
  }

  void end_paragraph() {
    writer_.end_line();
    if (in_notes_) return;  // notes of notes come behind them all
    in_notes_ = true;
    const std::vector<Span> notes = std::exchange(notes_, {});
    const Span rest{at_, end_};
    for (const Span note : notes) {
      const bool in_formula = std::exchange(in_formula_, false);
      read(note);
      in_formula_ = in_formula;
      writer_.end_line();
    }
    in_notes_ = false;
    at_ = rest.begin;
    end_ = rest.end;
  }

  std::string_view text_;
  MarkupWriter writer_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::vector<bool> groups_;  ///< open braces, whether what they hold is a line of its own
  std::vector<Span> notes_;   ///< footnotes of the paragraph
  bool in_formula_ = false;
  bool in_notes_ = false;
};

}  // namespace

void take_latex(Document& document, std::string text) {
  LatexReader reader(text);
  reader.read();
  reader.writer().finish(document, std::move(text));
}

}  // namespace duizhao::formats
