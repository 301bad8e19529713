#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "duizhao/core/error.h"

namespace duizhao::formats {

/// Unpacks gzip, xz and zstd as they come, block by block (libarchive), in bounded memory.
class Decompression {
 public:
  /// Whether bytes begin as a file that one of these made does.
  [[nodiscard]] static bool recognises(std::string_view bytes);

  /// `read` gives the next packed bytes, which must stay valid until it is called again, and
  /// nothing at the end; `file` is for messages.
  Decompression(std::function<Result<std::string_view>()> read, std::string file);
  Decompression(Decompression&&) noexcept;
  Decompression& operator=(Decompression&&) noexcept;
  ~Decompression();

  /// The next bytes, at most `most`, into `block`; none at the end. Fails on a damaged file and on
  /// one that was cut off.
  [[nodiscard]] Result<void> next(std::string& block, std::size_t most);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace duizhao::formats
