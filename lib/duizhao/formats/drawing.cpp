#include "duizhao/formats/drawing.h"

#include <charconv>

#include "duizhao/formats/descriptions.h"
#include "duizhao/formats/office.h"
#include "duizhao/formats/superscript.h"
#include "duizhao/formats/xml.h"

namespace duizhao::formats {
namespace {

class DrawingHandler : public XmlHandler {
 public:
  DrawingHandler(std::string& text, TableCells& cells) : text_(text), cells_(cells) {}

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

Result<void> read_drawing(const ZipArchive& archive, const std::string& part,
                          const std::string& file, std::string& text, TableCells& cells) {
  DrawingHandler handler(text, cells);
  return parse_part(archive, part, file, handler);
}

}  // namespace duizhao::formats
