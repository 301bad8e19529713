#include "duizhao/formats/xliff_reader.h"

#include <doctest/doctest.h>

#include <string>

#include "bilingual_outcome.h"

using duizhao::ErrorCode;

namespace {

std::string xliff1(const std::string& body) {
  return "<?xml version=\"1.0\"?>\n<xliff version=\"1.2\" "
         "xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n<file original=\"a\" "
         "source-language=\"en-US\" target-language=\"zh-CN\" datatype=\"x\"><body>" +
         body + "</body></file></xliff>";
}

std::string xliff2(const std::string& body) {
  return "<xliff version=\"2.0\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"en\" "
         "trgLang=\"zh-TW\"><file id=\"f\">" +
         body + "</file></xliff>";
}

}  // namespace

TEST_CASE("xliff 1.2: trans-units are pairs, alternatives and notes are not") {
  const auto outcome = read_bilingual(
      xliff1("<trans-unit id=\"1\"><source>Sun</source><target>太阳</target><note>a note</note>"
             "<alt-trans><source>Sun!</source><target>太阳！</target></alt-trans></trans-unit>\n"
             "<group><trans-unit id=\"2\"><source>Rain</source></trans-unit></group>"));
  CHECK(outcome.error.message.empty());
  CHECK(outcome.joined() == "Sun=太阳|Rain=");
  CHECK(outcome.pairs[1].line == 4);
}

TEST_CASE("xliff 1.2: what is not to be translated is left out") {
  CHECK(read_bilingual(
            xliff1("<group translate=\"no\"><trans-unit id=\"1\"><source>a</source></trans-unit>"
                   "<trans-unit id=\"2\" translate=\"yes\"><source>b</source></trans-unit></group>"
                   "<trans-unit id=\"3\" translate=\"no\"><source>c</source></trans-unit>"
                   "<trans-unit id=\"4\"><source>d</source></trans-unit>"))
            .joined() == "b=|d=");
}

TEST_CASE("xliff 1.2: a file within a file leaves the units around it as they were") {
  CHECK(read_bilingual(xliff1("<group><file source-language=\"en-US\" target-language=\"zh-CN\">"
                              "<trans-unit id=\"1\"><source>a</source></trans-unit></file></group>"
                              "<trans-unit id=\"2\"><source>b</source></trans-unit>"))
            .joined() == "a=|b=");
  CHECK(read_bilingual(xliff1("<trans-unit id=\"1\"><source>a<group/><unit/></source></trans-unit>"
                              "<trans-unit id=\"2\"><source>b</source></trans-unit>"))
            .joined() == "a=|b=");
}

TEST_CASE("xliff 1.2: segments are pairs where the unit has them") {
  CHECK(read_bilingual(
            xliff1("<trans-unit id=\"1\"><source>One. Two. Three.</source><seg-source>"
                   "<g id=\"9\"><mrk mtype=\"seg\" mid=\"1\">One.</mrk> "
                   "<mrk mtype=\"seg\" mid=\"2\">T<mrk mtype=\"x-term\">w</mrk>o.</mrk></g> "
                   "<mrk mtype=\"seg\" mid=\"3\">Three.</mrk></seg-source><target>"
                   "<mrk mtype=\"seg\" mid=\"2\">二。</mrk><mrk mtype=\"seg\" mid=\"1\">一。</mrk>"
                   "</target></trans-unit>"))
            .joined() == "One.=一。|Two.=二。|Three.=");
}

TEST_CASE("xliff 1.2: inline elements") {
  CHECK(read_bilingual(xliff1("<trans-unit id=\"1\"><source><g id=\"1\">Save</g> <x id=\"2\" "
                              "equiv-text=\"{{name}}\"/><x id=\"3\" ctype=\"lb\"/>as <bpt "
                              "id=\"4\">&lt;b&gt;</bpt>file<ept id=\"4\">&lt;/b&gt;</ept></source>"
                              "<target>保存</target></trans-unit>"))
            .joined() == "Save {{name}} as <b>file</b>=保存");
}

