#include "duizhao/formats/bilingual.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <sstream>

#include "duizhao/formats/document_reader.h"
#include "duizhao/formats/docx_tables.h"
#include "duizhao/formats/glossary_csv.h"
#include "duizhao/formats/glossary_tsv.h"
#include "duizhao/formats/glossary_xlsx.h"
#include "duizhao/formats/input.h"
#include "duizhao/formats/jsonl_pairs.h"
#include "duizhao/formats/keyed_lines.h"
#include "duizhao/formats/keyed_texts.h"
#include "duizhao/formats/lines.h"
#include "duizhao/formats/odf.h"
#include "duizhao/formats/odf_tables.h"
#include "duizhao/formats/office.h"
#include "duizhao/formats/packed_file.h"
#include "duizhao/formats/po_pairs.h"
#include "duizhao/formats/string_catalog.h"
#include "duizhao/formats/table_pairs.h"
#include "duizhao/formats/tmx_reader.h"
#include "duizhao/formats/ts_reader.h"
#include "duizhao/formats/tsv_pairs.h"
#include "duizhao/formats/xliff_reader.h"
#include "duizhao/formats/zip.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/encoding.h"
#include "duizhao/text/language.h"

namespace duizhao::formats {
namespace {

/// The start of a file without NUL bytes and white space, so that UTF-16 reads like ASCII.
std::string ascii_of(std::string_view bytes) {
  std::string ascii(bytes.substr(0, 4096));
  std::erase(ascii, '\0');
  const std::size_t first = ascii.find_first_not_of("\xEF\xBB\xBF\xFE\xFF \r\n");
  ascii.erase(0, std::min(first, ascii.size()));
  return ascii;
}

/// The ending of a name, without one of packing: ".csv" of "a.csv.gz".
std::string ending_of(const std::string& path) {
  std::filesystem::path name(text::ascii_lowered(path));
  for (const std::string_view packed : {".gz", ".xz", ".zst", ".zip"}) {
    if (name.extension() == packed) name = name.stem();
  }
  return name.extension().string();
}

bool begins_po(const std::string& start) {
  const std::size_t id = start.find("msgid");
  if (id == start.npos || start.find("msgstr", id) == start.npos) return false;
  return start.starts_with('#') || start.starts_with("msg");
}

/// Whether the first line has more separators of CSV than tabs, of which it has none.
bool begins_csv(const std::string& start) {
  const std::string line = start.substr(0, start.find('\n'));
  return line.find('\t') == line.npos &&
         (line.starts_with('"') || line.find_first_of(",;") != line.npos);
}

std::string format_of(const std::string& path, std::string_view bytes) {
  const std::string ending = ending_of(path);
  const std::string start = ascii_of(bytes);
  if (start.starts_with('<')) {
    if (start.find("<tmx") != start.npos) return "tmx";
    if (start.find("<xliff") != start.npos) return "xliff";
    if (start.find("<TS ") != start.npos || start.find("<TS>") != start.npos) return "ts";
    if (ending == ".tmx") return "tmx";
    constexpr std::array<std::string_view, 5> kXliff = {".xlf", ".xliff", ".sdlxliff", ".mqxliff",
                                                        ".mxliff"};
    if (std::ranges::find(kXliff, ending) != kXliff.end()) return "xliff";
  }
  if (begins_po(start) || ending == ".po" || ending == ".pot") return "po";
  if ((start.starts_with('{') && start.find("\":") != start.npos) ||
      JsonArrayPairReader::recognises(start) || (start.starts_with("[\"") && ending != ".tsv")) {
    return "jsonl";
  }
  // What is called a table with commas is none where its first line has tabs.
  if ((ending == ".csv" || ending.empty()) && begins_csv(start)) return "csv";
  constexpr std::size_t kSample = std::size_t{1} << 16U;
  std::string sample(bytes.substr(0, kSample));
  std::erase(sample, '\0');
  if (is_quoted_tab_table(sample)) return "csv";
  return "tsv";
}

using Opened = Result<std::unique_ptr<BilingualReader>>;

Opened open_table(Result<std::vector<TableRow>> rows, const BilingualOptions& options,
                  const std::string& file, RowWidth width = RowWidth::kAny) {
  if (!rows) return tl::unexpected(rows.error());
  return make_table_reader(std::move(*rows), options, file, width);
}

Opened open_csv(Input input, const BilingualOptions& options) {
  const auto bytes = input.read_all();
  if (!bytes) return tl::unexpected(bytes.error());
  auto decoded = text::decode(*bytes, options.encoding, input.name());
  if (!decoded) return tl::unexpected(decoded.error());
  if (lines_end_in_cr(decoded->text)) std::ranges::replace(decoded->text, '\r', '\n');
  return open_table(read_csv(decoded->text, input.name()), options, input.name(), RowWidth::kUsual);
}

Opened open_json_lines(Input input, const BilingualOptions& options) {
  auto lines = LineReader::create(std::move(input), options.encoding);
  if (!lines) return tl::unexpected(lines.error());
  return std::make_unique<JsonlPairReader>(std::move(*lines), options);
}

/// Bytes in any encoding that holds ASCII, maybe cut within a character, without the blanks around
/// them.
std::string_view without_blanks(std::string_view bytes) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = bytes.find_first_not_of(kBlanks);
  if (first == bytes.npos) return {};
  return bytes.substr(first, bytes.find_last_not_of(kBlanks) - first + 1);
}

/// Whether JSON is one object, by how its first line ends: not an object a line.
bool is_one_object(std::string_view start) {
  const std::size_t end = std::min(start.find('\n'), start.size());
  std::string_view first = without_blanks(start.substr(0, end));
  if (first.starts_with("\xEF\xBB\xBF")) first.remove_prefix(3);
  if (!first.starts_with('{')) return false;
  const bool only = without_blanks(start.substr(end)).empty();
  return only || first.ends_with('{') || first.ends_with('[') || first.ends_with(',');
}

Opened open_json(Input input, const BilingualOptions& options) {
  const auto start = input.peek();
  if (!start) return tl::unexpected(start.error());
  const std::string ascii = ascii_of(*start);
  const bool catalog = is_string_catalog(ascii);
  const bool object = !catalog && is_one_object(*start);
  if (!catalog && !object && !JsonArrayPairReader::recognises(ascii)) {
    return open_json_lines(std::move(input), options);
  }
  auto bytes = input.read_all();
  if (!bytes) return tl::unexpected(bytes.error());
  auto decoded = text::decode(*bytes, options.encoding, input.name());
  if (!decoded) return tl::unexpected(decoded.error());
  if (object) {
    auto versions = open_keyed_versions(decoded->text, input.name(), options);
    if (!versions || *versions != nullptr) return versions;
    return open_json_lines(Input::of_bytes(std::move(*bytes), input.name()), options);
  }
  if (catalog) return open_string_catalog(decoded->text, input.name(), options);
  return std::make_unique<JsonArrayPairReader>(std::move(decoded->text), input.name(), options);
}

Opened open_by_format(const std::string& format, Input input, const BilingualOptions& options);

/// The pairs of all sheets of a workbook, one after the other.
class SheetsReader : public BilingualReader {
 public:
  struct Part {
    std::string name;
    std::unique_ptr<BilingualReader> reader;
  };

