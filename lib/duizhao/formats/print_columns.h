#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace duizhao::formats {

/// The line, from 1, from which on a text runs in two columns side by side, as `pdftotext -layout`
/// leaves them: line by line, sentences of one column are cut off by those of the other. None where
/// it does not; a table of words and figures is no such thing.
[[nodiscard]] std::optional<std::size_t> columns_side_by_side(std::string_view text);

/// The line, from 1, of the first of several pairs of brackets that a line end alone fills:
/// `pdftotext` takes words in drawn fonts out of their lines, such as the Chinese names within
/// English, and sets them elsewhere, in another order. None where at most one is so. Where braces
/// are closed at the ends of lines before they are opened, the first such line.
///
///     Silverleaf Semiconductor Corp (              已還原 # 個檔案。}}
///     ), the second-largest maker                  {count, plural, other {
[[nodiscard]] std::optional<std::size_t> words_out_of_their_lines(std::string_view text);

}  // namespace duizhao::formats
