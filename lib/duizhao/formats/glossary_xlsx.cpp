#include "duizhao/formats/glossary_xlsx.h"

#include <optional>

#include "duizhao/formats/cell_format.h"
#include "duizhao/formats/office.h"
#include "duizhao/formats/superscript.h"
#include "duizhao/formats/xml.h"
#include "duizhao/formats/xml_text.h"
#include "duizhao/formats/zip.h"
#include "duizhao/text/ascii.h"

namespace duizhao::formats {
namespace {

/// Most cells of a row that are read; a sheet has 16384 columns, a glossary a few.
constexpr std::size_t kMostColumns = 256;

/// The sheets of a workbook in their order.
class WorkbookHandler : public XmlHandler {
 public:
  struct SheetReference {
    std::string name;
    std::string id;
  };

  void start(const XmlElement& element) override {
    if (element.name() == "workbookPr") {
      const std::string_view from_1904 = element.attribute("date1904");
      from_1904_ = from_1904 == "1" || from_1904 == "true";
    }
    if (element.name() != "sheet") return;
    sheets_.push_back({std::string(element.attribute("name")),
                       std::string(element.attribute_in("relationships", "id"))});
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}
  [[nodiscard]] const std::vector<SheetReference>& sheets() const { return sheets_; }
  [[nodiscard]] bool from_1904() const { return from_1904_; }

 private:
  std::vector<SheetReference> sheets_;
  bool from_1904_ = false;  ///< its days count from there
};

/// The text of a cell, in runs: what is raised becomes superscript characters, phonetic guides are
/// no text.
class RichText {
 public:
  void start(const XmlElement& element) {
    if (element.name() == "rPh") phonetic_ = true;
    if (element.name() == "r") raised_ = false;
    if (element.name() == "vertAlign") raised_ = element.attribute("val") == "superscript";
    in_text_ = element.name() == "t" && !phonetic_;
  }
  void end(std::string_view name) {
    if (name == "rPh") phonetic_ = false;
    if (name == "r") raised_ = false;
    if (name == "t") in_text_ = false;
  }
  void append(std::string_view text, std::string& to) const {
    if (in_text_) to += raised_ ? superscript(text) : std::string(text);
  }

 private:
  bool in_text_ = false;
  bool phonetic_ = false;
  bool raised_ = false;
};

/// xl/sharedStrings.xml: the texts that cells point to.
class StringsHandler : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    if (element.name() == "si") strings_.emplace_back();
    rich_.start(element);
  }
  void end(std::string_view name) override { rich_.end(name); }
  void text(std::string_view text) override {
    if (!strings_.empty()) rich_.append(text, strings_.back());
  }
  [[nodiscard]] const std::vector<std::string>& strings() const { return strings_; }

 private:
  std::vector<std::string> strings_;
  RichText rich_;
};

/// "C12" is column 2.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  std::size_t letters = 0;
  for (const char c : reference) {
    if (!text::is_ascii_upper(c)) break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    if (++letters > 3) return std::nullopt;
  }
  if (letters == 0) return std::nullopt;
  return column - 1;
}

std::size_t number_of(std::string_view digits) {
  std::size_t number = 0;
  for (const char c : digits) {
    if (!text::is_ascii_digit(c) || number > 100000000) return 0;
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  return number;
}

class SheetHandler : public XmlHandler {
 public:
  SheetHandler(const std::vector<std::string>& strings, const CellFormats& formats, bool from_1904)
      : strings_(strings), formats_(formats), from_1904_(from_1904) {}

  void start(const XmlElement& element) override {
    if (element.name() == "row") {
      const std::size_t number = number_of(element.attribute("r"));
      rows_.push_back({number > 0 ? number : last_row() + 1, {}});
    } else if (element.name() == "c" && !rows_.empty()) {
      type_ = element.attribute("t");
      style_ = number_of(element.attribute("s"));
      column_ = column_of(element.attribute("r")).value_or(rows_.back().cells.size());
      value_.clear();
    }
    rich_.start(element);
    in_value_ = element.name() == "v";
  }

  void end(std::string_view name) override {
    rich_.end(name);
    in_value_ = false;
    if (name != "c" || rows_.empty() || column_ >= kMostColumns) return;
    std::vector<std::string>& cells = rows_.back().cells;
    if (cells.size() <= column_) cells.resize(column_ + 1);
    if (type_ == "s") {
      const std::size_t index = number_of(value_);
      cells[column_] = index < strings_.size() ? strings_[index] : std::string();
    } else if (type_.empty() || type_ == "n") {
      cells[column_] = shown_number(value_, formats_.of_style(style_), from_1904_);
    } else if (type_ == "b") {
      cells[column_] = value_ == "1" ? "TRUE" : "FALSE";
    } else {
      cells[column_] = value_;
    }
  }

  void text(std::string_view text) override {
    if (in_value_) value_ += text;
    rich_.append(text, value_);
  }

  [[nodiscard]] std::vector<TableRow> take_rows() { return std::move(rows_); }

 private:
  [[nodiscard]] std::size_t last_row() const { return rows_.empty() ? 0 : rows_.back().line; }

  const std::vector<std::string>& strings_;
  const CellFormats& formats_;
  bool from_1904_;
  std::vector<TableRow> rows_;
  std::string type_;
  std::string value_;
  std::size_t style_ = 0;
  std::size_t column_ = 0;
  bool in_value_ = false;
  RichText rich_;
};

std::string reference_of(std::size_t row, std::size_t column) {
  std::string letters;
  for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
  }
  return letters + std::to_string(row + 1);
}