  /// `left_out` are sheets without pairs.
  SheetsReader(std::vector<Part> parts, std::vector<std::string> left_out)
      : parts_(std::move(parts)), left_out_(std::move(left_out)) {}

  [[nodiscard]] Result<bool> next(BilingualPair& pair) override {
    for (; at_ < parts_.size(); ++at_) {
      auto more = parts_[at_].reader->next(pair);
      if (!more) return more;
      if (!*more) continue;
      // A row says where something is only together with its sheet.
      if (parts_.size() > 1) {
        pair.id = parts_[at_].name + "!" + (pair.id.empty() ? std::to_string(pair.line) : pair.id);
      }
      return true;
    }
    return false;
  }

  [[nodiscard]] std::string notice() const override {
    std::string told;
    for (const Part& part : parts_) {
      const std::string notice = part.reader->notice();
      if (!notice.empty() && told.find(notice) == told.npos) {
        told += (told.empty() ? "" : "; ") + notice;
      }
    }
    if (left_out_.empty()) return told;
    return told + (told.empty() ? "" : "; ") +
           fmt::format("left out, having no texts in two columns: {}", fmt::join(left_out_, ", "));
  }

 private:
  std::vector<Part> parts_;
  std::vector<std::string> left_out_;
  std::size_t at_ = 0;
};

/// All sheets that have two columns of texts, as a cover has not.
Opened open_sheets(Result<std::vector<Sheet>> sheets, const BilingualOptions& options,
                   const std::string& file) {
  if (!sheets) return tl::unexpected(sheets.error());
  std::vector<SheetsReader::Part> parts;
  std::vector<std::string> left_out;
  std::optional<Error> fault;
  for (Sheet& sheet : *sheets) {
    if (sheet.rows.empty()) continue;
    auto opened = make_table_reader(std::move(sheet.rows), options, file);
    if (opened) {
      parts.push_back({std::move(sheet.name), std::move(*opened)});
      continue;
    }
    if (!fault) fault = opened.error();
    left_out.push_back(std::move(sheet.name));
  }
  if (parts.empty() && fault) return tl::unexpected(*fault);
  return std::make_unique<SheetsReader>(std::move(parts), std::move(left_out));
}

/// Office documents, and an archive around one bilingual file.
Opened open_archive(Input input, const BilingualOptions& options) {
  const std::string file = input.name();
  const auto bytes = input.read_all();
  if (!bytes) return tl::unexpected(bytes.error());
  if (looks_like_odf(*bytes)) return open_sheets(read_odf_tables(*bytes, file), options, file);
  const auto archive = ZipArchive::open(*bytes, file);
  if (!archive) return tl::unexpected(archive.error());
  const auto package = relationships_of(*archive, "", file);
  if (!package) return tl::unexpected(package.error());
  const std::string main = part_of_type(*package, "officeDocument");
  if (main.starts_with("xl/")) return open_sheets(read_xlsx(*bytes, file), options, file);
  if (main.starts_with("word/"))
    return open_table(read_docx_tables(*archive, main, file), options, file);
  auto packed = only_file_of(*bytes, file);
  if (!packed) return tl::unexpected(packed.error());
  if (!*packed) {
    return failure(ErrorCode::kMalformed,
                   "this archive is a document without pairs: give the file that has them", {file});
  }
  std::string& inside = (*packed)->bytes;
  if (ZipArchive::recognises(inside)) {
    return open_archive(Input::of_bytes(std::move(inside), file), options);
  }
  const std::string format =
      options.format.empty() ? format_of((*packed)->name, inside) : options.format;
  return open_by_format(format, Input::of_bytes(std::move(inside), file), options);
}

Opened open_by_format(const std::string& format, Input input, const BilingualOptions& options) {
  if (format == "tmx" || format == "xliff" || format == "ts") {
    auto handler = format == "tmx"  ? make_tmx_handler(options)
                   : format == "ts" ? make_ts_handler(options)
                                    : make_xliff_handler(options);
    return std::make_unique<XmlPairReader>(std::move(input), std::move(handler), options.encoding);
  }
  if (format == "csv") return open_csv(std::move(input), options);
  if (format == "jsonl") return open_json(std::move(input), options);
  auto lines = LineReader::create(std::move(input), options.encoding);
  if (!lines) return tl::unexpected(lines.error());
  if (format == "po") return std::make_unique<PoPairReader>(std::move(*lines), options);
  return std::make_unique<TsvPairReader>(std::move(*lines), options);
}

Opened open_input(Input input, const std::string& path, const BilingualOptions& options) {
  const auto start = input.peek();
  if (!start) return tl::unexpected(start.error());
  const bool archive = ZipArchive::recognises(*start);
  if (archive || options.format == "xlsx" || options.format == "docx") {
    return open_archive(std::move(input), options);
  }
  if (auto text = text::refuse_foreign(*start, input.name()); !text) {
    return tl::unexpected(text.error());
  }
  const std::string format = options.format.empty() ? format_of(path, *start) : options.format;
  const std::string ascii = ascii_of(*start);
  if (format == "tsv" && options.format.empty() &&
      (ascii.starts_with("<?xml") || ascii.starts_with("<!DOCTYPE"))) {
    return failure(ErrorCode::kMalformed,
                   "this is XML of a kind whose pairs are not read: export it as TMX, XLIFF or PO",
                   {input.name()});
  }
  if (format == "tsv" && options.format.empty() && are_keyed_lines(ascii)) {
    auto bytes = input.read_all();
    if (!bytes) return tl::unexpected(bytes.error());
    const std::string name = input.name();
    if (const auto decoded = text::decode(*bytes, options.encoding, name)) {
      auto versions = open_keyed_versions(decoded->text, name, options);
      if (!versions || *versions != nullptr) return versions;
    }
    input = Input::of_bytes(std::move(*bytes), name);
  }
  return open_by_format(format, std::move(input), options);
}

/// Whether the first line names the columns of both texts, or nearly all whole lines have a tab,
/// with Chinese and English beside it.
bool is_tab_table(std::string_view start, const BilingualOptions& options) {
  const std::string_view lines = start.substr(0, start.rfind('\n'));
  const auto decoded = text::decode(lines.empty() ? start : lines, options.encoding, {});
  if (!decoded) return false;
  const std::string_view text = decoded->text;
  const auto first = read_tsv(text.substr(0, text.find('\n')), {});
  if (first && !first->empty() && columns_named(first->front().cells, options)) return true;
  std::size_t filled = 0;
  std::size_t pairs = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const std::size_t tab = line.find('\t');
    if (line.find_first_not_of(" \t\r") != line.npos) ++filled;
    if (tab != line.npos) {
      const Language before = text::language_of(line.substr(0, tab));
      const Language behind = text::language_of(line.substr(tab + 1));
      pairs += before != behind && before != Language::kUnknown && behind != Language::kUnknown;
    }
    begin = end + 1;
  }
  return filled > 0 && pairs * 10 >= filled * 8;
}

