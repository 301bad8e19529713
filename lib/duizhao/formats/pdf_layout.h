#pragma once

#include <string>
#include <vector>

namespace duizhao::formats {

/// A word where a page has it; lengths in points, from the left and from above.
struct PrintedWord {
  std::string text;
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double size = 0;  ///< of its print; that of the text where a file does not say
  bool space_after = false;
  /// By a font whose characters are drawings (Type 3), as browsers print Chinese: its size and
  /// height are guessed.
  bool drawn = false;
};

/// A line of a page, or a row of a table, with tabs between its cells.
struct PrintedLine {
  std::string text;
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double size = 0;
  double first_width = 0;  ///< of what the line before would have needed room for
  bool is_row = false;
};

/// The lines of a page whose words come in reading order, column after column. Raised figures
/// become superscript characters (2023¹, 10⁷); what stands in several columns beside one another,
/// a few words each, is a table.
[[nodiscard]] std::vector<PrintedLine> printed_lines(std::vector<PrintedWord> words);

/// For each line of the pages, in their order, whether the next one goes on with its paragraph: it
/// has its print, no gap or indent stands between them, and its first word had no room.
[[nodiscard]] std::vector<bool> lines_that_go_on(
    const std::vector<std::vector<PrintedLine>>& pages);

}  // namespace duizhao::formats
