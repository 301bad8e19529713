#include "duizhao/formats/packed_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <string_view>
#include <vector>

#include "duizhao/formats/zip.h"

namespace duizhao::formats {
namespace {

/// What an archive is that no reader here knows, by an entry that others don't have; and what to
/// do.
struct KnownArchive {
  const char* entry;
  std::string_view said;
};
constexpr std::array kNotRead = std::to_array<KnownArchive>({
    {"Index/Document.iwa",
     "a document of Pages, Numbers or Keynote: export it as .docx, .xlsx or .pptx"},
    {"Index.zip", "a document of Pages, Numbers or Keynote: export it as .docx, .xlsx or .pptx"},
    {"OFD.xml", "an OFD document: export it as PDF or save it as .docx"},
    {"designmap.xml", "a document of InDesign: export it as .docx, .html or PDF"},
});

bool is_protected(const ZipArchive& archive) {
  const auto holds = [&](const std::string& entry, std::string_view words) {
    if (!archive.has(entry)) return false;
    const auto content = archive.read_whole(entry);
    return content && content->find(words) != content->npos;
  };
  // Of a book, fonts alone may be scrambled.
  return holds("META-INF/manifest.xml", "encryption-data") ||
         holds("META-INF/encryption.xml", "html\"");
}

}  // namespace

Result<std::optional<PackedFile>> only_file_of(std::string_view bytes, const std::string& file) {
  constexpr std::size_t kNamed = 3;
  const auto archive = ZipArchive::open(bytes, file);
  if (!archive) return tl::unexpected(archive.error());
  for (const KnownArchive& known : kNotRead) {
    if (!archive->has(known.entry)) continue;
    return failure(ErrorCode::kMalformed, fmt::format("this is {}", known.said), {file});
  }
  if (is_protected(*archive)) {
    return failure(ErrorCode::kMalformed,
                   "this document is protected by a password or against copying: save it without "
                   "that",
                   {file});
  }
  if (archive->has("mimetype") || archive->has("_rels/.rels") ||
      archive->has("[Content_Types].xml") || archive->has("META-INF/container.xml")) {
    return std::nullopt;
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
