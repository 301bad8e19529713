#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "duizhao/core/error.h"

namespace duizhao {

/// A file that grows and is forced to the disk where that is asked for. Not thread-safe.
class DurableFile {
 public:
  /// Opens or makes the file and keeps the first `keep` bytes of it. Fails where another process
  /// writes to it, or where it is shorter than that.
  [[nodiscard]] static Result<DurableFile> open(const std::string& path, std::uint64_t keep);

  DurableFile(DurableFile&& other) noexcept;
  DurableFile& operator=(DurableFile&& other) noexcept;
  ~DurableFile();

  /// Fails where the disk is full; how much of the bytes is in the file then, nobody knows.
  [[nodiscard]] Result<void> append(std::string_view bytes);
  /// Returns once everything is on the disk.
  [[nodiscard]] Result<void> sync();
  /// Puts the file in the place of the one at `path`, so that there is always a whole one, and goes
  /// on in it.
  [[nodiscard]] Result<void> move_to(const std::string& path);

  [[nodiscard]] std::uint64_t size() const { return size_; }

 private:
  DurableFile(std::string path, int descriptor, std::uint64_t size)
      : path_(std::move(path)), descriptor_(descriptor), size_(size) {}

  std::string path_;
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
};

/// The file that a path leads to, through symbolic links: they stay when it is replaced.
[[nodiscard]] std::string through_links(const std::string& path);
/// The permissions of the file at a path, or those that a new one gets.
[[nodiscard]] unsigned permissions_of(const std::string& path);

/// Writes a file beside its place and puts it there once it is on the disk. A file that was there
/// hands on its permissions; where writing fails, it is as it was.
[[nodiscard]] Result<void> replace_file(const std::string& path, std::string_view content);

}  // namespace duizhao
