#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"

namespace duizhao::formats {

/// An archive of these entries, names and contents, each stored as it is. The same entries give the
/// same bytes: no time stamps.
struct ZipEntry {
  std::string name;
  std::string content;
};
[[nodiscard]] std::string write_zip(const std::vector<ZipEntry>& entries);

/// An archive with another content of one entry; what the others hold is copied as it is. Fails on
/// what is no archive.
[[nodiscard]] Result<std::string> replace_in_zip(std::string_view bytes, const std::string& file,
                                                 const std::string& entry,
                                                 std::string_view content);

/// A ZIP archive in memory (libzip), such as an Office document is.
class ZipArchive {
 public:
  /// Entries that inflate to more than this are refused: the largest documents of the world stay
  /// far below, while a small archive can be made to inflate to terabytes.
  static constexpr std::size_t kMostInflated = std::size_t{512} << 20;

  /// Whether bytes start as an archive does.
  [[nodiscard]] static bool recognises(std::string_view bytes);

  /// `bytes` must outlive the archive. Fails on what is no archive, is damaged or cut off; `file`
  /// is for messages.
  [[nodiscard]] static Result<ZipArchive> open(std::string_view bytes, std::string file,
                                               std::size_t most_inflated = kMostInflated);

  ZipArchive(ZipArchive&&) noexcept;
  ZipArchive& operator=(ZipArchive&&) noexcept;
  ~ZipArchive();

  [[nodiscard]] bool has(const std::string& entry) const;
  /// The names of all entries that are files, in their order; what the Finder of macOS adds is
  /// none.
  [[nodiscard]] std::vector<std::string> files() const;

  /// Gives the inflated content of an entry to `take`, block by block, with an empty one at the
  /// end. Fails where there is no such entry, it is encrypted, damaged or too large, or `take`
  /// fails.
  [[nodiscard]] Result<void> read(
      const std::string& entry,
      const std::function<Result<void>(std::string_view block)>& take) const;
  /// The same of an entry in one piece.
  [[nodiscard]] Result<std::string> read_whole(const std::string& entry) const;

 private:
  struct Impl;
  explicit ZipArchive(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace duizhao::formats
