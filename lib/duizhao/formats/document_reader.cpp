#include "duizhao/formats/document_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "duizhao/formats/both_languages.h"
#include "duizhao/formats/charts.h"
#include "duizhao/formats/docx.h"
#include "duizhao/formats/drawing.h"
#include "duizhao/formats/epub.h"
#include "duizhao/formats/glossary_xlsx.h"
#include "duizhao/formats/html.h"
#include "duizhao/formats/input.h"
#include "duizhao/formats/keyed_texts.h"
#include "duizhao/formats/markdown.h"
#include "duizhao/formats/markup_writer.h"
#include "duizhao/formats/odf.h"
#include "duizhao/formats/office.h"
#include "duizhao/formats/packed_file.h"
#include "duizhao/formats/pdf.h"
#include "duizhao/formats/plain_text.h"
#include "duizhao/formats/pptx.h"
#include "duizhao/formats/print_columns.h"
#include "duizhao/formats/subtitles.h"
#include "duizhao/formats/unread_markup.h"
#include "duizhao/formats/xml_document.h"
#include "duizhao/formats/zip.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/charset.h"
#include "duizhao/text/encoding.h"
#include "duizhao/text/foreign_language.h"
#include "duizhao/text/language.h"
#include "duizhao/text/utf8.h"
#include "duizhao/text/white_space.h"

namespace duizhao::formats {
namespace {

/// What is drawn on a sheet: the words of its boxes and charts.
Result<std::string> drawn_on_sheet(const ZipArchive& archive, const std::string& sheet,
                                   const std::string& file) {
  std::string text;
  const auto of_sheet = relationships_of(archive, sheet, file);
  if (!of_sheet) return tl::unexpected(of_sheet.error());
  for (const std::string& part : parts_of_type(*of_sheet, "drawing")) {
    TableCells none;  // shapes on sheets hold no tables
    if (auto read = read_drawing(archive, part, file, text, none); !read) {
      return tl::unexpected(read.error());
    }
    const auto of_drawing = relationships_of(archive, part, file);
    if (!of_drawing) return tl::unexpected(of_drawing.error());
    if (auto read = read_charts(archive, *of_drawing, file, text); !read) {
      return tl::unexpected(read.error());
    }
  }
  return text;
}

/// Each cell of each sheet as a line, and behind them what is drawn there.
Result<TextWithTables> text_of_workbook(const ZipArchive& archive, std::string_view bytes,
                                        const std::string& file) {
  const auto sheets = read_xlsx(bytes, file);
  if (!sheets) return tl::unexpected(sheets.error());
  const auto parts = parts_of_sheets(archive, file);
  if (!parts) return tl::unexpected(parts.error());
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
    const auto drawn = drawn_on_sheet(archive, parts->at(table), file);
    if (!drawn) return tl::unexpected(drawn.error());
    book.text += *drawn;
  }
  return book;
}

/// What a ZIP archive holds: an Office document, an OpenDocument, a book.
Result<TextWithTables> read_archive(std::string_view bytes, const std::string& file,
                                    std::string& format) {
  if (looks_like_odf(bytes)) {
    format = "ODF";
    return read_odf(bytes, file);
  }
  const auto archive = ZipArchive::open(bytes, file);
  if (!archive) return tl::unexpected(archive.error());
  // A book that was unpacked and packed again no longer begins with its type.
  if (looks_like_epub(bytes) || archive->has("META-INF/container.xml")) {
    format = "EPUB";
    return read_epub(bytes, file);
  }
  const auto package = relationships_of(*archive, "", file);
  if (!package) return tl::unexpected(package.error());
  const std::string part = part_of_type(*package, "officeDocument");
  if (part.starts_with("word/") && archive->has(part)) {
    format = "DOCX";
    return read_docx(*archive, part, file);
  }
  if (part.starts_with("ppt/") && archive->has(part)) {
    format = "PPTX";
    return read_pptx(*archive, part, file);
  }
  if (part.starts_with("xl/") && archive->has(part)) {
    format = "XLSX";
    return text_of_workbook(*archive, bytes, file);
  }
  return failure(ErrorCode::kMalformed,
                 "this ZIP archive is no document (.docx, .odt, .pptx, .xlsx, .epub): save the "
                 "document anew",
                 {file});
}

/// All of a file, or of the only one in a ZIP archive.
Result<PackedFile> read_bytes(Input& input) {
  auto bytes = input.read_all();
  if (!bytes) return tl::unexpected(bytes.error());
  if (ZipArchive::recognises(*bytes)) {
    auto packed = only_file_of(*bytes, input.name());
    if (!packed) return tl::unexpected(packed.error());
    if (*packed) return std::move(**packed);
  }
  return PackedFile{input.name(), std::move(*bytes)};
}

/// The paragraphs of a PDF, whose lines are those of print.
Result<void> take_pdf(Document& document, std::string_view bytes, text::LineUse lines) {
  auto pdf = read_pdf(bytes, document.name);
  if (!pdf) return tl::unexpected(pdf.error());
  document.encoding = "PDF";
  document.format = "pdf";
  auto joined = lines == text::LineUse::kAuto ? text::join_lines(pdf->text, pdf->go_on)
                                              : text::join_wrapped_lines(pdf->text, lines);
  document.text = joined ? std::move(joined->text) : std::move(pdf->text);
  if (joined) document.wrapped_at = joined->columns;
  return {};
}

bool named_markdown(const std::string& name) {
  const std::string lowered = text::ascii_lowered(name);
  return lowered.ends_with(".md") || lowered.ends_with(".markdown") || lowered.ends_with(".mdx");
}

/// Decodes a text that is in no archive.
Result<std::string> decode(Document& document, std::string_view bytes,
                           const DocumentOptions& options) {
  std::string encoding = options.encoding;
  if (encoding.empty() && looks_like_html(bytes)) {
    encoding = text::charset_name(encoding_of_html(bytes));
  }
  // Many a page that says Latin-1 is UTF-8; nothing else looks like it.
  const bool beyond_ascii =
      std::ranges::any_of(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80U; });
  if (options.encoding.empty() && beyond_ascii && !text::first_invalid(bytes)) encoding.clear();
  auto decoded = text::decode(bytes, encoding, document.name);
  // A page that lies about its encoding is read as it is.
  if (!decoded && options.encoding.empty() && !encoding.empty()) {
    decoded = text::decode(bytes, "", document.name);
  }
  if (!decoded) return tl::unexpected(decoded.error());
  if (options.encoding.empty() && text::is_encoded_twice(decoded->text)) {
    return failure(ErrorCode::kMalformed,
                   "this was UTF-8 that a program took for another encoding and saved so (å¹´ for "
                   "年): give the file as it was before, or convert it back, as 'iconv -f UTF-8 -t "
                   "WINDOWS-1252' does",
                   {document.name});
  }
  document.encoding = std::move(decoded->encoding);
  return std::move(decoded->text);
}

