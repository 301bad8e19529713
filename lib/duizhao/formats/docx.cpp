#include "duizhao/formats/docx.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "duizhao/formats/charts.h"
#include "duizhao/formats/descriptions.h"
#include "duizhao/formats/html.h"
#include "duizhao/formats/office.h"
#include "duizhao/formats/superscript.h"
#include "duizhao/formats/symbol_font.h"
#include "duizhao/formats/xml.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/charset.h"
#include "duizhao/text/encoding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::formats {
namespace {

/// Elements whose whole content is no text of the accepted document.
bool is_left_out(const XmlElement& element) {
  // Fallback repeats for old programs what Choice has said; rt is ruby; del and moveFrom are what
  // tracked changes took away.
  constexpr std::array<std::string_view, 8> kLeftOut = {
      "del", "moveFrom", "instrText", "rt", "Fallback", "delText", "rPrChange", "pPrChange"};
  if (std::ranges::find(kLeftOut, element.name()) != kLeftOut.end()) return true;
  // Footnotes of these types are the lines between text and notes.
  const std::string_view type = element.attribute("type");
  return (element.name() == "footnote" || element.name() == "endnote") &&
         (type == "separator" || type == "continuationSeparator" || type == "continuationNotice");
}

/// Whether a switch such as <w:vanish/> is on.
bool is_on(const XmlElement& element) {
  const std::string_view value = element.attribute("val");
  return value != "0" && value != "false" && value != "off";
}

/// Whether an element is a part of a formula: a power, or the denominator of a fraction.
bool is_math(const XmlElement& element, std::string_view name) {
  return element.name() == name && element.name_space().find("math") != std::string_view::npos;
}

/// What <w:sym w:font="Symbol" w:char="F06D"/> shows; of other fonts the character itself, or a
/// space where it is one of private use.
std::string symbol(const XmlElement& element) {
  const std::string_view number = element.attribute("char");
  unsigned int code = 0;
  std::from_chars(number.data(), number.data() + number.size(), code, 16);
  if (element.attribute("font") == "Symbol") return std::string(symbol_character(code));
  constexpr unsigned int kFirst = 0x20;
  constexpr unsigned int kSurrogates = 0xD800;  // and what is of private use behind them
  constexpr unsigned int kCompatible = 0xF900;
  const bool shown =
      (code >= kFirst && code < kSurrogates) || (code >= kCompatible && code < 0xFFFE);
  std::string character;
  text::append_code_point(character, shown ? static_cast<char32_t>(code) : U' ');
  return character;
}

/// Joins what was broken by hand within a sentence: what goes on in small letters, or in Chinese
/// behind a line too long for one of an address or a title.
std::string without_soft_breaks(const std::string& paragraph) {
  constexpr std::size_t kLongLine = 60;  // bytes
  std::string joined;
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = std::min(paragraph.find('\n', begin), paragraph.size());
    joined.append(paragraph, begin, end - begin);
    if (end == paragraph.size()) return joined;
    const std::string_view rest = std::string_view(paragraph).substr(end + 1);
    if (rest.empty() || joined.empty()) {
      joined += '\n';
    } else if (text::is_ascii_lower(rest.front())) {
      joined += joined.back() == ' ' ? "" : " ";
    } else {
      std::size_t before = joined.size();
      std::size_t after = 0;
      const char32_t last = text::previous_code_point(joined, before);
      const bool goes_on = text::is_han(last) && text::is_han(text::next_code_point(rest, after));
      if (!goes_on || end - begin < kLongLine) joined += '\n';
    }
    begin = end + 1;
  }
}