/// Whether a row of a text document names columns of pairs.
bool names_columns(const std::string& bytes, const std::string& name,
                   const BilingualOptions& options) {
  const auto is_header = [&](const TableRow& row) {
    return columns_named(row.cells, options).has_value();
  };
  if (looks_like_odf(bytes)) {
    const auto sheets = read_odf_tables(bytes, name);
    return sheets && std::ranges::any_of(*sheets, [&](const Sheet& sheet) {
             return std::ranges::any_of(sheet.rows, is_header);
           });
  }
  const auto archive = ZipArchive::open(bytes, name);
  if (!archive) return false;
  const auto package = relationships_of(*archive, "", name);
  if (!package) return false;
  const auto rows = read_docx_tables(*archive, part_of_type(*package, "officeDocument"), name);
  return rows && std::ranges::any_of(*rows, is_header);
}

/// Whether the tables of a text document hold most of its text, or a good part of it beside what is
/// said of each pair where columns are named so.
bool is_table_document(const std::string& bytes, const std::string& name,
                       const BilingualOptions& options) {
  auto reader = open_bilingual_text(bytes, name, options);
  if (!reader) return false;
  std::size_t in_pairs = 0;
  BilingualPair pair;
  for (auto more = (*reader)->next(pair); more && *more; more = (*reader)->next(pair)) {
    in_pairs += pair.source.size() + pair.target.size();
  }
  std::istringstream again(bytes);
  const auto document = read_document("-", {.language = Language::kChinese}, again);
  const std::size_t least = names_columns(bytes, name, options) ? 4 : 2;
  return !document || in_pairs * least >= document->text.size();
}

}  // namespace

