#include "duizhao/formats/glossary_tsv.h"

#include <algorithm>
#include <utility>

#include "duizhao/formats/glossary_table.h"
#include "duizhao/text/utf8.h"

namespace duizhao::formats {
namespace {

Error invalid_utf8(std::string_view bytes, std::size_t position, const std::string& file) {
  const std::string_view before = bytes.substr(0, position);
  const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  const std::size_t line_begin = before.rfind('\n') + 1;
  const std::size_t column = text::count_code_points(before.substr(line_begin)) + 1;
  return {
      ErrorCode::kMalformed, "this is not UTF-8; convert the file to UTF-8", {file, line, column}};
}

}  // namespace

Result<std::vector<TableRow>> read_tsv(std::string_view bytes, const std::string& file) {
  if (const auto position = text::first_invalid(bytes)) {
    return tl::unexpected<Error>(invalid_utf8(bytes, *position, file));
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::vector<TableRow> rows;
  for (std::size_t line = 1; !bytes.empty(); ++line) {
    const std::size_t end = bytes.find('\n');
    std::string_view text = bytes.substr(0, end);
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    if (text.ends_with('\r')) text.remove_suffix(1);
    TableRow row{line, {}};
    for (;;) {
      const std::size_t tab = text.find('\t');
      row.cells.emplace_back(text.substr(0, tab));
      if (tab == std::string_view::npos) break;
      text.remove_prefix(tab + 1);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<std::vector<TermEntry>> read_tsv_glossary(std::string_view bytes, const std::string& file) {
  auto rows = read_tsv(bytes, file);
  if (!rows) return tl::unexpected<Error>(rows.error());
  return entries_of_sheets(std::vector{Sheet{{}, std::move(*rows)}}, file);
}

void append_tsv_row(std::string& out, const std::vector<std::string>& cells) {
  for (std::size_t c = 0; c < cells.size(); ++c) {
    if (c > 0) out += '\t';
    for (const char letter : cells[c]) {
      out += letter == '\t' || letter == '\n' || letter == '\r' ? ' ' : letter;
    }
  }
  out += '\n';
}

}  // namespace duizhao::formats
