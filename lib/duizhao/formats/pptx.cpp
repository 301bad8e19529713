#include "duizhao/formats/pptx.h"

#include <charconv>
#include <utility>
#include <vector>

#include "duizhao/formats/charts.h"
#include "duizhao/formats/descriptions.h"
#include "duizhao/formats/office.h"
#include "duizhao/formats/superscript.h"
#include "duizhao/formats/xml.h"

namespace duizhao::formats {
namespace {

/// The ids of the slides in the order of the presentation.
class OrderHandler : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    // sldId has an id of its own besides the relationship's, which comes in another namespace.
    if (element.name() == "sldId") ids_.emplace_back(element.attribute_in("relationships", "id"));
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}
  [[nodiscard]] const std::vector<std::string>& ids() const { return ids_; }

 private:
  std::vector<std::string> ids_;
};

class SlideHandler : public XmlHandler {
 public:
  SlideHandler(std::string& text, TableCells& cells) : text_(text), cells_(cells) {}

  void start(const XmlElement& element) override {
    const std::string_view name = element.name();
    if (name == "cNvPr") {
      const std::string description = picture_description(element.attribute("descr"));
      if (!description.empty()) text_ += description + '\n';
    }
    if (name == "tbl") cells_.begin_table();
    if (name == "tr") cells_.begin_row();
    if (name == "tc") begin_cell(element);
    if (name == "p") line_.clear();
    if (name == "rPr")
      raised_ =
          element.attribute("baseline").size() > 1 && element.attribute("baseline").front() != '-';
    if (name == "r") raised_ = false;
    // Fields are slide numbers and dates.
    if (name == "fld") in_field_ = true;
    if (name == "br") line_ += '\n';
    in_text_ = name == "t" && !in_field_;
  }
  void end(std::string_view name) override {
    in_text_ = false;
    if (name == "fld") in_field_ = false;
    if (name == "tc") cells_.end_cell(text_);
    if (name == "tbl") cells_.end_table();
    if (name != "p" || line_.empty()) return;
    text_ += line_;
    text_ += '\n';
    line_.clear();
  }
  void text(std::string_view text) override {
    if (in_text_) line_ += raised_ ? superscript(text) : std::string(text);
  }

 private:
  void begin_cell(const XmlElement& element) {
    cells_.begin_cell(text_);
    const std::string_view columns = element.attribute("gridSpan");
    std::size_t number = 1;
    std::from_chars(columns.data(), columns.data() + columns.size(), number);
    cells_.widen_cell(number);
  }

  std::string& text_;
  TableCells& cells_;
  std::string line_;
  bool in_text_ = false;
  bool in_field_ = false;
  bool raised_ = false;
};

}  // namespace

Result<TextWithTables> read_pptx(const ZipArchive& archive, const std::string& part,
                                 const std::string& file) {
  const auto relationships = relationships_of(archive, part, file);
  if (!relationships) return tl::unexpected(relationships.error());
  OrderHandler order;
  if (auto parsed = parse_part(archive, part, file, order); !parsed) {
    return tl::unexpected(parsed.error());
  }
  std::string text;
  TableCells cells;
  for (const std::string& id : order.ids()) {
    const auto slide = relationships->find(id);
    if (slide == relationships->end()) continue;
    std::vector<std::string> parts = {slide->second.target};
    const auto of_slide = relationships_of(archive, slide->second.target, file);
    if (!of_slide) return tl::unexpected(of_slide.error());
    for (const std::string_view type : {"diagramData", "notesSlide"}) {
      for (std::string& more : parts_of_type(*of_slide, type)) parts.push_back(std::move(more));
    }
    for (const std::string& one : parts) {
      SlideHandler handler(text, cells);
      if (auto parsed = parse_part(archive, one, file, handler); !parsed) {
        return tl::unexpected(parsed.error());
      }
    }
    if (auto read = read_charts(archive, *of_slide, file, text); !read) {
      return tl::unexpected(read.error());
    }
  }
  return TextWithTables{std::move(text), cells.take()};
}

}  // namespace duizhao::formats
