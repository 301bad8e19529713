#include "duizhao/formats/table_cells.h"

#include <algorithm>

namespace duizhao::formats {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

}  // namespace

void append(TextWithTables& whole, const TextWithTables& part) {
  const std::size_t offset = whole.text.size();
  std::uint32_t tables = 0;
  for (const TableCell& cell : whole.cells) tables = std::max(tables, cell.table + 1);
  whole.text += part.text;
  for (TableCell cell : part.cells) {
    cell.span = {cell.span.begin + offset, cell.span.end + offset};
    cell.table += tables;
    whole.cells.push_back(cell);
  }
}

void TableCells::begin_table() {
  if (!open_.empty()) open_.back().holds_table = true;
  open_.push_back({.number = tables_++});
}

void TableCells::begin_row() {
  if (open_.empty()) return;
  ++open_.back().rows;
  open_.back().column = 0;
}

void TableCells::begin_cell(std::string_view text) {
  if (open_.empty() || open_.back().rows == 0) return;
  Table& table = open_.back();
  table.cell_begin = text.size();
  table.cell_columns = 1;
  table.in_cell = true;
  table.holds_table = false;
}

void TableCells::widen_cell(std::size_t columns) {
  constexpr std::size_t kMostColumns = 1000;
  if (open_.empty()) return;
  open_.back().cell_columns =
      static_cast<std::uint32_t>(std::clamp<std::size_t>(columns, 1, kMostColumns));
}

void TableCells::end_cell(std::string_view text) {
  if (open_.empty() || !open_.back().in_cell) return;
  Table& table = open_.back();
  table.in_cell = false;
  Span span{std::min(table.cell_begin, text.size()), text.size()};
  while (span.begin < span.end && is_blank(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_blank(text[span.end - 1])) --span.end;
  if (table.holds_table) span.end = span.begin;
  cells_.push_back({span, table.number, table.rows - 1, table.column});
  table.column += table.cell_columns;
}

void TableCells::end_table() {
  if (!open_.empty()) open_.pop_back();
}

void TableCells::drop_from(std::size_t size) {
  std::erase_if(cells_, [&](const TableCell& cell) { return cell.span.begin >= size; });
}

}  // namespace duizhao::formats
