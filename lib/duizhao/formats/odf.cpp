#include "duizhao/formats/odf.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "duizhao/formats/descriptions.h"
#include "duizhao/formats/html.h"
#include "duizhao/formats/odf_content.h"
#include "duizhao/formats/superscript.h"
#include "duizhao/formats/zip.h"
#include "duizhao/text/utf8.h"

namespace duizhao::formats {
namespace {

constexpr std::size_t kMostSpaces = 64;

/// Elements whose whole content is no text of the document, or text that it hides. The number of a
/// heading stands there for programs that don't count themselves.
bool is_left_out(const XmlElement& element) {
  constexpr std::array<std::string_view, 7> kLeftOut = {
      "tracked-changes", "annotation", "ruby-text", "note-citation", "forms", "notes", "number"};
  if (std::ranges::find(kLeftOut, element.name()) != kLeftOut.end()) return true;
  return element.attribute("is-hidden") == "true" ||
         (element.name() == "section" && element.attribute("display") == "none");
}

/// What formulas show, by the folders of the archive in which they stand.
using Formulas = std::map<std::string, std::string, std::less<>>;

Result<Formulas> formulas_in(std::string_view bytes, const std::string& file) {
  constexpr std::string_view kContent = "/content.xml";
  constexpr std::size_t kHead = 1024;
  const auto archive = ZipArchive::open(bytes, file);
  if (!archive) return tl::unexpected(archive.error());
  Formulas formulas;
  for (const std::string& entry : archive->files()) {
    if (!entry.ends_with(kContent)) continue;
    const auto content = archive->read_whole(entry);
    if (!content) return tl::unexpected(content.error());
    if (content->substr(0, kHead).find("<math") == content->npos || text::first_invalid(*content)) {
      continue;
    }
    // A page may hold a formula, and nothing else is one here.
    auto shown = read_html(*content, file);
    if (!shown) return tl::unexpected(shown.error());
    while (shown->text.ends_with('\n')) shown->text.pop_back();
    formulas[entry.substr(0, entry.size() - kContent.size())] = std::move(shown->text);
  }
  return formulas;
}

class ContentHandler : public XmlHandler {
 public:
  explicit ContentHandler(Formulas formulas) : formulas_(std::move(formulas)) {}

  void start(const XmlElement& element) override {
    const std::string_view name = element.name();
    if (left_out_depth_ > 0) {
      ++left_out_depth_;
      return;
    }
    if (is_left_out(element) || (name == "span" && is_hidden(element))) {
      left_out_depth_ = 1;
    } else if ((name == "title" || name == "desc") &&
               element.name_space().find("svg") != std::string_view::npos) {
      said_.emplace();  // of a picture
    } else if (name == "style") {
      style_ = element.attribute("name");
    } else if (name == "text-properties") {
      if (element.attribute("text-position").starts_with("super")) raised_styles_.insert(style_);
      if (element.attribute("display") == "none") hidden_styles_.insert(style_);
    } else if (name == "table") {
      cells_.begin_table();
    } else if (name == "table-row") {
      cells_.begin_row();
    } else if (name == "table-cell" || name == "covered-table-cell") {
      cells_.begin_cell(text_);
      cells_.widen_cell(repeats_of(element, "number-columns-repeated"));
    } else if (name == "p" || name == "h") {
      paragraphs_.emplace_back();
      hidden_.push_back(is_hidden(element));
    } else if (name == "note-body") {
      in_note_ = true;
    } else if (name == "span") {
      raised_.push_back(raised_styles_.contains(std::string(element.attribute("style-name"))));
    } else if (name == "object") {
      add_object(element.attribute("href"));
    } else if (name == "s") {
      add(std::string(std::min(repeats_of(element, "c"), kMostSpaces), ' '));
    } else if (name == "tab") {
      add("\t");
    } else if (name == "line-break") {
      add("\n");
    }
  }

