#include "duizhao/formats/office.h"

#include <vector>

namespace duizhao::formats {
namespace {

class RelationshipHandler : public XmlHandler {
 public:
  explicit RelationshipHandler(std::string folder) : folder_(std::move(folder)) {}

  void start(const XmlElement& element) override {
    if (element.name() != "Relationship" || element.attribute("TargetMode") == "External") return;
    const std::string_view type = element.attribute("Type");
    found_[std::string(element.attribute("Id"))] = {std::string(type.substr(type.rfind('/') + 1)),
                                                    part_at(folder_, element.attribute("Target"))};
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  [[nodiscard]] Relationships take() { return std::move(found_); }

 private:
  std::string folder_;
  Relationships found_;
};

}  // namespace

std::string part_at(const std::string& folder, std::string_view target) {
  std::string path =
      target.starts_with('/') ? std::string(target.substr(1)) : folder + std::string(target);
  for (std::size_t up = path.find("../"); up != path.npos; up = path.find("../")) {
    const std::size_t slash = up < 2 ? path.npos : path.rfind('/', up - 2);
    const std::size_t begin = slash == path.npos ? 0 : slash + 1;
    path.erase(begin, up + 3 - begin);
  }
  return path;
}

Result<Relationships> relationships_of(const ZipArchive& archive, const std::string& part,
                                       const std::string& file) {
  const std::size_t slash = part.rfind('/');
  const std::string folder = slash == part.npos ? std::string() : part.substr(0, slash + 1);
  const std::string entry = folder + "_rels/" + part.substr(folder.size()) + ".rels";
  if (!archive.has(entry)) return Relationships{};
  RelationshipHandler handler(folder);
  if (auto parsed = parse_part(archive, entry, file, handler); !parsed) {
    return tl::unexpected(parsed.error());
  }
  return handler.take();
}

std::string part_of_type(const Relationships& relationships, std::string_view type) {
  const std::vector<std::string> parts = parts_of_type(relationships, type);
  return parts.empty() ? std::string() : parts.front();
}

std::vector<std::string> parts_of_type(const Relationships& relationships, std::string_view type) {
  std::vector<std::string> parts;
  for (const auto& [id, relationship] : relationships) {
    if (relationship.type == type) parts.push_back(relationship.target);
  }
  return parts;
}

Result<void> parse_part(const ZipArchive& archive, const std::string& part, const std::string& file,
                        XmlHandler& handler) {
  XmlParser parser(handler, file + ": " + part, "");
  return archive.read(part,
                      [&](std::string_view block) { return parser.parse(block, block.empty()); });
}

}  // namespace duizhao::formats
