#include "duizhao/formats/docx.h"

#include <doctest/doctest.h>

#include <random>
#include <sstream>
#include <string>

#include "duizhao/formats/document_reader.h"
#include "duizhao/formats/zip.h"
#include "stored_zip.h"

using duizhao::ErrorCode;
using duizhao::formats::ZipArchive;

namespace {

const std::string kRelationships =
    "<?xml version=\"1.0\"?><Relationships "
    "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
    "Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    "officeDocument\" Target=\"word/document.xml\"/></Relationships>";

const std::string kNamespaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

std::string document_xml(const std::string& body) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document" +
         kNamespaces + "><w:body>" + body + "</w:body></w:document>";
}

std::string docx(const std::string& body) {
  return stored_zip({{"_rels/.rels", kRelationships}, {"word/document.xml", document_xml(body)}});
}

std::string run(const std::string& text) {
  return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::string paragraph(const std::string& content) { return "<w:p>" + content + "</w:p>"; }

duizhao::Result<std::string> read(const std::string& bytes) {
  std::istringstream input(bytes);
  auto document = duizhao::formats::read_document("-", {}, input);
  if (!document) return tl::unexpected(document.error());
  return std::move(document->text);
}

void reads(const std::string& body, const std::string& text) {
  const auto result = read(docx(body));
  REQUIRE(result);
  CHECK(*result == text);
}

void fails(const std::string& bytes, std::string_view reason) {
  const auto result = read(bytes);
  REQUIRE_FALSE(result);
  CAPTURE(result.error().message);
  CHECK(result.error().code == ErrorCode::kMalformed);
  CHECK(result.error().message.find(reason) != std::string::npos);
  CHECK(result.error().where.file.starts_with("<stdin>"));
}

}  // namespace

TEST_CASE("docx: a paragraph is a line, whatever its runs") {
  reads(paragraph(run("年度") + "<w:bookmarkStart/>" + run("报告")) + paragraph("") +
            paragraph("<w:hyperlink>" + run("See &amp; read") + "</w:hyperlink>" + run(" more.")),
        "年度报告\n\nSee & read more.\n");
}

TEST_CASE("docx: tabs and line breaks in the text, not tab stops; a page break ends a line too") {
  reads(paragraph("<w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/>"
                  "<w:t>b</w:t><w:br/><w:t>c</w:t><w:br w:type=\"page\"/><w:t>d</w:t>"
                  "<w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t></w:r>"),
        "a\tb c d-ef\n");
}

TEST_CASE("docx: tracked changes are read as accepted") {
  reads(
      paragraph(run("Sales ") + "<w:del><w:r><w:delText>fell</w:delText></w:r></w:del><w:ins>" +
                run("rose") + "</w:ins><w:moveFrom>" + run(" away") + "</w:moveFrom>" + run(".")) +
          paragraph("<w:moveTo>" + run("away") + "</w:moveTo>"),
      "Sales rose.\naway\n");
}

TEST_CASE("docx: paragraphs whose mark was deleted are one") {
  const std::string deleted_mark = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>";
  reads(paragraph(deleted_mark + run("出口")) + paragraph(run("增长。")), "出口增长。\n");
  reads(paragraph(deleted_mark + run("完")), "完\n");
}

TEST_CASE("docx: table cells are lines, deleted rows are out") {
  const std::string cell = "<w:tc>" + paragraph(run("一")) + "</w:tc>";
  reads("<w:tbl><w:tr>" + cell + cell + "</w:tr><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" + cell +
            "</w:tr></w:tbl>" + paragraph(run("二")),
        "一\n一\n二\n");
}

TEST_CASE("docx: hidden text, field codes, ruby and fallbacks are left out") {
  reads(paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>" + run("页") +
                  "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>数</w:t></w:r>"
                  "<w:r><w:instrText>PAGE</w:instrText></w:r>"
                  "<w:r><w:ruby><w:rt>" +
                  run("pin") + "</w:rt><w:rubyBase>" + run("拼") +
                  "</w:rubyBase></w:ruby></w:r>"
                  "<mc:AlternateContent><mc:Choice>" +
                  run("新") + "</mc:Choice><mc:Fallback>" + run("旧") +
                  "</mc:Fallback></mc:AlternateContent>"),
        "页数拼新\n");
}

TEST_CASE("docx: the paragraphs of a text box come before the one that holds it") {
  reads(paragraph(run("外") + "<w:r><w:txbxContent>" + paragraph(run("内")) +
                  "</w:txbxContent></w:r>" + run("面")),
        "内\n外面\n");
}

TEST_CASE("docx: footnotes and endnotes follow the text") {
  const std::string notes = "<w:footnotes" + kNamespaces + "><w:footnote w:type=\"separator\">" +
                            paragraph(run("-")) + "</w:footnote><w:footnote w:id=\"1\">" +
                            paragraph(run("脚注")) + "</w:footnote></w:footnotes>";
  const std::string ends = "<w:endnotes" + kNamespaces + "><w:endnote>" + paragraph(run("尾注")) +
                           "</w:endnote></w:endnotes>";
  const auto result = read(stored_zip({{"_rels/.rels", kRelationships},
                                       {"word/document.xml", document_xml(paragraph(run("正文")))},
                                       {"word/endnotes.xml", ends},
                                       {"word/footnotes.xml", notes}}));
  REQUIRE(result);
  CHECK(*result == "正文\n脚注\n尾注\n");
}

