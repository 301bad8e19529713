#include "duizhao/formats/pptx.h"

#include <utility>
#include <vector>

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
  explicit SlideHandler(std::string& text) : text_(text) {}

  void start(const XmlElement& element) override {
    const std::string_view name = element.name();
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
    if (name != "p" || line_.empty()) return;
    text_ += line_;
    text_ += '\n';
    line_.clear();
  }
  void text(std::string_view text) override {
    if (in_text_) line_ += raised_ ? superscript(text) : std::string(text);
  }

 private:
  std::string& text_;
  std::string line_;
  bool in_text_ = false;
  bool in_field_ = false;
  bool raised_ = false;
};

}  // namespace

Result<std::string> read_pptx(const ZipArchive& archive, const std::string& part,
                              const std::string& file) {
  const auto relationships = relationships_of(archive, part, file);
  if (!relationships) return tl::unexpected(relationships.error());
  OrderHandler order;
  if (auto parsed = parse_part(archive, part, file, order); !parsed) {
    return tl::unexpected(parsed.error());
  }
  std::string text;
  for (const std::string& id : order.ids()) {
    const auto slide = relationships->find(id);
    if (slide == relationships->end()) continue;
    SlideHandler handler(text);
    if (auto parsed = parse_part(archive, slide->second.target, file, handler); !parsed) {
      return tl::unexpected(parsed.error());
    }
  }
  return text;
}

}  // namespace duizhao::formats
