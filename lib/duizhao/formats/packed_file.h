#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "duizhao/core/error.h"

namespace duizhao::formats {

/// A file that was packed into a ZIP archive.
struct PackedFile {
  std::string name;  ///< with the folders that it stands in
  std::string bytes;
};

/// The only file of an archive; none where the archive is itself a document, as those of Office,
/// OpenDocument and books are. Fails, with the names of some, where it holds several, and on what
/// is damaged. `file` is for messages.
[[nodiscard]] Result<std::optional<PackedFile>> only_file_of(std::string_view bytes,
                                                             const std::string& file);

}  // namespace duizhao::formats
