#include "duizhao/formats/xml_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "duizhao/formats/html.h"
#include "duizhao/formats/xml.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/white_space.h"

namespace duizhao::formats {
namespace {

enum class Dialect : std::uint8_t { kDocBook, kDita, kJats, kTei, kSvg };

/// What an element is to a reader. All others stand within a line.
enum class Role : std::uint8_t {
  kInline,
  kBlock,    ///< a paragraph, a heading, an item: lines of its own
  kSection,  ///< what holds others
  kVerse,    ///< the same, and its line ends are meant
  kLeftOut,  ///< no text of the document
  kHeader,   ///< what is said about the document, of which paragraphs and titles are text
  kTable,
  kRow,
  kCell,
  kNote,     ///< a footnote
  kPicture,  ///< what a picture shows
  kRaised,
  kLowered,
  kQuoted,
  kBreak,
  kLine,  ///< a line of a label that is one text
  kMath,
};

template <std::size_t kSize>
bool is_one_of(std::string_view name, const std::array<std::string_view, kSize>& names) {
  return std::ranges::binary_search(names, name);
}

// The elements of DocBook 4 and 5, DITA 1.3, JATS 1.3 and TEI P5 that don't stand within a line:
// a name means the same in all of them but for what role_of says.
constexpr auto kBlocks = std::to_array<std::string_view>({"ab",
                                                          "article-title",
                                                          "attrib",
                                                          "attribution",
                                                          "bibliomixed",
                                                          "bridgehead",
                                                          "byline",
                                                          "caption",
                                                          "closer",
                                                          "cmd",
                                                          "context",
                                                          "dateline",
                                                          "dd",
                                                          "ddhd",
                                                          "desc",
                                                          "disp-formula",
                                                          "dt",
                                                          "dthd",
                                                          "glossdef",
                                                          "head",
                                                          "info",
                                                          "item",
                                                          "kwd",
                                                          "label",
                                                          "li",
                                                          "linktext",
                                                          "lq",
                                                          "member",
                                                          "mixed-citation",
                                                          "navtitle",
                                                          "note",
                                                          "opener",
                                                          "p",
                                                          "para",
                                                          "postreq",
                                                          "prereq",
                                                          "refname",
                                                          "refpurpose",
                                                          "result",
                                                          "salute",
                                                          "seg",
                                                          "segtitle",
                                                          "shortdesc",
                                                          "signed",
                                                          "simpara",
                                                          "sli",
                                                          "speaker",
                                                          "stepresult",
                                                          "stepxmp",
                                                          "subtitle",
                                                          "title",
                                                          "titlePart",
                                                          "titleabbrev",
                                                          "trailer",
                                                          "trans-title",
                                                          "tutorialinfo",
                                                          "verse-line"});
constexpr auto kSections = std::to_array<std::string_view>(
    {"abstract", "blockquote", "bodydiv", "def", "disp-quote", "div", "docTitle", "epigraph",
     "example", "fig", "figure", "formalpara", "legalnotice", "lg", "listitem", "section",
     "sectiondiv", "sp"});
constexpr auto kLeftOut = std::to_array<std::string_view>({"aff",
                                                           "article-categories",
                                                           "article-id",
                                                           "author",
                                                           "author-notes",
                                                           "authorgroup",
                                                           "availability",
                                                           "classsynopsis",
                                                           "cmdsynopsis",
                                                           "code-block",
                                                           "codeblock",
                                                           "collab",
                                                           "contrib-group",
                                                           "copyright",
                                                           "counts",
                                                           "custom-meta-group",
                                                           "data",
                                                           "date",
                                                           "draft-comment",
                                                           "edition",
                                                           "editor",
                                                           "eg",
                                                           "egXML",
                                                           "element-citation",
                                                           "encodingDesc",
                                                           "funcsynopsis",
                                                           "funding-group",
                                                           "fw",
                                                           "history",
                                                           "indexterm",
                                                           "journal-meta",
                                                           "keywordset",
                                                           "metadata",
                                                           "msgblock",
                                                           "othercredit",
                                                           "permissions",
                                                           "preformat",
                                                           "processing-meta",
                                                           "profileDesc",
                                                           "programlisting",
                                                           "prolog",
                                                           "pub-date",
                                                           "pubdate",
                                                           "publicationStmt",
                                                           "publisher",
                                                           "refmeta",
                                                           "related-article",
                                                           "releaseinfo",
                                                           "remark",
                                                           "required-cleanup",
                                                           "respStmt",
                                                           "revhistory",
                                                           "revisionDesc",
                                                           "screen",
                                                           "self-uri",
                                                           "sourceDesc",
                                                           "subjectset",
                                                           "synopsis",
                                                           "tex-math"});
constexpr auto kCells = std::to_array<std::string_view>(
    {"cell", "chdesc", "chdeschd", "choption", "choptionhd", "entry", "entrytbl", "propdesc",
     "propdeschd", "proptype", "proptypehd", "propvalue", "propvaluehd", "stentry", "td", "th"});
constexpr auto kRows = std::to_array<std::string_view>(
    {"chhead", "chrow", "property", "prophead", "row", "sthead", "strow", "tr"});
constexpr auto kTables = std::to_array<std::string_view>(
    {"choicetable", "informaltable", "properties", "simpletable", "table"});
static_assert(std::ranges::is_sorted(kBlocks) && std::ranges::is_sorted(kSections) &&
              std::ranges::is_sorted(kLeftOut) && std::ranges::is_sorted(kCells) &&
              std::ranges::is_sorted(kRows) && std::ranges::is_sorted(kTables));

Role role_in_drawing(const XmlElement& element) {
  const std::string_view name = element.name();
  if (name == "text" || name == "title" || name == "p" || name == "div") return Role::kBlock;
  if (name == "desc") return Role::kPicture;
  const bool placed = !element.attribute("x").empty() || !element.attribute("dy").empty();
  if (name == "tspan" && placed) return Role::kLine;
  const bool left_out = name == "style" || name == "script" || name == "metadata";
  return left_out ? Role::kLeftOut : Role::kInline;
}

/// Those of which the dialects, or the elements around them, think differently.
std::optional<Role> role_in_dialect(Dialect dialect, const XmlElement& element,
                                    std::string_view parent) {
  const std::string_view name = element.name();
  const bool tei = dialect == Dialect::kTei;
  if (name == "note" && tei) return Role::kNote;
  if (name == "title" && tei) return parent == "titleStmt" ? Role::kBlock : Role::kInline;
  if (name == "author" && tei) return parent == "titleStmt" ? Role::kLeftOut : Role::kInline;
  if ((name == "date" || name == "seg") && tei) return Role::kInline;
  if (name == "ab" && element.attribute("type").starts_with("code")) return Role::kLeftOut;
  if (name == "term" && dialect != Dialect::kDita && !tei) return Role::kBlock;
  if (name == "glossterm") return parent == "glossentry" ? Role::kBlock : Role::kInline;
  if (name == "label" && parent == "fn") return Role::kLeftOut;  // its mark
  if (name == "code" && dialect == Dialect::kJats) return Role::kLeftOut;
  if (name == "pre" && dialect == Dialect::kDita) return Role::kLeftOut;
  if (name == "xref" && element.attribute("ref-type").ends_with("fn")) return Role::kLeftOut;
  if (dialect == Dialect::kDocBook && name.ends_with("info")) return Role::kHeader;
  if (name == "bibl") return parent == "listBibl" ? Role::kBlock : Role::kInline;
  if (name == "hi" && tei) {
    const std::string_view drawn = element.attribute("rendition").empty()
                                       ? element.attribute("rend")
                                       : element.attribute("rendition");
    if (drawn.find("sup") != drawn.npos) return Role::kRaised;
    return drawn.find("sub") != drawn.npos ? Role::kLowered : Role::kInline;
  }
  return std::nullopt;
}

Role role_of(Dialect dialect, const XmlElement& element, std::string_view parent) {
  const std::string_view name = element.name();
  if (element.name_space().ends_with("MathML")) return Role::kMath;
  if (dialect == Dialect::kSvg) return role_in_drawing(element);
  if (const auto role = role_in_dialect(dialect, element, parent)) return *role;
  if (is_one_of(name, kBlocks)) return Role::kBlock;
  if (is_one_of(name, kSections)) return Role::kSection;
  if (is_one_of(name, kLeftOut)) return Role::kLeftOut;
  if (is_one_of(name, kCells)) return Role::kCell;
  if (is_one_of(name, kRows)) return Role::kRow;
  if (is_one_of(name, kTables)) return Role::kTable;
  if (name == "footnote" || name == "fn") return Role::kNote;
  if (name == "superscript" || name == "sup") return Role::kRaised;
  if (name == "subscript" || name == "sub") return Role::kLowered;
  if (name == "quote" || name == "q") return Role::kQuoted;
  if (name == "lb" || name == "break") return Role::kBreak;
  if (name == "literallayout" || name == "address" || name == "lines" || name == "l") {
    return Role::kVerse;
  }
  if (name == "front" || name == "article-meta" || name == "teiHeader") return Role::kHeader;
  if (name == "textobject" || name == "alt" || name == "alt-text" || name == "figDesc" ||
      name == "long-desc") {
    return Role::kPicture;
  }
  return Role::kInline;
}

/// The number at the end of the name of a column: 2 of "c2", "col2".
std::size_t number_of_column(std::string_view name) {
  std::size_t number = 0;
  const std::size_t digits = name.find_last_not_of("0123456789") + 1;
  std::from_chars(name.data() + digits, name.data() + name.size(), number);
  return number;
}

std::size_t columns_of(const XmlElement& cell) {
  const std::size_t first = number_of_column(cell.attribute("namest"));
  const std::size_t last = number_of_column(cell.attribute("nameend"));
  if (first > 0 && last > first) return last - first + 1;
  const std::string_view wide =
      cell.attribute("colspan").empty() ? cell.attribute("cols") : cell.attribute("colspan");
  return std::max<std::size_t>(1, number_of_column(wide));
}

/// Makes a page of a document.
class PageOfDocument : public XmlHandler {
 public:
  explicit PageOfDocument(Dialect dialect) : dialect_(dialect) {}