std::size_t number_of(std::string_view digits) {
  std::size_t number = 1;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

/// Other documents that a document takes in where it names them (altChunk): Word makes them part of
/// it when it saves anew.
class OtherDocuments {
 public:
  OtherDocuments(const ZipArchive& archive, const Relationships& relationships,
                 const std::string& file)
      : archive_(archive), relationships_(relationships), file_(file) {}

  /// Appends the text of the one with this id.
  void append(std::string_view id, std::string& text) {
    const auto found = relationships_.find(std::string(id));
    if (found == relationships_.end() || !read_) return;
    const auto shown = text_of(found->second.target);
    if (!shown) {
      read_ = tl::unexpected(shown.error());
      return;
    }
    text += *shown;
    if (!text.empty() && text.back() != '\n') text += '\n';
  }

  /// Fails where one of them could not be read.
  [[nodiscard]] const Result<void>& read() const { return read_; }

 private:
  [[nodiscard]] Result<std::string> text_of(const std::string& part) const {
    const auto inflated = archive_.read_whole(part);
    if (!inflated) return tl::unexpected(inflated.error());
    const std::string_view bytes = *inflated;
    const std::string name = file_ + ": " + part;
    if (ZipArchive::recognises(bytes)) return text_of_document(bytes, name);
    if (bytes.starts_with("{\\rtf") || bytes.find("MIME-Version:") < 1024) {
      return failure(ErrorCode::kMalformed,
                     "this document takes in another one of a kind that is not read: open and save "
                     "it in Word, which makes it part of it",
                     {name});
    }
    const bool page = looks_like_html(bytes);
    const bool utf8 = !text::first_invalid(bytes);
    const std::string said = page && !utf8 ? text::charset_name(encoding_of_html(bytes)) : "";
    const auto decoded = text::decode(bytes, said, name);
    if (!decoded) return tl::unexpected(decoded.error());
    if (!page) return decoded->text;
    auto shown = read_html(decoded->text, name, PageTitle::kLeftOut);
    if (!shown) return tl::unexpected(shown.error());
    return std::move(shown->text);
  }

  /// The paragraphs of a Word document; what it takes in itself is left out, so that archives
  /// within archives end.
  [[nodiscard]] static Result<std::string> text_of_document(std::string_view bytes,
                                                            const std::string& name);

  const ZipArchive& archive_;
  const Relationships& relationships_;
  std::string file_;
  Result<void> read_;
};

/// Collects the paragraphs of one part of the document.
class BodyHandler : public XmlHandler {
 public:
  /// `others` is null where a part takes none in.
  BodyHandler(std::string& text, TableCells& cells, OtherDocuments* others)
      : text_(text), cells_(cells), others_(others) {}

  void start(const XmlElement& element) override {
    const std::string_view name = element.name();
    if (left_out_depth_ > 0) {
      ++left_out_depth_;
      return;
    }
    // The mark at the end of a paragraph can be deleted too: the next one then continues it.
    if (name == "del" && in_paragraph_properties_ && !paragraphs_.empty()) {
      paragraphs_.back().joins_next = true;
    }
    if (name == "del" && in_row_properties_) rows_.back().deleted = true;
    if (is_left_out(element)) {
      left_out_depth_ = 1;
    } else if (name == "p") {
      paragraphs_.push_back({std::exchange(joined_, {}), {}, false});
    } else if (name == "tbl") {
      cells_.begin_table();
    } else if (name == "tr") {
      rows_.push_back({text_.size(), false});
      cells_.begin_row();
    } else if (name == "tc") {
      cells_.begin_cell(text_);
    } else if (name == "gridSpan") {
      cells_.widen_cell(number_of(element.attribute("val")));
    } else if (name == "trPr") {
      in_row_properties_ = !rows_.empty();
    } else if (name == "pPr") {
      in_paragraph_properties_ = true;
    } else if (name == "r") {
      hidden_ = raised_ = in_symbol_ = false;
    } else if (name == "rFonts" && !in_paragraph_properties_) {
      in_symbol_ = element.attribute("ascii") == "Symbol";
    } else if (name == "vertAlign" && !in_paragraph_properties_) {
      raised_ = element.attribute("val") == "superscript";
    } else if (name == "docPr") {
      note_description(element.attribute("descr"));
    } else if (name == "altChunk") {
      if (others_ != nullptr) others_->append(element.attribute("id"), text_);
    } else if (element.name_space().ends_with("vml")) {
      note_description(element.attribute(name == "textpath" ? "string" : "alt"));
    } else if (name == "fldChar") {
      note_field(element.attribute("fldCharType"));
    } else if (name == "sym") {
      add(symbol(element));
    } else if (name == "vanish" && !in_paragraph_properties_) {
      hidden_ = is_on(element);
    } else if (name == "t") {
      in_text_ = true;
    } else if ((name == "tab" || name == "ptab") && !in_paragraph_properties_) {
      add("\t");
    } else if (name == "br" || name == "cr") {
      add("\n");  // what a page or column begins stands on a line of its own too
    } else if (name == "noBreakHyphen") {
      add("-");
    } else if (is_math(element, "sup")) {
      in_power_ = true;
    } else if (is_math(element, "den")) {
      add("/");
    }
  }

  void end(std::string_view name) override {
    if (left_out_depth_ > 0) {
      --left_out_depth_;
    } else if (name == "p" && !paragraphs_.empty()) {
      Paragraph paragraph = std::move(paragraphs_.back());
      paragraphs_.pop_back();
      if (instructions_ > 0) close_instructions();
      if (paragraph.joins_next) {
        joined_ = std::move(paragraph.text);
      } else {
        text_ += without_soft_breaks(paragraph.text);
        text_ += '\n';
      }
      text_ += paragraph.descriptions;
    } else if (name == "tr" && !rows_.empty()) {
      if (rows_.back().deleted) {
        text_.resize(rows_.back().text_begin);
        cells_.drop_from(text_.size());
      }
      rows_.pop_back();
    } else if (name == "tc") {
      cells_.end_cell(text_);
    } else if (name == "tbl") {
      cells_.end_table();
    } else if (name == "trPr") {
      in_row_properties_ = false;
    } else if (name == "pPr") {
      in_paragraph_properties_ = false;
    } else if (name == "t") {
      in_text_ = false;
    } else if (name == "sup") {
      in_power_ = false;
    }
  }

  /// Adds what still waited for a paragraph to join.
  void finish() {
    if (!joined_.empty()) text_ += joined_ + '\n';
  }

  void text(std::string_view text) override {
    if (!in_text_ || left_out_depth_ > 0) return;
    const std::string shown = in_symbol_ ? shown_in_symbol(text) : std::string(text);
    add(raised_ || in_power_ ? superscript(shown) : shown);
  }

 private:
  struct Paragraph {
    std::string text;
    std::string descriptions;  ///< of its pictures, a line each
    bool joins_next = false;
  };

  struct Row {
    std::size_t text_begin = 0;
    bool deleted = false;
  };

  void note_description(std::string_view said) {
    const std::string description = picture_description(said);
    if (!hidden_ && !paragraphs_.empty() && !description.empty()) {
      paragraphs_.back().descriptions += description + '\n';
    }
  }

  void add(std::string_view text) {
    if (!hidden_ && instructions_ == 0 && !paragraphs_.empty()) paragraphs_.back().text += text;
  }

  /// A field is its instructions, which may hold fields of their own, and behind a separator what
  /// it shows: {IF {PAGE|99} = 1|12}.
  void note_field(std::string_view mark) {
    if (mark == "begin") {
      fields_.push_back(false);
      ++instructions_;
    } else if (mark == "separate" && !fields_.empty()) {
      if (!fields_.back()) --instructions_;
      fields_.back() = true;
    } else if (mark == "end" && !fields_.empty()) {
      if (!fields_.back()) --instructions_;
      fields_.pop_back();
    }
  }

  /// What a damaged file leaves open hides no more than its own paragraph.
  void close_instructions() {
    fields_.assign(fields_.size(), true);
    instructions_ = 0;
  }

  std::string& text_;
  TableCells& cells_;
  OtherDocuments* others_;
  std::vector<Paragraph> paragraphs_;  ///< open ones: a text box stands inside a paragraph
  std::string joined_;                 ///< of a paragraph whose mark was deleted
  std::vector<Row> rows_;              ///< open ones
  std::vector<bool> fields_;           ///< open ones: whether what they show has begun
  std::size_t instructions_ = 0;       ///< of them whose instructions are open
  int left_out_depth_ = 0;
  bool in_paragraph_properties_ = false;
  bool in_row_properties_ = false;
  bool in_text_ = false;
  bool hidden_ = false;
  bool raised_ = false;
  bool in_power_ = false;   ///< of a formula
  bool in_symbol_ = false;  ///< the font
};

Result<std::string> OtherDocuments::text_of_document(std::string_view bytes,
                                                     const std::string& name) {
  const auto archive = ZipArchive::open(bytes, name);
  if (!archive) return tl::unexpected(archive.error());
  const auto package = relationships_of(*archive, "", name);
  if (!package) return tl::unexpected(package.error());
  std::string text;
  TableCells cells;
  BodyHandler handler(text, cells, nullptr);
  const std::string body = part_of_type(*package, "officeDocument");
  if (auto parsed = parse_part(*archive, body, name, handler); !parsed) {
    return tl::unexpected(parsed.error());
  }
  handler.finish();
  return text;
}

}  // namespace

