#include "duizhao/formats/glossary_file.h"

#include <algorithm>
#include <utility>

#include "duizhao/formats/docx_tables.h"
#include "duizhao/formats/glossary_compiled.h"
#include "duizhao/formats/glossary_csv.h"
#include "duizhao/formats/glossary_table.h"
#include "duizhao/formats/glossary_tbx.h"
#include "duizhao/formats/glossary_tsv.h"
#include "duizhao/formats/glossary_xlsx.h"
#include "duizhao/formats/input.h"
#include "duizhao/formats/lines.h"
#include "duizhao/formats/markdown_tables.h"
#include "duizhao/formats/odf.h"
#include "duizhao/formats/odf_tables.h"
#include "duizhao/formats/office.h"
#include "duizhao/formats/zip.h"
#include "duizhao/text/encoding.h"

namespace duizhao::formats {
namespace {

bool ends_with_csv(std::string_view path) {
  return path.ends_with(".csv") || path.ends_with(".CSV");
}

/// Whether a file is XML: its first character, behind marks and spaces, opens a tag.
bool is_xml(std::string_view bytes) {
  for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
    if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  }
  for (const char c : bytes.substr(0, 256)) {
    if (c == '<') return true;
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\0') return false;
  }
  return false;
}

struct Content {
  std::string name;
  std::string bytes;
};

Result<Content> read_all(const std::string& path, std::istream& standard_input) {
  auto input = Input::open(path, standard_input);
  if (!input) return tl::unexpected<Error>(input.error());
  auto bytes = input->read_all();
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  return Content{input->name(), std::move(*bytes)};
}

/// The sheets of a workbook, the tables of a text document.
Result<std::vector<Sheet>> tables_of_archive(const Content& content) {
  if (looks_like_odf(content.bytes)) return read_odf_tables(content.bytes, content.name);
  const auto archive = ZipArchive::open(content.bytes, content.name);
  if (!archive) return tl::unexpected(archive.error());
  const auto package = relationships_of(*archive, "", content.name);
  if (!package) return tl::unexpected(package.error());
  const std::string main = part_of_type(*package, "officeDocument");
  if (!main.starts_with("word/")) return read_xlsx(content.bytes, content.name);
  auto rows = read_docx_tables(*archive, main, content.name);
  if (!rows) return tl::unexpected(rows.error());
  return std::vector{Sheet{{}, std::move(*rows)}};
}

Result<std::vector<Sheet>> read_tables(const Content& content) {
  if (ZipArchive::recognises(content.bytes)) return tables_of_archive(content);
  auto decoded = text::decode(content.bytes, "", content.name);
  if (!decoded) return tl::unexpected<Error>(decoded.error());
  if (lines_end_in_cr(decoded->text)) std::ranges::replace(decoded->text, '\r', '\n');
  const std::string_view first_line =
      std::string_view(decoded->text).substr(0, decoded->text.find('\n'));
  const bool has_tab = first_line.find('\t') != std::string_view::npos;
  // A table that comes through a pipe has no ending.
  const bool has_comma = first_line.find(',') != std::string_view::npos;
  const bool is_csv = ends_with_csv(content.name) || (content.name == "<stdin>" && has_comma);
  if (!has_tab) {
    if (auto tables = read_markdown_tables(decoded->text); !tables.empty()) return tables;
  }
  const bool quoted = (is_csv && !has_tab) || is_quoted_tab_table(decoded->text);
  auto rows =
      quoted ? read_csv(decoded->text, content.name) : read_tsv(decoded->text, content.name);
  if (!rows) return tl::unexpected(rows.error());
  return std::vector{Sheet{{}, std::move(*rows)}};
}

}  // namespace

std::optional<GlossaryFormat> glossary_format_named(std::string_view name) {
  if (name == "tsv") return GlossaryFormat::kTsv;
  if (name == "csv") return GlossaryFormat::kCsv;
  if (name == "xlsx") return GlossaryFormat::kXlsx;
  if (name == "tbx") return GlossaryFormat::kTbx;
  if (name == "dzg") return GlossaryFormat::kCompiled;
  return std::nullopt;
}

Result<std::vector<TermEntry>> read_glossary(const std::string& path,
                                             std::istream& standard_input) {
  const auto content = read_all(path, standard_input);
  if (!content) return tl::unexpected<Error>(content.error());
  if (is_compiled(content->bytes)) return read_compiled(content->bytes, content->name);
  if (is_xml(content->bytes)) return read_tbx(content->bytes, content->name);
  const auto tables = read_tables(*content);
  if (!tables) return tl::unexpected<Error>(tables.error());
  return entries_of_sheets(*tables, content->name);
}

Result<Decisions> read_decisions(const std::string& path, std::istream& standard_input) {
  const auto content = read_all(path, standard_input);
  if (!content) return tl::unexpected<Error>(content.error());
  const auto tables = read_tables(*content);
  if (!tables) return tl::unexpected<Error>(tables.error());
  return decisions_of_sheets(*tables, content->name);
}

WrittenGlossary write_glossary(const std::vector<TermEntry>& entries, GlossaryFormat format) {
  if (format == GlossaryFormat::kCompiled) return {write_compiled(entries), {}};
  if (format == GlossaryFormat::kTbx) {
    const auto recorded = std::count_if(entries.begin(), entries.end(),
                                        [](const TermEntry& e) { return e.record.checked > 0; });
    WrittenGlossary written{write_tbx(entries), {}};
    if (recorded > 0) {
      written.losses.push_back(std::to_string(recorded) +
                               (recorded == 1 ? " entry says" : " entries say") +
                               " how often reviewed translations confirm it");
    }
    return written;
  }
  WrittenTable table = table_of(entries);
  return {write_table(table.rows, format), std::move(table.losses)};
}

std::string write_table(const std::vector<std::vector<std::string>>& rows, GlossaryFormat format) {
  if (format == GlossaryFormat::kXlsx) return write_xlsx(rows);
  std::string out;
  // Spreadsheet programs take a CSV file for UTF-8 only if it begins with the mark.
  if (format == GlossaryFormat::kCsv) out = "\xEF\xBB\xBF";
  for (const auto& row : rows) {
    if (format == GlossaryFormat::kCsv) {
      append_csv_row(out, row);
    } else {
      append_tsv_row(out, row);
    }
  }
  return out;
}

}  // namespace duizhao::formats