/// The format of a text by what it says; `name` is that of its file.
std::string format_of_text(const std::string& name, const std::string& text,
                           const DocumentOptions& options) {
  if (!options.format.empty()) return options.format;
  if (looks_like_subtitle_script(text)) return "ass";
  if (looks_like_subtitles(text)) return "srt";
  if (looks_like_xml_document(text)) return "xml";
  if (looks_like_html(text)) return "html";
  if (options.lines == text::LineUse::kAuto) {
    if (const std::string_view markup = markup_of(text, name); !markup.empty()) {
      return std::string(markup);
    }
  }
  const bool markdown =
      options.lines == text::LineUse::kAuto && looks_like_markdown(text, named_markdown(name));
  return markdown ? "markdown" : "txt";
}

using MarkupReader = void (*)(Document& document, std::string text);

MarkupReader markup_reader(std::string_view format) {
  if (format == "latex") return take_latex;
  if (format == "rst") return take_restructured_text;
  if (format == "asciidoc") return take_asciidoc;
  return nullptr;
}

/// Whether a format's text is that of a page, which no offsets lead back into the file.
bool is_page(std::string_view format) { return format == "html" || format == "xml"; }

/// Makes a text of a format that is known the text of `document`.
Result<void> take_text(Document& document, std::string text, const std::string& format,
                       text::LineUse lines) {
  document.format = format;
  if (format == "markdown") return take_markdown(document, std::move(text));
  if (const auto take = markup_reader(format)) {
    take(document, std::move(text));
    return {};
  }
  if (is_page(format)) {
    auto page =
        format == "xml" ? read_xml_document(text, document.name) : read_html(text, document.name);
    if (!page) return tl::unexpected(page.error());
    document.text = std::move(page->text);
    document.cells = std::move(page->cells);
    return {};
  }
  if (format == "srt" || format == "vtt" || format == "ass") {
    take_subtitles(document, std::move(text));
    return {};
  }
  take_plain_text(document, std::move(text), lines);
  return {};
}

