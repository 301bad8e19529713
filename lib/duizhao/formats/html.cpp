#include "duizhao/formats/html.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "duizhao/formats/descriptions.h"
#include "duizhao/formats/superscript.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"
#include "duizhao/text/white_space.h"

namespace duizhao::formats {
namespace {

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

/// Annotations of formulas say them again in another notation.
bool is_left_out(std::string_view name) {
  return is_one_of(name, {"script", "style", "template", "noscript", "svg", "iframe", "object",
                          "rt", "rp", "annotation", "annotation-xml"});
}

/// What was taken out of a text where something else was put in beside it; alone it is struck
/// through, as on a list of prices.
bool is_replaced(const xmlNode* node) {
  if (view(node->name) != "del") return false;
  constexpr int kMostBetween = 2;  // a blank, a comment
  const auto is_put_in = [](const xmlNode* other, xmlNode* xmlNode::*next) {
    for (int i = 0; i < kMostBetween && other != nullptr && other->type != XML_ELEMENT_NODE; ++i) {
      const bool blank =
          view(other->content).find_first_not_of(" \t\r\n") == std::string_view::npos;
      if (other->type == XML_TEXT_NODE && !blank) return false;
      other = other->*next;
    }
    return other != nullptr && other->type == XML_ELEMENT_NODE && view(other->name) == "ins";
  };
  return is_put_in(node->prev, &xmlNode::prev) || is_put_in(node->next, &xmlNode::next);
}

bool is_inline(std::string_view name) {
  return is_one_of(
      name, {"a",   "abbr", "acronym", "b",     "bdi",  "bdo",    "big",    "cite", "code", "data",
             "del", "dfn",  "em",      "font",  "i",    "ins",    "kbd",    "mark", "q",    "ruby",
             "rb",  "s",    "samp",    "small", "span", "strong", "strike", "sub",  "sup",  "time",
             "tt",  "u",    "var",     "wbr",   "img",  "label",  "input",  "nobr"});
}

/// Parts of formulas (MathML), which stand within a line.
bool is_math(std::string_view name) {
  return is_one_of(
      name,
      {"math",          "semantics", "mi",    "mn",    "mo",      "mtext",  "mspace",  "ms",
       "mrow",          "mfrac",     "msqrt", "mroot", "mstyle",  "merror", "mpadded", "mphantom",
       "mfenced",       "menclose",  "msub",  "msup",  "msubsup", "munder", "mover",   "munderover",
       "mmultiscripts", "mtable",    "mtr",   "mtd"});
}

/// Whether a part of a formula is the child with this number, from 0, of one with this name: the
/// power, or what a fraction is divided by.
bool is_child(const xmlNode* node, std::string_view parent, int number) {
  if (node->parent == nullptr || view(node->parent->name) != parent) return false;
  int before = 0;
  for (const xmlNode* child = node->prev; child != nullptr && before <= number;
       child = child->prev) {
    before += child->type == XML_ELEMENT_NODE ? 1 : 0;
  }
  return before == number;
}

bool is_power(const xmlNode* node) {
  return is_child(node, "msup", 1) || is_child(node, "msubsup", 2);
}

bool is_heading(std::string_view name) {
  return is_one_of(name, {"h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption"});
}

/// Whether a line that is broken by hand goes on: a heading is one whatever lines it stands on.
bool breaks_heading(const xmlNode* node) {
  if (view(node->name) != "br") return false;
  constexpr int kMostParents = 4;
  const xmlNode* above = node->parent;
  for (int i = 0; i < kMostParents && above != nullptr; ++i, above = above->parent) {
    if (is_heading(view(above->name))) return true;
  }
  return false;
}

std::string attribute(const xmlNode* node, const char* name) {
  const std::unique_ptr<xmlChar, decltype(xmlFree)> value(
      xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)), xmlFree);
  return std::string(view(value.get()));
}

bool is_hidden(const xmlNode* node) {
  if (node->properties == nullptr) return false;
  if (xmlHasProp(node, reinterpret_cast<const xmlChar*>("hidden")) != nullptr) return true;
  // A caption that only its picture's description repeats is shown all the same.
  if (attribute(node, "aria-hidden") == "true" && view(node->name) != "figcaption") return true;
  return hides(attribute(node, "style"));
}

