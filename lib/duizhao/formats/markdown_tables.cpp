#include "duizhao/formats/markdown_tables.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "duizhao/text/white_space.h"

namespace duizhao::formats {
namespace {

/// "|---|:--:|", "--- | ---".
bool is_rule(std::string_view line) {
  return line.find("--") != line.npos && line.find('|') != line.npos &&
         line.find_first_not_of("|-: \t") == line.npos;
}

/// A cell without the marks around all of it: **x**, `x`.
std::string_view without_marks(std::string_view cell) {
  for (const std::string_view mark : {"**", "__", "`", "*", "_"}) {
    const bool marked =
        cell.size() > 2 * mark.size() && cell.starts_with(mark) && cell.ends_with(mark);
    if (marked) cell = cell.substr(mark.size(), cell.size() - 2 * mark.size());
  }
  return cell;
}

std::vector<std::string> cells_of(std::string_view line) {
  if (line.starts_with('|')) line.remove_prefix(1);
  std::vector<std::string> cells(1);
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\\' && line.substr(at + 1).starts_with('|')) {
      cells.back() += line[++at];
    } else if (line[at] == '|') {
      cells.emplace_back();
    } else {
      cells.back() += line[at];
    }
  }
  if (line.ends_with('|') && !line.ends_with("\\|")) cells.pop_back();
  for (std::string& cell : cells) cell = std::string(without_marks(text::trimmed(cell)));
  return cells;
}

}  // namespace

std::vector<Sheet> read_markdown_tables(std::string_view text) {
  std::vector<Sheet> tables;
  TableRow before;  // the line before, which a rule beneath it makes a head
  bool inside = false;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text::trimmed(text.substr(begin, end - begin));
    begin = end + 1;
    ++number;
    if (is_rule(line) && !before.cells.empty()) {
      tables.push_back({{}, {std::exchange(before, {})}});
      inside = true;
      continue;
    }
    inside = inside && line.find('|') != line.npos;
    before = {number, {}};
    if (line.find('|') != line.npos) before.cells = cells_of(line);
    if (inside) tables.back().rows.push_back(std::exchange(before, {}));
  }
  return tables;
}

}  // namespace duizhao::formats
