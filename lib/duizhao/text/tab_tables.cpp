#include "duizhao/text/tab_tables.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "duizhao/text/ascii.h"

namespace duizhao::text {
namespace {

using Row = std::vector<Span>;

Row row_of(std::string_view text, Span line) {
  Row cells;
  for (std::size_t begin = line.begin;;) {
    const std::size_t end = std::min(text.find('\t', begin), line.end);
    Span cell{begin, end};
    while (cell.begin < cell.end && text[cell.begin] == ' ') ++cell.begin;
    while (cell.end > cell.begin && text[cell.end - 1] == ' ') --cell.end;
    cells.push_back(cell);
    if (end == line.end) return cells;
    begin = end + 1;
  }
}

std::optional<unsigned long> page_number(std::string_view cell) {
  constexpr std::size_t kMostDigits = 4;
  if (cell.empty() || cell.size() > kMostDigits) return std::nullopt;
  unsigned long number = 0;
  for (const char c : cell) {
    if (!is_ascii_digit(c)) return std::nullopt;
    number = number * 10 + static_cast<unsigned long>(c - '0');
  }
  return number;
}

bool is_list_of_contents(std::string_view text, std::span<const Row> rows) {
  unsigned long page = 0;
  return std::ranges::all_of(rows, [&](const Row& row) {
    const auto number = page_number(row.back().in(text));
    const bool goes_on = number && *number >= page;
    page = number.value_or(0);
    return goes_on;
  });
}

}  // namespace

void find_tab_tables(Document& document) {
  if (!document.cells.empty()) return;
  const std::string_view text = document.text;
  std::uint32_t table = 0;
  std::vector<Row> rows;
  const auto finish = [&] {
    if (rows.size() > 1 && !is_list_of_contents(text, rows)) {
      const std::size_t columns = std::ranges::max(rows, {}, &Row::size).size();
      for (std::uint32_t r = 0; r < rows.size(); ++r) {
        // Editors take away the tabs behind the last text of a line.
        const Span end{rows[r].back().end, rows[r].back().end};
        for (std::uint32_t c = 0; c < columns; ++c) {
          document.cells.push_back({c < rows[r].size() ? rows[r][c] : end, table, r, c});
        }
      }
      ++table;
    }
    rows.clear();
  };
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::size_t next = end + 1;
    if (end > begin && text[end - 1] == '\r') --end;
    const std::size_t tab = text.find('\t', begin);
    if (tab == text.npos) break;
    if (tab < end) {
      rows.push_back(row_of(text, {begin, end}));
    } else {
      finish();
    }
    begin = next;
  }
  finish();
}

}  // namespace duizhao::text