/// Whether one of the classes of an element is among some.
bool has_class_of(const xmlNode* node, const std::set<std::string, std::less<>>& classes) {
  if (classes.empty() || node->properties == nullptr) return false;
  const std::string names = attribute(node, "class");
  for (std::size_t begin = 0; begin < names.size();) {
    const std::size_t end = std::min(names.find_first_of(" \t\r\n", begin), names.size());
    if (classes.contains(std::string_view(names).substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return false;
}

/// A choice between languages, each of which stands in its own: 繁體中文 on a page in simplified
/// Chinese.
bool chooses_language(const xmlNode* node) {
  if (view(node->name) != "select" || node->properties == nullptr) return false;
  for (const char* name : {"id", "name", "class", "aria-label"}) {
    const std::string said = text::ascii_lowered(attribute(node, name));
    if (said.find("lang") != said.npos || said.find("locale") != said.npos) return true;
  }
  return false;
}

/// The text of an element that has little of it; more than a few bytes otherwise.
std::string short_text(const xmlNode* element) {
  constexpr std::size_t kFew = 12;
  constexpr int kMostNodes = 16;
  std::string text;
  const xmlNode* node = element->children;
  for (int i = 0; i < kMostNodes && node != nullptr && node != element; ++i) {
    if (node->type == XML_TEXT_NODE) text += view(node->content).substr(0, kFew);
    if (node->children != nullptr) {
      node = node->children;
      continue;
    }
    while (node != element && node->next == nullptr) node = node->parent;
    if (node != element) node = node->next;
  }
  return node == element || node == nullptr ? text : std::string(kFew, '.');
}

/// "1", "[12]", "[a]", "*", "↑": what stands for a note.
bool is_mark_of_note(std::string_view text) {
  text = text::trimmed(text);
  if (text.starts_with('[') && text.ends_with(']')) text = text.substr(1, text.size() - 2);
  constexpr std::size_t kMostDigits = 3;
  if (!text.empty() && text.size() <= kMostDigits &&
      std::ranges::all_of(text, text::is_ascii_digit)) {
    return true;
  }
  return (text.size() == 1 && text::is_ascii_lower(text[0])) ||
         is_one_of(text, {"*", "**", "^", "†", "‡", "↑", "↩"});
}

/// A link to a note and back, whose mark is no figure of the text: "in 2023¹". One that says so, or
/// leads to a place of the page and is one itself, as Word's and Google's are.
bool leads_to_note(const xmlNode* node) {
  if (view(node->name) != "a" || node->properties == nullptr) return false;
  const std::string role = attribute(node, "role");
  const std::string type = attribute(node, "epub:type");
  const std::string kind = attribute(node, "class");
  if (role == "doc-noteref" || role == "doc-backlink" || type == "noteref" || type == "backlink" ||
      kind == "footnote-ref" || kind == "footnote-back" || kind.starts_with("sdfootnote") ||
      kind.starts_with("sdendnote")) {  // LibreOffice: sdfootnoteanc, sdendnotesym …
    return true;
  }
  const bool is_place = !attribute(node, "id").empty() || !attribute(node, "name").empty();
  return is_place && attribute(node, "href").starts_with('#') && is_mark_of_note(short_text(node));
}

/// What the attributes of an element show readers, as HTML lists those to be translated: what
/// stands for a picture or in an empty field, what a button or a description says. The title of
/// what shows text of its own is an aside, but for that of an abbreviation.
std::string shown_attribute(const xmlNode* node) {
  if (node->properties == nullptr) return {};
  const std::string_view name = view(node->name);
  std::string shown;
  if (is_one_of(name, {"img", "area"})) shown = attribute(node, "alt");
  if (name == "input") {
    const std::string type = text::ascii_lowered(attribute(node, "type"));
    if (type == "hidden") return {};
    const bool button = is_one_of(type, {"button", "submit", "reset"});
    shown = attribute(node, button ? "value" : type == "image" ? "alt" : "placeholder");
  }
  if (name == "textarea") shown = attribute(node, "placeholder");
  if (is_one_of(name, {"optgroup", "option"})) return attribute(node, "label");
  if (name == "meta") {
    const bool description = text::ascii_lowered(attribute(node, "name")) == "description";
    return description ? attribute(node, "content") : std::string();
  }
  const bool aside = node->children != nullptr && !is_one_of(name, {"abbr", "dfn", "select"});
  return shown.empty() && !aside ? attribute(node, "title") : shown;
}

bool contains_link(const xmlNode* node) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (child->type == XML_ELEMENT_NODE && view(child->name) == "a") return true;
  }
  return false;
}

/// Walks over the elements of a page in their order; nesting costs no stack.
class Walker {
 public:
  Walker(PageTitle title, StyleSheet styles) : title_(title), styles_(std::move(styles)) {}

  void walk(const xmlNode* root) {
    for (const xmlNode* node = root; node != nullptr;) {
      const bool inside = enter(node) && node->children != nullptr;
      if (inside) {
        node = node->children;
        continue;
      }
      leave(node);
      while (node != root && node->next == nullptr) {
        node = node->parent;
        if (node == nullptr) return;
        leave(node);
      }
      if (node == root) return;
      node = node->next;
    }
  }

  [[nodiscard]] TextWithTables take() {
    end_line();
    return {std::move(text_), cells_.take()};
  }

 private:
  /// Whether to go on into the children.
  bool enter(const xmlNode* node) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      add(view(node->content));
      return false;
    }
    if (node->type != XML_ELEMENT_NODE) return node->type == XML_HTML_DOCUMENT_NODE;
    const std::string_view name = view(node->name);
    if (leaves_out(node)) return false;
    if (name == "title" && title_ == PageTitle::kLeftOut) return false;
    // A raised link leads to a footnote; anything else raised is a power, or the th of 4th.
    if (name == "sup" && contains_link(node)) return false;
    if (breaks_heading(node)) {
      space_ = true;
      return false;
    }
    if (!is_within_line(name)) end_line();
    if (is_raised(node)) ++raised_;
    if (is_child(node, "mfrac", 1)) add("/");
    if (name == "table") cells_.begin_table();
    if (name == "tr") cells_.begin_row();
    if (name == "td" || name == "th") begin_cell(node);
    if (name != "meta" || title_ != PageTitle::kLeftOut) note_description(shown_attribute(node));
    if (name == "pre") ++preformatted_;
    return true;
  }

  void leave(const xmlNode* node) {
    if (node->type != XML_ELEMENT_NODE) return;
    const std::string_view name = view(node->name);
    if (leaves_out(node)) return;
    if (name == "sup" && contains_link(node)) return;
    if (breaks_heading(node)) return;
    if (is_raised(node)) --raised_;
    if (name == "pre") --preformatted_;
    if (!is_within_line(name)) end_line();
    if (name == "td" || name == "th") cells_.end_cell(text_);
    if (name == "table") cells_.end_table();
  }

  [[nodiscard]] bool leaves_out(const xmlNode* node) const {
    return is_left_out(view(node->name)) || is_replaced(node) || is_hidden(node) ||
           has_class_of(node, styles_.hiding) || leads_to_note(node) || chooses_language(node);
  }

  [[nodiscard]] bool is_raised(const xmlNode* node) const {
    const std::string_view name = view(node->name);
    if (name == "sup" || is_power(node)) return true;
    return node->properties != nullptr && is_inline(name) &&
           (raises(attribute(node, "style")) || has_class_of(node, styles_.raising));
  }

  static bool is_within_line(std::string_view name) { return is_inline(name) || is_math(name); }

  void begin_cell(const xmlNode* node) {
    cells_.begin_cell(text_);
    const std::string columns = node->properties != nullptr ? attribute(node, "colspan") : "";
    std::size_t number = 1;
    std::from_chars(columns.data(), columns.data() + columns.size(), number);
    cells_.widen_cell(number);
  }

  void add(std::string_view content) {
    const std::string raised = raised_ > 0 ? superscript(content) : std::string();
    if (raised_ > 0) content = raised;
    for (std::size_t i = 0; i < content.size(); ++i) {
      // Where a word may be broken, nothing is seen.
      if (const std::size_t unseen = length_of_break(content.substr(i)); unseen > 0) {
        i += unseen - 1;
        continue;
      }
      const char c = content[i];
      const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (c == '\n' && preformatted_ > 0) {
        end_line();
      } else if (space) {
        space_ = true;
      } else {
        if (space_ && !line_.empty()) line_ += space_before(c);
        space_ = false;
        line_ += c;
      }
    }
  }

  /// Length of a soft hyphen or of a space without width at the begin of a text; 0 where it has
  /// none.
  static std::size_t length_of_break(std::string_view text) {
    for (const std::string_view mark : {"\u00AD", "\u200B"}) {
      if (text.starts_with(mark)) return mark.size();
    }
    return 0;
  }

  /// The space before a character; a line end in the source between Chinese characters is none.
  std::string_view space_before(char next) const {
    std::size_t position = line_.size();
    const char32_t before = text::previous_code_point(line_, position);
    // E3 to E9 and EF lead the sequences of Han characters and their marks.
    const auto lead = static_cast<unsigned char>(next);
    const bool wide_next = (lead >= 0xE3 && lead <= 0xE9) || lead == 0xEF;
    return text::is_wide(before) && wide_next ? "" : " ";
  }

  /// What a picture shows stands behind the line that it stands in, as do hints and titles.
  void note_description(std::string_view said) {
    std::string description = picture_description(said);
    if (!description.empty()) descriptions_.push_back(std::move(description));
  }

  void end_line() {
    space_ = false;
    // A caption that repeats what its picture shows is there already.
    if (!line_.empty() && line_ != described_) {
      text_ += line_;
      text_ += '\n';
      described_.clear();
    }
    for (const std::string& description : std::exchange(descriptions_, {})) {
      if (description == line_) continue;
      text_ += description;
      text_ += '\n';
      described_ = description;
    }
    line_.clear();
  }

  PageTitle title_;
  StyleSheet styles_;
  std::string text_;
  TableCells cells_;
  std::string line_;
  std::vector<std::string> descriptions_;  ///< of the pictures and fields in the line
  std::string described_;                  ///< the one that was written last
  bool space_ = false;
  int raised_ = 0;
  int preformatted_ = 0;
};

