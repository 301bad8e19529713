#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/offset_map.h"

namespace duizhao::text {

/// What the line ends of a text mean.
enum class LineUse : std::uint8_t {
  kAuto,        ///< found out from the text
  kParagraphs,  ///< the end of a paragraph
  kWrapped,     ///< in the midst of a paragraph nothing, as in e-mail and in what pdftotext writes
};

/// "auto", "paragraphs", "wrapped"; none for another name.
[[nodiscard]] std::optional<LineUse> line_use_named(std::string_view name);

/// A text whose wrapped lines were joined, and the way back.
struct JoinedLines {
  std::string text;
  OffsetMap offsets;        ///< from `text` to the original
  std::size_t columns = 0;  ///< at which the lines are wrapped
};

/// Joins the lines of a text that was wrapped; none where its lines are paragraphs, as `use` says
/// or as it looks: a wrapped line is so long that the first word of the next one had no room on it.
///
/// Blank lines, headings, items of lists, table rows, indented first lines, code and lines that end
/// early, as those of verse, begin or end a paragraph still. Marks of quoting ("> ") between joined
/// lines go. Words broken by a hyphen are put together where the text has them so elsewhere, or
/// breaks many; a line end in Chinese, or inside a number, leaves no space.
///
///     Exports rose to US$\n3.7 billion in the sec-\nond quarter.   Exports rose to US$3.7 billion
///     …
[[nodiscard]] std::optional<JoinedLines> join_wrapped_lines(std::string_view text, LineUse use);

/// The same where something else tells, for each line, whether the next one goes on with it: the
/// print of a page.
[[nodiscard]] std::optional<JoinedLines> join_lines(std::string_view text,
                                                    const std::vector<bool>& go_on);

}  // namespace duizhao::text
