#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace duizhao::batch {

/// Whether a path has characters of patterns: * ? [ ].
[[nodiscard]] bool is_pattern(std::string_view path);

/// The files that a pattern names, sorted: `*`, `?` and `[…]` as in a shell, within a part of the
/// path; `**` for any number of folders. Names that begin with a dot are found only where the
/// pattern has the dot.
[[nodiscard]] std::vector<std::string> files_like(std::string_view pattern);

/// The files in a folder and the folders in it, sorted by their paths; without those whose names,
/// or whose folders' names, begin with a dot. Links to folders are not followed.
[[nodiscard]] std::vector<std::string> files_below(const std::string& folder);

}  // namespace duizhao::batch