/// Whether a text has its Chinese in escapes of programs, \\u4f60, and nowhere else.
bool is_escaped(std::string_view text) {
  constexpr std::size_t kFew = 3;
  std::size_t escapes = 0;
  for (std::size_t at = text.find("\\u"); at != text.npos; at = text.find("\\u", at + 2)) {
    unsigned int code = 0;
    const std::string_view digits = text.substr(at + 2, 4);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    if (read.ptr != digits.data() + 4 || !text::is_han(static_cast<char32_t>(code))) continue;
    ++escapes;
  }
  return escapes >= kFew && text::tally_writing(text).han == 0;
}

/// Whether a text is an object or a list of JSON, by how it begins and ends.
bool is_json(std::string_view body) {
  const std::size_t last = body.find_last_not_of(" \t\r\n");
  const std::size_t second = body.find_first_not_of(" \t\r\n", 1);
  if (last == body.npos || second == body.npos) return false;
  const bool object = body.front() == '{' && body[last] == '}' && body[second] == '"';
  const bool list = body.front() == '[' && body[last] == ']' && body[second] == '{';
  return object || list;
}

/// What is text only for programs: a file of pairs, XML, a notebook, an e-mail as it is sent.
Result<void> refuse_markup(const std::string& text, const std::string& file) {
  const std::string_view body =
      std::string_view(text).substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  const auto refused = [&](std::string_view what, std::string_view cure) {
    return failure(ErrorCode::kMalformed, fmt::format("this is {}: {}", what, cure), {file});
  };
  const std::string_view start = body.substr(0, 2048);
  // One of them is no text, two are compared key by key: what a program says.
  const auto refused_keys = [&](std::string_view what) {
    return refused(what,
                   "'duizhao check SOURCE TARGET' compares two such files key by key (--from txt "
                   "reads it with its keys)");
  };
  if (start.starts_with("<?xml") || start.starts_with("<tmx") || start.starts_with("<xliff")) {
    if (start.find("<tmx") != start.npos || start.find("<xliff") != start.npos) {
      return refused("a file of pairs, with both versions",
                     "give it alone, as in 'duizhao check FILE'");
    }
    if (holds_keyed_texts(body)) return refused_keys("XML of keys and what a program says");
    return refused("XML of a kind that is not read as a text",
                   "export it as .docx, .html or text (--from txt reads it with its tags)");
  }
  if (start.starts_with('{') && start.find("\"cells\"") != start.npos &&
      body.find("\"nbformat\"") != body.npos) {
    return refused("a Jupyter notebook", "export it as Markdown (jupyter nbconvert --to markdown)");
  }
  if (is_json(body)) {
    return refused(
        "JSON, and no text",
        "pairs are an object a line with both texts; files of what a program says, a "
        "language each, are compared key by key by 'duizhao check SOURCE TARGET' (--from "
        "txt reads it with its keys)");
  }
  if (start.find("MIME-Version:") != start.npos &&
      (start.find("base64") != start.npos || start.find("quoted-printable") != start.npos ||
       start.find("multipart/") != start.npos)) {
    return refused("an e-mail as it is sent", "open it, and save its text or what is attached");
  }
  if (holds_keyed_texts(body)) return refused_keys("a list of keys and what a program says");
  if (const auto markup = unread_markup_of(body)) {
    return refused(fmt::format("text with the marks of {}, which are not read", markup->name),
                   fmt::format("make a document of it, as '{}' does (--from txt reads it with its "
                               "marks)",
                               markup->cure));
  }
  if (is_escaped(body)) {
    return refused("a text whose Chinese is written in escapes (\\u4f60)",
                   "decode them first, as 'native2ascii -reverse' and 'jq .' do");
  }
  return {};
}

