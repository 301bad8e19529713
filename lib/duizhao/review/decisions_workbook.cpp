#include "duizhao/review/decisions_workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <vector>

#include "duizhao/formats/glossary_xlsx.h"
#include "duizhao/formats/zip.h"
#include "duizhao/text/ascii.h"

namespace duizhao {
namespace {

/// Without white space around it, in small letters.
std::string folded(std::string_view cell) {
  const std::size_t begin = cell.find_first_not_of(" \t\r\n");
  if (begin == cell.npos) return {};
  return text::ascii_lowered(cell.substr(begin, cell.find_last_not_of(" \t\r\n") - begin + 1));
}

bool is_one_of(const std::string& text, std::initializer_list<std::string_view> all) {
  return std::ranges::find(all, text) != all.end();
}

struct Columns {
  std::optional<std::size_t> decision;
  std::optional<std::size_t> reason;
  std::optional<std::size_t> rule;
  std::optional<std::size_t> key;
};

/// What a header calls these columns.
Columns columns_of(const std::vector<std::string>& header) {
  Columns columns;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::string name = folded(header[i]);
    if (is_one_of(name, {"decision", "决定"})) columns.decision = i;
    if (is_one_of(name, {"reason", "理由"})) columns.reason = i;
    if (is_one_of(name, {"code", "代码"})) columns.rule = i;
    if (is_one_of(name, {"key", "编号"})) columns.key = i;
  }
  return columns;
}

Result<void> take_row(const formats::TableRow& row, const Columns& columns, Suppressions& taken,
                      const std::string& file) {
  const auto cell = [&](const std::optional<std::size_t>& column) {
    return column && *column < row.cells.size() ? row.cells[*column] : std::string();
  };
  const std::string decision = folded(cell(columns.decision));
  if (is_one_of(decision, {"", "fixed", "question", "已改", "疑问"})) return {};
  if (!is_one_of(decision, {"no error", "不是错误"})) {
    return failure(ErrorCode::kMalformed,
                   fmt::format("'{}' is no decision; it is one of: no error, fixed, question, "
                               "不是错误, 已改, 疑问",
                               decision),
                   {file, row.line, 0});
  }
  const auto key = key_in(folded(cell(columns.key)));
  if (!key) {
    return failure(ErrorCode::kMalformed, "the key of this row is not the 16 digits of a finding's",
                   {file, row.line, 0});
  }
  const std::string code = cell(columns.rule);
  taken.add({*key, code.substr(0, code.find('/')), {}, cell(columns.reason), {}});
  return {};
}

}  // namespace

bool is_workbook(std::string_view bytes) { return formats::ZipArchive::recognises(bytes); }

Result<Suppressions> suppressions_in_workbook(std::string_view bytes, const std::string& file) {
  const auto sheets = formats::read_xlsx(bytes, file);
  if (!sheets) return tl::unexpected(sheets.error());
  Suppressions taken;
  bool any = false;
  for (const formats::Sheet& sheet : *sheets) {
    if (sheet.rows.empty()) continue;
    const Columns columns = columns_of(sheet.rows.front().cells);
    if (!columns.decision || !columns.key) continue;
    any = true;
    for (std::size_t r = 1; r < sheet.rows.size(); ++r) {
      if (auto took = take_row(sheet.rows[r], columns, taken, file); !took) {
        return tl::unexpected(took.error());
      }
    }
  }
  if (!any) {
    return failure(ErrorCode::kMalformed,
                   "no sheet of this workbook has the columns Decision and Key: it is not one that "
                   "check --format xlsx wrote",
                   {file});
  }
  return taken;
}

}  // namespace duizhao
