#include "duizhao/formats/read.h"

#include "duizhao/formats/docx.h"
#include "duizhao/formats/input.h"
#include "duizhao/formats/zip.h"
#include "duizhao/text/encoding.h"

namespace duizhao::formats {

Result<Document> read_document(const std::string& path, std::string_view encoding,
                               std::istream& standard_input) {
  auto input = Input::open(path, standard_input);
  if (!input) return tl::unexpected(input.error());
  const auto bytes = input->read_all();
  if (!bytes) return tl::unexpected(bytes.error());
  Document document;
  document.name = input->name();
  if (ZipArchive::recognises(*bytes)) {
    auto text = read_docx(*bytes, input->name());
    if (!text) return tl::unexpected(text.error());
    document.text = std::move(*text);
    document.encoding = "DOCX";
    return document;
  }
  auto decoded = text::decode(*bytes, encoding, input->name());
  if (!decoded) return tl::unexpected(decoded.error());
  document.text = std::move(decoded->text);
  document.encoding = std::move(decoded->encoding);
  return document;
}

}  // namespace duizhao::formats
