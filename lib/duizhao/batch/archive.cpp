#include "duizhao/batch/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>

#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::batch {
namespace {

namespace fs = std::filesystem;

struct Close {
  void operator()(::archive* opened) const { ::archive_read_free(opened); }
};

/// The path of an entry, where it lies in the folder that is unpacked to; else empty.
std::string safe_path(const char* name) {
  if (name == nullptr) return {};
  const std::string text = name;
  if (text::first_invalid(text)) return {};
  const fs::path path = fs::path(text).lexically_normal();
  if (path.is_absolute() || path.empty() || *path.begin() == "..") return {};
  return path.string();
}

}  // namespace

bool is_archive_name(std::string_view path) {
  const std::string lower = text::ascii_lowered(path);
  constexpr auto kEndings = std::to_array<std::string_view>(
      {".zip", ".tar", ".tar.gz", ".tgz", ".tar.xz", ".txz", ".tar.zst", ".tar.bz2", ".7z"});
  return std::ranges::any_of(kEndings,
                             [&](std::string_view ending) { return lower.ends_with(ending); });
}

Result<std::vector<std::string>> unpack(const std::string& file, const std::string& folder,
                                        std::uint64_t most_bytes) {
  const std::unique_ptr<::archive, Close> opened(::archive_read_new());
  ::archive_read_support_filter_all(opened.get());
  ::archive_read_support_format_zip(opened.get());
  ::archive_read_support_format_tar(opened.get());
  ::archive_read_support_format_7zip(opened.get());
  const auto damaged = [&] {
    const char* why = ::archive_error_string(opened.get());
    return failure(ErrorCode::kMalformed,
                   fmt::format("can't be unpacked: {}", why != nullptr ? why : "damaged"), {file});
  };
  constexpr std::size_t kBlock = std::size_t{1} << 16U;
  if (::archive_read_open_filename(opened.get(), file.c_str(), kBlock) != ARCHIVE_OK) {
    return damaged();
  }
  std::vector<std::string> names;
  std::uint64_t bytes = 0;
  std::string block(kBlock, '\0');
  for (;;) {
    ::archive_entry* entry = nullptr;
    const int status = ::archive_read_next_header(opened.get(), &entry);
    if (status == ARCHIVE_EOF) break;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return damaged();
    const char* utf8 = ::archive_entry_pathname_utf8(entry);
    const std::string name = safe_path(utf8 != nullptr ? utf8 : ::archive_entry_pathname(entry));
    if (name.empty() || ::archive_entry_filetype(entry) != AE_IFREG) continue;
    const fs::path path = fs::path(folder) / name;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    std::ofstream out(path, std::ios::binary);
    for (;;) {
      const la_ssize_t read = ::archive_read_data(opened.get(), block.data(), block.size());
      if (read < 0) return damaged();
      if (read == 0) break;
      bytes += static_cast<std::uint64_t>(read);
      if (bytes > most_bytes) {
        return failure(ErrorCode::kMalformed,
                       fmt::format("unpacks to more than {} GB: unpack it and give the folder",
                                   most_bytes >> 30U),
                       {file});
      }
      out.write(block.data(), read);
    }
    if (!out.flush()) {
      return failure(ErrorCode::kUnreadable, "can't be unpacked: no room for what is in it",
                     {path.string()});
    }
    // The same time whenever it is unpacked, by which a run that is taken up again knows the file.
    out.close();
    const auto changed = std::chrono::system_clock::from_time_t(::archive_entry_mtime(entry));
    fs::last_write_time(path, std::chrono::file_clock::from_sys(changed), error);
    names.push_back(name);
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace duizhao::batch