  void attach(XmlParser& parser) { parser_ = &parser; }

  void start(const XmlElement& element) override {
    const std::string_view parent = open_.empty() ? std::string_view() : open_.back().name;
    Element opened{std::string(element.name()), role_of(dialect_, element, parent)};
    if (element.name_space().ends_with("XInclude") && element.name() == "include" &&
        element.attribute("parse") != "text") {
      parser_->fail(
          "its parts stand in other files, which are not opened: give it as one file, as 'xmllint "
          "--xinclude' makes it");
    }
    if (left_out_ > 0) opened.role = Role::kLeftOut;
    // A quotation that is no part of a paragraph has paragraphs of its own.
    if (opened.role == Role::kQuoted && blocks_ == 0) opened.role = Role::kSection;
    if (!open_.empty()) join(open_.back());
    begin(opened, element);
    open_.push_back(std::move(opened));
  }

  void end(std::string_view /*name*/) override {
    const Element closed = std::move(open_.back());
    open_.pop_back();
    finish(closed);
    if (blocks_ == 0 && tables_ == 0) out() += std::exchange(notes_, {});
  }

  void text(std::string_view text) override {
    if (left_out_ > 0 || (headers_ > 0 && blocks_ == 0 && pictures_ == 0)) return;
    for (const char c : text) {
      if (c == '\n' && verses_ > 0 && pictures_ == 0) {
        out() += "<br>";
      } else {
        add(c);
      }
    }
  }

