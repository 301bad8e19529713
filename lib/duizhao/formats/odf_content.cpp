#include "duizhao/formats/odf_content.h"

#include <charconv>

#include "duizhao/formats/zip.h"

namespace duizhao::formats {

Result<void> read_odf_content(std::string_view bytes, const std::string& file,
                              XmlHandler& handler) {
  const auto archive = ZipArchive::open(bytes, file);
  if (!archive) return tl::unexpected(archive.error());
  XmlParser parser(handler, file + ": content.xml", "");
  return archive->read("content.xml",
                       [&](std::string_view block) { return parser.parse(block, block.empty()); });
}

std::size_t repeats_of(const XmlElement& element, std::string_view attribute) {
  std::size_t count = 1;
  const std::string_view digits = element.attribute(attribute);
  std::from_chars(digits.data(), digits.data() + digits.size(), count);
  return count;
}

}  // namespace duizhao::formats
