#include "duizhao/formats/epub.h"

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <vector>

#include "duizhao/formats/html.h"
#include "duizhao/formats/office.h"
#include "duizhao/formats/xml.h"
#include "duizhao/formats/zip.h"
#include "duizhao/text/encoding.h"

namespace duizhao::formats {
namespace {

class ContainerHandler : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    if (element.name() == "rootfile" && path_.empty()) path_ = element.attribute("full-path");
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// The name of a file that an address has, "c%201.xhtml": spaces and Chinese stand in it as bytes.
std::string unescaped(std::string_view address) {
  std::string name;
  for (std::size_t i = 0; i < address.size(); ++i) {
    unsigned int byte = 0;
    const char* const digits = address.data() + i + 1;
    const bool whole = address[i] == '%' && i + 2 < address.size() &&
                       std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2;
    name += whole ? static_cast<char>(byte) : address[i];
    if (whole) i += 2;
  }
  return name;
}

/// The files of the book and the order in which they are read.
class PackageHandler : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    if (element.name() == "item" && element.attribute("properties") != "nav") {
      files_[std::string(element.attribute("id"))] = element.attribute("href");
    }
    if (element.name() == "item" && element.attribute("media-type") == "text/css") {
      styles_.emplace_back(element.attribute("href"));
    }
    if (element.name() == "itemref" && element.attribute("linear") != "no") {
      order_.emplace_back(element.attribute("idref"));
    }
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  [[nodiscard]] const std::vector<std::string>& styles() const { return styles_; }

  [[nodiscard]] std::vector<std::string> chapters() const {
    std::vector<std::string> chapters;
    for (const std::string& id : order_) {
      if (const auto file = files_.find(id); file != files_.end()) chapters.push_back(file->second);
    }
    return chapters;
  }

 private:
  std::map<std::string, std::string> files_;
  std::vector<std::string> styles_;
  std::vector<std::string> order_;
};

}  // namespace

bool looks_like_epub(std::string_view bytes) {
  return bytes.size() > 58 && bytes.substr(30, 8) == "mimetype" &&
         bytes.substr(38).starts_with("application/epub+zip");
}

Result<TextWithTables> read_epub(std::string_view bytes, const std::string& file) {
  const auto archive = ZipArchive::open(bytes, file);
  if (!archive) return tl::unexpected(archive.error());
  ContainerHandler container;
  if (auto parsed = parse_part(*archive, "META-INF/container.xml", file, container); !parsed) {
    return tl::unexpected(parsed.error());
  }
  PackageHandler package;
  if (auto parsed = parse_part(*archive, container.path(), file, package); !parsed) {
    return tl::unexpected(parsed.error());
  }
  const std::size_t slash = container.path().rfind('/');
  const std::string folder =
      slash == std::string::npos ? std::string() : container.path().substr(0, slash + 1);
  // The name of a file may have spaces that its address has not.
  const auto part_of = [&](const std::string& address) {
    std::string part = part_at(folder, address);
    return archive->has(part) ? part : part_at(folder, unescaped(address));
  };
  StyleSheet styles;
  for (const std::string& sheet : package.styles()) {
    if (!archive->has(part_of(sheet))) continue;
    const auto css = archive->read_whole(part_of(sheet));
    if (!css) return tl::unexpected(css.error());
    styles.add(*css);
  }
  TextWithTables book;
  for (const std::string& chapter : package.chapters()) {
    const auto page = archive->read_whole(part_of(chapter));
    if (!page) return tl::unexpected(page.error());
    const std::string name = fmt::format("{}: {}", file, chapter);
    const auto decoded = text::decode(*page, "", name);
    if (!decoded) return tl::unexpected(decoded.error());
    auto shown = read_html(decoded->text, name, PageTitle::kLeftOut, styles);
    if (!shown) return shown;
    append(book, *shown);
  }
  return book;
}

}  // namespace duizhao::formats