bool is_pdf(std::string_view bytes, const DocumentOptions& options) {
  return options.format.empty() ? bytes.substr(0, 1024).find("%PDF-") != bytes.npos
                                : options.format == "pdf";
}

bool is_archive(std::string_view bytes, const DocumentOptions& options) {
  constexpr std::array<std::string_view, 5> kArchives = {"docx", "odt", "pptx", "xlsx", "epub"};
  return options.format.empty() ? ZipArchive::recognises(bytes)
                                : std::ranges::find(kArchives, options.format) != kArchives.end();
}

Result<void> read_text(Document& document, const PackedFile& file, const DocumentOptions& options) {
  const std::string_view bytes = file.bytes;
  const bool pdf = is_pdf(bytes, options);
  if (!pdf && !is_archive(bytes, options)) {
    auto text = decode(document, bytes, options);
    if (!text) return tl::unexpected(text.error());
    const std::string format = format_of_text(file.name, *text, options);
    if (options.format.empty() && format == "txt") {
      if (auto kept = refuse_markup(*text, document.name); !kept) return kept;
    }
    return take_text(document, std::move(*text), format, options.lines);
  }
  if (pdf) return take_pdf(document, bytes, options.lines);
  auto text = read_archive(bytes, document.name, document.encoding);
  if (!text) return tl::unexpected(text.error());
  document.format = text::ascii_lowered(document.encoding);
  document.text = std::move(text->text);
  document.cells = std::move(text->cells);
  return {};
}

/// What `pdftotext` and its like make of some pages has another order than the page: columns would
/// be read across, words in drawn fonts stand outside their sentences.
Result<void> refuse_print_out_of_order(const Document& document, const DocumentOptions& options) {
  if (document.format != "txt" || options.lines == text::LineUse::kParagraphs) return {};
  if (const auto line = words_out_of_their_lines(document.original_text())) {
    return failure(ErrorCode::kMalformed,
                   "this looks like what pdftotext makes of a PDF, with words taken out of their "
                   "lines (here brackets have lost what they hold): give the PDF itself, or make "
                   "the text anew with pdftotext -layout (--lines paragraphs reads it as it is)",
                   {document.name, *line, 0});
  }
  const auto line = columns_side_by_side(document.original_text());
  if (!line) return {};
  return failure(ErrorCode::kMalformed,
                 "from here on the text stands in two columns side by side, line by line: make it "
                 "anew with one behind the other (pdftotext without -layout), or give the PDF "
                 "itself (--lines paragraphs reads it as it is)",
                 {document.name, *line, 0});
}

/// Fails where a text is in a third language; `what` is what it is called.
Result<void> refuse_other_languages(std::string_view text, std::string_view what,
                                    const std::string& file) {
  constexpr std::size_t kFewLines = 10'000;  // bytes: what is longer is told by its commonest words
  const auto foreign = text.size() < kFewLines ? text::foreign_language_of_lines(text)
                                               : text::foreign_language(text);
  if (!foreign) return {};
  return failure(ErrorCode::kMalformed,
                 fmt::format("{} is {}: one version must be Chinese and the other English "
                             "(--source-lang and --target-lang overrule what was found)",
                             what, *foreign),
                 {file});
}

/// The lines of a text that are neither Chinese nor English.
std::string lines_of_neither(std::string_view text) {
  std::string lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (text::language_of(line) == Language::kUnknown) lines.append(line).append("\n");
    begin = end + 1;
  }
  return lines;
}

