#include "duizhao/formats/glossary_csv.h"

#include <algorithm>

namespace duizhao::formats {
namespace {

char separator_of(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  if (line.find('\t') != line.npos) return '\t';
  const auto commas = std::count(line.begin(), line.end(), ',');
  return std::count(line.begin(), line.end(), ';') > commas ? ';' : ',';
}

class CsvReader {
 public:
  CsvReader(std::string_view text, const std::string& file)
      : text_(text), file_(file), separator_(separator_of(text)) {}

  Result<std::vector<TableRow>> read() {
    std::vector<TableRow> rows;
    while (position_ < text_.size()) {
      TableRow row{line_, {}};
      do {
        auto cell = read_cell();
        if (!cell) return tl::unexpected<Error>(cell.error());
        row.cells.push_back(std::move(*cell));
      } while (accept(separator_));
      accept('\r');
      if (accept('\n')) ++line_;
      rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  bool accept(char c) {
    if (position_ == text_.size() || text_[position_] != c) return false;
    ++position_;
    return true;
  }

  bool at_cell_end() const {
    if (position_ == text_.size()) return true;
    const char c = text_[position_];
    return c == separator_ || c == '\n' || (c == '\r' && text_.substr(position_ + 1, 1) == "\n");
  }

  Result<std::string> read_cell() {
    if (accept('"')) return read_quoted();
    const std::size_t begin = position_;
    while (!at_cell_end()) ++position_;
    return std::string(text_.substr(begin, position_ - begin));
  }

  Result<std::string> read_quoted() {
    const std::size_t first_line = line_;
    std::string cell;
    while (position_ < text_.size()) {
      const char c = text_[position_++];
      if (c == '"' && !accept('"')) {
        if (at_cell_end()) return cell;
        return failure(ErrorCode::kMalformed,
                       "text after a closing quote; a quote inside a cell is written twice",
                       {file_, line_, 0});
      }
      line_ += c == '\n';
      cell.push_back(c);
    }
    return failure(ErrorCode::kMalformed, "a quote that is never closed", {file_, first_line, 0});
  }

  std::string_view text_;
  const std::string& file_;
  char separator_;
  std::size_t position_ = 0;
  std::size_t line_ = 1;
};

}  // namespace

Result<std::vector<TableRow>> read_csv(std::string_view text, const std::string& file) {
  return CsvReader(text, file).read();
}

bool is_quoted_tab_table(std::string_view start) {
  if (start.substr(0, start.find('\n')).find('\t') == start.npos) return false;
  bool escaped = false;  // a cell has what only quotes let it have
  for (std::size_t i = 0; i < start.size(); ++i) {
    const bool begins_cell = i == 0 || start[i - 1] == '\t' || start[i - 1] == '\n';
    if (start[i] != '"' || !begins_cell) continue;
    bool of_cell = false;
    for (++i; i < start.size(); ++i) {
      if (start[i] == '\t') return false;
      if (start[i] == '\n') of_cell = true;
      if (start[i] != '"') continue;
      if (start.substr(i + 1, 1) != "\"") break;
      of_cell = true;
      ++i;
    }
    if (i + 1 >= start.size()) break;  // cut off
    if (std::string_view("\t\r\n").find(start[i + 1]) == std::string_view::npos) return false;
    escaped |= of_cell;
  }
  return escaped;
}

void append_csv_row(std::string& out, const std::vector<std::string>& cells) {
  for (std::size_t c = 0; c < cells.size(); ++c) {
    if (c > 0) out += ',';
    const std::string& cell = cells[c];
    if (cell.find_first_of(",;\"\r\n") == std::string::npos) {
      out += cell;
      continue;
    }
    out += '"';
    for (const char letter : cell) {
      if (letter == '"') out += '"';
      out += letter;
    }
    out += '"';
  }
  out += "\r\n";
}

}  // namespace duizhao::formats
