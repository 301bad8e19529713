#include "duizhao/formats/document_reader.h"

#include <fmt/format.h>

#include "duizhao/formats/docx.h"
#include "duizhao/formats/input.h"
#include "duizhao/formats/plain_text.h"
#include "duizhao/formats/zip.h"
#include "duizhao/text/encoding.h"
#include "duizhao/text/foreign_language.h"

namespace duizhao::formats {
namespace {

Result<void> read_text(Document& document, std::string_view bytes, const DocumentOptions& options) {
  if (ZipArchive::recognises(bytes)) {
    auto text = read_docx(bytes, document.name);
    if (!text) return tl::unexpected(text.error());
    document.text = std::move(*text);
    document.encoding = "DOCX";
    return {};
  }
  auto decoded = text::decode(bytes, options.encoding, document.name);
  if (!decoded) return tl::unexpected(decoded.error());
  take_plain_text(document, std::move(decoded->text), options.lines);
  document.encoding = std::move(decoded->encoding);
  return {};
}

}  // namespace

Result<Document> read_document(const std::string& path, const DocumentOptions& options,
                               std::istream& standard_input) {
  auto input = Input::open(path, standard_input);
  if (!input) return tl::unexpected(input.error());
  const auto bytes = input->read_all();
  if (!bytes) return tl::unexpected(bytes.error());
  Document document;
  document.name = input->name();
  document.language = options.language;
  if (auto read = read_text(document, *bytes, options); !read) return tl::unexpected(read.error());
  if (options.language == Language::kUnknown) {
    if (const auto foreign = text::foreign_language(document.text)) {
      return failure(
          ErrorCode::kMalformed,
          fmt::format("this text is {}: one version must be Chinese and the other "
                      "English (--source-lang and --target-lang overrule what was found)",
                      *foreign),
          {document.name});
    }
  }
  return document;
}

}  // namespace duizhao::formats