/// Takes a text apart that was read as `whole`; `both` where that was done already.
Result<Versions> take_versions(Document whole, std::string text, std::optional<BothLanguages> both,
                               const DocumentOptions& options) {
  // Without such comments what is taken apart is what a page shows.
  if (!both && whole.format == "ass") {
    text = lines_of_script(text);
    whole.format = "txt";
  }
  if (!both && is_page(whole.format)) {
    if (auto read = take_text(whole, text, whole.format, options.lines); !read) {
      return tl::unexpected(read.error());
    }
    text = std::move(whole.text);
    whole.format = "txt";
  }
  if (!both) {
    auto taken = take_apart(text, whole.name);
    if (!taken) {
      const auto known =
          refuse_other_languages(lines_of_neither(text), "one of the versions", whole.name);
      return tl::unexpected(known ? taken.error() : known.error());
    }
    both = std::move(*taken);
  }
  if (options.language == Language::kUnknown) {
    for (const std::string* side : {&both->chinese, &both->english}) {
      auto known = refuse_other_languages(*side, "one of the versions", whole.name);
      if (!known) return tl::unexpected(known.error());
    }
  }
  const auto version = [&](std::string side, Language language) -> Result<Document> {
    Document document;
    document.name = whole.name;
    document.encoding = whole.encoding;
    document.language = language;
    if (auto taken = take_text(document, std::move(side), whole.format, options.lines); !taken) {
      return tl::unexpected(taken.error());
    }
    // Of a commented page no place is known in the file; all else leads back to what stands there.
    if (document.original.empty() && !is_page(whole.format)) {
      document.offsets.add_same(document.text.size());
    }
    if (!is_page(whole.format)) document.original = text;
    return document;
  };
  auto chinese = version(std::move(both->chinese), Language::kChinese);
  if (!chinese) return tl::unexpected(chinese.error());
  auto english = version(std::move(both->english), Language::kEnglish);
  if (!english) return tl::unexpected(english.error());
  const Language first = options.language != Language::kUnknown ? options.language : both->first;
  if (first == Language::kChinese) return Versions{std::move(*chinese), std::move(*english)};
  return Versions{std::move(*english), std::move(*chinese)};
}

/// The same for a text as its file, of this name, has it.
Result<Versions> versions_of_text(Document whole, std::string text, const std::string& name,
                                  const DocumentOptions& options) {
  whole.format = format_of_text(name, text, options);
  if (options.format.empty() && whole.format == "txt") {
    if (auto kept = refuse_markup(text, whole.name); !kept) return tl::unexpected(kept.error());
  }
  auto both = whole.format == "xml" ? std::nullopt : take_comments_out(text);
  return take_versions(std::move(whole), std::move(text), std::move(both), options);
}

}  // namespace

const std::vector<std::string_view>& document_formats() {
  static const std::vector<std::string_view> formats = {
      "txt", "markdown", "latex", "rst", "asciidoc", "html", "xml",  "docx",
      "odt", "pdf",      "srt",   "vtt", "ass",      "pptx", "xlsx", "epub"};
  return formats;
}

Result<Document> read_document(const std::string& path, const DocumentOptions& options,
                               std::istream& standard_input) {
  auto input = Input::open(path, standard_input);
  if (!input) return tl::unexpected(input.error());
  const auto file = read_bytes(*input);
  if (!file) return tl::unexpected(file.error());
  Document document;
  document.name = input->name();
  document.language = options.language;
  if (auto read = read_text(document, *file, options); !read) return tl::unexpected(read.error());
  if (auto kept = refuse_print_out_of_order(document, options); !kept) {
    return tl::unexpected(kept.error());
  }
  if (options.language == Language::kUnknown) {
    if (auto known = refuse_other_languages(document.text, "this text", document.name); !known) {
      return tl::unexpected(known.error());
    }
  }
  return document;
}

Result<Versions> read_both_versions(const std::string& path, const DocumentOptions& options,
                                    std::istream& standard_input) {
  auto input = Input::open(path, standard_input);
  if (!input) return tl::unexpected(input.error());
  const auto file = read_bytes(*input);
  if (!file) return tl::unexpected(file.error());
  Document whole;
  whole.name = input->name();
  if (is_pdf(file->bytes, options) || is_archive(file->bytes, options)) {
    if (auto read = read_text(whole, *file, options); !read) return tl::unexpected(read.error());
    std::string text = std::move(whole.text);
    return take_versions(std::move(whole), std::move(text), std::nullopt, options);
  }
  auto text = decode(whole, file->bytes, options);
  if (!text) return tl::unexpected(text.error());
  return versions_of_text(std::move(whole), std::move(*text), file->name, options);
}

Result<Versions> both_versions_of(std::string text, const std::string& name,
                                  const DocumentOptions& options) {
  Document whole;
  whole.name = name;
  whole.encoding = "UTF-8";
  return versions_of_text(std::move(whole), std::move(text), name, options);
}

}  // namespace duizhao::formats
