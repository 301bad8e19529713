// Files that cannot be read: each is refused in one line that says what it is, where it broke and
// what to do. All messages stand in tests/formats/golden/bad_files.txt, to be read by eye.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/glossary_file.h"
#include "duizhao/review/documents.h"
#include "formats/stored_zip.h"
#include "golden.h"

using namespace duizhao;

namespace {

constexpr const char* kOffice =
    "<Relationships><Relationship Id='r' Type='x/officeDocument' Target='word/document.xml'/>"
    "</Relationships>";

std::string docx(const std::string& body) {
  return stored_zip({{"_rels/.rels", kOffice}, {"word/document.xml", body}});
}

std::string said(const Error& error) {
  const auto& where = error.where;
  const std::string place = where.line == 0 ? where.file
                            : where.column == 0
                                ? fmt::format("{}:{}", where.file, where.line)
                                : fmt::format("{}:{}:{}", where.file, where.line, where.column);
  return fmt::format("{}: {}", place, error.message);
}

std::string as_document(const std::string& bytes, const ReadOptions& options = {}) {
  std::istringstream input(bytes);
  const auto document = read_document("-", options, &input);
  return document ? "is read" : said(document.error());
}

std::string as_both(const std::string& bytes) {
  std::istringstream input(bytes);
  const auto both = read_both_versions("-", {}, {}, &input);
  return both ? "is read" : said(both.error());
}

std::string as_pairs(const std::string& bytes, const std::string& name,
                     const formats::BilingualOptions& options = {}) {
  const auto reader = formats::open_bilingual_text(bytes, name, options);
  if (!reader) return said(reader.error());
  formats::BilingualPair pair;
  for (;;) {
    const auto more = (*reader)->next(pair);
    if (!more) return said(more.error());
    if (!*more) break;
  }
  if ((*reader)->passed_over() == 0) return "is read";
  return fmt::format("passed over {}: {}", (*reader)->passed_over(),
                     said((*reader)->first_faults().front()));
}

std::string as_glossary(const std::string& bytes) {
  std::istringstream input(bytes);
  const auto entries = formats::read_glossary("-", input);
  return entries ? "is read" : said(entries.error());
}

struct Bad {
  std::string what;
  std::string message;
};

std::string deep_xml() {
  std::string body = "<w:document xmlns:w='w'><w:body>";
  for (int i = 0; i < 5000; ++i) body += "<w:p>";
  return body;
}

std::vector<Bad> bad_files() {
  const std::string whole = docx("<w:document xmlns:w='w'><w:body/></w:document>");
  return {
      {"a picture as a text", as_document(std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16))},
      {"a Word document of 1997", as_document("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 ...")},
      {"an RTF file", as_document("{\\rtf1\\ansi text}")},
      {"a 7z archive", as_document("7z\xBC\xAF\x27\x1C\x00\x04")},
      {"bytes of no text", as_document(std::string("ab\0\1\2\xFF\xFE\0cd", 10))},
      {"UTF-8 that is cut off", as_document("河水一夜之间上涨。两座桥梁关\xE9\x97")},
      {"another encoding than was said", as_document("河水上涨。", {.encoding = "Big5"})},
      {"an encoding that nobody knows", as_document("text", {.encoding = "Latin-17"})},
      {"Japanese", as_document("川は一晩で増水しました。二つの橋が閉鎖されています。\n")},
      {"gzip, cut off", as_document(std::string("\x1F\x8B\x08\0\0\0\0\0\0\x03\x4B", 11))},
      {"a PDF that is none", as_document("%PDF-1.7\nnothing\n")},
      {"a DOCX, cut off", as_document(whole.substr(0, whole.size() / 2))},
      {"a book in XML",
       as_document("<?xml version='1.0'?>\n<article><title>Rain</title></article>\n")},
      {"DocBook whose chapters are other files",
       as_document("<book xmlns='http://docbook.org/ns/docbook' xmlns:xi='http://www.w3.org/2001/"
                   "XInclude'>\n"
                   "<xi:include href='../../etc/passwd'/></book>\n")},
      {"DocBook that declares entities",
       as_document("<!DOCTYPE book PUBLIC \"-//OASIS//DTD DocBook XML V4.5//EN\" \"d.dtd\" [\n"
                   "<!ENTITY a SYSTEM \"file:///etc/passwd\">]><book><para>&a;</para></book>\n")},
      {"DITA, cut off",
       as_document("<!DOCTYPE topic PUBLIC \"-//OASIS//DTD DITA Topic//EN\" \"topic.dtd\">\n"
                   "<topic id='a'><title>Rain</title><body><p>It rai")},
      {"a map of DITA",
       as_document("<?xml version='1.0'?>\n<!DOCTYPE map PUBLIC \"-//OASIS//DTD DITA Map//EN\" "
                   "\"map.dtd\">\n<map><topicref href='a.dita'/></map>\n")},
      {"a memory as one version",
       as_document("<?xml version='1.0'?><tmx version='1.4'><header/><body/></tmx>")},
      {"an e-mail as it is sent",
       as_document("From: a@b.example\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n"
                   "5L2g5aW9\n")},
      {"texts by keys in JSON", as_document("{\n  \"home\": \"The port is open.\"\n}\n")},
      {"print whose words stand outside their lines",
       as_document(
           "海平港務\n陈安\nThe port belongs to Haiping Port Co (\n), whose head is Chen An "
           "(\n), a lawyer.\n")},
      {"print in two columns side by side",
       as_document("The port handled 4.5 million con-      In the second half the company\n"
                   "tainers last year, 12 percent more     opened 14 new lines to Asia and\n"
                   "than in 2022. Revenue rose to 310      closed 3. It employs 2,410 people,\n"
                   "million yuan, as it had hoped          of whom 41 percent are women\n")},
      {"properties", as_document("open=Open a file\nsave=Save it\nquit=Quit\n")},
      {"properties in escapes",
       as_document("open=\\u6253\\u5f00\\u6587\\u4ef6\nsave=\\u4fdd\\u5b58\n")},
      {"a notebook", as_document("{\n \"cells\": [],\n \"nbformat\": 4\n}\n")},
      {"a ZIP archive of two documents",
       as_document(stored_zip({{"a.md", "It rains."}, {"b.md", "It snows."}}))},
      {"a document of Pages",
       as_document(stored_zip({{"Index/Document.iwa", "x"}, {"preview.jpg", "y"}}))},
      {"a document of InDesign",
       as_document(stored_zip({{"mimetype", "application/vnd.adobe.indesign-idml-package"},
                               {"designmap.xml", "<Document/>"}}))},
      {"an OFD document",
       as_document(stored_zip({{"OFD.xml", "<OFD/>"}, {"Doc_0/a.xml", "<a/>"}}))},
      {"an OpenDocument with a password",
       as_document(stored_zip({{"mimetype", "application/vnd.oasis.opendocument.text"},
                               {"content.xml", "\x01\x02"},
                               {"META-INF/manifest.xml", "<manifest:encryption-data/>"}}))},
      {"a book that is protected",
       as_document(
           stored_zip({{"META-INF/container.xml", "<container/>"},
                       {"META-INF/encryption.xml", "<CipherReference URI=\"a.xhtml\"/>"}}))},
      {"a Word document with a password",
       as_document(std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
                               "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
                               40))},
      {"a book for Kindle", as_document(std::string(60, 'a') + "BOOKMOBI" + std::string(9, '\0'))},
      {"a PostScript file", as_document("%!PS-Adobe-3.0\n")},
      {"text with the marks of Org",
       as_document("#+title: Rain\n#+author: A\n\n* Rain\nIt rains.\n")},
      {"UTF-8 encoded twice",
       as_document("\u00E8\u00AF\u00A5\u00E8\u00A1\u0152\u00E5\u0153\u00A8\u00E6\u2014\u00A7\n")},
      {"a tar archive", as_document(std::string(257, 'a') + "ustar" + std::string(255, '\0'))},
      {"an empty ZIP archive", as_document("PK\x05\x06" + std::string(18, '\0'))},
      {"a DOCX without its main part", as_document(stored_zip({{"_rels/.rels", kOffice}}))},
      {"a DOCX of broken XML", as_document(docx("<w:document xmlns:w='w'>\n<w:body></w:p>"))},
      {"a DOCX that declares entities",
       as_document(docx("<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>"))},
      {"a DOCX nested beyond measure", as_document(docx(deep_xml()))},
      {"an OpenDocument without content",
       as_document(stored_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}}))},
      {"a book without a list of contents",
       as_document(stored_zip({{"mimetype", "application/epub+zip"}}))},
      {"one version where both are wanted", as_both("The river rose. Two bridges were closed.\n")},
      {"a line of pairs without a tab", as_pairs("no tab\nIt rains.\t下雨了。\n", "a.tsv")},
      {"a memory of Trados as it is",
       as_pairs(std::string("SQLite format 3\0\x10", 17), "a.sdltm")},
      {"a compiled catalogue as pairs",
       as_pairs(std::string("\xDE\x12\x04\x95\0\0\0\0", 8), "a.mo")},
      {"a picture as pairs", as_pairs("\x89PNG\r\n\x1a\n", "a.csv")},
      {"XML of another kind as pairs", as_pairs("<?xml version='1.0'?>\n<TS/>\n", "a.ts")},
      {"a row that a comma in its text has cut", as_pairs("en,zh\nRain,雨\n1,2,三\n", "a.csv")},
      {"a quote that is never closed", as_pairs("en,zh\nRain,\"雨\n", "a.csv")},
      {"a table of French and English", as_pairs("fr,en\nla pluie,the rain\n", "a.csv")},
      {"a column that is not there", as_pairs("id\ten\tzh\n1\tRain\t雨\n", "a.tsv",
                                              {.encoding = {},
                                               .source_language = {},
                                               .target_language = {},
                                               .columns = {"en", "chinese"}})},
      {"JSON lines, one of them broken",
       as_pairs("{\"source\":\"Rain\",\"target\":\"雨\"}\n{\"source\":\n", "a.jsonl")},
      {"a TMX without Chinese",
       as_pairs("<tmx version='1.4'><header srclang='en'/><body><tu><tuv xml:lang='en'><seg>Rain"
                "</seg></tuv><tuv xml:lang='fr'><seg>Pluie</seg></tuv></tu></body></tmx>",
                "a.tmx")},
      {"a TMX, cut off",
       as_pairs("<tmx version='1.4'>\n<header srclang='en'/>\n<body><tu><tuv xml:lang='en'><seg>Ra",
                "a.tmx")},
      {"an XLIFF of other languages than were said",
       as_pairs(
           "<xliff version='1.2'><file source-language='en' target-language='fr'><body/></file>"
           "</xliff>",
           "a.xlf", {.encoding = {}, .source_language = "en", .target_language = "zh"})},
      {"an XLIFF that reads another file",
       as_pairs("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><xliff version='1.2'>"
                "<file><body><trans-unit id='1'><source>&a;</source></trans-unit></body></file>"
                "</xliff>",
                "a.xlf")},
      {"two files in one archive",
       as_pairs(stored_zip({{"a.tsv", "Rain\t雨\n"}, {"b.tsv", "Snow\t雪\n"}}), "a.zip")},
      {"a Word document without a table", as_pairs(whole, "a.docx")},
      {"an old workbook as a glossary", as_glossary("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 ...")},
      {"a glossary without Chinese", as_glossary("rain\tpluie\nsnow\tneige\n")},
      {"a glossary in lines without columns", as_glossary("rain = 雨\nsnow = 雪\n")},
      {"a glossary with a line of one column", as_glossary("rain\t雨\nsnow\n")},
      {"a glossary with a status of its own", as_glossary("en\tzh\tstatus\nrain\t雨\tmaybe\n")},
      {"a memory as a glossary", as_glossary("<tmx version='1.4'><body/></tmx>")},
      {"a TBX of other languages",
       as_glossary("<tbx><text><body><conceptEntry><langSec xml:lang='de'><termSec><term>Regen"
                   "</term></termSec></langSec></conceptEntry></body></text></tbx>")},
  };
}

}  // namespace

TEST_CASE("bad files: each is refused in one line that says what it is and what to do") {
  std::string written;
  for (const Bad& bad : bad_files()) {
    CAPTURE(bad.what);
    CHECK(bad.message != "is read");
    CHECK(bad.message.find('\n') == std::string::npos);
    written += fmt::format("{}\n  {}\n", bad.what, bad.message);
  }
  tests::check_golden("tests/formats/golden/bad_files.txt", written);
}
