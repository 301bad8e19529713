#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "duizhao/formats/document_reader.h"
#include "duizhao/formats/glossary_xlsx.h"
#include "duizhao/formats/zip.h"

namespace duizhao::formats {
namespace {

Result<Document> read(const std::string& bytes, const DocumentOptions& options = {}) {
  std::istringstream input(bytes);
  return read_document("-", options, input);
}

std::string text_of(const std::string& bytes, const DocumentOptions& options = {}) {
  const auto document = read(bytes, options);
  return document ? document->text : "error: " + document.error().message;
}

std::string message_of(const std::string& bytes, const DocumentOptions& options = {}) {
  const auto document = read(bytes, options);
  return document ? std::string() : document.error().message;
}

constexpr const char* kRelationships =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";

std::string office(const std::string& main, const std::vector<ZipEntry>& parts) {
  std::vector<ZipEntry> entries = {
      {"_rels/.rels", std::string(kRelationships) +
                          R"(<Relationship Id="r1" Type="http://x/officeDocument" Target=")" +
                          main + R"("/></Relationships>)"}};
  entries.insert(entries.end(), parts.begin(), parts.end());
  return write_zip(entries);
}

TEST_CASE("documents: Markdown is text without its marks, and leads back to the file") {
  const std::string file =
      "---\ntitle: Debug Pods\nweight: 20\n---\n# First\n\nSome **strong** text\nthat goes on "
      "[there](/docs/a/), &amp; so on.\n\n```\ncode\n```\n\n- one\n- two\n\n| A | B |\n|---|---|\n"
      "| 1 | 2 |\n";
  const auto document = read(file);
  REQUIRE(document);
  CHECK(document->text ==
        "Debug Pods\nFirst\nSome strong text that goes on there, & so on.\none\ntwo\nA\nB\n1\n2\n");
  for (const std::string_view word : {"Debug Pods", "strong", "there", "two"}) {
    const std::size_t at = document->text.find(word);
    CHECK(document->in_original({at, at + word.size()}).in(file) == word);
  }
}

TEST_CASE("documents: what frames paragraphs of Markdown is no text but for its title") {
  CHECK(text_of("# Head\n\n::: tip Good to know\nIt *rains*\ntoday.\n:::\n\n::: {.notes}\n\nIt "
                "**snows**.\n\n:::\n") == "Head\nGood to know\nIt rains today.\nIt snows.\n");
}

TEST_CASE("documents: HTML is told by its content; notes are left out, powers are raised") {
  CHECK(text_of("<!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body>"
                "<p>In 2023<sup><a href='#n'>1</a></sup> it was 10<sup>7</sup>, 120<br/>45 &lt; "
                "<b>many</b>\n more.<script>x</script></p><p hidden>no</p><table><tr><td>a</td>"
                "<td>b</td></tr></table></body></html>") ==
        "T\nIn 2023 it was 10⁷, 120\n45 < many more.\na\nb\n");
}

TEST_CASE("documents: a page in GB2312 that says so is read so") {
  CHECK(
      text_of("<html><head><meta charset=\"gb2312\"></head><body>\xD6\xD0\xB9\xFA</body></html>") ==
      "中国\n");
}

TEST_CASE("documents: the cues of a sentence are one line, and lead back to the file") {
  const std::string file =
      "1\n00:00:01,000 --> 00:00:02,000\n<i>The bank</i> said\nthat exports\n\n"
      "2\n00:00:03,000 --> 00:00:04,000\nrose by a third.\n\n"
      "3\n00:00:05,000 --> 00:00:06,000\nImports fell.\n";
  const auto document = read(file);
  REQUIRE(document);
  CHECK(document->text == "The bank said that exports rose by a third.\nImports fell.\n");
  const std::size_t at = document->text.find("third");
  CHECK(document->in_original({at, at + 5}).in(file) == "third");
  CHECK(text_of("WEBVTT\n\n00:01.000 --> 00:02.000\n你好\n\n00:03.000 --> 00:04.000\n再见\n") ==
        "你好\n再见\n");
}

TEST_CASE("documents: OpenDocument, with notes behind the text and deletions left out") {
  const std::string content =
      R"(<o:document xmlns:o="urn:o" xmlns:text="urn:t" xmlns:style="urn:s">)"
      R"(<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/>)"
      R"(</style:style><text:tracked-changes><text:p>gone</text:p></text:tracked-changes>)"
      R"(<text:h>Title</text:h><text:p>In 10<text:span text:style-name="T1">7</text:span><text:s/>)"
      R"(years<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.)"
      R"(</text:p></text:note-body></text:note> or so.</text:p></o:document>)";
  CHECK(text_of(write_zip({{"mimetype", "application/vnd.oasis.opendocument.text"},
                           {"content.xml", content}})) == "Title\nIn 10⁷ years or so.\nA note.\n");
}

TEST_CASE(
    "documents: slides come in the order of the presentation, each with what its speaker says") {
  const auto slide = [](const std::string& text) {
    return R"(<p:sld xmlns:p="urn:p" xmlns:a="urn:a"><a:p><a:r><a:t>)" + text +
           R"(</a:t></a:r></a:p><a:p><a:fld><a:t>7</a:t></a:fld></a:p></p:sld>)";
  };
  CHECK(text_of(office(
            "ppt/presentation.xml",
            {{"ppt/presentation.xml",
              R"(<p:presentation xmlns:p="urn:p" xmlns:r="http://x/relationships"><p:sldIdLst>)"
              R"(<p:sldId id="256" r:id="r2"/><p:sldId id="257" r:id="r1"/></p:sldIdLst>)"
              R"(</p:presentation>)"},
             {"ppt/_rels/presentation.xml.rels",
              std::string(kRelationships) +
                  R"(<Relationship Id="r1" Type="http://x/slide" Target="slides/slide1.xml"/>)"
                  R"(<Relationship Id="r2" Type="http://x/slide" Target="slides/slide2.xml"/>)"
                  R"(</Relationships>)"},
             {"ppt/slides/slide1.xml", slide("second")},
             {"ppt/slides/slide2.xml", slide("first")},
             {"ppt/slides/_rels/slide2.xml.rels",
              std::string(kRelationships) +
                  R"(<Relationship Id="r1" Type="http://x/notesSlide" Target="../notes1.xml"/>)"
                  R"(</Relationships>)"},
             {"ppt/notes1.xml", slide("said of the first")}})) ==
        "first\nsaid of the first\nsecond\n");
}

TEST_CASE("documents: the cells of a workbook are lines") {
  CHECK(text_of(write_xlsx({{"Region", "Sales"}, {"North", "1200"}})) ==
        "Region\nSales\nNorth\n1200\n");
}

TEST_CASE("documents: the chapters of a book in the order of reading") {
  CHECK(text_of(write_zip(
            {{"mimetype", "application/epub+zip"},
             {"META-INF/container.xml",
              R"(<container><rootfiles><rootfile full-path="O/b.opf"/></rootfiles></container>)"},
             {"O/b.opf",
              R"(<package><manifest><item id="n" href="n.xhtml" properties="nav"/>)"
              R"(<item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/></manifest>)"
              R"(<spine><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/></spine>)"
              R"(</package>)"},
             {"O/n.xhtml", "<html><body>contents</body></html>"},
             {"O/a.xhtml",
              "<html><head><title>a.xhtml</title></head><body><p>last</p></body></html>"},
             {"O/b.xhtml", "<html><body><p>first</p></body></html>"}})) == "first\nlast\n");
}

TEST_CASE("documents: what a soft break breaks in a Word paragraph is joined, symbols are shown") {
  CHECK(text_of(office(
            "word/document.xml",
            {{"word/document.xml",
              R"(<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>exports of</w:t><w:br/>)"
              R"(<w:t>goods, 5 </w:t><w:sym w:font="Symbol" w:char="F06D"/><w:t>g in 2023</w:t>)"
              R"(</w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>)"
              R"(</w:p></w:body></w:document>)"}})) == "exports of goods, 5 μg in 2023¹\n");
}

TEST_CASE("documents: scripts of subtitles say what their dialogue says") {
  const std::string script =
      "[Script Info]\r\nTitle: no text\r\n\r\n[V4+ Styles]\r\nFormat: Name, Fontname\r\n"
      "Style: Default,Arial\r\n\r\n[Events]\r\nFormat: Layer, Start, End, Style, Name, MarginL, "
      "MarginR, MarginV, Effect, Text\r\n"
      "Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,a note\r\n"
      "Dialogue: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,{\\i1}Well, who{\\i0} is\\Nthere\r\n"
      "Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,at 4 < 5?{fade}\r\n"
      "Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,{\\p1}m 0 0 l 100 0{\\p0}\r\n"
      "Dialogue: 0,0:00:05.00,0:00:06.00,Default,,0,0,0,,Nobody.\r\n";
  const auto document = read(script);
  REQUIRE(document);
  CHECK(document->format == "ass");
  CHECK(document->text == "Well, who is there at 4 < 5?\nNobody.\n");
  const std::size_t at = document->text.find("there");
  CHECK(document->in_original({at, at + 5}).in(script) == "there");
}

TEST_CASE("documents: what pictures show is text behind the line that they stand in") {
  CHECK(text_of("<html><body><p>See <img src='a.png' alt='A map of the two\nrivers'> and "
                "<img alt='logo.png'><img alt='3'> go.</p><figure><img alt='A bridge.'>"
                "<figcaption>A bridge.</figcaption></figure><p>Next</p></body></html>") ==
        "See and go.\nA map of the two rivers\nA bridge.\nNext\n");
  CHECK(text_of(office(
            "word/document.xml",
            {{"word/document.xml",
              R"(<w:document xmlns:w="urn:w" xmlns:wp="urn:wp"><w:body><w:p><w:r><w:t>See </w:t>)"
              R"(</w:r><w:r><w:drawing><wp:docPr id="1" name="Picture 1" descr="A map"/>)"
              R"(</w:drawing></w:r><w:r><w:drawing><wp:docPr id="2" name="Picture 2" descr=")"
              R"(A chart&#10;Description automatically generated"/></w:drawing></w:r><w:r>)"
              R"(<w:t>there.</w:t></w:r></w:p></w:body></w:document>)"}})) ==
        "See there.\nA map\n");
  CHECK(text_of(write_zip(
            {{"mimetype", "application/vnd.oasis.opendocument.text"},
             {"content.xml",
              R"(<o:d xmlns:o="urn:o" xmlns:t="urn:t" xmlns:d="urn:d" xmlns:s="urn:svg"><t:p>See )"
              R"(<d:frame><d:image/><s:title>A map</s:title><s:desc>A map</s:desc></d:frame>)"
              R"(there: <t:title>Our town</t:title></t:p></o:d>)"}})) ==
        "See there: Our town\nA map\n");
}

TEST_CASE("documents: what buttons, choices and fields of a page say is text") {
  CHECK(text_of("<html><head><meta name='Description' content='All about rivers'>"
                "<meta name='author' content='Li'></head><body><form><label>Name</label>"
                "<input placeholder='Your name'><input type='hidden' value='x' title='y'>"
                "<select><option>Rain</option><optgroup label='Other'><option label='Snow'>"
                "</option></optgroup></select><textarea placeholder='What you saw'></textarea>"
                "<select id='Language-picker'><option>日本語</option></select>"
                "<button>Send</button><button>Cancel</button><input type='submit' value='Go on'>"
                "</form><p>The <abbr title='World Health Organization'>WHO</abbr> and "
                "<a title='aside' href='x'>others</a><a title='Close' href='x'></a>.</p></body>"
                "</html>") ==
        "All about rivers\nName\nYour name\nRain\nOther\nSnow\nWhat you saw\nSend\nCancel\n"
        "Go on\nThe WHO and others.\nWorld Health Organization\nClose\n");
}

TEST_CASE("documents: breaks that nobody sees are no characters, many in a row neither") {
  CHECK(text_of("<html><body><p>in&shy;&shy;\u200B&shy;come of 2023&shy;&shy;</p></body></html>") ==
        "income of 2023\n");
}

TEST_CASE("documents: subtitles are a script where a format says so, or else by what they hold") {
  const std::string both =
      "[Events]\nDialogue: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,Well.\n\n"
      "1\n00:00:01,000 --> 00:00:02,000\nGood.\n";
  DocumentOptions options;
  CHECK(text_of(both) == "Well.\n");
  options.format = "srt";
  CHECK(text_of(both, options) == "Good.\n");
  options.format = "ass";
  CHECK(text_of("Dialogue: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,Well.\n", options) == "Well.\n");
}

TEST_CASE("documents: a book packed anew is one, whose addresses write names in bytes") {
  CHECK(
      text_of(write_zip(
          {{"META-INF/container.xml",
            R"(<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>)"},
           {"b.opf",
            R"(<package><manifest><item id="a" href="c%201.xhtml"/><item id="b" href="9%.xhtml"/>)"
            R"(</manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>)"},
           {"c 1.xhtml", "<html><body><p>first</p></body></html>"},
           {"9%.xhtml", "<html><body><p>last</p></body></html>"}})) == "first\nlast\n");
}

TEST_CASE("documents: an OpenDocument packed anew is one, whatever it begins with") {
  CHECK(text_of(write_zip(
            {{"content.xml", R"(<o:d xmlns:o="urn:o" xmlns:t="urn:t"><t:p>first</t:p></o:d>)"},
             {"mimetype", "application/vnd.oasis.opendocument.text"}})) == "first\n");
}

TEST_CASE("documents: what Word takes in, draws and describes is text") {
  const auto with = [](const std::string& name, const std::string& bytes) {
    return office(
        "word/document.xml",
        {{"word/document.xml",
          R"(<w:document xmlns:w="urn:w" xmlns:v="urn:schemas-microsoft-com:vml"><w:body><w:p><w:r>)"
          R"(<w:pict><v:shape alt="A map"><v:textpath string="DRAFT"/></v:shape></w:pict><w:t>See)"
          R"(</w:t></w:r></w:p><w:altChunk id="r7"/><w:p><w:r><w:t>End</w:t></w:r></w:p></w:body>)"
          R"(</w:document>)"},
         {"word/_rels/document.xml.rels",
          std::string(kRelationships) +
              R"(<Relationship Id="r7" Type="http://x/aFChunk" Target=")" + name +
              R"("/></Relationships>)"},
         {"word/" + name, bytes}});
  };
  CHECK(text_of(
            with("a.htm", "<html><head><title>t</title></head><body><p>Then</p></body></html>")) ==
        "See\nA map\nDRAFT\nThen\nEnd\n");
  CHECK(text_of(with("a.txt", "Then")) == "See\nA map\nDRAFT\nThen\nEnd\n");
  CHECK(text_of(with("a.docx", office("word/document.xml",
                                      {{"word/document.xml",
                                        R"(<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>Then)"
                                        R"(</w:t></w:r></w:p><w:altChunk id="r7"/></w:body>)"
                                        R"(</w:document>)"}}))) ==
        "See\nA map\nDRAFT\nThen\nEnd\n");
  CHECK(message_of(with("a.rtf", "{\\rtf1 Then}")).find("open and save it in Word") !=
        std::string::npos);
}

TEST_CASE("documents: boxes and charts of a sheet stand behind its cells") {
  CHECK(
      text_of(office(
          "xl/workbook.xml",
          {{"xl/workbook.xml",
            R"(<workbook xmlns:r="http://x/relationships"><sheets><sheet name="a" r:id="r1"/>)"
            R"(<sheet name="b" r:id="r2"/></sheets></workbook>)"},
           {"xl/_rels/workbook.xml.rels",
            std::string(kRelationships) +
                R"(<Relationship Id="r1" Type="http://x/worksheet" Target="1.xml"/>)"
                R"(<Relationship Id="r2" Type="http://x/worksheet" Target="2.xml"/>)"
                R"(</Relationships>)"},
           {"xl/1.xml", R"(<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>cell)"
                        R"(</t></is></c></row></sheetData></worksheet>)"},
           {"xl/2.xml", R"(<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>last)"
                        R"(</t></is></c></row></sheetData></worksheet>)"},
           {"xl/_rels/1.xml.rels",
            std::string(kRelationships) +
                R"(<Relationship Id="r1" Type="http://x/drawing" Target="d.xml"/></Relationships>)"},
           {"xl/d.xml", R"(<d xmlns:a="urn:a"><cNvPr descr="A map"/><txBody><a:p><a:r><a:t>box)"
                        R"(</a:t></a:r></a:p></txBody></d>)"},
           {"xl/_rels/d.xml.rels",
            std::string(kRelationships) +
                R"(<Relationship Id="r1" Type="http://x/chart" Target="c.xml"/></Relationships>)"},
           {"xl/c.xml", R"(<c xmlns:a="urn:a"><title><a:p><a:r><a:t>Sales</a:t></a:r></a:p>)"
                        R"(</title></c>)"}})) == "cell\nA map\nbox\nSales\nlast\n");
}

TEST_CASE("documents: marks of notes are no figures, breaks that nobody sees no characters") {
  CHECK(text_of("<html><body><p>In 2023<a href='#1' epub:type='noteref'>1</a> the "
                "popu\u00ADlation fell by 3<a role='doc-noteref'>2</a>.</p><p>A note.<a "
                "role='doc-backlink'>↩</a></p></body></html>") ==
        "In 2023 the population fell by 3.\nA note.\n");
}

TEST_CASE("documents: powers and fractions of formulas, and the words of charts") {
  const std::string body =
      R"(<w:document xmlns:w="urn:w" xmlns:m="urn:math"><w:body><w:p><m:oMath><m:sSup><m:e><m:r>)"
      R"(<m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>7</m:t></m:r></m:sup></m:sSup><m:r><m:t> or )"
      R"(</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r>)"
      R"(</m:den></m:f></m:oMath></w:p></w:body></w:document>)";
  const std::string chart =
      R"(<c:c xmlns:c="urn:c" xmlns:a="urn:a"><c:title><a:p><a:r><a:t>Out</a:t></a:r><a:r><a:t>put)"
      R"(</a:t></a:r></a:p></c:title><c:strCache><c:pt><c:v>North</c:v></c:pt></c:strCache>)"
      R"(<c:numCache><c:pt><c:v>4.1</c:v></c:pt></c:numCache></c:c>)";
  CHECK(text_of(office("word/document.xml",
                       {{"word/document.xml", body},
                        {"word/_rels/document.xml.rels",
                         R"(<Relationships xmlns="urn:r"><Relationship Id="a" Type="x/chart" )"
                         R"(Target="charts/chart1.xml"/></Relationships>)"},
                        {"word/charts/chart1.xml", chart}})) == "10⁷ or 1/2\nOutput\nNorth\n");
}

TEST_CASE("documents: a file alone in a ZIP archive is read as it is by itself") {
  CHECK(text_of(write_zip({{"report/a.txt", "It rains.\n"}})) == "It rains.\n");
  CHECK(text_of(write_zip({{"a.md", "It *rains*.\n"}, {"__MACOSX/._a.md", "x"}})) == "It rains.\n");
  const std::string word = office(
      "word/document.xml",
      {{"word/document.xml",
        R"(<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>It rains.</w:t></w:r></w:p></w:body>)"
        R"(</w:document>)"}});
  CHECK(text_of(write_zip({{"a.docx", word}})) == "It rains.\n");
}

TEST_CASE("documents: what can't be read is refused with what it is and what to do") {
  CHECK(message_of("%PDF-1.4\nrubbish").find("PDF is damaged") != std::string::npos);
  CHECK(message_of(write_zip({{"a.txt", "x"}, {"b.txt", "y"}})).find("2 files") !=
        std::string::npos);
  CHECK(message_of("PK\x03\x04 cut off").find("ZIP archive") != std::string::npos);
  CHECK_FALSE(message_of("\x1F\x8B\x08 no gzip").empty());
  CHECK(message_of("輸出は三分の一増加した。輸入は半減したと銀行は月曜日に発表した。")
            .find("this text is Japanese") != std::string::npos);
  CHECK(message_of("輸出は三分の一増加した。輸入は半減したと銀行は月曜日に発表した。",
                   {.language = Language::kChinese})
            .empty());
  CHECK(message_of(write_zip({{"mimetype", "application/vnd.oasis.opendocument.text"},
                              {"content.xml",
                               "<!DOCTYPE a [<!ENTITY b 'b'><!ENTITY c '&b;&b;'>]><a>&c;</a>"}}))
            .find("entit") != std::string::npos);
}

TEST_CASE("documents: the format that is said holds") {
  CHECK(text_of("# a\n\n**b** [c](/d)\n", {.format = "txt"}) == "# a\n\n**b** [c](/d)\n");
  CHECK(text_of("**b**\n", {.format = "markdown"}) == "b\n");
}

TEST_CASE("documents: blocks of HTML in Markdown are read, comments and scripts are not") {
  CHECK(text_of("# A\n\n<table>\n<tr><td>one <b>big</b> &amp; more</td>\n    "
                "<td>120</td></tr>\n</table>\n\n"
                "<p align=\"center\">\n  goes\n  on\n</p>\n\n<!-- no\ntext "
                "-->\n\n<script>\nno\n</script>\n"
                "\n**end**\n") == "A\none big & more\n120\ngoes on\nend\n");
}

TEST_CASE("documents: a folded field of front matter is one line, a literal one keeps its lines") {
  CHECK(text_of("---\ntitle: T\ndescription: >\n  one\n  two\nsummary: |\n  a\n  b\n---\n# "
                "H\n\n**x**\n") == "T\none two\na\nb\nH\nx\n");
}

TEST_CASE("documents: entities and breaks within cues") {
  CHECK(text_of("WEBVTT\n\n00:01.000 --> 00:02.000\nR&amp;D grew.\n\n00:03.000 --> 00:04.000\n"
                "It went\\Non &now; so.\n") == "R&D grew.\nIt went on &now; so.\n");
}

TEST_CASE("documents: a page that calls its UTF-8 something else is read as UTF-8") {
  CHECK(text_of("<html><head><meta charset=\"iso-8859-1\"></head><body>港口</body></html>") ==
        "港口\n");
}

TEST_CASE("documents: the caption of a picture is read, what no style shows is not") {
  CHECK(text_of("<p style='visibility: hidden'>no</p><figure><figcaption aria-hidden='true'>Shown"
                "</figcaption></figure><i aria-hidden='true'>icon</i>") == "Shown\n");
}

TEST_CASE("documents: fields of front matter in TOML are read as those in YAML") {
  CHECK(text_of("+++\ntitle = \"Rates\"\nweight = 20\ntags = [\n \"a\",\n]\n[extra]\nsummary = "
                "\"\"\"One\ntwo\"\"\"\n+++\n# Head\n\n**x**\n") == "Rates\nOne\ntwo\nHead\nx\n");
}

TEST_CASE("documents: marks of footnotes in Markdown are no figures of the text") {
  CHECK(text_of("# A\n\n**In** 2023[^1] and [^x].\n\n[^1]: A note of\n  two lines.\n") ==
        "A\nIn 2023 and [^x].\nA note of two lines.\n");
  CHECK(text_of("# A\n\n**In** 2023[^1].\n\n[^1]: https://example.org\n") == "A\nIn 2023.\n");
}

TEST_CASE("documents: what names a heading of Markdown for links is none of its text") {
  CHECK(text_of("# Overview {#overview}\n\n## The {name} of **it** {.wide}\n\nA set {#1}\n") ==
        "Overview\nThe {name} of it\nA set {#1}\n");
}

TEST_CASE("documents: what was taken out of a page is none of it, its formulas are") {
  CHECK(text_of("<html><body><p>Now <del>9</del> 8, profit of <del>66</del> <ins>7</ins> or "
                "<math><msup><mn>10</mn><mn>"
                "7</mn></msup><mo>+</mo><mfrac><mn>1</mn><mn>2</mn></mfrac><annotation>10^7"
                "</annotation></math></p></body></html>") == "Now 9 8, profit of 7 or 10⁷+1/2\n");
}

TEST_CASE("documents: a heading that is broken by hand is one") {
  CHECK(text_of("<html><body><h1>Annual<br>report of <b>a<br/>bank</b></h1><p>One<br>two</p></body>"
                "</html>") == "Annual report of a bank\nOne\ntwo\n");
}

TEST_CASE("documents: each turn of speakers in a cue is a line of its own") {
  CHECK(text_of("1\n00:00:01,000 --> 00:00:02,000\nThe bank closed\n\n2\n00:00:03,000 --> "
                "00:00:04,000\n- When?\n- At -5 degrees\n\n3\n00:00:05,000 --> 00:00:06,000\nor "
                "so.\n-3 or less.\n") ==
        "The bank closed\n- When?\n- At -5 degrees or so. -3 or less.\n");
}

TEST_CASE("documents: what is read above characters of a cue, and drawn in one, is no text") {
  CHECK(text_of("WEBVTT\n\n00:01.000 --> 00:02.000\n<ruby>\u6C49<rt>hàn</rt></ruby> it is.\n") ==
        "\u6C49 it is.\n");
  CHECK(text_of("[Script Info]\n[Events]\nFormat: Start, Text\nDialogue: 1,Up {\\p1}m 0 0{\\p0}at "
                "5\\nor 6.\n") == "Up at 5 or 6.\n");
}

TEST_CASE("documents: what an OpenDocument hides is no text, nor a number that it counted") {
  const std::string content =
      R"(<o:document xmlns:o="urn:o" xmlns:text="urn:t" xmlns:style="urn:s">)"
      R"(<style:style style:name="H"><style:text-properties text:display="none"/></style:style>)"
      R"(<text:h><text:number>1.</text:number>Title</text:h><text:p>In <text:span )"
      R"(text:style-name="H">no </text:span>10<text:hidden-text text:is-hidden="true">no)"
      R"(</text:hidden-text> years.</text:p><text:section text:display="none"><text:p>no</text:p>)"
      R"(</text:section><text:p text:style-name="H">no</text:p><text:p>End</text:p></o:document>)";
  CHECK(text_of(write_zip({{"mimetype", "application/vnd.oasis.opendocument.text"},
                           {"content.xml", content}})) == "Title\nIn 10 years.\n\nEnd\n");
}

TEST_CASE("documents: formulas of an OpenDocument stand in its text") {
  const std::string content =
      R"(<o:document xmlns:o="urn:o" xmlns:text="urn:t" xmlns:draw="urn:d" xmlns:xlink="urn:x">)"
      R"(<text:p>In <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame> years.</text:p>)"
      R"(</o:document>)";
  CHECK(text_of(write_zip(
            {{"mimetype", "application/vnd.oasis.opendocument.text"},
             {"content.xml", content},
             {"Object 1/content.xml",
              R"(<?xml version="1.0"?><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics>)"
              R"(<msup><mn>10</mn><mn>7</mn></msup><annotation encoding="StarMath 5.0">10^7)"
              R"(</annotation></semantics></math>)"}})) == "In 10⁷ years.\n");
}

TEST_CASE("documents: the chapters of a book may stand beside its list of them") {
  CHECK(text_of(write_zip(
            {{"mimetype", "application/epub+zip"},
             {"META-INF/container.xml",
              R"(<container><rootfiles><rootfile full-path="O/b.opf"/></rootfiles></container>)"},
             {"O/b.opf", R"(<package><manifest><item id="a" href="../T/a%20b.xhtml"/></manifest>)"
                         R"(<spine><itemref idref="a"/></spine></package>)"},
             {"T/a b.xhtml", "<html><body><p>It rains.</p></body></html>"}})) == "It rains.\n");
}

TEST_CASE("documents: what is no text is refused in a file of both versions too") {
  std::istringstream input(
      "<?xml version=\"1.0\"?><TS><message><source>One thing</source>"
      "<translation>\u4E00\u4EF6\u4E8B</translation></message></TS>");
  const auto read = read_both_versions("-", {}, input);
  REQUIRE_FALSE(read);
  CHECK(read.error().message.find("XML of a kind that is not read") != std::string::npos);
}

TEST_CASE("documents: keys with what a program says are refused, notes by name are a text") {
  for (const char* file :
       {"# menu\nmenu.open=Open a file\nmenu.save = Save it\nquit=Quit\n",
        "/* Menu */\n\"open\" = \"Open a file\";\n\"save\" = \"Save it\";\n\"quit\" = \"Quit\";\n",
        "en:\n  menu:\n    open: \"Open a file\"\n    save: 'Save it'\n    quit: \"Quit\"\n"}) {
    CAPTURE(file);
    CHECK(message_of(file).find("list of keys") != std::string::npos);
  }
  CHECK(message_of("Chair: Wang Fang\nTopic: \"The port\"\nDate: May 5\nIt rains.\n").empty());
  CHECK(message_of("It rains.\na=5\nb=6\nc=7\n").empty());
}

TEST_CASE("documents: UTF-8 that was encoded twice is refused, accents are not") {
  const std::string twice =
      "\u00E8\u00AF\u00A5\u00E8\u00A1\u0152\u00E5\u0153\u00A8\u00E6\u2014\u00A7 2023\n";
  CHECK(message_of(twice).find("took for another encoding") != std::string::npos);
  CHECK(message_of("Caf\u00E9s and na\u00EFve \u00E8\u00AF\u00A5 marks rose by 5.\n").empty());
}

TEST_CASE("documents: what styles of a book raise or hide is read so") {
  const std::string page =
      "<html><body><p>In 10<span class='span4'>7</span> years<span class=\"a hid\"> no</span>.</p>"
      "</body></html>";
  const std::string css =
      "/* .span9 {} */ @charset \"utf-8\";\n.x, span.span4 { font-size: 0.58em; position: relative;"
      " top: -0.33em }\n@media print { .a { display: none } }\n.hid { display : none; }";
  CHECK(text_of(write_zip(
            {{"mimetype", "application/epub+zip"},
             {"META-INF/container.xml",
              R"(<container><rootfiles><rootfile full-path="O/b.opf"/></rootfiles></container>)"},
             {"O/b.opf", R"(<package><manifest><item id="a" href="a.xhtml"/><item id="c" )"
                         R"(href="s/c.css" media-type="text/css"/></manifest><spine>)"
                         R"(<itemref idref="a"/></spine></package>)"},
             {"O/s/c.css", css},
             {"O/a.xhtml", page}})) == "In 10⁷ years.\n");
}

TEST_CASE("documents: what a page's own styles raise is raised; a script may show what they hide") {
  CHECK(text_of(
            "<html><head><style><!--\n.up{vertical-align:super}\n.tab{display:none} .badge{"
            "position:relative;top:-2px;font-size:75%}--></style></head><body><p>In 10<span "
            "class=up>7</span> <b style='vertical-align: super'>2</b> <i class=badge>3</i></p><div "
            "class='tab up'>Tab 1</div></body></html>") == "In 10⁷ ² 3\nTab 1\n");
}

TEST_CASE(
    "documents: Word's and Google's pages have neither conditions nor marks of notes in them") {
  CHECK(text_of("<html><body><!--[if gte mso 9]><p>no</p><![endif]--><p><![if !supportLists]>1. "
                "<![endif]>In 2023<a href=\"#_ftn1\" "
                "name=\"_ftnref1\"><span><span>[1]</span></span></a>, "
                "see <a href='#b'>2</a> and <a id='c' href='#d'>21 years</a>.</p><p><a href='#r' "
                "id='n'>[1]</a> A note.</p></body></html>") ==
        "1. In 2023, see 2 and 21 years.\nA note.\n");
}

TEST_CASE("documents: the marks of notes of LibreOffice's pages are no figures") {
  CHECK(text_of("<html><body><p>In 2023<a class='sdfootnoteanc' href='#a'><sup>1</sup></a>.</p><p>"
                "<a class='sdfootnotesym' href='#b'>1</a>A note.</p></body></html>") ==
        "In 2023.\nA note.\n");
}

}  // namespace
}  // namespace duizhao::formats