TEST_CASE("docx: of a field what it shows is read, of fields within its instructions nothing") {
  const auto mark = [](const std::string& type) {
    return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
  };
  const std::string inner = mark("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" +
                            mark("separate") + run("99") + mark("end");
  reads(paragraph(run("Page ") + mark("begin") + inner + mark("separate") + run("12") +
                  mark("end") + run(".")) +
            // Contents are one field over many paragraphs.
            paragraph(mark("begin") + mark("separate") + run("One")) +
            paragraph(run("Two") + mark("end")) +
            // One that a damaged file leaves open hides no other paragraph.
            paragraph(mark("begin") + run("no")) + paragraph(run("Three")),
        "Page 12.\nOne\nTwo\n\nThree\n");
}

TEST_CASE("docx: notes are the parts that the document leads to, by whatever name") {
  const auto result = read(stored_zip(
      {{"_rels/.rels", kRelationships},
       {"word/document.xml", document_xml(paragraph(run("正文")))},
       {"word/_rels/document.xml.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"x/footnotes\" Target=\"notes7.xml\"/>"
        "</Relationships>"},
       {"word/notes7.xml", "<w:footnotes" + kNamespaces + "><w:footnote w:id=\"1\">" +
                               paragraph(run("脚注")) + "</w:footnote></w:footnotes>"}}));
  REQUIRE(result);
  CHECK(*result == "正文\n脚注\n");
}

TEST_CASE("docx: a tab to a place of the page is a tab, a symbol of other fonts itself") {
  reads(paragraph(run("10") + "<w:r><w:ptab/></w:r>" + run("11 ") +
                  "<w:r><w:sym w:font=\"MS Gothic\" w:char=\"2612\"/><w:sym w:font=\"Wingdings\" "
                  "w:char=\"F0FE\"/></w:r>" +
                  run("12")),
        "10\t11 ☒ 12\n");
}

TEST_CASE("docx: a document is recognised by its content") {
  std::istringstream input(docx(paragraph(run("正文"))));
  const auto document = duizhao::formats::read_document("-", {}, input);
  REQUIRE(document);
  CHECK(document->text == "正文\n");
  CHECK(document->encoding == "DOCX");
}

TEST_CASE("docx: other archives and damaged ones are refused") {
  fails(stored_zip({{"mimetype", "image/png"}}), "no document (.docx");
  const std::string whole = docx(paragraph(run("正文")));
  fails(whole.substr(0, whole.size() - 30), "cut off");
  fails("PK\x03\x04", "cut off");
  std::string damaged = whole;
  damaged[damaged.find("正文")] ^= 1;  // the checksum no longer fits
  fails(damaged, "damaged");
  fails(docx("<w:p>"), "not well-formed");
}

TEST_CASE("docx: hostile XML is refused") {
  const auto hostile = [](const std::string& xml) {
    return stored_zip({{"_rels/.rels", kRelationships}, {"word/document.xml", xml}});
  };
  fails(hostile("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"), "refused");
  std::string deep;
  for (int i = 0; i < 10'000; ++i) deep += "<w:p>";
  fails(docx(deep), "deeper");
}

TEST_CASE("zip: entries that inflate too far are refused") {
  const std::string bytes = stored_zip({{"a", std::string(3'000'000, ' ')}});
  const auto archive = ZipArchive::open(bytes, "a.zip", 2 << 20);
  REQUIRE(archive);
  std::size_t read = 0;
  const auto result = archive->read("a", [&](std::string_view block) -> duizhao::Result<void> {
    read += block.size();
    return {};
  });
  REQUIRE_FALSE(result);
  CHECK(result.error().message.find("more than 2 MB") != std::string::npos);
  CHECK(read <= 2 << 20);
  CHECK(archive->has("a"));
  CHECK_FALSE(archive->has("b"));
  CHECK_FALSE(archive->read("b", [](std::string_view) -> duizhao::Result<void> { return {}; }));
}

TEST_CASE("docx: random damage gives a text or an error, never a crash") {
  const std::string whole = docx(paragraph(run("正文") + "<w:del/>"));
  std::mt19937 random(29);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = whole;
    for (int i = 0; i < 2; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    const auto result = read(bytes);
    if (!result) CHECK_FALSE(result.error().message.empty());
  }
}

TEST_CASE("docx: what is set in the font Symbol is read as it shows") {
  reads(paragraph("<w:r><w:rPr><w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\"/></w:rPr>"
                  "<w:t>m\uF070</w:t></w:r>" +
                  run("g")),
        "μπg\n");
}

TEST_CASE("docx: the words of a diagram follow the text") {
  const std::string relationships =
      "<Relationships><Relationship Id=\"r1\" Type=\"http://x/diagramData\" "
      "Target=\"diagrams/data1.xml\"/></Relationships>";
  const auto text = read(stored_zip(
      {{"_rels/.rels", kRelationships},
       {"word/document.xml", document_xml(paragraph(run("Text.")))},
       {"word/_rels/document.xml.rels", relationships},
       {"word/diagrams/data1.xml",
        "<d:dataModel xmlns:d=\"urn:d\" xmlns:a=\"urn:a\"><d:pt><d:t><a:p><a:r><a:t>Step one"
        "</a:t></a:r></a:p></d:t></d:pt></d:dataModel>"}}));
  REQUIRE(text);
  CHECK(*text == "Text.\nStep one\n");
}