/// What a page says of its own classes.
StyleSheet styles_in(std::string_view page) {
  StyleSheet styles;
  for (const std::string_view tag : {"<style", "<STYLE"}) {
    for (std::size_t at = page.find(tag); at != page.npos; at = page.find(tag, at + 1)) {
      const std::size_t open = std::min(page.find('>', at), page.size() - 1) + 1;
      const std::size_t end = std::min(page.find("</", open), page.size());
      styles.add(page.substr(open, end - open));
      at = end - 1;
    }
  }
  return styles;
}

}  // namespace

bool looks_like_html(std::string_view text) {
  const std::size_t first = text.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (first == text.npos || text[first] != '<') return false;
  const std::string start = text::ascii_lowered(text.substr(first, 2048));
  if (start.starts_with("<!doctype html") || start.starts_with("<html")) return true;
  if (start.starts_with("<?xml") || start.starts_with("<!--")) {
    return start.find("<html") != start.npos;
  }
  return is_one_of(start.substr(1, start.find_first_of(" >\n", 1) - 1),
                   {"head", "body", "div", "p", "h1", "h2", "table", "ul", "ol", "article", "main",
                    "section", "meta", "title"});
}

namespace {

/// A page without the conditions that Word puts between its tags, "<![if !supportLists]>", which
/// the reader would show.
std::string without_conditions(std::string_view page) {
  constexpr std::size_t kLongest = 100;
  std::string kept;
  std::size_t done = 0;
  for (std::size_t at = page.find("<!["); at != page.npos; at = page.find("<![", at + 1)) {
    const std::string_view rest = page.substr(at, kLongest);
    const std::size_t end = rest.find(']');
    const bool condition = rest.starts_with("<![if") || rest.starts_with("<![endif");
    if (!condition || end == rest.npos || rest.substr(end, 2) != "]>") continue;
    kept += page.substr(done, at - done);
    done = at + end + 2;
  }
  return kept.append(page.substr(done));
}

}  // namespace

