#include "duizhao/formats/charts.h"

#include "duizhao/formats/xml.h"

namespace duizhao::formats {
namespace {

class ChartHandler : public XmlHandler {
 public:
  explicit ChartHandler(std::string& text) : text_(text) {}

  void start(const XmlElement& element) override {
    const std::string_view name = element.name();
    if (name == "strCache") in_names_ = true;
    in_text_ = name == "t" || (name == "v" && in_names_);
  }
  void end(std::string_view name) override {
    in_text_ = false;
    if (name == "strCache") in_names_ = false;
    if ((name != "p" && name != "v") || line_.empty()) return;
    text_ += line_ + '\n';
    line_.clear();
  }
  void text(std::string_view text) override {
    if (in_text_) line_ += text;
  }

 private:
  std::string& text_;
  std::string line_;
  bool in_names_ = false;  ///< of series or categories
  bool in_text_ = false;
};

}  // namespace

Result<void> read_charts(const ZipArchive& archive, const Relationships& relationships,
                         const std::string& file, std::string& text) {
  for (const std::string& part : parts_of_type(relationships, "chart")) {
    ChartHandler handler(text);
    if (auto parsed = parse_part(archive, part, file, handler); !parsed) return parsed;
  }
  return {};
}

}  // namespace duizhao::formats