  bool entity(std::string_view name) override {
    const std::string written = fmt::format("&{};", name);
    const std::string meant = text_of_entity(written);
    if (meant == written) return false;
    text(meant);
    return true;
  }

  std::string take() { return "<body>" + std::move(pages_.front()) + "</body>"; }

 private:
  struct Element {
    std::string name;
    Role role = Role::kInline;
    std::size_t children = 0;
    bool has_rows = false;
  };

  std::string& out() { return pages_.back(); }

  void add(char c) {
    switch (c) {
      case '&':
        out() += "&amp;";
        break;
      case '<':
        out() += "&lt;";
        break;
      case '>':
        out() += "&gt;";
        break;
      case '"':
        out() += "&quot;";
        break;
      default:
        out() += c;
    }
  }

  /// Of what a picture shows only the words are of use.
  void tag(std::string_view tag) {
    if (pictures_ == 0) {
      out() += tag;
    } else if (!out().ends_with(' ')) {
      out() += ' ';
    }
  }

  /// Steps through menus, and keys that are pressed together.
  void join(Element& parent) {
    if (parent.children++ == 0 || left_out_ > 0) return;
    if (parent.name == "menuchoice" || parent.name == "menucascade") out() += " &gt; ";
    if (parent.name == "keycombo") out() += "+";
    if (parent.name == "citerefentry") out() += "(";
  }

