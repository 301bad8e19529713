#include "duizhao/formats/tmx_reader.h"

#include <doctest/doctest.h>

#include <string>

#include "bilingual_outcome.h"
#include "temporary_file.h"

using duizhao::ErrorCode;

namespace {

std::string tmx(const std::string& units, const std::string& source = "en-US") {
  return R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence"
 o-tmf="x" adminlang="en" srclang=")" +
         source + R"(" datatype="plaintext"><note>ignored</note></header><body>)" + units +
         "</body></tmx>\n";
}

std::string unit(const std::string& english, const std::string& chinese,
                 const std::string& tag = "zh-CN") {
  return "<tu><prop type=\"x\">p</prop><tuv xml:lang=\"en-US\"><seg>" + english +
         "</seg></tuv><tuv xml:lang=\"" + tag + "\"><seg>" + chinese + "</seg></tuv></tu>\n";
}

}  // namespace

TEST_CASE("tmx: units are pairs, in the direction of the memory") {
  const auto outcome = read_bilingual(tmx(unit("Rain &amp; wind", "风雨") + unit("Sun", "太阳")));
  CHECK(outcome.error.message.empty());
  CHECK(outcome.joined() == "Rain & wind=风雨|Sun=太阳");
  CHECK(outcome.pairs[1].line == 5);
  CHECK(read_bilingual(tmx(unit("Sun", "太阳"), "zh-CN")).joined() == "太阳=Sun");
}

TEST_CASE("tmx: the languages can be chosen") {
  const std::string memory =
      tmx("<tu><tuv xml:lang=\"de\"><seg>Sonne</seg></tuv><tuv xml:lang=\"en\"><seg>Sun</seg></tuv>"
          "<tuv xml:lang=\"zh_CN\"><seg>太阳</seg></tuv>"
          "<tuv xml:lang=\"zh-TW\"><seg>太陽</seg></tuv></tu>",
          "*all*");
  CHECK(read_bilingual(memory).joined() == "Sun=太阳");
  CHECK(read_bilingual(memory, {"", "zh", ""}).joined() == "太阳=Sun");
  CHECK(read_bilingual(memory, {"", "", "zh-TW"}).joined() == "Sun=太陽");
  CHECK(read_bilingual(memory, {"", "zh-tw", "de"}).joined() == "太陽=Sonne");
}

TEST_CASE("tmx: the old attribute lang is read as well") {
  CHECK(read_bilingual(tmx("<tu><tuv lang=\"EN\"><seg>Sun</seg></tuv>"
                           "<tuv lang=\"ZH-CN\"><seg>太阳</seg></tuv></tu>"))
            .joined() == "Sun=太阳");
}

TEST_CASE(
    "tmx: tags, placeholders and marked text stay, other code is left out, text in it is apart") {
  const auto outcome = read_bilingual(
      tmx(unit("Save <bpt i=\"1\">&lt;b></bpt>all<ept i=\"1\">&lt;/b></ept> <ph>{0}</ph>"
               "<ph>&lt;br/></ph>of <hi>it</hi><it pos=\"begin\">\\b <sub>x</sub></it>",
               "全部保存<ph x=\"1\">%s</ph>")));
  CHECK(outcome.joined() == "Save <b>all</b> {0}<br/>of it=全部保存%s|x=");
}

TEST_CASE("tmx: line ends and tabs in a segment are spaces") {
  CHECK(read_bilingual(tmx(unit("\n   one\n   two\tthree  four ", "一"))).joined() ==
        "one two three  four=一");
}

TEST_CASE("tmx: units without both languages are left out, a file without any is an error") {
  const std::string german = "<tu><tuv xml:lang=\"de\"><seg>Sonne</seg></tuv></tu>";
  CHECK(read_bilingual(tmx(german + unit("Sun", "太阳"))).joined() == "Sun=太阳");
  const auto outcome = read_bilingual(tmx(german));
  CHECK(outcome.error.code == ErrorCode::kMalformed);
  CHECK(outcome.error.message.find("de") != std::string::npos);
  CHECK(read_bilingual(tmx("")).error.message.empty());
}

TEST_CASE("tmx: other encodings, declared, marked or given") {
  std::string declared = tmx(unit("Sun", "\xCC\xAB\xD1\xF4"));
  declared.replace(declared.find("UTF-8"), 5, "GB18030");
  CHECK(read_bilingual(declared).joined() == "Sun=太阳");
  std::string given = tmx(unit("Sun", "\xCC\xAB\xD1\xF4"));
  CHECK(read_bilingual(given, {"gbk", "", ""}).joined() == "Sun=太阳");
  CHECK_FALSE(read_bilingual(given).error.message.empty());
  const std::string ascii = tmx(unit("Sun", "&#22826;&#38451;"));
  std::string wide = "\xFF\xFE";
  for (const char c : ascii.substr(ascii.find("<!"))) {
    wide += c;
    wide += '\0';
  }
  CHECK(read_bilingual(wide).joined() == "Sun=太阳");
}

