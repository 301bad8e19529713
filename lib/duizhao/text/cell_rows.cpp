#include "duizhao/text/cell_rows.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::text {
namespace {

/// A word that is a figure, whatever stands beside it: "2024年", "(11.8)%".
bool is_figure(std::string_view word) {
  std::size_t digits = 0;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = next_code_point(word, i);
    digits += c >= '0' && c <= '9' ? 1 : 0;
    letters += is_wide(c) || (c < 0x80 && is_ascii_letter(static_cast<char>(c))) ? 1 : 0;
  }
  return digits > 0 && letters <= digits;
}

class Rows {
 public:
  explicit Rows(const std::vector<CellLine>& cells) {
    for (const CellLine& cell : cells) {
      if (!rows_.empty() && cell.goes_on) {
        rows_.back().lines.push_back(cell.index);
      } else if (cell.begins_row || rows_.empty()) {
        rows_.push_back({{cell.index}, cell.figures, cell.names_column});
      } else {
        rows_.back().lines.push_back(cell.index);
        rows_.back().figures += cell.figures;
      }
    }
    give_back_cells();
    put_head_together();
  }

  /// The lines of each row that has several.
  [[nodiscard]] std::vector<std::vector<std::size_t>> found() const {
    std::vector<std::vector<std::size_t>> found;
    for (const Row& row : rows_) {
      if ((row.figures > 0 || row.is_head) && row.lines.size() > 1) found.push_back(row.lines);
    }
    return found;
  }

 private:
  struct Row {
    std::vector<std::size_t> lines;
    std::size_t figures = 0;
    bool names_column = false;
    bool is_head = false;
  };

  void give_back_cells() {
    const std::size_t columns = usual_figures();
    if (columns == 0) return;
    const auto last =
        std::find_if(rows_.rbegin(), rows_.rend(), [](const Row& row) { return row.figures > 0; });
    const auto end = static_cast<std::size_t>(rows_.rend() - last);
    for (std::size_t i = 0; i + 1 < end; ++i) {
      while (lacks(i, columns) && i + 1 < end && rows_[i + 1].figures == 0) {
        append(rows_[i + 1].lines, rows_[i].lines);
        ++rows_[i].figures;
        rows_[i + 1].lines = std::move(rows_[i].lines);
        rows_[i + 1].figures = rows_[i].figures;
        rows_[i] = {};
        ++i;
      }
    }
    for (std::size_t i = 1; i < rows_.size(); ++i) {
      if (!lacks(i, columns) || rows_[i - 1].figures > 0 || rows_[i - 1].lines.empty()) continue;
      append(rows_[i].lines, rows_[i - 1].lines);
      rows_[i].lines = std::move(rows_[i - 1].lines);
      ++rows_[i].figures;
      rows_[i - 1] = {};
    }
  }

  /// The names of the columns above the first row of figures.
  void put_head_together() {
    const auto first = std::ranges::find_if(rows_, [](const Row& row) { return row.figures > 0; });
    if (first == rows_.end()) return;
    const auto names = static_cast<std::ptrdiff_t>(first->figures) + 1;
    auto head = first;
    while (head != rows_.begin() && first - head < names && std::prev(head)->names_column) --head;
    if (first - head < 2) return;
    for (auto row = head + 1; row != first; ++row) {
      append(row->lines, head->lines);
      row->lines.clear();
    }
    head->is_head = true;
  }

  [[nodiscard]] bool lacks(std::size_t i, std::size_t columns) const {
    return rows_[i].figures > 0 && rows_[i].figures < columns;
  }

  static void append(const std::vector<std::size_t>& lines, std::vector<std::size_t>& to) {
    to.insert(to.end(), lines.begin(), lines.end());
  }

  /// How many figures most rows have; 0 where no two have as many.
  [[nodiscard]] std::size_t usual_figures() const {
    std::size_t usual = 0;
    std::ptrdiff_t most = 1;
    for (const Row& row : rows_) {
      const auto alike = std::ranges::count(rows_, row.figures, &Row::figures);
      if (row.figures == 0 || alike < most || (alike == most && row.figures < usual)) continue;
      if (alike < 2) continue;
      most = alike;
      usual = row.figures;
    }
    return usual;
  }

  std::vector<Row> rows_;
};

}  // namespace

CellLine cell_line(std::string_view content, std::size_t index) {
  CellLine cell{index};
  std::size_t words = 0;
  for (std::size_t begin = 0; begin < content.size(); ++words) {
    const std::size_t end = std::min(content.find(' ', begin), content.size());
    const bool figure = is_figure(content.substr(begin, end - begin));
    if (begin == 0) cell.begins_row = !figure;
    cell.figures += figure ? 1 : 0;
    begin = end + 1;
  }
  // "7 to 3,650 days" is one cell.
  if (!cell.begins_row && cell.figures < words) cell.figures = 1;
  cell.names_column = content.find_first_of("(:") == content.npos &&
                      content.find("：") == content.npos && content.find("（") == content.npos;
  return cell;
}

std::vector<std::vector<std::size_t>> rows_of_cells(const std::vector<CellLine>& cells) {
  return Rows(cells).found();
}

}  // namespace duizhao::text
