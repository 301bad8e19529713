#include "duizhao/model/model_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
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

/// The name without its padding; entries of an opened file end in NUL.
std::string name_of(const DirectoryEntry& entry) { return entry.name.data(); }

bool all_zero(std::span<const std::byte> bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](std::byte b) { return b == std::byte{0}; });
}

/// Whether the content of a file has reached the disk: a name must never stand for half a file.
bool synced(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool done = ::fsync(descriptor) == 0 || errno == EINVAL;  // EINVAL: no such thing there
  ::close(descriptor);
  return done;
}

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

ModelFile::ModelFile(std::string path, std::shared_ptr<const Mapping> mapping)
    : path_(std::move(path)), mapping_(std::move(mapping)) {}

Result<ModelFile> ModelFile::open(const std::string& path) {
  // Not to wait for a writer where the path is a pipe.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
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
  auto mapping = std::make_shared<Mapping>(static_cast<const std::byte*>(mapped), size);

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
  // There is one way to lay out given sections: one after the other, padded with zeros. So every
  // byte of the file is vouched for, and none can hide between the sections.
  std::size_t end = sizeof(Header) + directory_size;
  for (const DirectoryEntry& entry : mapping->directory) {
    if (entry.name.back() != '\0') return damaged("the model is damaged: a section has no name");
    if (entry.offset != padded(end) || entry.offset > size || entry.size > size - entry.offset) {
      return damaged("the model is damaged: section " + name_of(entry) + " is out of place");
    }
    if (!all_zero({mapping->data + end, entry.offset - end})) {
      return damaged("the model is damaged before section " + name_of(entry));
    }
    if (XXH3_64bits(mapping->data + entry.offset, entry.size) != entry.checksum) {
      return damaged("the model is damaged: section " + name_of(entry) +
                     " does not fit its checksum");
    }
    end = entry.offset + entry.size;
  }
  if (padded(end) != size || !all_zero({mapping->data + end, size - end})) {
    return damaged("the model is damaged after its last section");
  }
  return ModelFile(path, std::move(mapping));
}

std::span<const std::byte> ModelFile::section(std::string_view name) const {
  for (const DirectoryEntry& entry : mapping_->directory) {
    if (name == name_of(entry)) return {mapping_->data + entry.offset, entry.size};
  }
  return {};
}

std::uint64_t ModelFile::checksum() const {
  Header header{};
  std::memcpy(&header, mapping_->data, sizeof header);
  return header.directory_checksum;
}

std::vector<std::pair<std::string, std::size_t>> ModelFile::sections() const {
  std::vector<std::pair<std::string, std::size_t>> list;
  for (const DirectoryEntry& entry : mapping_->directory) {
    list.emplace_back(name_of(entry), entry.size);
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
  if (!out || !synced(unfinished) || std::rename(unfinished.c_str(), path.c_str()) != 0) {
    const Error error = cannot("cannot write the model", path);
    std::remove(unfinished.c_str());
    return tl::unexpected(error);
  }
  return {};
}

}  // namespace duizhao::model
