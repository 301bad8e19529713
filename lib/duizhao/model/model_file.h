#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/core/error.h"

namespace duizhao::model {

/// A model file: named sections of bytes behind a header with checksums (models/FORMAT.md).
/// The file is mapped into memory and stays mapped as long as this object or a copy of it lives.
/// Immutable and safe to share between threads.
class ModelFile {
 public:
  /// Fails on a file that is missing, truncated, damaged (a checksum differs), of another format
  /// version, or no model at all.
  [[nodiscard]] static Result<ModelFile> open(const std::string& path);

  /// The bytes of a section, which start at a multiple of 8; empty where the file has none of that
  /// name.
  [[nodiscard]] std::span<const std::byte> section(std::string_view name) const;

  /// Names and sizes in bytes, in the order of the file.
  [[nodiscard]] std::vector<std::pair<std::string, std::size_t>> sections() const;

  /// XXH3-64 of the directory, which has the checksum of each section: tells models apart.
  [[nodiscard]] std::uint64_t checksum() const;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  struct Mapping;
  explicit ModelFile(std::string path, std::shared_ptr<const Mapping> mapping);
  std::string path_;
  std::shared_ptr<const Mapping> mapping_;
};

/// A section to be written; `name` has at most 15 bytes.
struct Section {
  std::string name;
  std::string bytes;
};

/// Writes a model file: first beside `path`, then renamed, so that a crash leaves the old one.
[[nodiscard]] Result<void> write_model_file(const std::string& path,
                                            std::span<const Section> sections);

}  // namespace duizhao::model
