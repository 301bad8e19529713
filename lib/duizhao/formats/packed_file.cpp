#include "duizhao/formats/packed_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "duizhao/formats/zip.h"

namespace duizhao::formats {

Result<std::optional<PackedFile>> only_file_of(std::string_view bytes, const std::string& file) {
  constexpr std::size_t kNamed = 3;
  const auto archive = ZipArchive::open(bytes, file);
  if (!archive) return tl::unexpected(archive.error());
  if (archive->has("mimetype") || archive->has("_rels/.rels") ||
      archive->has("[Content_Types].xml") || archive->has("META-INF/container.xml")) {
    return std::nullopt;
  }
  if (archive->has("Index/Document.iwa") || archive->has("Index.zip")) {
    return failure(ErrorCode::kMalformed,
                   "this is a document of Pages, Numbers or Keynote: export it as .docx, .xlsx or "
                   ".pptx",
                   {file});
  }
  std::vector<std::string> files = archive->files();
  if (files.empty()) {
    return failure(ErrorCode::kMalformed, "this archive is empty", {file});
  }
  if (files.size() > 1) {
    const std::size_t count = files.size();
    if (count > kNamed) files.resize(kNamed);
    return failure(ErrorCode::kMalformed,
                   fmt::format("this archive holds {} files, it must be one: unpack it and give "
                               "them one by one ({}{})",
                               count, fmt::join(files, ", "), count > kNamed ? ", …" : ""),
                   {file});
  }
  auto content = archive->read_whole(files.front());
  if (!content) return tl::unexpected(content.error());
  return PackedFile{files.front(), std::move(*content)};
}

}  // namespace duizhao::formats
