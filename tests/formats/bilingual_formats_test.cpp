#include <doctest/doctest.h>

#include <string>

#include "bilingual_outcome.h"
#include "duizhao/formats/glossary_xlsx.h"
#include "duizhao/formats/zip.h"

namespace duizhao::formats {
namespace {

TEST_CASE("pairs: a first line that names columns is none, an id column is the id") {
  const auto outcome = read_bilingual("id\tSource\tTarget\nS1\tone\t一\n\nS2\ttwo\t二\n");
  CHECK(outcome.error.message.empty());
  CHECK(outcome.joined() == "one=一|two=二");
  CHECK(outcome.pairs.at(1).id == "S2");
  CHECK(outcome.pairs.at(1).line == 4);
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
            "120<ph id=\"1\">{\\br}</ph>45 <mrk mtype=\"x-sdl-deleted\">旧</mrk>新"));
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

}  // namespace
}  // namespace duizhao::formats
