#include "duizhao/formats/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "duizhao/formats/front_matter.h"
#include "duizhao/formats/html.h"
#include "duizhao/formats/table_cells.h"
#include "duizhao/formats/text_pieces.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/line_joining.h"
#include "duizhao/text/utf8.h"

namespace duizhao::formats {
namespace {

/// What md4c calls back into; it reads text that lies in the file.
class Writer {
 public:
  Writer(TextPieces& pieces, std::string_view file, std::size_t offset)
      : pieces_(pieces), file_(file), offset_(offset), notes_(notes_of(file)) {}

  void begin_block(MD_BLOCKTYPE type) {
    code_ += type == MD_BLOCK_CODE ? 1 : 0;
    in_heading_ = type == MD_BLOCK_H;
    if (type == MD_BLOCK_HTML) html_.emplace();
    end_line();
    if (type == MD_BLOCK_TABLE) cells_.begin_table();
    if (type == MD_BLOCK_TR) cells_.begin_row();
    if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) cells_.begin_cell(pieces_.text());
  }
  void end_block(MD_BLOCKTYPE type) {
    code_ -= type == MD_BLOCK_CODE ? 1 : 0;
    if (type == MD_BLOCK_H) in_heading_ = false;
    if (type == MD_BLOCK_HTML) html_.reset();
    end_line();
    if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) cells_.end_cell(pieces_.text());
    if (type == MD_BLOCK_TABLE) cells_.end_table();
  }

  [[nodiscard]] std::vector<TableCell> take_cells() { return cells_.take(); }

  void text(MD_TEXTTYPE type, const char* begin, std::size_t size) {
    const std::string_view piece(begin, size);
    switch (type) {
      case MD_TEXT_BR:
        end_line();
        return;
      case MD_TEXT_SOFTBR:
        soft_break_ = in_line_;
        return;
      case MD_TEXT_HTML:
        if (html_) {
          take_html(piece);
        } else if (piece.starts_with("<br")) {
          end_line();
        }
        return;
      case MD_TEXT_ENTITY:
        join();
        pieces_.add(text_of_entity(piece));
        return;
      case MD_TEXT_NULLCHAR:
        return;
      default:
        break;
    }
    if (code_ > 0 || piece.empty()) return;
    if (in_heading_) {
      keep_but_notes(without_attributes(piece));
      return;
    }
    if ((!in_line_ || soft_break_) && piece.starts_with(":::")) {
      take_fence(piece);
    } else {
      keep_but_notes(piece);
    }
  }

 private:
  /// What names a heading for links and styles, "Overview {#overview .wide}", is none of it.
  static std::string_view without_attributes(std::string_view heading) {
    const std::size_t open = heading.rfind('{');
    if (!heading.ends_with('}') || open == heading.npos || open + 2 >= heading.size() ||
        std::string_view("#.:").find(heading[open + 1]) == std::string_view::npos) {
      return heading;
    }
    heading = heading.substr(0, open);
    while (heading.ends_with(' ')) heading.remove_suffix(1);
    return heading;
  }

  /// A line such as "::: tip Good to know", which frames paragraphs: its title is text.
  void take_fence(std::string_view line) {
    soft_break_ = false;
    end_line();
    std::size_t begin = std::min(line.find_first_not_of(": "), line.size());
    const char end_of_name = begin < line.size() && line[begin] == '{' ? '}' : ' ';
    const std::size_t end = std::min(line.find(end_of_name, begin), line.size());
    begin = std::min(line.find_first_not_of("} ", end), line.size());
    if (begin < line.size()) keep(line.substr(begin));
    end_line();
  }

  /// Where footnotes stand, "[^1]: …" at the begin of a line: what is between the marks.
  static std::set<std::string_view> notes_of(std::string_view file) {
    std::set<std::string_view> notes;
    for (std::size_t at = file.find("[^"); at != file.npos; at = file.find("[^", at + 2)) {
      const std::size_t end = file.find_first_of("]\n", at);
      if ((at == 0 || file[at - 1] == '\n') && end != file.npos && file.substr(end, 2) == "]:") {
        notes.insert(file.substr(at + 2, end - at - 2));
      }
    }
    return notes;
  }

  /// Keeps text without the marks of footnotes, which are no figures of it: "in 2023[^1]".
  void keep_but_notes(std::string_view piece) {
    const char* const first = piece.data();
    const bool is_linked = piece.starts_with('^') && first > file_.data() &&
                           first < file_.data() + file_.size() && *(first - 1) == '[';
    if (is_linked && notes_.contains(piece.substr(1))) return;
    std::size_t begin = 0;
    for (std::size_t at = piece.find("[^"); at != piece.npos && !notes_.empty();
         at = piece.find("[^", at + 2)) {
      const std::size_t end = piece.find(']', at);
      if (end == piece.npos || !notes_.contains(piece.substr(at + 2, end - at - 2))) continue;
      if (at > begin) keep(piece.substr(begin, at - begin));
      begin = end + 1;
      const bool is_note = (!in_line_ || soft_break_) && piece.substr(begin, 1) == ":";
      if (is_note) begin = std::min(piece.find_first_not_of(": ", begin), piece.size());
    }
    if (begin < piece.size()) keep(piece.substr(begin));
  }

  void keep(std::string_view piece) {
    join(piece);
    const char* const begin = piece.data();
    const std::size_t size = piece.size();
    const char* const file_begin = file_.data();
    if (begin >= file_begin && begin + size <= file_begin + file_.size()) {
      const std::size_t at = offset_ + static_cast<std::size_t>(begin - file_begin);
      pieces_.keep({at, at + size});
    } else {
      pieces_.add(piece);
    }
    in_line_ = true;
  }

