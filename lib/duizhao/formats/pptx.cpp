#include "duizhao/formats/pptx.h"

#include <utility>
#include <vector>

#include "duizhao/formats/charts.h"
#include "duizhao/formats/drawing.h"
#include "duizhao/formats/office.h"
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
      if (auto read = read_drawing(archive, one, file, text, cells); !read) {
        return tl::unexpected(read.error());
      }
    }
    if (auto read = read_charts(archive, *of_slide, file, text); !read) {
      return tl::unexpected(read.error());
    }
  }
  return TextWithTables{std::move(text), cells.take()};
}

}  // namespace duizhao::formats
