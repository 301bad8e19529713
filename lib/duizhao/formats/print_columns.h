#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace duizhao::formats {

/// The line, from 1, from which on a text runs in two columns side by side, as `pdftotext -layout`
/// leaves them: line by line, sentences of one column are cut off by those of the other. None where
/// it does not; a table of words and figures is no such thing.
[[nodiscard]] std::optional<std::size_t> columns_side_by_side(std::string_view text);

}  // namespace duizhao::formats
