#include "duizhao/formats/target_edit.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace duizhao::formats;

namespace {

std::vector<BilingualPair> pairs_in(const std::string& file, const std::string& format) {
  BilingualOptions options;
  options.format = format;
  options.places = true;
  auto reader = open_bilingual_text(file, "a file", options);
  REQUIRE(reader);
  std::vector<BilingualPair> pairs;
  BilingualPair pair;
  for (auto more = (*reader)->next(pair); more && *more; more = (*reader)->next(pair)) {
    pairs.push_back(pair);
  }
  return pairs;
}

/// The file with another text in its segment; the complaint where that can't be.
std::string edited(const std::string& file, const std::string& format, std::size_t segment,
                   const std::string& text) {
  const auto pairs = pairs_in(file, format);
  REQUIRE(segment < pairs.size());
  const auto edit = edit_target(file, pairs[segment], text, format);
  if (!edit) return edit.error().message;
  std::string after = file;
  after.replace(edit->span.begin, edit->span.size(), edit->written);
  const auto again = pairs_in(after, format);
  REQUIRE(again.size() == pairs.size());
  CHECK(again[segment].target == text);
  return after;
}

std::string xliff(const std::string& unit) {
  return "<?xml version=\"1.0\"?>\r\n<xliff version=\"1.2\">\r\n <file source-language=\"en\" "
         "target-language=\"zh\" original=\"a\"><body>\r\n" +
         unit + "\r\n</body></file></xliff>\r\n";
}

std::string edited_unit(const std::string& unit, const std::string& text) {
  const std::string file = edited(xliff(unit), "xliff", 0, text);
  const std::string head = xliff("\x01").substr(0, xliff("\x01").find('\x01'));
  const std::string tail = xliff("\x01").substr(xliff("\x01").find('\x01') + 1);
  if (!file.starts_with(head)) return file;
  CHECK(file.ends_with(tail));
  return file.substr(head.size(), file.size() - head.size() - tail.size());
}

}  // namespace

TEST_CASE("target edit: in XLIFF only the words that differ are written, and tags stay") {
  CHECK(edited_unit("<trans-unit id=\"1\"><source>Save <g id=\"1\">the file</g></source>"
                    "<target>保存<g id=\"1\">此文件</g>。</target></trans-unit>",
                    "保存该文件。") ==
        "<trans-unit id=\"1\"><source>Save <g id=\"1\">the file</g></source>"
        "<target>保存<g id=\"1\">该文件</g>。</target></trans-unit>");
}

TEST_CASE("target edit: what is written is escaped, and what was stays as it was") {
  CHECK(edited_unit("<trans-unit id=\"1\"><source>A &amp; B</source>"
                    "<target>甲 &#38; 乙</target></trans-unit>",
                    "甲 & 丙<丁") ==
        "<trans-unit id=\"1\"><source>A &amp; B</source>"
        "<target>甲 &#38; 丙&lt;丁</target></trans-unit>");
}

TEST_CASE("target edit: a tag within what is replaced stays behind it") {
  CHECK(edited_unit("<trans-unit id=\"1\"><source>one two</source>"
                    "<target>一<x id=\"1\"/>二三</target></trans-unit>",
                    "四三") ==
        "<trans-unit id=\"1\"><source>one two</source>"
        "<target>四<x id=\"1\"/>三</target></trans-unit>");
}

TEST_CASE("target edit: the segments of SDLXLIFF are written one by one") {
  CHECK(edited_unit("<trans-unit id=\"1\"><source>One. Two.</source><seg-source>"
                    "<mrk mtype=\"seg\" mid=\"1\">One.</mrk> "
                    "<mrk mtype=\"seg\" mid=\"2\">Two.</mrk></seg-source>"
                    "<target><mrk mtype=\"seg\" mid=\"1\">一。</mrk>"
                    "<mrk mtype=\"seg\" mid=\"2\">二。</mrk></target></trans-unit>",
                    "壹。") ==
        "<trans-unit id=\"1\"><source>One. Two.</source><seg-source>"
        "<mrk mtype=\"seg\" mid=\"1\">One.</mrk> "
        "<mrk mtype=\"seg\" mid=\"2\">Two.</mrk></seg-source>"
        "<target><mrk mtype=\"seg\" mid=\"1\">壹。</mrk>"
        "<mrk mtype=\"seg\" mid=\"2\">二。</mrk></target></trans-unit>");
}

TEST_CASE("target edit: an empty target gets a text, an absent one has no place") {
  CHECK(edited_unit("<trans-unit id=\"1\"><source>One</source><target></target></trans-unit>",
                    "一") ==
        "<trans-unit id=\"1\"><source>One</source><target>一</target></trans-unit>");
  CHECK(edited_unit("<trans-unit id=\"1\"><source>One</source><target state=\"new\"/></trans-unit>",
                    "一") ==
        "<trans-unit id=\"1\"><source>One</source><target state=\"new\">一</target></trans-unit>");
  CHECK(edited_unit("<trans-unit id=\"1\"><source>One</source></trans-unit>", "一") ==
        "the file has no place for the translation of this segment");
}

TEST_CASE("target edit: codes can't be changed") {
  CHECK(edited_unit("<trans-unit id=\"1\"><source>One</source>"
                    "<target>一<ph id=\"1\">{0}</ph>二</target></trans-unit>",
                    "一二") ==
        "a tag or a code of the segment is changed by this; only its text can be");
}

TEST_CASE("target edit: in TMX the variant of the target's language is written") {
  const std::string before =
      "<tmx version=\"1.4\"><header srclang=\"en\"/><body><tu tuid=\"7\">"
      "<tuv xml:lang=\"en\"><seg>The <bpt i=\"1\">&lt;b&gt;</bpt>bank<ept i=\"1\">&lt;/b&gt;</ept>"
      "</seg></tuv><tuv xml:lang=\"zh-CN\"><seg>该<bpt i=\"1\">\\cf1</bpt>行<ept i=\"1\">\\cf0"
      "</ept>于1921年开业</seg></tuv></tu></body></tmx>";
  std::string after = before;
  after.replace(after.find("1921"), 4, "1912");
  CHECK(edited(before, "tmx", 0, "该行于1912年开业") == after);
}

TEST_CASE("target edit: PO keeps its escapes and the lines of its strings") {
  CHECK(edited("msgid \"a \\\"b\\\" c\"\nmsgstr \"\"\n\"甲“乙”\\n\"\n\"丙丁\"\n", "po", 0,
               "甲“乙” 丙\"戊\"") ==
        "msgid \"a \\\"b\\\" c\"\nmsgstr \"\"\n\"甲“乙”\\n\"\n\"丙\\\"戊\\\"\"\n");
}

TEST_CASE("target edit: of a table the cell of the target is written") {
  CHECK(edited("id\tsource\ttarget\tnote\r\n1\tOne\t一\tx\r\n2\tTwo\t二\ty\r\n", "tsv", 1, "两") ==
        "id\tsource\ttarget\tnote\r\n1\tOne\t一\tx\r\n2\tTwo\t两\ty\r\n");
}
