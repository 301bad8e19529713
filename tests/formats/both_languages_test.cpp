// One file that holds both versions.

#include "duizhao/formats/both_languages.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/zip.h"
#include "duizhao/review/documents.h"

using namespace duizhao;

namespace {

/// The sentences of both versions, the source's first, as they stand in the file.
std::string versions_of(const std::string& file, const ReadOptions& options = {}) {
  std::istringstream input(file);
  const auto both = read_both_versions("-", options, {}, &input);
  if (!both) return both.error().message;
  std::string text;
  for (const Document* version : {&both->source, &both->target}) {
    text += version->language == Language::kChinese ? "zh:" : "en:";
    for (const Sentence& sentence : version->sentences) {
      const Span place = version->in_original(sentence.span);
      text += " [" + std::string(place.in(version->original_text())) + "]";
      CHECK(version->original_text() == file);
    }
    if (version == &both->source) text += "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("both languages: in turns, by lines") {
  CHECK(versions_of("The river rose overnight.\n河水一夜之间上涨。\nTwo bridges were closed.\n"
                    "两座桥梁关闭。\n") ==
        "en: [The river rose overnight.] [Two bridges were closed.]\n"
        "zh: [河水一夜之间上涨。] [两座桥梁关闭。]");
}

TEST_CASE("both languages: the one that comes first is the source, unless it is said") {
  const std::string file = "河水一夜之间上涨。\nThe river rose overnight.\n";
  CHECK(versions_of(file).starts_with("zh:"));
  CHECK(versions_of(file, {.encoding = {}, .language = Language::kEnglish}).starts_with("en:"));
}

TEST_CASE("both languages: by chapters, and by sentences of one line") {
  CHECK(versions_of("The river rose overnight. Two bridges were closed.\n\n"
                    "河水一夜之间上涨。两座桥梁关闭。\n") ==
        "en: [The river rose overnight.] [Two bridges were closed.]\n"
        "zh: [河水一夜之间上涨。] [两座桥梁关闭。]");
  CHECK(versions_of("河水一夜之间上涨。The river rose overnight.\n") ==
        "zh: [河水一夜之间上涨。]\nen: [The river rose overnight.]");
}

TEST_CASE("both languages: side by side") {
  CHECK(versions_of("The river rose overnight.      河水一夜之间上涨。\n"
                    "Two bridges were closed.       两座桥梁关闭。\n") ==
        "en: [The river rose overnight.] [Two bridges were closed.]\n"
        "zh: [河水一夜之间上涨。] [两座桥梁关闭。]");
  CHECK(versions_of("Contents / 目录\nThe river rose overnight. / 河水一夜之间上涨。\n") ==
        "en: [Contents] [The river rose overnight.]\nzh: [目录] [河水一夜之间上涨。]");
}

TEST_CASE("both languages: figures without words belong to both") {
  CHECK(versions_of("Rainfall in June\n六月降雨量\n118.5\nRainfall in July\n七月降雨量\n96.2\n") ==
        "en: [Rainfall in June] [118.5] [Rainfall in July] [96.2]\n"
        "zh: [六月降雨量] [118.5] [七月降雨量] [96.2]");
}

TEST_CASE("both languages: the original in comments above each paragraph") {
  CHECK(versions_of("---\ntitle: 河水\nweight: 20\n---\n<!--\ntitle: The river\nweight: 20\n-->\n"
                    "\n<!--\n## Overnight\n\nThe river rose. Two bridges **were closed**.\n-->\n"
                    "## 一夜之间\n\n河水上涨。两座桥梁**关闭**。\n") ==
        "en: [The river] [Overnight] [The river rose.] [Two bridges **were closed**.]\n"
        "zh: [河水] [一夜之间] [河水上涨。] [两座桥梁**关闭**。]");
}

TEST_CASE("both languages: both in each cue of subtitles") {
  CHECK(versions_of("1\n00:00:01,000 --> 00:00:02,000\n河水上涨。\nThe river rose.\n\n"
                    "2\n00:00:03,000 --> 00:00:04,000\n桥梁关闭。\nThe bridges were closed.\n") ==
        "zh: [河水上涨。] [桥梁关闭。]\nen: [The river rose.] [The bridges were closed.]");
}

TEST_CASE("both languages: both in each cue of a script of subtitles") {
  std::istringstream input(
      "[Script Info]\n\n[Events]\n"
      "Dialogue: 0,0:00:01.00,0:00:03.00,D,,0,0,0,,河水一夜之间上涨。\\N{\\fs12}The river rose.\n"
      "Dialogue: 0,0:00:03.00,0:00:04.00,D,,0,0,0,,两座桥梁关闭。\\NTwo bridges were closed.\n");
  const auto both = read_both_versions("-", {}, {}, &input);
  REQUIRE(both);
  const auto sentences_of = [](const Document& version) {
    std::string all;
    for (const Sentence& one : version.sentences)
      all += std::string(one.span.in(version.text)) + "|";
    return all;
  };
  CHECK(sentences_of(both->source) == "河水一夜之间上涨。|两座桥梁关闭。|");
  CHECK(sentences_of(both->target) == "The river rose.|Two bridges were closed.|");
}

TEST_CASE("both languages: what rules a table of Markdown is no text of either version") {
  const auto parts = formats::take_apart(
      "| English text | 中文 |\n|----|----|\n| The river rose. | 河水上涨。 |\n| It fell again. | "
      "河水又落了。 "
      "|\n",
      "a.md");
  REQUIRE(parts);
  CHECK(parts->chinese.find("--") == std::string::npos);
  CHECK(parts->english.find("--") == std::string::npos);
  // The table of one version keeps its rule, and the other one has none.
  const auto blocks = formats::take_apart(
      "| River | Bridge |\n|----|----|\n| rose | fell |\n\n河水上涨，两座桥梁关闭。\n", "a.md");
  REQUIRE(blocks);
  CHECK(blocks->chinese.find("--") == std::string::npos);
  CHECK(blocks->english.find("|----|----|") != std::string::npos);
}

TEST_CASE("both languages: a text in one language is refused") {
  CHECK(versions_of("河水一夜之间上涨，据 River Watch 报道。\n两座桥梁关闭。\n") ==
        "this text is Chinese throughout: give its translation as a second file, or a file that "
        "holds both versions");
  CHECK(
      versions_of("2019\n") ==
      "this text is neither Chinese nor English: give its translation as a second file, or a file "
      "that holds both versions");
}

TEST_CASE("both languages: a file of pairs is known") {
  const auto pairs = [](const std::string& text, const std::string& name) {
    return formats::holds_pairs(text, name, {});
  };
  CHECK(pairs("The river rose.\t河水上涨。\n", "a.txt"));
  CHECK(pairs("msgid \"River\"\nmsgstr \"河\"\n", "a.po"));
  CHECK(pairs("en,zh\nRiver,河\n", "a.csv"));
  CHECK(pairs("<?xml version=\"1.0\"?><tmx version=\"1.4\">", "a"));
  // Of a table whose columns are named, however much it says of each pair.
  std::string rows;
  for (const std::vector<std::string>& row : std::vector<std::vector<std::string>>{
           {"Segment ID", "Segment status", "Source segment", "Target segment"},
           {"1 5d3e", "Translated (99%), not yet read", "The river rose.", "河水上涨。"},
           {"2 7a01", "Translated (99%), not yet read", "It fell again.", "河水又落了。"}}) {
    rows += "<w:tr>";
    for (const std::string& cell : row) {
      rows += "<w:tc><w:p><w:r><w:t>" + cell + "</w:t></w:r></w:p></w:tc>";
    }
    rows += "</w:tr>";
  }
  CHECK(pairs(formats::write_zip(
                  {{"_rels/.rels", R"(<Relationships><Relationship Id="r" Type="x/officeDocument" )"
                                   R"(Target="word/document.xml"/></Relationships>)"},
                   {"word/document.xml",
                    R"(<w:document xmlns:w="urn:w"><w:tbl>)" + rows + "</w:tbl></w:document>"}}),
              "a.docx"));
  CHECK_FALSE(pairs("The river rose.\n河水上涨。\n", "a.txt"));
  CHECK_FALSE(pairs("Item\t2019\t2020\nRiver\t3\t4\n", "a.txt"));
}