  void end(std::string_view name) override {
    if (left_out_depth_ > 0) {
      --left_out_depth_;
    } else if (said_ && (name == "title" || name == "desc")) {
      take_description();
    } else if ((name == "p" || name == "h") && !paragraphs_.empty()) {
      std::string& out = in_note_ ? notes_ : text_;
      out += paragraphs_.back();
      out += '\n';
      paragraphs_.pop_back();
      hidden_.pop_back();
      if (paragraphs_.empty()) out += std::exchange(descriptions_, {});
    } else if (name == "table-cell" || name == "covered-table-cell") {
      cells_.end_cell(text_);
    } else if (name == "table") {
      cells_.end_table();
    } else if (name == "note-body") {
      in_note_ = false;
    } else if (name == "span" && !raised_.empty()) {
      raised_.pop_back();
    }
  }

  void text(std::string_view text) override {
    if (left_out_depth_ > 0) return;
    if (said_) {
      *said_ += text;
      return;
    }
    const bool raised = std::ranges::find(raised_, true) != raised_.end();
    // Line ends in the file are no line ends of the text.
    std::string line(raised ? superscript(text) : std::string(text));
    std::ranges::replace(line, '\n', ' ');
    add(line);
  }

  [[nodiscard]] TextWithTables take() { return {std::move(text_) + notes_, cells_.take()}; }

 private:
  /// What a picture shows stands behind the paragraph that it stands in.
  void take_description() {
    const std::string description = picture_description(std::exchange(said_, {}).value_or(""));
    if (description.empty() || descriptions_.find(description + '\n') != descriptions_.npos) return;
    (paragraphs_.empty() ? text_ : descriptions_) += description + '\n';
  }

  /// "./Object 1", "Formula-0/"
  void add_object(std::string_view address) {
    if (address.starts_with("./")) address.remove_prefix(2);
    if (address.ends_with('/')) address.remove_suffix(1);
    const auto formula = formulas_.find(address);
    if (formula != formulas_.end()) add(formula->second);
  }

  void add(std::string_view text) {
    if (!paragraphs_.empty() && !hidden_.back()) paragraphs_.back() += text;
  }

  [[nodiscard]] bool is_hidden(const XmlElement& element) const {
    return hidden_styles_.contains(std::string(element.attribute("style-name")));
  }

  Formulas formulas_;
  std::string text_;
  std::string notes_;
  TableCells cells_;
  std::vector<std::string> paragraphs_;  ///< open ones: a frame stands inside a paragraph
  std::string descriptions_;             ///< of the pictures in them, a line each
  std::optional<std::string> said_;      ///< of the picture whose description is open
  std::vector<bool> hidden_;             ///< the same paragraphs: whether their style hides them
  std::vector<bool> raised_;             ///< of the open spans
  std::set<std::string> raised_styles_;
  std::set<std::string> hidden_styles_;
  std::string style_;  ///< that is being described
  int left_out_depth_ = 0;
  bool in_note_ = false;
};

}  // namespace

bool looks_like_odf(std::string_view bytes) {
  // A local header of 30 bytes, the name, the content, stored as it is.
  if (bytes.size() > 77 && bytes.substr(30, 8) == "mimetype" &&
      bytes.substr(38).starts_with("application/vnd.oasis.opendocument.")) {
    return true;
  }
  // One that was unpacked and packed again begins with anything.
  if (!ZipArchive::recognises(bytes)) return false;
  const auto archive = ZipArchive::open(bytes, "");
  return archive && archive->has("mimetype") && archive->has("content.xml");
}

Result<TextWithTables> read_odf(std::string_view bytes, const std::string& file) {
  auto formulas = formulas_in(bytes, file);
  if (!formulas) return tl::unexpected(formulas.error());
  ContentHandler handler(std::move(*formulas));
  if (auto read = read_odf_content(bytes, file, handler); !read) {
    return tl::unexpected(read.error());
  }
  return handler.take();
}

}  // namespace duizhao::formats
