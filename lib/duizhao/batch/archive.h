#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"

namespace duizhao::batch {

/// Whether a file is, by its name, an archive of files: ZIP, tar (packed or not), 7z.
[[nodiscard]] bool is_archive_name(std::string_view path);

/// Unpacks the files of an archive into a folder, with the folders in it (libarchive), and returns
/// their paths relative to it, sorted. What is no regular file, and what would lie outside the
/// folder, is left out. Fails on an archive that is damaged, encrypted, or unpacks to more than
/// `most_bytes`.
[[nodiscard]] Result<std::vector<std::string>> unpack(const std::string& archive,
                                                      const std::string& folder,
                                                      std::uint64_t most_bytes);

}  // namespace duizhao::batch