TEST_CASE("tmx: by its ending or by its content") {
  const TemporaryFile file(tmx(unit("Sun", "太阳")), ".TMX");
  std::istringstream nothing;
  auto reader = duizhao::formats::open_bilingual(file.path(), {}, nothing);
  REQUIRE(reader);
  duizhao::formats::BilingualPair pair;
  CHECK((*reader)->next(pair) == true);
  CHECK((*reader)->next(pair) == false);
  const auto html = read_bilingual("<html>\tx\n");
  CHECK(html.joined() == "<html>=x");
}

TEST_CASE("tmx: what is read before a fault is handed out before it") {
  const std::string memory = tmx(unit("Sun", "太阳") + unit("Rain", "雨"));
  for (const std::size_t cut : {memory.find("雨"), memory.find("</body>"), memory.find("</tmx>")}) {
    const auto outcome = read_bilingual(memory.substr(0, cut));
    CHECK(outcome.pairs.size() >= 1);
    CHECK(outcome.error.code == ErrorCode::kMalformed);
    CHECK(outcome.error.where.line >= 5);
  }
  CHECK(read_bilingual(tmx(unit("a & b", "甲"))).error.where.line == 4);
}

TEST_CASE("tmx: hostile XML is refused") {
  const auto refused = [](const std::string& doctype, std::string_view reason) {
    std::string memory = tmx(unit("&lol;", "笑"));
    const std::string external = "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">";
    memory.replace(memory.find(external), external.size(), doctype);
    const auto outcome = read_bilingual(memory);
    CAPTURE(outcome.error.message);
    CHECK(outcome.pairs.empty());
    CHECK(outcome.error.message.find(reason) != std::string::npos);
  };
  refused("<!DOCTYPE tmx [<!ENTITY a \"ha\"><!ENTITY lol \"&a;&a;&a;\">]>", "refused");
  refused("<!DOCTYPE tmx [<!ENTITY lol SYSTEM \"file:///etc/passwd\">]>", "refused");
  refused("<!DOCTYPE tmx [<!ENTITY % p SYSTEM \"http://example.com/x\"> %p;]>", "refused");
  refused("<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">", "not defined");
  refused("", "undefined entity");
  std::string deep = "<tmx>";
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  CHECK(read_bilingual(deep).error.message.find("deeper") != std::string::npos);
}

TEST_CASE("tmx: another root element is no TMX") {
  const TemporaryFile file("<html/>", ".tmx");
  std::istringstream nothing;
  auto reader = duizhao::formats::open_bilingual(file.path(), {}, nothing);
  REQUIRE(reader);
  duizhao::formats::BilingualPair pair;
  const auto more = (*reader)->next(pair);
  REQUIRE_FALSE(more);
  CHECK(more.error().message.find("'html'") != std::string::npos);
}

TEST_CASE("tmx: memories longer than a block") {
  std::string units;
  for (int i = 0; i < 5000; ++i) units += unit("Text " + std::to_string(i), "文本");
  const auto outcome = read_bilingual(tmx(units));
  REQUIRE(outcome.pairs.size() == 5000);
  CHECK(outcome.pairs[4999].source == "Text 4999");
  CHECK(outcome.pairs[4999].line == 5003);
}

TEST_CASE("tmx: a text within a code is a pair of its own") {
  const auto outcome = read_bilingual(
      "<tmx version=\"1.4\"><header srclang=\"en\"/><body><tu tuid=\"7\"><tuv xml:lang=\"en\"><seg>"
      "Rain<ph x=\"1\">&lt;fn><sub>A note of <ph>%d</ph> words.</sub>&lt;/fn></ph> "
      "falls.</seg></tuv>"
      "<tuv xml:lang=\"zh\"><seg>下雨<ph "
      "x=\"1\">&lt;fn><sub>一个注。</sub>&lt;/fn></ph>了。</seg></tuv>"
      "</tu></body></tmx>");
  CHECK(outcome.joined() == "Rain falls.=下雨了。|A note of %d words.=一个注。");
  CHECK(outcome.pairs.back().id == "7/sub1");
}

TEST_CASE("tmx: a script that is asked for is that of any place that writes so") {
  const std::string memory =
      "<tmx version=\"1.4\"><header srclang=\"en\"/><body><tu><tuv "
      "xml:lang=\"en\"><seg>one</seg></tuv>"
      "<tuv xml:lang=\"zh-CN\"><seg>软件</seg></tuv><tuv "
      "xml:lang=\"zh-TW\"><seg>軟體</seg></tuv></tu>"
      "</body></tmx>";
  CHECK(read_bilingual(memory, {"", "", "zh-Hant"}).joined() == "one=軟體");
  CHECK(read_bilingual(memory, {"", "", "zh-HK"}).pairs.empty());
}
