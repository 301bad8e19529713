#include "duizhao/formats/workbook_pairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "duizhao/formats/glossary_xlsx.h"
#include "duizhao/formats/table_pairs.h"
#include "duizhao/formats/xml.h"
#include "duizhao/formats/xml_text.h"
#include "duizhao/formats/zip.h"

namespace duizhao::formats {
namespace {

constexpr std::string_view kLineEnd = "\u2028";
constexpr std::string_view kTab = "\u2409";

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

std::string in_a_line(std::string cell) {
  for (const std::string_view end : {"\r\n", "\n", "\r"}) {
    cell = replaced(std::move(cell), end, kLineEnd);
  }
  return replaced(std::move(cell), "\t", kTab);
}

std::string in_a_cell(std::string line) {
  return replaced(replaced(std::move(line), kLineEnd, "\n"), kTab, "\t");
}

/// The sheet that holds the pairs.
struct PairSheet {
  std::size_t number = 0;
  std::vector<TableRow> rows;
  PairTable table;
};

Result<PairSheet> pair_sheet(std::string_view bytes, const BilingualOptions& options,
                             const std::string& file) {
  auto sheets = read_xlsx(bytes, file);
  if (!sheets) return tl::unexpected(sheets.error());
  Error first;
  for (std::size_t i = 0; i < sheets->size(); ++i) {
    auto table = find_pairs((*sheets)[i].rows, options, file);
    if (table) return PairSheet{i, std::move((*sheets)[i].rows), std::move(*table)};
    if (i == 0) first = table.error();
  }
  return tl::unexpected(std::move(first));
}

/// Targets by row, from 1, of a text of text_of_workbook().
std::map<std::size_t, std::string> targets_in(std::string_view text) {
  std::map<std::size_t, std::string> targets;
  for (std::size_t row = 1; !text.empty(); ++row) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const std::size_t begin = line.find('\t');
    if (begin == std::string_view::npos) continue;
    targets.emplace(row, line.substr(begin + 1, line.find('\t', begin + 1) - begin - 1));
  }
  return targets;
}

std::size_t number_in(std::string_view digits) {
  std::size_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

/// "C12" is column 2.
std::size_t column_in(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
  }
  return column - 1;
}

std::string name_of_column(std::size_t column) {
  std::string letters;
  for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
  }
  return letters;
}

/// Where the rows of a sheet, and their cells of one column, stand in its XML.
class CellPlaces : public XmlHandler {
 public:
  struct Cell {
    Span tag;
    Span whole;
    bool has_formula = false;
  };
  struct Row {
    std::size_t after = 0;  ///< where a cell that is not there would stand
    std::optional<Cell> cell;
  };

  explicit CellPlaces(std::size_t column) : column_(column) {}
  void read_from(const XmlParser& parser) { parser_ = &parser; }

  void start(const XmlElement& element) override {
    if (element.name() == "row") {
      const std::size_t number = number_in(element.attribute("r"));
      row_ = number > 0 ? number : row_ + 1;
      rows_[row_].after = parser_->place().end;
      next_column_ = 0;
    } else if (element.name() == "c") {
      const std::string_view reference = element.attribute("r");
      at_ = reference.empty() ? next_column_ : column_in(reference);
      next_column_ = at_ + 1;
      cell_ = {parser_->place(), {}, false};
    } else if (element.name() == "f") {
      cell_.has_formula = true;
    }
  }

  void end(std::string_view name) override {
    if (name != "c") return;
    const std::size_t end = std::max(parser_->place().end, cell_.tag.end);
    cell_.whole = {cell_.tag.begin, end};
    if (at_ < column_) rows_[row_].after = end;
    if (at_ == column_) rows_[row_].cell = cell_;
  }
  void text(std::string_view /*text*/) override {}

  [[nodiscard]] const std::map<std::size_t, Row>& rows() const { return rows_; }

 private:
  const XmlParser* parser_ = nullptr;
  std::size_t column_;
  std::map<std::size_t, Row> rows_;
  std::size_t row_ = 0;
  std::size_t at_ = 0;
  std::size_t next_column_ = 0;
  Cell cell_;
};

/// The name of an element as its tag has it, with its prefix: "c", "x:c".
std::string_view name_in(std::string_view tag) {
  return tag.substr(1, tag.find_first_of(" \t\r\n/>") - 1);
}

/// The tag of a cell, open, without what says the type of its value.
std::string open_tag(std::string_view tag) {
  std::string opened(tag.substr(0, tag.size() - (tag.ends_with("/>") ? 2 : 1)));
  while (opened.ends_with(' ')) opened.pop_back();
  for (const char quote : {'"', '\''}) {
    const std::size_t type = opened.find(fmt::format(" t={}", quote));
    if (type == std::string::npos) continue;
    opened.erase(type, opened.find(quote, type + 4) + 1 - type);
  }
  return opened;
}

