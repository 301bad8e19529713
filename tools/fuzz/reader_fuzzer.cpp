// Reads arbitrary bytes in one format, which DUIZHAO_FUZZED_READER names: whatever they are, they
// are read or refused, and what is read is valid UTF-8 whose spans lie on code points. What is a
// ZIP archive outside is fuzzed inside, by putting the bytes in as the part that holds the text:
// mutated archives break before anything of ours sees them.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>

#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/glossary_file.h"
#include "duizhao/formats/keyed_texts.h"
#include "duizhao/formats/zip.h"
#include "duizhao/review/documents.h"
#include "duizhao/text/utf8.h"

namespace {

using namespace duizhao;
using formats::ZipEntry;

constexpr std::string_view kReader = DUIZHAO_FUZZED_READER;  // "document/docx", "pairs/tmx" …
constexpr std::string_view kKind = kReader.substr(0, kReader.find('/'));
constexpr std::string_view kFormat = kReader.substr(kReader.find('/') + 1);

void require(bool holds) {
  if (!holds) std::abort();
}

std::string relationship(const std::string& id, const std::string& type,
                         const std::string& target) {
  return "<Relationship Id=\"" + id +
         "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type +
         "\" Target=\"" + target + "\"/>";
}

std::string relationships(const std::string& type, const std::string& target) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         relationship("r1", type, target) + "</Relationships>";
}

std::string packed(const std::string& part) {
  if (part.starts_with("PK")) return part;
  if (kFormat == "docx") {
    return formats::write_zip(
        {{"_rels/.rels", relationships("officeDocument", "word/document.xml")},
         {"word/_rels/document.xml.rels", relationships("aFChunk", "other")},
         {"word/other", part},
         {"word/document.xml", part}});
  }
  if (kFormat == "pptx") {
    return formats::write_zip(
        {{"_rels/.rels", relationships("officeDocument", "ppt/presentation.xml")},
         {"ppt/presentation.xml",
          "<p:presentation xmlns:p=\"http://schemas.openxmlformats.org/"
          "presentationml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/"
          "officeDocument/2006/relationships\"><p:sldIdLst><p:sldId id=\"256\" "
          "r:id=\"r1\"/></p:sldIdLst></p:presentation>"},
         {"ppt/_rels/presentation.xml.rels", relationships("slide", "slides/1.xml")},
         {"ppt/slides/1.xml", part}});
  }
  if (kFormat == "xlsx") {
    return formats::write_zip(
        {{"_rels/.rels", relationships("officeDocument", "xl/workbook.xml")},
         {"xl/workbook.xml",
          "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/"
          "main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
          "relationships\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/>"
          "</sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          "<Relationships>" + relationship("r1", "worksheet", "sheet1.xml") +
              relationship("r2", "styles", "styles.xml") + "</Relationships>"},
         {"xl/styles.xml",
          "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"14\"/>"
          "<xf numFmtId=\"20\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"},
         {"xl/sheet1.xml", part}});
  }
  if (kFormat == "odt" || kFormat == "ods") {
    return formats::write_zip(
        {{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", part}});
  }
  if (kFormat == "epub") {
    return formats::write_zip({{"mimetype", "application/epub+zip"},
                               {"META-INF/container.xml",
                                "<container><rootfiles><rootfile full-path=\"a.opf\"/></rootfiles>"
                                "</container>"},
                               {"a.opf",
                                "<package><manifest><item id=\"a\" href=\"a.xhtml\" "
                                "media-type=\"application/xhtml+xml\"/></manifest><spine><itemref "
                                "idref=\"a\"/></spine></package>"},
                               {"a.xhtml", part}});
  }
  return part;
}

void check(const Document& document) {
  require(!text::first_invalid(document.text));
  for (const Sentence& sentence : document.sentences) {
    require(sentence.span.end <= document.text.size());
    require(!text::first_invalid(sentence.span.in(document.text)));
    const Span original = document.in_original(sentence.span);
    require(original.begin <= original.end && original.end <= document.original_text().size());
    require(!text::first_invalid(original.in(document.original_text())));
  }
}

ReadOptions read_options() {
  ReadOptions options;
  options.format = kFormat;
  options.language = Language::kChinese;
  return options;
}

void read_as_document(std::istream& bytes) {
  const auto document = read_document("-", read_options(), &bytes);
  if (document) check(*document);
}

void read_as_both_versions(std::istream& bytes) {
  const auto versions = read_both_versions("-", read_options(), {}, &bytes);
  if (!versions) return;
  check(versions->source);
  check(versions->target);
}

void check(const SegmentCodes& codes, const std::string& text) {
  std::size_t done = 0;
  for (const SegmentCode& code : codes) {
    require(code.span.begin >= done && code.span.begin <= code.span.end);
    require(code.span.end <= text.size() && !text::first_invalid(text.substr(0, code.span.begin)));
    done = code.span.begin;
  }
}

void read_as_pairs(std::istream& bytes) {
  formats::BilingualOptions options;
  options.format = kFormat;
  const auto reader = formats::open_bilingual("-", options, bytes);
  if (!reader) return;
  formats::BilingualPair pair;
  for (auto more = (*reader)->next(pair); more && *more; more = (*reader)->next(pair)) {
    require(!text::first_invalid(pair.source) && !text::first_invalid(pair.target));
    require(!text::first_invalid(pair.id));
    check(pair.source_codes, pair.source);
    check(pair.target_codes, pair.target);
  }
}

void read_as_glossary(std::istream& bytes) {
  const auto entries = formats::read_glossary("-", bytes);
  if (!entries) return;
  for (const TermEntry& entry : *entries) {
    for (const Term& term : entry.terms) require(!text::first_invalid(term.text));
  }
}

void read_as_keys(const std::string& bytes) {
  if (text::first_invalid(bytes)) return;
  (void)formats::holds_keyed_texts(bytes);
  const auto texts = formats::read_keyed_texts(bytes, "-");
  if (!texts) return;
  for (const formats::KeyedText& text : *texts) require(!text::first_invalid(text.text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string content(reinterpret_cast<const char*>(data), size);
  if (kKind == "keys") {
    read_as_keys(content);
    return 0;
  }
  std::istringstream bytes(packed(content));
  if (kKind == "document") read_as_document(bytes);
  if (kKind == "both") read_as_both_versions(bytes);
  if (kKind == "pairs") read_as_pairs(bytes);
  if (kKind == "glossary") read_as_glossary(bytes);
  return 0;
}
