#include "duizhao/report/columns.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "duizhao/text/utf8.h"

namespace duizhao::report {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kEllipsis = "…";

bool is_unsafe(char32_t c) {
  const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
                         c == 0x200E || c == 0x200F || c == 0x61C;
  return direction || u_charType(static_cast<UChar32>(c)) == U_CONTROL_CHAR;
}

std::uint8_t width_of(char32_t c) {
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  const int32_t width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool is_one_of(const Cell& cell, std::string_view marks) {
  return marks.find(cell.bytes) != std::string_view::npos;
}

bool may_break_between(const Cell& before, const Cell& after) {
  if (before.bytes == " " || after.bytes == " ") return true;
  if (is_one_of(after, "。，、；：！？）》」』】”’…—·,.;:!?)]%")) return false;
  if (is_one_of(before, "（《「『【“‘([")) return false;
  return before.columns == 2 || after.columns == 2;
}

std::size_t columns_between(const std::vector<Cell>& cells, std::size_t begin, std::size_t end) {
  std::size_t columns = 0;
  for (std::size_t i = begin; i < end; ++i) columns += cells[i].columns;
  return columns;
}

}  // namespace

std::vector<Cell> cells_of(std::string_view text, Span part, const std::optional<Span>& mark) {
  std::vector<Cell> cells;
  for (std::size_t position = part.begin; position < part.end;) {
    const std::size_t begin = position;
    const char32_t c = text::next_code_point(text, position);
    const bool marked = mark && mark->begin <= begin && begin < mark->end;
    if (text::is_space(c)) {
      if (cells.empty() || cells.back().bytes != " ") {
        cells.push_back({" ", 1, marked});
      } else if (!marked) {
        cells.back().marked = false;
      }
    } else if (is_unsafe(c)) {
      cells.push_back({std::string(kReplacement), 1, marked});
    } else if (const std::uint8_t width = width_of(c); width > 0) {
      cells.push_back({std::string(text.substr(begin, position - begin)), width, marked});
    } else if (!cells.empty()) {
      cells.back().bytes += text.substr(begin, position - begin);
    }
  }
  return cells;
}

std::vector<Cell> cells_of(std::string_view text) { return cells_of(text, {0, text.size()}); }

std::size_t columns_of(const std::vector<Cell>& cells) {
  return columns_between(cells, 0, cells.size());
}

std::vector<std::vector<Cell>> wrap(const std::vector<Cell>& cells, std::size_t width) {
  std::vector<std::vector<Cell>> lines;
  for (std::size_t begin = 0; begin < cells.size();) {
    std::size_t end = begin;  // the first cell that does not fit
    std::size_t columns = 0;
    while (end < cells.size() && columns + cells[end].columns <= width) {
      columns += cells[end++].columns;
    }
    if (end == begin) ++end;
    std::size_t next = end;
    if (end < cells.size()) {
      while (next > begin + 1 && !may_break_between(cells[next - 1], cells[next])) --next;
      if (next == begin + 1) next = end;
    }
    std::size_t last = next;
    while (last > begin && cells[last - 1].bytes == " ") --last;
    lines.emplace_back(cells.begin() + static_cast<std::ptrdiff_t>(begin),
                       cells.begin() + static_cast<std::ptrdiff_t>(last));
    begin = next;
    while (begin < cells.size() && cells[begin].bytes == " ") ++begin;
  }
  return lines;
}

std::vector<Cell> excerpt(const std::vector<Cell>& cells, std::size_t width) {
  if (columns_of(cells) <= width) return cells;
  const auto marked = [](const Cell& cell) { return cell.marked; };
  const auto first = std::ranges::find_if(cells, marked);
  auto begin = static_cast<std::size_t>(first - cells.begin());
  auto end = begin;
  if (first == cells.end()) {
    begin = end = 0;
  } else {
    while (end < cells.size() && cells[end].marked) ++end;
  }
  // Two fifths of what is left go before the evidence, the rest after it; what one side does not
  // need goes to the other. An ellipsis takes a column on either side.
  const std::size_t room = width - 2 - std::min(width - 2, columns_between(cells, begin, end));
  const std::size_t after_all = columns_between(cells, end, cells.size());
  std::size_t before = std::max(room * 2 / 5, room - std::min(room, after_all));
  while (begin > 0 && cells[begin - 1].columns <= before) before -= cells[--begin].columns;
  std::size_t after = width - 2 - std::min(width - 2, columns_between(cells, begin, end));
  while (end < cells.size() && cells[end].columns <= after) after -= cells[end++].columns;

  // Not in the middle of a word, unless the word is long.
  constexpr std::size_t kLongWord = 16;
  for (std::size_t cut = begin; begin > 0 && cut < std::min(begin + kLongWord, end); ++cut) {
    if (cells[cut].marked) break;
    if (cut > 0 && may_break_between(cells[cut - 1], cells[cut])) {
      begin = cut;
      break;
    }
  }
  for (std::size_t cut = end; end < cells.size() && cut + kLongWord > end && cut > begin; --cut) {
    if (cells[cut - 1].marked) break;
    if (may_break_between(cells[cut - 1], cells[cut])) {
      end = cut;
      break;
    }
  }
  while (begin < end && begin > 0 && cells[begin].bytes == " ") ++begin;
  while (end > begin && end < cells.size() && cells[end - 1].bytes == " ") --end;

  std::vector<Cell> shown;
  const Cell ellipsis{std::string(kEllipsis), 1, false};
  if (begin > 0) shown.push_back(ellipsis);
  shown.insert(shown.end(), cells.begin() + static_cast<std::ptrdiff_t>(begin),
               cells.begin() + static_cast<std::ptrdiff_t>(end));
  if (end < cells.size()) shown.push_back(ellipsis);
  return shown;
}

}  // namespace duizhao::report
