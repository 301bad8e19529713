#pragma once

#include <cstddef>
#include <string_view>

namespace duizhao::text {

/// Number of insertions, deletions and replacements of bytes that turn one word into the other.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace duizhao::text