std::string cell_with(std::string_view tag, std::string_view text) {
  const std::string_view name = name_in(tag);
  const std::string prefix(name.substr(0, name.size() - 1));
  return fmt::format(
      "{0} t=\"inlineStr\"><{1}is><{1}t xml:space=\"preserve\">{2}</{1}t></{1}is></{1}c>",
      open_tag(tag), prefix, xml_text(text));
}

/// The XML of a sheet with other texts in some cells of a column, by row.
Result<std::string> with_cells(std::string xml, std::size_t column,
                               const std::map<std::size_t, std::string>& texts,
                               const std::string& file) {
  if (xml.starts_with("\xFF\xFE") || xml.starts_with("\xFE\xFF")) {
    return failure(ErrorCode::kUsage,
                   "this workbook is in UTF-16, which is not written back; save it once more",
                   {file});
  }
  CellPlaces places(column);
  XmlParser parser(places, file, {});
  places.read_from(parser);
  if (auto parsed = parser.parse(xml, true); !parsed) return tl::unexpected(parsed.error());
  for (auto text = texts.rbegin(); text != texts.rend(); ++text) {
    const auto row = places.rows().find(text->first);
    if (row == places.rows().end()) continue;  // every pair has its row
    if (!row->second.cell) {
      const std::string tag = fmt::format("<c r=\"{}{}\">", name_of_column(column), text->first);
      xml.insert(row->second.after, cell_with(tag, text->second));
      continue;
    }
    const CellPlaces::Cell& cell = *row->second.cell;
    if (cell.has_formula) {
      return failure(ErrorCode::kUsage,
                     fmt::format("cell {}{} holds a formula; only text is written",
                                 name_of_column(column), text->first),
                     {file});
    }
    xml.replace(cell.whole.begin, cell.whole.size(),
                cell_with(std::string(cell.tag.in(xml)), text->second));
  }
  return xml;
}

}  // namespace

Result<std::string> text_of_workbook(std::string_view bytes, const BilingualOptions& options,
                                     const std::string& file) {
  const auto sheet = pair_sheet(bytes, options, file);
  if (!sheet) return tl::unexpected(sheet.error());
  std::string text;
  std::size_t line = 1;
  for (std::size_t r = sheet->table.first; r < sheet->rows.size(); ++r) {
    const TableRow& row = sheet->rows[r];
    const auto cell = [&](std::size_t column) {
      return column < row.cells.size() ? in_a_line(row.cells[column]) : std::string();
    };
    const PairColumns& columns = sheet->table.columns;
    const std::string source = cell(columns.source);
    const std::string target = cell(columns.target);
    if (source.empty() && target.empty()) continue;
    for (; line < row.line; ++line) text += '\n';
    text +=
        fmt::format("{}\t{}\t{}", source, target, columns.id ? cell(*columns.id) : std::string());
  }
  return text + '\n';
}

BilingualOptions options_for_workbook_text(BilingualOptions options) {
  options.format = "tsv";
  options.columns = {"1", "2", "3"};
  options.encoding = "UTF-8";
  return options;
}

Result<std::string> workbook_with_text(std::string_view bytes, std::string_view text,
                                       const BilingualOptions& options, const std::string& file) {
  const auto sheet = pair_sheet(bytes, options, file);
  if (!sheet) return tl::unexpected(sheet.error());
  const auto before = text_of_workbook(bytes, options, file);
  if (!before) return tl::unexpected(before.error());
  const std::map<std::size_t, std::string> old = targets_in(*before);
  std::map<std::size_t, std::string> changed;
  for (auto& [row, target] : targets_in(text)) {
    const auto was = old.find(row);
    if (was != old.end() && was->second != target) changed.emplace(row, in_a_cell(target));
  }
  const auto archive = ZipArchive::open(bytes, file);
  if (!archive) return tl::unexpected(archive.error());
  const auto parts = parts_of_sheets(*archive, file);
  if (!parts) return tl::unexpected(parts.error());
  const std::string& part = parts->at(sheet->number);
  auto xml = archive->read_whole(part);
  if (!xml) return tl::unexpected(xml.error());
  const auto written = with_cells(std::move(*xml), sheet->table.columns.target, changed, file);
  if (!written) return tl::unexpected(written.error());
  return replace_in_zip(bytes, file, part, *written);
}

}  // namespace duizhao::formats