Result<TextWithTables> read_html(std::string_view utf8, const std::string& file, PageTitle title,
                                 StyleSheet styles) {
  constexpr std::size_t kMost = std::size_t{1} << 30U;
  if (utf8.size() > kMost) {
    return failure(ErrorCode::kMalformed, "this page is larger than 1 GB: split it", {file});
  }
  const std::string shown = without_conditions(utf8);
  const std::unique_ptr<xmlDoc, FreeDocument> document(
      htmlReadMemory(shown.data(), static_cast<int>(shown.size()), nullptr, "UTF-8",
                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                         HTML_PARSE_NONET | HTML_PARSE_COMPACT));
  styles.raising.merge(styles_in(utf8).raising);
  Walker walker(title, std::move(styles));
  if (document != nullptr) walker.walk(reinterpret_cast<const xmlNode*>(document.get()));
  TextWithTables page = walker.take();
  if (const auto fault = text::first_invalid(page.text)) {
    page.text.resize(*fault);
    std::erase_if(page.cells, [&](const TableCell& cell) { return cell.span.end > *fault; });
  }
  return page;
}

std::string encoding_of_html(std::string_view bytes) {
  const std::string start = text::ascii_lowered(bytes.substr(0, 2048));
  std::size_t at = start.find("charset=");
  if (at == start.npos) return {};
  at += 8;
  while (at < start.size() && (start[at] == '"' || start[at] == '\'' || start[at] == ' ')) ++at;
  const std::size_t end = start.find_first_of("\"' />;\r\n", at);
  return end == start.npos ? std::string() : start.substr(at, end - at);
}

std::string text_of_entity(std::string_view entity) {
  std::string whole(entity);
  if (entity.size() < 3) return whole;
  const std::string name(entity.substr(1, entity.size() - 2));
  unsigned long code = 0;
  if (name.front() == '#') {
    const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const std::string_view digits = std::string_view(name).substr(hexadecimal ? 2 : 1);
    const auto read =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
    if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) return whole;
  } else if (const htmlEntityDesc* known =
                 htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()))) {
    code = known->value;
  }
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return whole;
  std::string text;
  text::append_code_point(text, static_cast<char32_t>(code));
  return text;
}

}  // namespace duizhao::formats
