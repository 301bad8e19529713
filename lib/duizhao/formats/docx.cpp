#include "duizhao/formats/docx.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "duizhao/formats/xml.h"
#include "duizhao/formats/zip.h"

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

/// Collects the paragraphs of one part of the document.
class BodyHandler : public XmlHandler {
 public:
  explicit BodyHandler(std::string& text) : text_(text) {}

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
      paragraphs_.push_back({std::exchange(joined_, {}), false});
    } else if (name == "tr") {
      rows_.push_back({text_.size(), false});
    } else if (name == "trPr") {
      in_row_properties_ = !rows_.empty();
    } else if (name == "pPr") {
      in_paragraph_properties_ = true;
    } else if (name == "r") {
      hidden_ = false;
    } else if (name == "vanish" && !in_paragraph_properties_) {
      hidden_ = is_on(element);
    } else if (name == "t") {
      in_text_ = true;
    } else if (name == "tab" && !in_paragraph_properties_) {
      add("\t");
    } else if (name == "br" || name == "cr") {
      const std::string_view type = element.attribute("type");
      if (type.empty() || type == "textWrapping") add("\n");
    } else if (name == "noBreakHyphen") {
      add("-");
    }
  }

  void end(std::string_view name) override {
    if (left_out_depth_ > 0) {
      --left_out_depth_;
    } else if (name == "p" && !paragraphs_.empty()) {
      Paragraph paragraph = std::move(paragraphs_.back());
      paragraphs_.pop_back();
      if (paragraph.joins_next) {
        joined_ = std::move(paragraph.text);
      } else {
        text_ += paragraph.text;
        text_ += '\n';
      }
    } else if (name == "tr" && !rows_.empty()) {
      if (rows_.back().deleted) text_.resize(rows_.back().text_begin);
      rows_.pop_back();
    } else if (name == "trPr") {
      in_row_properties_ = false;
    } else if (name == "pPr") {
      in_paragraph_properties_ = false;
    } else if (name == "t") {
      in_text_ = false;
    }
  }

  /// Adds what still waited for a paragraph to join.
  void finish() {
    if (!joined_.empty()) text_ += joined_ + '\n';
  }

  void text(std::string_view text) override {
    if (in_text_ && left_out_depth_ == 0) add(text);
  }

 private:
  struct Paragraph {
    std::string text;
    bool joins_next = false;
  };

  struct Row {
    std::size_t text_begin = 0;
    bool deleted = false;
  };

  void add(std::string_view text) {
    if (!hidden_ && !paragraphs_.empty()) paragraphs_.back().text += text;
  }

  std::string& text_;
  std::vector<Paragraph> paragraphs_;  ///< open ones: a text box stands inside a paragraph
  std::string joined_;                 ///< of a paragraph whose mark was deleted
  std::vector<Row> rows_;              ///< open ones
  int left_out_depth_ = 0;
  bool in_paragraph_properties_ = false;
  bool in_row_properties_ = false;
  bool in_text_ = false;
  bool hidden_ = false;
};

/// Finds the part of the archive that a relationship of some type leads to.
class RelationshipHandler : public XmlHandler {
 public:
  explicit RelationshipHandler(std::string_view type) : type_(type) {}

  void start(const XmlElement& element) override {
    if (target_.empty() && element.attribute("Type").ends_with(type_)) {
      target_ = element.attribute("Target");
    }
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  [[nodiscard]] const std::string& target() const { return target_; }

 private:
  std::string_view type_;
  std::string target_;
};

Result<void> parse_part(const ZipArchive& archive, const std::string& part, const std::string& file,
                        XmlHandler& handler) {
  XmlParser parser(handler, file + ": " + part, "");
  return archive.read(part,
                      [&](std::string_view block) { return parser.parse(block, block.empty()); });
}

/// The name of the main part, which is word/document.xml nearly always.
Result<std::string> main_part(const ZipArchive& archive, const std::string& file) {
  const std::string relationships = "_rels/.rels";
  RelationshipHandler handler("/officeDocument");
  if (archive.has(relationships)) {
    if (auto parsed = parse_part(archive, relationships, file, handler); !parsed) {
      return tl::unexpected(parsed.error());
    }
  }
  std::string part = handler.target();
  if (part.starts_with('/')) part.erase(0, 1);
  if (part.starts_with("word/") && archive.has(part)) return part;
  return failure(ErrorCode::kMalformed,
                 part.empty() ? "this ZIP archive is no Word document (.docx)"
                              : "this is an Office document, but no Word document (.docx)",
                 {file});
}

}  // namespace

Result<std::string> read_docx(std::string_view bytes, const std::string& file) {
  const auto archive = ZipArchive::open(bytes, file);
  if (!archive) return tl::unexpected(archive.error());
  const auto body = main_part(*archive, file);
  if (!body) return tl::unexpected(body.error());
  std::string text;
  for (const std::string& part :
       {*body, std::string("word/footnotes.xml"), std::string("word/endnotes.xml")}) {
    if (part != *body && !archive->has(part)) continue;
    BodyHandler handler(text);
    if (auto parsed = parse_part(*archive, part, file, handler); !parsed) {
      return tl::unexpected(parsed.error());
    }
    handler.finish();
  }
  return text;
}

}  // namespace duizhao::formats
