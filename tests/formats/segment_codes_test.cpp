// The codes of a segment beside its text, as TMX, XLIFF and what CAT tools make of it have them.

#include <doctest/doctest.h>

#include <string>

#include "bilingual_outcome.h"

using duizhao::SegmentCode;
using duizhao::SegmentCodes;

namespace {

std::string xliff1(const std::string& source, const std::string& target) {
  return "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" "
         "xmlns:m=\"http://www.memsource.com/mxlf/2.0\"><file original=\"a\" "
         "source-language=\"en\" target-language=\"zh-CN\"><body><trans-unit id=\"1\"><source>" +
         source + "</source><target>" + target + "</target></trans-unit></body></file></xliff>";
}

std::string tmx(const std::string& english, const std::string& chinese) {
  return "<tmx version=\"1.4\"><header srclang=\"en\"/><body><tu><tuv xml:lang=\"en\"><seg>" +
         english + "</seg></tuv><tuv xml:lang=\"zh\"><seg>" + chinese +
         "</seg></tuv></tu></body></tmx>";
}

/// "text: 4 open 1 <g id="1">; 7 close 1 </g>"
std::string told(const std::string& text, const SegmentCodes& codes) {
  std::string line = text;
  for (const SegmentCode& code : codes) {
    const std::string kind = code.kind == SegmentCode::Kind::kOpen    ? " open "
                             : code.kind == SegmentCode::Kind::kClose ? " close "
                                                                      : " alone ";
    line += "; " + std::to_string(code.span.begin) + kind + code.id + " " + code.shown;
  }
  return line;
}

std::string source_of(const std::string& file) {
  const auto outcome = read_bilingual(file);
  REQUIRE(outcome.pairs.size() == 1);
  return told(outcome.pairs[0].source, outcome.pairs[0].source_codes);
}

}  // namespace

TEST_CASE("segment codes: XLIFF 1.2") {
  CHECK(source_of(xliff1("The <g id=\"1\">bank</g> <x id=\"2\"/>opened<bx id=\"3\" rid=\"9\"/>.",
                         "甲")) ==
        "The bank opened.; 4 open 1 <g id=\"1\">; 8 close 1 </g>; 9 alone 2 <x id=\"2\"/>; "
        "15 open 9 <bx id=\"3\">");
}

TEST_CASE("segment codes: XLIFF 2, with what its attributes and data say") {
  const std::string file =
      "<xliff version=\"2.0\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"en\" "
      "trgLang=\"zh\"><file id=\"f\"><unit id=\"u\"><originalData><data id=\"d\">{0}</data>"
      "</originalData><segment><source>Pay <ph id=\"1\" dataRef=\"d\"/> to <sc id=\"2\" "
      "disp=\"[bold]\"/>him<ec startRef=\"2\"/>.</source><target>付</target></segment></unit>"
      "</file></xliff>";
  CHECK(source_of(file) == "Pay {0} to him.; 4 alone 1 {0}; 11 open 2 [bold]; 14 close 2 <ec>");
}

TEST_CASE("segment codes: TMX pairs by i, and by x between the versions") {
  CHECK(source_of(
            tmx("  Save <bpt i=\"1\" x=\"4\">{\\b </bpt>all<ept i=\"1\">}</ept><ph x=\"5\"/> ",
                "全部保存")) == "Save all; 5 open 4 {\\b ; 8 close 4 }; 8 alone 5 <ph x=\"5\"/>");
}

TEST_CASE("segment codes: places hold where blanks are joined") {
  CHECK(source_of(xliff1("\n  One\n   <x id=\"1\"/>two <g id=\"2\">three</g>\n", "一")) ==
        "One two three; 4 alone 1 <x id=\"1\"/>; 8 open 2 <g id=\"2\">; 13 close 2 </g>");
}

TEST_CASE("segment codes: the marks of MXLIFF are codes, not text") {
  std::string file = xliff1("The {1&gt;bank&lt;1} has {b&gt;41&lt;b} cars {2}, a &lt; b.", "甲");
  file.replace(file.find("<trans-unit"), 11, "<trans-unit m:confirmed=\"1\"");
  CHECK(source_of(file) ==
        "The bank has 41 cars {2}, a < b.; 4 open 1 {1>; 8 close 1 <1}; 13 open b {b>; "
        "15 close b <b}");
}

TEST_CASE("segment codes: memoQ's codes are what they stand for") {
  CHECK(source_of(xliff1("<ph id=\"1\">&lt;mq:rxt displaytext=\"n\" val=\"{0}\" /&gt;</ph> cars",
                         "甲")) == "{0} cars; 0 alone 1 {0}");
}

TEST_CASE("segment codes: what is raised does not run together with what stands before it") {
  CHECK(read_bilingual(xliff1("10<g id=\"1\" ctype=\"x-superscript\">7</g> in 2023", "甲"))
            .joined() == "10⁷ in 2023=甲");
  CHECK(read_bilingual(tmx("in 2023<bpt i=\"1\" type=\"sup\"/>1<ept i=\"1\"/> 2", "甲")).joined() ==
        "in 2023¹ 2=甲");
}

TEST_CASE("segment codes: what may not change places, in XLIFF 2") {
  const auto outcome = read_bilingual(
      "<xliff version=\"2.0\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"en\" "
      "trgLang=\"zh\"><file id=\"f\"><unit id=\"u\"><segment><source><ph id=\"1\" "
      "canReorder=\"firstNo\"/>a<ph id=\"2\" canReorder=\"no\"/>b<ph id=\"3\"/></source></segment>"
      "</unit></file></xliff>");
  using Order = SegmentCode::Order;
  REQUIRE(outcome.pairs.size() == 1);
  REQUIRE(outcome.pairs[0].source_codes.size() == 3);
  CHECK(outcome.pairs[0].source_codes[0].order == Order::kFirst);
  CHECK(outcome.pairs[0].source_codes[1].order == Order::kFollows);
  CHECK(outcome.pairs[0].source_codes[2].order == Order::kFree);
}
