#include "duizhao/formats/zip.h"

#include <fmt/format.h>
#include <zip.h>

#include <array>
#include <utility>

namespace duizhao::formats {
namespace {

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

struct ZipArchive::Impl {
  std::unique_ptr<zip_t, Discard> archive;
  std::string file;
  std::size_t most_inflated = 0;

  [[nodiscard]] tl::unexpected<Error> error(std::string message) const {
    return failure(ErrorCode::kMalformed, std::move(message), {file});
  }
};

bool ZipArchive::recognises(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

Result<ZipArchive> ZipArchive::open(std::string_view bytes, std::string file,
                                    std::size_t most_inflated) {
  auto impl = std::make_unique<Impl>();
  impl->file = std::move(file);
  impl->most_inflated = most_inflated;
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source =
      zip_source_buffer_create(bytes.data(), bytes.size(), /*freep=*/0, &error);
  if (source != nullptr) {
    impl->archive.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (impl->archive == nullptr) zip_source_free(source);
  }
  const std::string reason = zip_error_strerror(&error);
  zip_error_fini(&error);
  if (impl->archive == nullptr) {
    return impl->error(
        fmt::format("this ZIP archive is damaged or cut off ({}): copy or save it anew", reason));
  }
  return ZipArchive(std::move(impl));
}

ZipArchive::ZipArchive(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

std::vector<std::string> ZipArchive::files() const {
  std::vector<std::string> names;
  const zip_int64_t count = zip_get_num_entries(impl_->archive.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* const name = zip_get_name(impl_->archive.get(), static_cast<zip_uint64_t>(i), 0);
    const std::string_view shown = name == nullptr ? "" : name;
    const std::string_view last = shown.substr(shown.rfind('/') + 1);  // npos + 1 is the begin
    const bool of_desktop = shown.starts_with("__MACOSX/") || last.starts_with('.') ||
                            last == "Thumbs.db" || last == "desktop.ini";
    if (last.empty() || of_desktop) continue;
    names.emplace_back(shown);
  }
  return names;
}

bool ZipArchive::has(const std::string& entry) const {
  return zip_name_locate(impl_->archive.get(), entry.c_str(), 0) >= 0;
}

Result<void> ZipArchive::read(
    const std::string& entry,
    const std::function<Result<void>(std::string_view block)>& take) const {
  zip_stat_t about;
  zip_stat_init(&about);
  if (zip_stat(impl_->archive.get(), entry.c_str(), 0, &about) != 0) {
    return impl_->error(fmt::format("the archive has no {}: save the document anew", entry));
  }
  if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE) {
    return impl_->error(fmt::format("{} is encrypted: save it without a password", entry));
  }
  const std::unique_ptr<zip_file_t, Discard> file(
      zip_fopen(impl_->archive.get(), entry.c_str(), 0));
  const auto damaged = [&] { return impl_->error(fmt::format("{} is damaged", entry)); };
  if (file == nullptr) return damaged();
  std::array<char, std::size_t{1} << 16> block{};
  std::size_t inflated = 0;
  for (;;) {
    const zip_int64_t length = zip_fread(file.get(), block.data(), block.size());
    if (length < 0) return damaged();
    inflated += static_cast<std::size_t>(length);
    if (inflated > impl_->most_inflated) {
      return impl_->error(fmt::format("{} inflates to more than {} MB, which no document does",
                                      entry, impl_->most_inflated >> 20));
    }
    if (auto taken = take({block.data(), static_cast<std::size_t>(length)}); !taken) return taken;
    if (length == 0) return {};
  }
}

Result<std::string> ZipArchive::read_whole(const std::string& entry) const {
  std::string content;
  const auto inflated = read(entry, [&](std::string_view block) -> Result<void> {
    content += block;
    return {};
  });
  if (!inflated) return tl::unexpected(inflated.error());
  return content;
}

namespace {

/// The bytes of an archive that was closed into memory.
std::string taken_from(zip_source_t* memory) {
  std::string bytes;
  zip_stat_t about;
  if (zip_source_stat(memory, &about) == 0 && zip_source_open(memory) == 0) {
    bytes.resize(static_cast<std::size_t>(about.size));
    zip_source_read(memory, bytes.data(), bytes.size());
    zip_source_close(memory);
  }
  zip_source_free(memory);
  return bytes;
}

}  // namespace

std::string write_zip(const std::vector<ZipEntry>& entries) {
  // Only exhausted memory can fail here: nothing is read, and nothing written but memory.
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const memory = zip_source_buffer_create(nullptr, 0, /*freep=*/0, &error);
  if (memory == nullptr) throw std::bad_alloc();
  zip_source_keep(memory);
  zip_t* const archive = zip_open_from_source(memory, ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::bad_alloc();
  for (const ZipEntry& entry : entries) {
    zip_source_t* const content =
        zip_source_buffer(archive, entry.content.data(), entry.content.size(), /*freep=*/0);
    const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), content, ZIP_FL_ENC_UTF_8);
    if (index < 0) throw std::bad_alloc();
    const auto number = static_cast<zip_uint64_t>(index);
    zip_set_file_compression(archive, number, ZIP_CM_STORE, 0);
    // 1 January 1980, the earliest date that the format can say.
    zip_file_set_dostime(archive, number, 0, 0x0021, 0);
  }
  if (zip_close(archive) != 0) throw std::bad_alloc();
  return taken_from(memory);
}

Result<std::string> replace_in_zip(std::string_view bytes, const std::string& file,
                                   const std::string& entry, std::string_view content) {
  const auto fail = [&](std::string why) {
    return failure(ErrorCode::kMalformed, std::move(why), {file});
  };
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const old = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_source_t* const memory = zip_source_buffer_create(nullptr, 0, 0, &error);
  if (old == nullptr || memory == nullptr) throw std::bad_alloc();
  const std::unique_ptr<zip_t, Discard> from(zip_open_from_source(old, ZIP_RDONLY, &error));
  if (from == nullptr) {
    zip_source_free(old);
    zip_source_free(memory);
    return fail("this archive is damaged");
  }
  zip_source_keep(memory);
  zip_t* const archive = zip_open_from_source(memory, ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::bad_alloc();
  // Whatever is compressed is copied as it is.
  const zip_int64_t count = zip_get_num_entries(from.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto number = static_cast<zip_uint64_t>(i);
    zip_stat_t about;
    if (zip_stat_index(from.get(), number, 0, &about) != 0) continue;
    const bool replaced = entry == about.name;
    zip_source_t* const part =
        replaced ? zip_source_buffer(archive, content.data(), content.size(), 0)
                 : zip_source_zip(archive, from.get(), number, ZIP_FL_COMPRESSED, 0, -1);
    const zip_int64_t added = zip_file_add(archive, about.name, part, ZIP_FL_ENC_GUESS);
    if (part == nullptr || added < 0) throw std::bad_alloc();
    const auto place = static_cast<zip_uint64_t>(added);
    zip_set_file_compression(archive, place, about.comp_method, 0);
    zip_file_set_mtime(archive, place, about.mtime, 0);
  }
  if (zip_close(archive) != 0) {
    const std::string why = zip_strerror(archive);
    zip_discard(archive);
    zip_source_free(memory);
    return fail("the archive can't be written: " + why);
  }
  return taken_from(memory);
}

}  // namespace duizhao::formats
