#include "duizhao/model/model_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <bit>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace duizhao::model {
namespace {

static_assert(std::endian::native == std::endian::little, "model files are little-endian");

constexpr std::array<char, 8> kMagic = {'D', 'U', 'I', 'Z', 'H', 'A', 'O', '\n'};
constexpr std::uint32_t kVersion = 1;

struct Header {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t sections;
  std::uint64_t file_size;
  std::uint64_t directory_checksum;  ///< XXH3-64 of the directory
};

struct DirectoryEntry {
  std::array<char, 16> name;  ///< padded with NUL
  std::uint64_t offset;
  std::uint64_t size;
  std::uint64_t checksum;  ///< XXH3-64 of the section
};

static_assert(sizeof(Header) == 32 && sizeof(DirectoryEntry) == 40);

std::size_t padded(std::size_t size) { return (size + 7) / 8 * 8; }

Error cannot(const std::string& what, const std::string& path) {
  return {ErrorCode::kUnreadable, what + ": " + std::strerror(errno), {path}};
}

}  // namespace

struct ModelFile::Mapping {
  const std::byte* data = nullptr;
  std::size_t size = 0;
  std::span<const DirectoryEntry> directory;

  Mapping(const std::byte* bytes, std::size_t count) : data(bytes), size(count) {}
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() { munmap(const_cast<std::byte*>(data), size); }
};

ModelFile::ModelFile(std::string path, std::unique_ptr<Mapping> mapping)
    : path_(std::move(path)), mapping_(std::move(mapping)) {}
ModelFile::ModelFile(ModelFile&&) noexcept = default;
ModelFile& ModelFile::operator=(ModelFile&&) noexcept = default;
ModelFile::~ModelFile() = default;

Result<ModelFile> ModelFile::open(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return tl::unexpected(cannot("cannot open the model", path));
  struct stat status {};
  if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
    ::close(descriptor);
    return failure(ErrorCode::kUnreadable, "the model is not a regular file", {path});
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  const auto damaged = [&](const std::string& what) {
    return failure(ErrorCode::kMalformed,
                   what + "; fetch the model again or build it with `duizhao model train`", {path});
  };
  if (size < sizeof(Header)) {
    ::close(descriptor);
    return damaged("not a duizhao model: too short for its header");
  }
  void* const mapped = mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0);
  ::close(descriptor);
  if (mapped == MAP_FAILED) return tl::unexpected(cannot("cannot map the model", path));
  auto mapping = std::make_unique<Mapping>(static_cast<const std::byte*>(mapped), size);

  Header header{};
  std::memcpy(&header, mapping->data, sizeof header);
  if (header.magic != kMagic) return damaged("not a duizhao model");
  if (header.version != kVersion) {
    return failure(ErrorCode::kMalformed,
                   "model format " + std::to_string(header.version) + ", this program reads " +
                       std::to_string(kVersion),
                   {path});
  }
  if (header.file_size != size) {
    return damaged("the model is truncated: " + std::to_string(size) + " bytes of " +
                   std::to_string(header.file_size));
  }
  if (header.sections > (size - sizeof(Header)) / sizeof(DirectoryEntry)) {
    return damaged("the model is damaged: impossible directory");
  }
  const std::byte* const directory = mapping->data + sizeof(Header);
  const std::size_t directory_size = header.sections * sizeof(DirectoryEntry);
  if (XXH3_64bits(directory, directory_size) != header.directory_checksum) {
    return damaged("the model is damaged: its directory does not fit its checksum");
  }
  mapping->directory = {reinterpret_cast<const DirectoryEntry*>(directory), header.sections};
  for (const DirectoryEntry& entry : mapping->directory) {
    if (entry.offset % 8 != 0 || entry.offset > size || entry.size > size - entry.offset) {
      return damaged("the model is damaged: a section lies outside the file");
    }
    if (XXH3_64bits(mapping->data + entry.offset, entry.size) != entry.checksum) {
      return damaged(std::string("the model is damaged: section ") + entry.name.data() +
                     " does not fit its checksum");
    }
  }
  return ModelFile(path, std::move(mapping));
}

std::span<const std::byte> ModelFile::section(std::string_view name) const {
  for (const DirectoryEntry& entry : mapping_->directory) {
    if (name == entry.name.data()) return {mapping_->data + entry.offset, entry.size};
  }
  return {};
}

std::vector<std::pair<std::string, std::size_t>> ModelFile::sections() const {
  std::vector<std::pair<std::string, std::size_t>> list;
  for (const DirectoryEntry& entry : mapping_->directory) {
    list.emplace_back(entry.name.data(), entry.size);
  }
  return list;
}

Result<void> write_model_file(const std::string& path, std::span<const Section> sections) {
  std::vector<DirectoryEntry> directory;
  std::size_t offset = padded(sizeof(Header) + sections.size() * sizeof(DirectoryEntry));
  for (const Section& section : sections) {
    DirectoryEntry entry{};
    section.name.copy(entry.name.data(), entry.name.size() - 1);
    entry.offset = offset;
    entry.size = section.bytes.size();
    entry.checksum = XXH3_64bits(section.bytes.data(), section.bytes.size());
    directory.push_back(entry);
    offset += padded(section.bytes.size());
  }
  const std::size_t directory_size = directory.size() * sizeof(DirectoryEntry);
  const Header header{kMagic, kVersion, static_cast<std::uint32_t>(sections.size()), offset,
                      XXH3_64bits(directory.data(), directory_size)};

  const std::string unfinished = path + ".part";
  std::ofstream out(unfinished, std::ios::binary | std::ios::trunc);
  const auto pad = [&](std::size_t size) { out.write("\0\0\0\0\0\0\0", padded(size) - size); };
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  out.write(reinterpret_cast<const char*>(directory.data()),
            static_cast<std::streamsize>(directory_size));
  pad(sizeof header + directory_size);
  for (const Section& section : sections) {
    out.write(section.bytes.data(), static_cast<std::streamsize>(section.bytes.size()));
    pad(section.bytes.size());
  }
  out.close();
  if (!out || std::rename(unfinished.c_str(), path.c_str()) != 0) {
    const Error error = cannot("cannot write the model", path);
    std::remove(unfinished.c_str());
    return tl::unexpected(error);
  }
  return {};
}

}  // namespace duizhao::model
