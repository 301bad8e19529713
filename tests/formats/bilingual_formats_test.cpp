#include <doctest/doctest.h>

#include <string>

#include "bilingual_outcome.h"
#include "duizhao/formats/glossary_xlsx.h"
#include "duizhao/formats/zip.h"
#include "duizhao/text/encode.h"

namespace duizhao::formats {
namespace {

TEST_CASE("pairs: a first line that names columns is none, an id column is the id") {
  const auto outcome = read_bilingual("id\tSource\tTarget\nS1\tone\t一\n\nS2\ttwo\t二\n");
  CHECK(outcome.error.message.empty());
  CHECK(outcome.joined() == "one=一|two=二");
  CHECK(outcome.pairs.at(1).id == "S2");
  CHECK(outcome.pairs.at(1).line == 4);
  CHECK(read_bilingual("{\"uid\": 5, \"source\": \"one\", \"target\": \"一\"}\n").pairs.at(0).id ==
        "5");
  CHECK(read_bilingual("序号\t中文\t拼音\t英文\n1\t一\tyi\tone\n").joined() == "一=one");
}

TEST_CASE("pairs: columns are chosen by number and by name") {
  BilingualOptions options;
  options.columns = {"3", "2", "1"};
  const auto numbers = read_bilingual("a1\t一\tone\nb2\t二\ttwo\n", options);
  CHECK(numbers.joined() == "one=一|two=二");
  CHECK(numbers.pairs.at(0).id == "a1");
  options.columns = {"draft", "final"};
  CHECK(read_bilingual("x\tdraft\tfinal\n1\tone\t一\n", options).joined() == "one=一");
  CHECK(read_bilingual("x\tdraft\n1\tone\n", options).error.message.find("'final'") !=
        std::string::npos);
}

TEST_CASE("pairs: CSV, its columns by header or by what they hold") {
  CHECK(read_bilingual("English,Chinese\n\"one, two\",\"一，\n二\"\n").joined() ==
        "one, two=一，\n二");
  CHECK(read_bilingual("\"k_1\",\"The first one\",\"第一个\"\n\"k_2\",\"The next\",\"下一个\"\n")
            .joined() == "The first one=第一个|The next=下一个");
}

TEST_CASE("pairs: XLSX and tables of Word documents") {
  CHECK(read_bilingual(
            write_xlsx({{"Review of the draft"}, {"ID", "English", "Chinese"}, {"7", "one", "一"}}))
            .joined() == "one=一");
  const auto cell = [](const std::string& text) {
    return "<w:tc><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>";
  };
  CHECK(read_bilingual(
            write_zip(
                {{"_rels/.rels", R"(<Relationships><Relationship Id="r" Type="x/officeDocument" )"
                                 R"(Target="word/document.xml"/></Relationships>)"},
                 {"word/document.xml",
                  R"(<w:document xmlns:w="urn:w"><w:p><w:r><w:t>Title</w:t></w:r></w:p>)"
                  "<w:tbl><w:tr>" +
                      cell("1") + cell("One thing.") + cell("一件事。") +
                      "</w:tr></w:tbl></w:document>"}}))
            .joined() == "One thing.=一件事。");
}

TEST_CASE("pairs: all sheets of a workbook, numbers and dates as they are shown") {
  const auto sheet = [](const std::string& cells) {
    return "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>English</t></is>"
           "</c><c r=\"B1\" t=\"inlineStr\"><is><t>中文</t></is></c></row><row r=\"2\">" +
           cells + "</row></sheetData></worksheet>";
  };
  const std::string rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string relation = "<Relationship Id=\"%\" Type=\"" + rel + "/%\" Target=\"%\"/>";
  const auto related = [&](const std::string& id, const std::string& type,
                           const std::string& target) {
    std::string text = relation;
    for (const std::string& part : {id, type, target}) text.replace(text.find('%'), 1, part);
    return text;
  };
  const std::string book = write_zip(
      {{"_rels/.rels", "<Relationships>" + related("r1", "officeDocument", "xl/workbook.xml") +
                           "</Relationships>"},
       {"xl/workbook.xml", "<workbook xmlns:r=\"" + rel +
                               "\"><sheets><sheet name=\"One\" r:id=\"r1\"/><sheet name=\"Two\" "
                               "r:id=\"r2\"/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        "<Relationships>" + related("r1", "worksheet", "worksheets/sheet1.xml") +
            related("r2", "worksheet", "worksheets/sheet2.xml") +
            related("r3", "styles", "styles.xml") + "</Relationships>"},
       {"xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"General\"/><numFmt "
        "numFmtId=\"170\" formatCode=\"[$-804]yyyy&quot;年&quot;m\"/>"
        "</numFmts><cellXfs><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/><xf "
        "numFmtId=\"170\"/></cellXfs>"
        "</styleSheet>"},
       {"xl/worksheets/sheet1.xml", sheet("<c r=\"A2\" s=\"1\"><v>0.28999999999999998</v></c><c "
                                          "r=\"B2\" s=\"2\"><v>45415</v></c>")},
       {"xl/worksheets/sheet2.xml",
        sheet(
            "<c r=\"A2\" t=\"inlineStr\"><is><r><t>10</t></r><r><rPr><vertAlign "
            "val=\"superscript\"/></rPr><t>7</t></r></is></c><c r=\"B2\"><v>0.10000000000000001</v>"
            "</c>")}});
  const auto outcome = read_bilingual(book);
  CHECK(outcome.error.message.empty());
  CHECK(outcome.joined() == "29%=2024-05-03|10⁷=0.1");
  CHECK(outcome.pairs.at(1).id == "Two!2");
}

TEST_CASE("pairs: JSON lines; a broken line is counted and passed over") {
  std::istringstream input(
      "{\"id\":7,\"source\":\"one\",\"target\":\"一\"}\nnot json\n"
      "{\"translation\":{\"en\":\"two\",\"zh\":\"二\"}}\n[\"three\",\"三\"]\n");
  const auto reader = open_bilingual("-", {}, input);
  REQUIRE(reader);
  BilingualPair pair;
  std::string joined;
  while ((*reader)->next(pair).value_or(false)) joined += pair.source + "=" + pair.target + "|";
  CHECK(joined == "one=一|two=二|three=三|");
  CHECK((*reader)->passed_over() == 1);
  CHECK((*reader)->first_faults().at(0).where.line == 2);
}

TEST_CASE("pairs: JSON with members of other names is known by what they hold") {
  const auto outcome = read_bilingual(
      "{\"n\":1,\"input\":\"It rains today.\",\"output\":\"今天下雨。\",\"tag\":\"weather\"}\n"
      "{\"n\":2,\"output\":\"太阳出来了。\",\"input\":\"Sun\"}\n");
  CHECK(outcome.joined() == "It rains today.=今天下雨。|Sun=太阳出来了。");
}

TEST_CASE("pairs: one array of JSON, over any lines") {
  const auto outcome = read_bilingual(
      "[\n  {\n    \"en\": \"a \\\"]\\\" b\",\n    \"zh\": \"一\"\n  },\n  7,\n"
      "  [\"two\", \"二\"]\n]\n");
  CHECK(outcome.error.message.empty());
  CHECK(outcome.joined() == "a \"]\" b=一|two=二");
  CHECK(outcome.pairs.at(0).line == 2);
  CHECK(outcome.pairs.at(1).line == 7);
  const auto cut = read_bilingual("[{\"en\": \"a\", \"zh\": \"一\"},\n{\"en\": \"b\"");
  CHECK(cut.joined() == "a=一");
  CHECK(cut.error.message.find("cut off") != std::string::npos);
  CHECK(read_bilingual("[]").error.message.empty());
}

TEST_CASE("pairs: the encoding of lines is found, and UTF-8 with a fault is no other") {
  const std::string pairs =
      "Revenue rose by a tenth.\t收入增长了十分之一，公司很高兴。\nIt rains.\t今天下雨。\n";
  for (const std::string encoding : {"GB18030", "Big5", "UTF-16LE", "UTF-16BE"}) {
    CAPTURE(encoding);
    const std::string text =
        encoding == "Big5"
            ? "Revenue rose by a tenth.\t收入增長了十分之一，公司很高興。\nIt rains.\t今天下雨。\n"
            : pairs;
    const auto encoded = duizhao::text::encode(text, encoding, {});
    REQUIRE(encoded);
    const auto outcome = read_bilingual(*encoded);
    CHECK(outcome.error.message.empty());
    REQUIRE(outcome.pairs.size() == 2);
    CHECK(outcome.pairs.at(1).target == "今天下雨。");
  }
  CHECK(read_bilingual(pairs + "x\ty\xFF\n").passed_over == 1);
}

TEST_CASE("pairs: an entry of PO behind an obsolete one is its own, fuzzy ones are counted") {
  std::istringstream input(
      "#, fuzzy\nmsgid \"Sun\"\nmsgstr \"太阳\"\n\n#~ msgid \"gone\"\n#~ msgstr \"没了\"\n\n"
      "msgid \"\"\n\"Long \"\n\"text\"\nmsgstr \"长文\"\n");
  const auto reader = open_bilingual("-", {}, input);
  REQUIRE(reader);
  BilingualPair pair;
  std::string joined;
  while ((*reader)->next(pair).value_or(false)) joined += pair.source + "=" + pair.target + "|";
  CHECK(joined == "Sun=太阳|Long text=长文|");
  CHECK((*reader)->notice().ends_with("like the others: 1"));
}

TEST_CASE("pairs: PO, without its header and obsolete entries") {
  const auto outcome = read_bilingual(
      "# A comment\nmsgid \"\"\nmsgstr \"\"\n\"Language: zh_CN\\n\"\n\n"
      "#: src/a.c:12 src/b.c:3\nmsgid \"Save \"\n\"%s\"\nmsgstr \"保存 %s\"\n\n"
      "msgctxt \"menu\"\nmsgid \"Open\"\nmsgstr \"\"\n\n"
      "msgid \"%d file\"\nmsgid_plural \"%d files\"\nmsgstr[0] \"%d 个文件\"\n\n"
      "#~ msgid \"Old\"\n#~ msgstr \"旧\"\n");
  CHECK(outcome.error.message.empty());
  CHECK(outcome.joined() == "Save %s=保存 %s|Open=|%d files=%d 个文件");
  CHECK(outcome.pairs.at(0).id == "src/a.c:12");
  CHECK(outcome.pairs.at(1).id == "menu");
}

TEST_CASE("pairs: codes that stand alone separate, tags stay, deletions go") {
  const auto xliff = [](const std::string& source, const std::string& target) {
    return "<xliff version=\"1.2\"><file source-language=\"en\" target-language=\"zh\"><body>"
           "<trans-unit id=\"u1\"><source>" +
           source + "</source><target>" + target + "</target></trans-unit></body></file></xliff>";
  };
  const auto outcome = read_bilingual(
      xliff("120<x id=\"1\"/>45 <bpt id=\"2\">&lt;b&gt;</bpt>new<ept id=\"2\">&lt;/b&gt;</ept>",
            "120<ph id=\"1\">{\\br}</ph>45 <mrk mtype=\"x-sdl-deleted\">旧</mrk>新<mrk "
            "mtype=\"x-sdl-feedback-deleted\">旧</mrk>"));
  CHECK(outcome.joined() == "120 45 <b>new</b>=120 45 新");
  CHECK(outcome.pairs.at(0).id == "u1");
  CHECK(read_bilingual("<xliff version=\"2.0\" srcLang=\"en\" trgLang=\"zh\"><file><unit id=\"u\">"
                       "<originalData><data id=\"d1\">&lt;br/&gt;</data></originalData>"
                       "<segment id=\"s\"><source>120<ph id=\"1\" dataRef=\"d1\"/>45</source>"
                       "<target>120</target></segment></unit></file></xliff>")
            .joined() == "120<br/>45=120");
}

TEST_CASE("pairs: a file alone in a ZIP archive") {
  CHECK(read_bilingual(write_zip({{"m.tsv", "one\t一\n"}})).joined() == "one=一");
  CHECK(read_bilingual(write_zip({{"m.tsv", "one\t一\n"}, {"n.tsv", "two\t二\n"}}))
            .error.message.find("2 files") != std::string::npos);
}

TEST_CASE("pairs: a heading may say source and target, or a language, in several words") {
  CHECK(read_bilingual("ID,Source (English),Target (Chinese),Comment\n1,one,一,x\n").joined() ==
        "one=一");
  CHECK(read_bilingual("No.\t英文 English\t中文译文\n1\tone\t一\n").joined() == "one=一");
  CHECK(read_bilingual("I speak English.\t我说中文。\n").joined() == "I speak English.=我说中文。");
}

TEST_CASE("pairs: a score or an address before the texts is no text") {
  CHECK(read_bilingual("0.92\tThe first one\t第一个\n0.8\tThe next\t下一个\n").joined() ==
        "The first one=第一个|The next=下一个");
  CHECK(read_bilingual("http://a.b/c\thttp://a.b/d\tThe first one\t第一个\t0.9\n").joined() ==
        "The first one=第一个");
  CHECK(read_bilingual("The first one\t第一个\t这里有一个更长的注释\n").joined() ==
        "The first one=第一个");
}

TEST_CASE("pairs: what is broken among the lines that tell the columns is passed over") {
  const auto outcome = read_bilingual("0.92\tThe first one\t第一个\n0.8\tThe next\t\xFF\n");
  CHECK(outcome.pairs.size() == 1);
  CHECK(outcome.passed_over == 1);
}

TEST_CASE("pairs: a list below a member of an object") {
  CHECK(read_bilingual("{\"data\": [{\"en\": \"one\", \"zh\": \"一\"}]}").joined() == "one=一");
}

TEST_CASE("pairs: JSON of which nothing can be read is an error") {
  CHECK(read_bilingual("{\"data\": [{\"first\": \"one\", \"second\": \"一\"}]}")
            .error.message.starts_with("no object of it has a source and a target"));
}

TEST_CASE("pairs: a table has the column of the script that is asked for") {
  const std::string table = "key,en,zh-CN,zh-TW\na,one,软件,軟體\n";
  CHECK(read_bilingual(table, {"", "en", "zh-Hant"}).joined() == "one=軟體");
  CHECK(read_bilingual(table, {"", "en", "zh-CN"}).joined() == "one=软件");
}

TEST_CASE("pairs: a row of CSV that a separator in its text has cut is told and passed over") {
  const auto outcome =
      read_bilingual("source,target\nIt has 2 units.,共1,410台。\nIt has 3.,共3台。\nOne.,一。,\n");
  CHECK(outcome.joined() == "It has 3.=共3台。|One.=一。");
  CHECK(outcome.passed_over == 1);
  // Where most rows have a column more than the header, they are whole.
  CHECK(read_bilingual("source,target\nOne.,一。,a\nTwo.,二。,b\n").joined() ==
        "One.=一。|Two.=二。");
}

TEST_CASE("pairs: a first row of words in another language names the columns") {
  CHECK(read_bilingual("Nr.;Englisch;Chinesisch\n1;One thing;一件事\n2;Two things;两件事\n")
            .joined() == "One thing=一件事|Two things=两件事");
  CHECK(read_bilingual("Nr.\tEnglisch\tChinesisch\n1\tOne thing\t一件事\n2\tTwo things\t两件事\n")
            .joined() == "One thing=一件事|Two things=两件事");
  // A first pair that was left in English is one.
  CHECK(read_bilingual("k1;Save all;Save all\nk2;One thing;一件事\nk3;Two things;两件事\n")
            .joined() == "Save all=Save all|One thing=一件事|Two things=两件事");
}

TEST_CASE("pairs: headings may name countries, and lines about a job stand above the table") {
  CHECK(read_bilingual(write_xlsx({{"Job 7", "do not change"},
                                   {"ID", "English (United States)", "Chinese (PRC)", "Status"},
                                   {"1", "One.", "一。", "done"},
                                   {"2", "", "", "done"}}))
            .joined() == "One.=一。");
}

TEST_CASE("pairs: lines may end in CR alone") {
  CHECK(read_bilingual("One.\t一。\rTwo.\t二。\r").joined() == "One.=一。|Two.=二。");
  CHECK(read_bilingual("en,zh\rOne.,一。\rTwo.,二。\r").joined() == "One.=一。|Two.=二。");
  const auto second = read_bilingual("One.\t一。\rTwo.\t二。\r").pairs.at(1);
  CHECK(second.line == 2);
}

TEST_CASE("pairs: headings on two lines, and those of Wordfast's memories") {
  CHECK(read_bilingual(write_xlsx({{"", "English", "", "中文"},
                                   {"No", "Text", "Length", "Text"},
                                   {"1", "One.", "4", "一。"}}))
            .joined() == "One.=一。");
  CHECK(read_bilingual(
            "%20240101~000000\t%User ID,X\t%TU=2\t%EN-US\t%Wordfast TM v.5\t%ZH-CN\t%--\t\n"
            "20240101~000000\tX\t0\tEN-US\tOne unit.\tZH-CN\t一台。\t\n"
            "20240101~000000\tX\t0\tEN-US\tTwo units.\tZH-CN\t两台。\t\n")
            .joined() == "One unit.=一台。|Two units.=两台。");
}

TEST_CASE("pairs: a table with tabs may have quotes as CSV has, or as text") {
  CHECK(read_bilingual("Source\tTarget\n\"Two \"\"2\"\".\"\t二“2”。\n\"One\nline.\"\t一行。\n")
            .joined() == "Two \"2\".=二“2”。|One\nline.=一行。");
  CHECK(read_bilingual("\"Total\" of \"\"2\t共“2”\n\"All.\"\t“全部。”\n").joined() ==
        "\"Total\" of \"\"2=共“2”|\"All.\"=“全部。”");
  CHECK(read_bilingual("\"He went\t“他去了\n\"\"Home\"\" he said.\"\t回家。”\n").pairs.size() == 2);
}

TEST_CASE("pairs: XML of another kind is refused with what it is") {
  CHECK(read_bilingual("<?xml version=\"1.0\"?>\n<catalog><message/></catalog>\n")
            .error.message.find("XML of a kind") != std::string::npos);
}

TEST_CASE("pairs: what a model was given and wrote are source and target") {
  CHECK(read_bilingual("{\"instruction\":\"Translate this text into Chinese\",\"input\":\"One.\","
                       "\"output\":\"一。\"}\n")
            .joined() == "One.=一。");
}

TEST_CASE("pairs: a line of PO that names a domain belongs to no entry") {
  const auto outcome =
      read_bilingual("msgid \"One\"\nmsgstr \"一\"\ndomain \"x\"\nmsgid \"Two\"\nmsgstr \"二\"\n");
  CHECK(outcome.joined() == "One=一|Two=二");
  CHECK(outcome.passed_over == 0);
}

TEST_CASE("pairs: a PO file in a third language is refused") {
  const std::string start = "msgid \"\"\nmsgstr \"Language: ";
  const std::string rest = "\\n\"\n\nmsgid \"one\"\nmsgstr \"一\"\n";
  CHECK(read_bilingual(start + "ja" + rest).error.message.find("'ja'") != std::string::npos);
  CHECK(read_bilingual(start + "zh_CN" + rest).joined() == "one=一");
  CHECK(read_bilingual(start + rest).joined() == "one=一");
}

}  // namespace
}  // namespace duizhao::formats