  /// What stands between the tags of a block of HTML; such a block comes line by line.
  void take_html(std::string_view piece) {
    for (std::size_t i = 0; i < piece.size();) {
      if (html_->ends.empty() && piece[i] == '<') {
        open(piece.substr(i));
      }
      if (!html_->ends.empty()) {
        const std::size_t end = text::ascii_lowered(piece).find(html_->ends, i);
        i = end == piece.npos ? piece.size() : end + html_->ends.size();
        if (end != piece.npos) html_->ends = {};
        continue;
      }
      std::size_t end = piece.find_first_of("<&\n", i + 1);
      if (piece[i] == '\n') {
        soft_break_ = in_line_;
        end = i + 1;
      } else if (piece[i] == '&') {
        end = std::min(piece.find(';', i), piece.size() - 1) + 1;
        join();
        pieces_.add(text_of_entity(piece.substr(i, end - i)));
      } else {
        end = std::min(end, piece.size());
        const std::size_t first = piece.find_first_not_of(" \t\r", i);
        // Blanks that begin a line indent it.
        const std::size_t begin = in_line_ && !soft_break_ ? i : std::min(first, end);
        if (begin < end) keep(piece.substr(begin, end - begin));
      }
      i = end;
    }
  }

  /// A tag or a comment: notes what ends it, and with it what is no text.
  void open(std::string_view tag) {
    constexpr std::array<std::string_view, 18> kInline = {
        "a",   "abbr", "b",    "cite",  "code", "del", "em",  "i",      "ins",
        "kbd", "mark", "samp", "small", "span", "sub", "sup", "strong", "u"};
    const std::size_t begin = tag.starts_with("</") ? 2 : 1;
    const std::string name =
        text::ascii_lowered(tag.substr(begin, tag.find_first_of(" \t\r\n/>", begin) - begin));
    if (std::ranges::find(kInline, name) == kInline.end()) end_line();
    html_->ends = name.starts_with("!--")          ? "-->"
                  : begin == 1 && name == "script" ? "</script>"
                  : begin == 1 && name == "style"  ? "</style>"
                                                   : ">";
  }

  void end_line() {
    if (in_line_) pieces_.add("\n");
    in_line_ = soft_break_ = false;
  }

  /// Puts in what a line end within a paragraph stands for.
  void join(std::string_view next = {}) {
    in_line_ = true;
    if (!std::exchange(soft_break_, false) || pieces_.text().empty()) return;
    std::size_t position = pieces_.text().size();
    const char32_t before = text::previous_code_point(pieces_.text(), position);
    position = 0;
    const char32_t after = next.empty() ? U' ' : text::next_code_point(next, position);
    if (!text::is_wide(before) && !text::is_wide(after)) pieces_.add(" ");
  }

  TextPieces& pieces_;
  std::string_view file_;
  std::size_t offset_;
  std::set<std::string_view> notes_;  ///< footnotes, by their marks
  /// An open block of HTML.
  struct Html {
    std::string_view ends;  ///< what ends the tag, the comment or the script that is open
  };

  TableCells cells_;
  int code_ = 0;  ///< open blocks of code
  std::optional<Html> html_;
  bool in_heading_ = false;
  bool in_line_ = false;
  bool soft_break_ = false;
};

Writer& writer_of(void* data) { return *static_cast<Writer*>(data); }

bool begins_heading(std::string_view line) {
  const std::size_t marks = line.find_first_not_of('#');
  return marks != line.npos && marks > 0 && marks < 7 && line[marks] == ' ';
}

}  // namespace

bool looks_like_markdown(std::string_view text, bool named_so) {
  int headings = 0;
  int fences = 0;
  int tables = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    headings += begins_heading(line) ? 1 : 0;
    fences += line.starts_with("```") ? 1 : 0;
    tables += line.find("|--") != line.npos || line.find("| --") != line.npos ||
                      line.find("|:-") != line.npos
                  ? 1
                  : 0;
    begin = end + 1;
  }
  const bool links = text.find("](http") != text.npos || text.find("](/") != text.npos ||
                     text.find("](#") != text.npos;
  const std::size_t strong = text.find("**");
  const bool emphasis = strong != text.npos && text.find("**", strong + 2) != text.npos;
  const int kinds = (headings > 0 ? 1 : 0) + (fences > 1 ? 1 : 0) + (tables > 0 ? 1 : 0) +
                    (links ? 1 : 0) + (emphasis ? 1 : 0);
  return kinds >= 2 || named_so;
}

Result<void> take_markdown(Document& document, std::string text) {
  TextPieces pieces(text);
  const std::size_t begin = keep_front_matter(text, pieces);
  const std::string_view body = std::string_view(text).substr(begin);
  if (body.size() > std::numeric_limits<MD_SIZE>::max() / 2) {
    return failure(ErrorCode::kMalformed, "this Markdown file is too large: split it",
                   {document.name});
  }
  Writer writer(pieces, body, begin);
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void*, void* data) {
    writer_of(data).begin_block(type);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* data) {
    writer_of(data).end_block(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* piece, MD_SIZE size, void* data) {
    writer_of(data).text(type, piece, size);
    return 0;
  };
  if (md_parse(body.data(), static_cast<MD_SIZE>(body.size()), &parser, &writer) != 0) {
    return failure(ErrorCode::kMalformed,
                   "this Markdown cannot be read; --from txt reads it as it is", {document.name});
  }
  pieces.finish(document, std::move(text));
  document.cells = writer.take_cells();
  return {};
}

}  // namespace duizhao::formats