const std::vector<std::string_view>& bilingual_formats() {
  static const std::vector<std::string_view> formats = {"tsv",   "csv", "xlsx", "jsonl", "tmx",
                                                        "xliff", "po",  "ts",   "docx"};
  return formats;
}

Result<std::unique_ptr<BilingualReader>> open_bilingual(const std::string& path,
                                                        const BilingualOptions& options,
                                                        std::istream& standard_input) {
  auto input = Input::open(path, standard_input);
  if (!input) return tl::unexpected(input.error());
  return open_input(std::move(*input), path, options);
}

Result<std::unique_ptr<BilingualReader>> open_bilingual_text(std::string bytes,
                                                             const std::string& name,
                                                             const BilingualOptions& options) {
  return open_input(Input::of_bytes(std::move(bytes), name), name, options);
}

bool holds_pairs(const std::string& start, const std::string& name,
                 const BilingualOptions& options) {
  if (!options.format.empty()) {
    return std::ranges::find(bilingual_formats(), options.format) != bilingual_formats().end();
  }
  if (!options.columns.empty()) return true;
  if (ZipArchive::recognises(start)) {
    if (const auto packed = only_file_of(start, name); packed && *packed) {
      return holds_pairs((*packed)->bytes, (*packed)->name, options);
    }
    const std::string format = bilingual_format_of(name, start);
    const bool text = format == "docx" || looks_like_odf(start);
    return text ? is_table_document(start, name, options)
                : open_bilingual_text(start, name, options).has_value();
  }
  const std::string format = format_of(name, start);
  if (format != "tsv") return true;
  if (are_keyed_lines(start)) {
    const auto decoded = text::decode(start, options.encoding, name);
    if (!decoded) return false;
    const auto versions = open_keyed_versions(decoded->text, name, options);
    if (versions && *versions != nullptr) return true;
  }
  return ending_of(name) == ".tsv" || is_tab_table(start, options);
}

Result<bool> file_holds_pairs(const std::string& path, const BilingualOptions& options) {
  std::istringstream none;
  auto input = Input::open(path, none);
  if (!input) return tl::unexpected(input.error());
  const auto peeked = input->peek();
  if (!peeked) return tl::unexpected(peeked.error());
  std::string start(*peeked);
  // An archive is known as a whole, and what a program says in two languages one after the other.
  if (ZipArchive::recognises(start) || are_keyed_lines(start)) {
    auto all = input->read_all();
    if (!all) return tl::unexpected(all.error());
    start = std::move(*all);
  }
  return holds_pairs(start, path, options);
}

std::string bilingual_format_of(const std::string& path, std::string_view bytes) {
  if (!ZipArchive::recognises(bytes)) return format_of(path, bytes);
  return ending_of(path) == ".docx" ? "docx" : "xlsx";
}

}  // namespace duizhao::formats