TEST_CASE("xliff 2: segments are pairs, ignorables and matches are not") {
  CHECK(read_bilingual(
            xliff2("<unit id=\"1\"><segment><source>Sun <pc id=\"1\">rises</pc></source>"
                   "<target>日出</target></segment><ignorable><source> </source></ignorable>"
                   "<segment><source>Press <ph id=\"2\" equiv=\"%d\"/>.</source></segment>"
                   "<m:matches xmlns:m=\"urn:oasis:names:tc:xliff:matches:2.0\"><m:match>"
                   "<source>no</source><target>否</target></m:match></m:matches></unit>"
                   "<unit id=\"2\" translate=\"no\"><segment><source>x</source></segment></unit>"))
            .joined() == "Sun rises=日出|Press %d.=");
}

TEST_CASE("xliff: the sides are swapped where the other direction is asked for") {
  const std::string file =
      xliff1("<trans-unit id=\"1\"><source>Sun</source><target>太阳</target></trans-unit>");
  CHECK(read_bilingual(file, {"", "en", "zh"}).joined() == "Sun=太阳");
  CHECK(read_bilingual(file, {"", "zh", ""}).joined() == "太阳=Sun");
  CHECK(read_bilingual(file, {"", "", "en"}).joined() == "太阳=Sun");
  const auto other = read_bilingual(file, {"", "en", "zh-TW"});
  CHECK(other.error.code == ErrorCode::kMalformed);
  CHECK(other.error.message.find("zh-TW") != std::string::npos);
}

TEST_CASE("xliff: what is read before a fault is handed out before it") {
  const std::string file =
      xliff1("<trans-unit id=\"1\"><source>Sun</source><target>太阳</target></trans-unit>");
  const auto outcome = read_bilingual(file.substr(0, file.find("</body>")));
  CHECK(outcome.joined() == "Sun=太阳");
  CHECK(outcome.error.code == ErrorCode::kMalformed);
}

TEST_CASE(
    "xliff 2: a unit within the data of another is read, and leaves nothing of that one behind") {
  const auto outcome = read_bilingual(xliff2(
      "<unit id=\"1\"><originalData><data id=\"a-name-too-long-for-the-string-itself\">x"
      "<unit id=\"2\"><segment><source>Sun</source><target>太阳</target></segment></unit>"
      "and more than fits a string, so that it stands elsewhere</data></originalData></unit>"));
  CHECK(outcome.joined() == "Sun=太阳");
}

TEST_CASE("xliff: random damage gives pairs or an error, never a crash") {
  const std::string file = xliff1(
      "<trans-unit id=\"1\"><source>One.</source><seg-source><mrk mtype=\"seg\" mid=\"1\">One."
      "</mrk></seg-source><target><mrk mtype=\"seg\" mid=\"1\">一。</mrk></target></trans-unit>");
  for (std::size_t i = 0; i < file.size(); ++i) {
    for (const char c : {'<', '>', '/', '"', '\0', 'x', '&', '\xFF'}) {
      std::string damaged = file;
      damaged[i] = c;
      const auto outcome = read_bilingual(damaged);
      CHECK(outcome.pairs.size() + outcome.error.message.size() > 0);
    }
  }
}

TEST_CASE("xliff: of files in several languages those are taken that are wanted") {
  const auto file = [](const std::string& language, const std::string& target) {
    return "<file original=\"a\" source-language=\"en\" target-language=\"" + language +
           "\" datatype=\"x\"><body><trans-unit id=\"1\"><source>one</source><target>" + target +
           "</target></trans-unit></body></file>";
  };
  const std::string begin = "<xliff version=\"1.2\">";
  const std::string both =
      begin + file("de", "eins") + file("zh-CN", "软件") + file("zh-TW", "軟體") + "</xliff>";
  CHECK(read_bilingual(both).joined() == "one=软件");
  CHECK(read_bilingual(both, {"", "", "zh-TW"}).joined() == "one=軟體");
  CHECK(read_bilingual(begin + file("ja", "一") + "</xliff>").error.message ==
        "the file is from en to ja: one side must be Chinese and the other English");
}