Result<TextWithTables> read_docx(const ZipArchive& archive, const std::string& body,
                                 const std::string& file) {
  const auto relationships = relationships_of(archive, body, file);
  if (!relationships) return tl::unexpected(relationships.error());
  OtherDocuments others(archive, *relationships, file);
  std::string text;
  TableCells cells;
  std::vector<std::string> parts = {body};
  for (const std::string notes : {"footnotes", "endnotes"}) {
    const std::string part = part_of_type(*relationships, notes);
    parts.push_back(part.empty() ? "word/" + notes + ".xml" : part);
  }
  for (const std::string& part : parts) {
    if (part != body && !archive.has(part)) continue;
    BodyHandler handler(text, cells, part == body ? &others : nullptr);
    if (auto parsed = parse_part(archive, part, file, handler); !parsed) {
      return tl::unexpected(parsed.error());
    }
    handler.finish();
    if (!others.read()) return tl::unexpected(others.read().error());
  }
  for (const std::string& part : parts_of_type(*relationships, "diagramData")) {
    BodyHandler handler(text, cells, nullptr);
    if (auto parsed = parse_part(archive, part, file, handler); !parsed) {
      return tl::unexpected(parsed.error());
    }
  }
  if (auto read = read_charts(archive, *relationships, file, text); !read) {
    return tl::unexpected(read.error());
  }
  return TextWithTables{std::move(text), cells.take()};
}

}  // namespace duizhao::formats