  void begin(Element& opened, const XmlElement& element) {
    switch (opened.role) {
      case Role::kInline:
        break;
      case Role::kLine:
        tag(" ");
        break;
      case Role::kSection:
        tag("<div>");
        break;
      case Role::kVerse:
        ++verses_;
        [[fallthrough]];
      case Role::kBlock:
        ++blocks_;
        tag("<div>");
        break;
      case Role::kLeftOut:
        if (left_out_++ == 0 && blocks_ > 0 && is_block_of_code(opened.name)) tag("<div></div>");
        break;
      case Role::kHeader:
        ++headers_;
        break;
      case Role::kTable:
        ++tables_;
        break;
      case Role::kRow:
        begin_row();
        break;
      case Role::kCell:
        tag(fmt::format("<td colspan={}>", columns_of(element)));
        break;
      case Role::kNote:
        tag("");
        pages_.emplace_back("<div>");
        break;
      case Role::kPicture:
        ++pictures_;
        pages_.emplace_back();
        break;
      case Role::kRaised:
        tag("<sup>");
        break;
      case Role::kLowered:
        tag("<sub>");
        break;
      case Role::kQuoted:
        out() += quotes_++ % 2 == 0 ? "“" : "‘";
        break;
      case Role::kBreak:
        tag("<br>");
        break;
      case Role::kMath:
        tag("<" + opened.name + ">");
        break;
    }
  }

  void finish(const Element& closed) {
    switch (closed.role) {
      case Role::kInline:
        if (closed.name == "manvolnum" && left_out_ == 0 && in("citerefentry")) out() += ")";
        break;
      case Role::kLine:
        break;
      case Role::kSection:
        tag("</div>");
        break;
      case Role::kVerse:
        --verses_;
        [[fallthrough]];
      case Role::kBlock:
        --blocks_;
        tag("</div>");
        break;
      case Role::kLeftOut:
        --left_out_;
        break;
      case Role::kHeader:
        --headers_;
        break;
      case Role::kTable:
        --tables_;
        if (closed.has_rows) tag("</table>");
        break;
      case Role::kRow:
        tag("</tr>");
        break;
      case Role::kCell:
        tag("</td>");
        break;
      case Role::kNote:
        notes_ += take_page() + "</div>";
        break;
      case Role::kPicture:
        take_picture();
        break;
      case Role::kRaised:
        tag("</sup>");
        break;
      case Role::kLowered:
        tag("</sub>");
        break;
      case Role::kQuoted:
        out() += --quotes_ % 2 == 0 ? "”" : "’";
        break;
      case Role::kBreak:
        break;
      case Role::kMath:
        tag("</" + closed.name + ">");
        break;
    }
  }

  /// What of that which is left out stands between lines, not within one.
  static bool is_block_of_code(std::string_view name) {
    return name == "programlisting" || name == "screen" || name == "synopsis" || name == "code" ||
           name == "codeblock" || name == "preformat";
  }

  [[nodiscard]] bool in(std::string_view name) const {
    return !open_.empty() && open_.back().name == name;
  }

  /// The title of a table stands in it, above its rows.
  void begin_row() {
    const auto table = std::find_if(open_.rbegin(), open_.rend(), [](const Element& element) {
      return element.role == Role::kTable;
    });
    if (table != open_.rend() && !std::exchange(table->has_rows, true)) tag("<table>");
    tag("<tr>");
  }

  /// What a picture shows, but where its title, which stands before it, says so.
  void take_picture() {
    const std::string shown(text::trimmed(take_page()));
    constexpr std::size_t kNear = 200;
    const bool is_outermost = --pictures_ == 0;
    const std::size_t near = 2 * shown.size() + kNear;
    if (!is_outermost) {
      out() += shown;
    } else if (out().find(shown, out().size() - std::min(out().size(), near)) ==
               std::string::npos) {
      out() += "<img alt=\"" + shown + "\">";
    }
  }

  std::string take_page() {
    std::string page = std::move(pages_.back());
    pages_.pop_back();
    return page;
  }

