#include "duizhao/formats/tmx_writer.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "bilingual_outcome.h"
#include "duizhao/text/utf8.h"

using duizhao::formats::TmxWriter;

TEST_CASE("tmx writer: the whole document") {
  std::string out;
  TmxWriter writer(out, "en", "zh-HK");
  writer.add("Rain & wind", "風雨", {{"confidence", "0.98"}});
  writer.finish();
  CHECK(out ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n"
        "<tmx version=\"1.4\">\n"
        "<header creationtool=\"duizhao\" creationtoolversion=\"1\" segtype=\"sentence\" "
        "o-tmf=\"duizhao\" adminlang=\"en\" srclang=\"en\" datatype=\"plaintext\"/>\n"
        "<body>\n"
        "<tu>\n"
        "<prop type=\"x-confidence\">0.98</prop>\n"
        "<tuv xml:lang=\"en\"><seg>Rain &amp; wind</seg></tuv>\n"
        "<tuv xml:lang=\"zh-HK\"><seg>風雨</seg></tuv>\n"
        "</tu>\n"
        "</body>\n"
        "</tmx>\n");
}

TEST_CASE("tmx writer: what it writes reads back, whatever the text") {
  const std::u32string alphabet = U"aé中𠮷<>&\"']]>;-!";
  std::mt19937 random(31);
  std::vector<std::string> texts;
  std::string out;
  TmxWriter writer(out, "zh-CN", "en");
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (unsigned i = 0; i < round % 20U; ++i) {
      duizhao::text::append_code_point(text, alphabet[random() % alphabet.size()]);
    }
    texts.push_back(text);
    writer.add(text, text + "x");
  }
  writer.finish();
  const auto outcome = read_bilingual(out);
  CHECK(outcome.error.message.empty());
  REQUIRE(outcome.pairs.size() == texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    CHECK(outcome.pairs[i].source == texts[i]);
    CHECK(outcome.pairs[i].target == texts[i] + "x");
  }
}

TEST_CASE("tmx writer: characters that XML does not allow are replaced") {
  std::string out;
  TmxWriter writer(out, "en", "zh-CN");
  writer.add(std::string("a\0b\x1B"
                         "c\uFFFE",
                         8),
             "中\r国");
  writer.finish();
  CHECK(read_bilingual(out).joined() == "a\uFFFDb\uFFFDc\uFFFD=中 国");
}
