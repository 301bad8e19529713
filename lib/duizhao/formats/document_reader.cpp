#include "duizhao/formats/document_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "duizhao/formats/docx.h"
#include "duizhao/formats/epub.h"
#include "duizhao/formats/glossary_xlsx.h"
#include "duizhao/formats/html.h"
#include "duizhao/formats/input.h"
#include "duizhao/formats/markdown.h"
#include "duizhao/formats/odf.h"
#include "duizhao/formats/office.h"
#include "duizhao/formats/pdf.h"
#include "duizhao/formats/plain_text.h"
#include "duizhao/formats/pptx.h"
#include "duizhao/formats/subtitles.h"
#include "duizhao/formats/zip.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/charset.h"
#include "duizhao/text/encoding.h"
#include "duizhao/text/foreign_language.h"

namespace duizhao::formats {
namespace {

/// Each cell of each sheet as a line.
Result<TextWithTables> text_of_workbook(std::string_view bytes, const std::string& file) {
  const auto sheets = read_xlsx(bytes, file);
  if (!sheets) return tl::unexpected(sheets.error());
  TextWithTables book;
  for (std::uint32_t table = 0; table < sheets->size(); ++table) {
    const std::vector<TableRow>& rows = (*sheets)[table].rows;
    std::size_t columns = 0;
    for (const TableRow& row : rows) columns = std::max(columns, row.cells.size());
    for (const TableRow& row : rows) {
      const auto number = static_cast<std::uint32_t>(row.line - 1);
      // A file leaves out the empty cells at the end of a row.
      for (std::uint32_t column = 0; column < columns; ++column) {
        const std::string cell = column < row.cells.size() ? row.cells[column] : std::string();
        const std::size_t begin = book.text.size();
        book.cells.push_back({{begin, begin + cell.size()}, table, number, column});
        if (!cell.empty()) book.text += cell + '\n';
      }
    }
  }
  return book;
}

Result<TextWithTables> without_tables(Result<std::string> text) {
  if (!text) return tl::unexpected(text.error());
  return TextWithTables{std::move(*text), {}};
}

/// What a ZIP archive holds: an Office document, an OpenDocument, a book.
Result<TextWithTables> read_archive(std::string_view bytes, const std::string& file,
                                    std::string& format) {
  if (looks_like_odf(bytes)) {
    format = "ODF";
    return read_odf(bytes, file);
  }
  if (looks_like_epub(bytes)) {
    format = "EPUB";
    return read_epub(bytes, file);
  }
  const auto archive = ZipArchive::open(bytes, file);
  if (!archive) return tl::unexpected(archive.error());
  const auto package = relationships_of(*archive, "", file);
  if (!package) return tl::unexpected(package.error());
  const std::string part = part_of_type(*package, "officeDocument");
  if (part.starts_with("word/") && archive->has(part)) {
    format = "DOCX";
    return read_docx(*archive, part, file);
  }
  if (part.starts_with("ppt/") && archive->has(part)) {
    format = "PPTX";
    return without_tables(read_pptx(*archive, part, file));
  }
  if (part.starts_with("xl/") && archive->has(part)) {
    format = "XLSX";
    return text_of_workbook(bytes, file);
  }
  return failure(ErrorCode::kMalformed,
                 "this ZIP archive is no document (.docx, .odt, .pptx, .xlsx, .epub): unpack it, "
                 "and give the document in it",
                 {file});
}

/// Breaks lines of a format whose lines are those of print.
void join_print_lines(Document& document, text::LineUse lines) {
  auto joined = text::join_wrapped_lines(document.text, lines);
  if (!joined) return;
  document.text = std::move(joined->text);
  document.wrapped_at = joined->columns;
}

bool named_markdown(const std::string& name) {
  const std::string lowered = text::ascii_lowered(name);
  return lowered.ends_with(".md") || lowered.ends_with(".markdown") || lowered.ends_with(".mdx");
}

Result<void> read_decoded(Document& document, std::string_view bytes,
                          const DocumentOptions& options) {
  std::string encoding = options.encoding;
  if (encoding.empty() && looks_like_html(bytes)) {
    encoding = text::charset_name(encoding_of_html(bytes));
  }
  auto decoded = text::decode(bytes, encoding, document.name);
  // A page that lies about its encoding is read as it is.
  if (!decoded && options.encoding.empty() && !encoding.empty()) {
    decoded = text::decode(bytes, "", document.name);
  }
  if (!decoded) return tl::unexpected(decoded.error());
  document.encoding = std::move(decoded->encoding);
  std::string format = options.format;
  if (format.empty()) {
    if (looks_like_html(decoded->text)) format = "html";
    if (looks_like_subtitles(decoded->text)) format = "srt";
    if (format.empty() && options.lines == text::LineUse::kAuto &&
        looks_like_markdown(decoded->text, named_markdown(document.name))) {
      format = "markdown";
    }
  }
  document.format = format.empty() ? "txt" : format;
  if (format == "markdown") return take_markdown(document, std::move(decoded->text));
  if (format == "html") {
    auto text = read_html(decoded->text, document.name);
    if (!text) return tl::unexpected(text.error());
    document.text = std::move(text->text);
    document.cells = std::move(text->cells);
    return {};
  }
  if (format == "srt" || format == "vtt") {
    take_subtitles(document, std::move(decoded->text));
    return {};
  }
  take_plain_text(document, std::move(decoded->text), options.lines);
  return {};
}

Result<void> read_text(Document& document, std::string_view bytes, const DocumentOptions& options) {
  const auto is_one_of = [&](std::initializer_list<std::string_view> formats) {
    return std::ranges::find(formats, options.format) != formats.end();
  };
  const bool pdf = options.format.empty() ? bytes.substr(0, 1024).find("%PDF-") != bytes.npos
                                          : options.format == "pdf";
  const bool archive = options.format.empty() ? ZipArchive::recognises(bytes)
                                              : is_one_of({"docx", "odt", "pptx", "xlsx", "epub"});
  if (!pdf && !archive) return read_decoded(document, bytes, options);
  document.encoding = "PDF";
  auto text = pdf ? without_tables(read_pdf(bytes, document.name))
                  : read_archive(bytes, document.name, document.encoding);
  if (!text) return tl::unexpected(text.error());
  document.format = text::ascii_lowered(document.encoding);
  document.text = std::move(text->text);
  document.cells = std::move(text->cells);
  if (pdf) join_print_lines(document, options.lines);
  return {};
}

}  // namespace

const std::vector<std::string_view>& document_formats() {
  static const std::vector<std::string_view> formats = {
      "txt", "markdown", "html", "docx", "odt", "pdf", "srt", "vtt", "pptx", "xlsx", "epub"};
  return formats;
}

Result<Document> read_document(const std::string& path, const DocumentOptions& options,
                               std::istream& standard_input) {
  auto input = Input::open(path, standard_input);
  if (!input) return tl::unexpected(input.error());
  const auto bytes = input->read_all();
  if (!bytes) return tl::unexpected(bytes.error());
  Document document;
  document.name = input->name();
  document.language = options.language;
  if (auto read = read_text(document, *bytes, options); !read) return tl::unexpected(read.error());
  if (options.language == Language::kUnknown) {
    if (const auto foreign = text::foreign_language(document.text)) {
      return failure(
          ErrorCode::kMalformed,
          fmt::format("this text is {}: one version must be Chinese and the other "
                      "English (--source-lang and --target-lang overrule what was found)",
                      *foreign),
          {document.name});
    }
  }
  return document;
}

}  // namespace duizhao::formats