  Dialect dialect_;
  XmlParser* parser_ = nullptr;
  std::vector<Element> open_;
  std::vector<std::string> pages_ = {{}};  ///< that of the document, of open notes and pictures
  std::string notes_;                      ///< that wait for the end of their paragraph
  std::size_t blocks_ = 0;                 ///< open elements of these roles
  std::size_t verses_ = 0;
  std::size_t left_out_ = 0;
  std::size_t headers_ = 0;
  std::size_t tables_ = 0;
  std::size_t pictures_ = 0;
  std::size_t quotes_ = 0;
};

/// The name of the first element; empty where there is none.
std::string_view root_of(std::string_view start) {
  for (std::size_t at = start.find('<'); at != start.npos; at = start.find('<', at + 1)) {
    const std::string_view rest = start.substr(at + 1);
    if (rest.starts_with("!--")) {
      at = start.find("-->", at);
      if (at == start.npos) break;
    } else if (!rest.empty() && (text::is_ascii_lower(rest[0]) || text::is_ascii_upper(rest[0]))) {
      const std::string_view name = rest.substr(0, rest.find_first_of(" \t\r\n/>"));
      return name.substr(name.find(':') + 1);  // all of it without a prefix
    }
  }
  return {};
}

std::optional<Dialect> dialect_of(std::string_view text) {
  constexpr std::size_t kStart = std::size_t{1} << 14U;
  const std::string_view start = text.substr(0, kStart);
  const std::size_t first = start.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (first == start.npos || start[first] != '<') return std::nullopt;
  const auto has = [&](std::string_view what) { return start.find(what) != start.npos; };
  const std::string_view root = root_of(start);
  // Stylesheets and schemas name what they are for.
  constexpr auto kOthers = std::to_array<std::string_view>(
      {"bookmap", "grammar", "html", "map", "schema", "stylesheet", "transform"});
  if (is_one_of(root, kOthers)) return std::nullopt;
  if (root == "svg") return Dialect::kSvg;
  if (has("http://docbook.org/ns/docbook\"") || has("http://docbook.org/ns/docbook'") ||
      has("//DTD DocBook") || has("//DTD Simplified Doc"))
    return Dialect::kDocBook;
  if (has("//DTD DITA") || has("http://dita.oasis-open.org/")) return Dialect::kDita;
  if (has("-//NLM//DTD") || has("//DTD JATS")) return Dialect::kJats;
  if (root == "TEI" || root == "TEI.2" || root == "teiCorpus") return Dialect::kTei;
  // Chapters of manuals often don't say what they are.
  constexpr auto kDocBook = std::to_array<std::string_view>(
      {"appendix", "article", "book", "chapter", "glossary", "part", "preface", "refentry",
       "reference", "sect1", "sect2", "section", "set"});
  constexpr auto kDita =
      std::to_array<std::string_view>({"concept", "dita", "reference", "task", "topic"});
  const bool titled = has("<title>") || has("<title ");
  if (is_one_of(root, kDocBook) && titled &&
      (has("<para>") || has("<para ") || has("<simpara>") || has("<xi:include"))) {
    return Dialect::kDocBook;
  }
  const bool body = has("<body>") || has("<conbody>") || has("<taskbody>") || has("<refbody>");
  if (is_one_of(root, kDita) && titled && body) return Dialect::kDita;
  if (root == "article" && has("<article-meta>")) return Dialect::kJats;
  return std::nullopt;
}

}  // namespace

bool looks_like_xml_document(std::string_view text) { return dialect_of(text).has_value(); }

Result<TextWithTables> read_xml_document(std::string_view utf8, const std::string& file) {
  const std::string_view root = root_of(utf8);
  const auto prologue = utf8.substr(
      0, root.empty() ? utf8.size() : static_cast<std::size_t>(root.data() - utf8.data()));
  if (prologue.find("<!ENTITY") != prologue.npos) {
    return failure(ErrorCode::kMalformed,
                   "it declares entities, which are not read: where they are known to be harmless, "
                   "'xmllint --noent' puts in what they stand for",
                   {file});
  }
  PageOfDocument handler(dialect_of(utf8).value_or(Dialect::kDocBook));
  XmlParser parser(handler, file, "UTF-8");
  handler.attach(parser);
  if (auto parsed = parser.parse(utf8, /*last=*/true); !parsed) {
    return tl::unexpected(parsed.error());
  }
  return read_html(handler.take(), file);
}

}  // namespace duizhao::formats