constexpr std::string_view kHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
                                   "\n";
constexpr std::string_view kContentTypes =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>)"
    R"(<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>)"
    R"(</Types>)";
constexpr std::string_view kRelations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>)"
    R"(</Relationships>)";
constexpr std::string_view kWorkbookRelations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>)"
    R"(</Relationships>)";
constexpr std::string_view kWorkbook =
    R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)"
    R"(<sheets><sheet name="glossary" sheetId="1" r:id="rId1"/></sheets></workbook>)";
constexpr std::string_view kSheetHead =
    R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"
    R"(<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" )"
    R"(activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>)";

}  // namespace

namespace {

/// What a workbook is put together from.
struct Workbook {
  struct SheetPart {
    std::string name;
    std::string part;  ///< of the archive
  };
  std::vector<SheetPart> sheets;
  std::string shared_strings;  ///< the part, which there may be none of
  std::string styles;          ///< likewise
  bool from_1904 = false;      ///< its days count from there
};

Result<Workbook> workbook_in(const ZipArchive& archive, const std::string& file) {
  const auto package = relationships_of(archive, "", file);
  if (!package) return tl::unexpected(package.error());
  const std::string book = part_of_type(*package, "officeDocument");
  if (!book.starts_with("xl/") || !archive.has(book)) {
    return failure(ErrorCode::kMalformed, "this archive is no Excel workbook (.xlsx)", {file});
  }
  WorkbookHandler handler;
  if (auto read = parse_part(archive, book, file, handler); !read) {
    return tl::unexpected(read.error());
  }
  const auto parts = relationships_of(archive, book, file);
  if (!parts) return tl::unexpected(parts.error());
  Workbook workbook;
  workbook.shared_strings = part_of_type(*parts, "sharedStrings");
  workbook.styles = part_of_type(*parts, "styles");
  workbook.from_1904 = handler.from_1904();
  for (const WorkbookHandler::SheetReference& entry : handler.sheets()) {
    const auto part = parts->find(entry.id);
    if (part == parts->end() || part->second.type != "worksheet") continue;
    workbook.sheets.push_back({entry.name, part->second.target});
  }
  if (workbook.sheets.empty()) {
    return failure(ErrorCode::kMalformed, "the workbook has no sheet", {file});
  }
  return workbook;
}

}  // namespace

Result<std::vector<Sheet>> read_xlsx(std::string_view bytes, const std::string& file) {
  const auto archive = ZipArchive::open(bytes, file);
  if (!archive) return tl::unexpected(archive.error());
  const auto workbook = workbook_in(*archive, file);
  if (!workbook) return tl::unexpected(workbook.error());
  StringsHandler strings;
  if (archive->has(workbook->shared_strings)) {
    if (auto read = parse_part(*archive, workbook->shared_strings, file, strings); !read) {
      return tl::unexpected(read.error());
    }
  }
  CellFormats formats;
  if (archive->has(workbook->styles)) {
    if (auto read = parse_part(*archive, workbook->styles, file, formats); !read) {
      return tl::unexpected(read.error());
    }
  }
  std::vector<Sheet> sheets;
  for (const Workbook::SheetPart& part : workbook->sheets) {
    SheetHandler sheet(strings.strings(), formats, workbook->from_1904);
    if (auto read = parse_part(*archive, part.part, file, sheet); !read) {
      return tl::unexpected(read.error());
    }
    sheets.push_back({part.name, sheet.take_rows()});
  }
  return sheets;
}

Result<std::vector<std::string>> parts_of_sheets(const ZipArchive& archive,
                                                 const std::string& file) {
  auto workbook = workbook_in(archive, file);
  if (!workbook) return tl::unexpected(workbook.error());
  std::vector<std::string> parts;
  for (Workbook::SheetPart& sheet : workbook->sheets) parts.push_back(std::move(sheet.part));
  return parts;
}

std::string write_xlsx(const std::vector<std::vector<std::string>>& rows) {
  std::string sheet(kHead);
  sheet += kSheetHead;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    sheet += "<row r=\"" + std::to_string(r + 1) + "\">";
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      if (rows[r][c].empty()) continue;
      sheet += "<c r=\"" + reference_of(r, c) + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">";
      append_xml_text(sheet, rows[r][c]);
      sheet += "</t></is></c>";
    }
    sheet += "</row>";
  }
  sheet += "</sheetData></worksheet>";
  const auto with_head = [](std::string_view content) {
    return std::string(kHead).append(content);
  };
  return write_zip({{"[Content_Types].xml", with_head(kContentTypes)},
                    {"_rels/.rels", with_head(kRelations)},
                    {"xl/workbook.xml", with_head(kWorkbook)},
                    {"xl/_rels/workbook.xml.rels", with_head(kWorkbookRelations)},
                    {"xl/worksheets/sheet1.xml", std::move(sheet)}});
}

}  // namespace duizhao::formats
