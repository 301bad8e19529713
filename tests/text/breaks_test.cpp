#include "duizhao/text/breaks.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "duizhao/text/utf8.h"
#include "text/cover.h"

using duizhao::Span;

namespace {

std::vector<Span> sentences_of(std::string_view text) {
  std::vector<Span> sentences;
  duizhao::text::append_sentences(text, {0, text.size()}, sentences);
  return sentences;
}

/// The sentences of a text with a bar between them.
std::string split(std::string_view text) {
  std::string joined;
  for (const Span sentence : sentences_of(text)) {
    if (!joined.empty()) joined += '|';
    joined += sentence.in(text);
  }
  return joined;
}

/// Checks that a text is one sentence.
void whole(std::string_view text) {
  CAPTURE(text);
  CHECK(split(text) == text);
}

}  // namespace

TEST_CASE("breaks: Chinese sentences end at full stops, questions and exclamations") {
  CHECK(split("银行加息。出口下降了吗？没有！产量持平｡") ==
        "银行加息。|出口下降了吗？|没有！|产量持平｡");
  CHECK(split("真的？！好。") == "真的？！|好。");
  CHECK(split("价格上涨. 需求不变.产量下降!销量呢?不知道.") ==
        "价格上涨.|需求不变.|产量下降!|销量呢?|不知道.");
}

TEST_CASE("breaks: closing marks stay with their sentence, opening ones start the next") {
  CHECK(split("他说：“今年会更好。”她点头。“对。”") == "他说：“今年会更好。”|她点头。|“对。”");
  CHECK(split("報告說：「出口回升。」（見附錄。）「內需疲弱。」") ==
        "報告說：「出口回升。」|（見附錄。）|「內需疲弱。」");
  CHECK(split("他说:\"走吧。\"然后走了。\"好。\"") == "他说:\"走吧。\"|然后走了。|\"好。\"");
  CHECK(split("行人自便。 ”路牌写道。") == "行人自便。 ”|路牌写道。");
}

TEST_CASE("breaks: a quotation or title inside a sentence does not end it") {
  whole("这是一个“为什么？”的问题。");
  whole("她读了《怎么办？》一书，很喜欢。");
  whole("“就这样吗？”，记者追问。");
  whole("“明年会涨吗？”记者问道。");
  whole("鼓掌（真的！）持续了很久。");
  CHECK(split("“明年会涨吗？”没有人知道。") == "“明年会涨吗？”|没有人知道。");
}

TEST_CASE("breaks: asides in brackets keep their stops to themselves") {
  whole("他离开了（没有人看见。也没有人问。），再没回来。");
  whole("The fund (it was small. It grew.) is closed.");
  CHECK(split("(It was small. It grew.) It closed.") == "(It was small.|It grew.)|It closed.");
}

TEST_CASE("breaks: a bracket that never closes holds nothing together") {
  CHECK(split("他来了（下雨。她走了。") == "他来了（下雨。|她走了。");
}

TEST_CASE("breaks: ellipses end a sentence only behind a quotation or before a capital") {
  whole("我……我不知道。");
  CHECK(split("“再等等……”她走了。") == "“再等等……”|她走了。");
  whole("I... I don't know.");
  whole("He waited ... and waited.");
  CHECK(split("He waited... Nobody came.") == "He waited...|Nobody came.");
  CHECK(split("He waited. . . . Nobody came.") == "He waited. . . .|Nobody came.");
}

TEST_CASE("breaks: semicolons end a sentence only before a numbered item") {
  whole("出口上升；进口下降。");
  CHECK(split("包括：（一）煤；（二）铁；（三）铜。") == "包括：（一）煤；|（二）铁；|（三）铜。");
  CHECK(split("(a) coal; (b) iron; and (c) copper.") == "(a) coal;|(b) iron;|and (c) copper.");
  whole("产量2吨；3.5吨待运。");
}

TEST_CASE("breaks: names, decimals and addresses with stops inside") {
  whole("01.AI raised US$3.7 billion at www.example.com/a.html?b=c on 3.5.2024.");
  whole("01.AI、百川与3.5亿元的Node.js项目。");
  whole("The .NET team met at 5.30 today.");
}

TEST_CASE("breaks: English abbreviations") {
  whole("Dr. Wang and Mrs. E. M. Lee met Lt. Gen. Li.");
  whole("See No. 5, Fig. 2, Vol. 3 and pp. 4 to 6.");
  whole("Growth, e.g. Germany's, i.e. 3%, vs. France.");
  whole("Apple Inc. Chief Executive Tim Cook met the U.S. Navy on Sept. 5 at St. Mary's.");
  whole("The talks at 6 p.m. Monday failed.");
  CHECK(split("It left the U.S. The talks ended at 6 p.m. Police came. He said no. They left.") ==
        "It left the U.S.|The talks ended at 6 p.m.|Police came.|He said no.|They left.");
  CHECK(split("He met Mr. 王.") == "He met Mr. 王.");
}

TEST_CASE("breaks: initials, labels and the word I") {
  whole("George W. Bush wrote to J.R.R. Tolkien and D. O. Hebb.");
  CHECK(split("So am I. Nobody minded plan B. Officials said so.") ==
        "So am I.|Nobody minded plan B.|Officials said so.");
}

TEST_CASE("breaks: English quotations") {
  CHECK(split("“We stay.” He left. \"We stay.\" He left. 'We stay.' He left.") ==
        "“We stay.”|He left.|\"We stay.\"|He left.|'We stay.'|He left.");
  whole("“Do we stay?” he asked.");
  whole("“We stay!” Mr. Wang said.");
  CHECK(split("“Do we stay?” The room fell silent.") == "“Do we stay?”|The room fell silent.");
  CHECK(split("It ended. “We stay,” he said.") == "It ended.|“We stay,” he said.");
}

TEST_CASE("breaks: a lower-case word goes on, a name like iPhone does not") {
  whole("The show That's It! returns in May.");
  CHECK(split("Sales rose. iPhone sales fell.") == "Sales rose.|iPhone sales fell.");
}

TEST_CASE("breaks: sentences between which a space was lost") {
  CHECK(
      split(
          "It met the sanctions.Chinese regulators agreed.The end was near.“We stay,” he said.") ==
      "It met the sanctions.|Chinese regulators agreed.|The end was near.|“We stay,” he said.");
  CHECK(split("“We’ll support them.”Nvidia grew.") == "“We’ll support them.”|Nvidia grew.");
  whole("We use Booking.Com and System.Out for that.");
}

TEST_CASE("breaks: list numbers and headings belong to what they number") {
  CHECK(split("1. Growth. 2. Prices. (a). Oil. IV. Trade.") ==
        "1. Growth.|2. Prices.|(a). Oil.|IV. Trade.");
  whole("Article 5. The minister decides.");
  whole("一．总则");
  whole("1.总则");
}

TEST_CASE("breaks: footnote numbers stay with their sentence") {
  CHECK(split("It grew.[12] It fell.") == "It grew.[12]|It fell.");
  CHECK(split("经济增长。[3]物价下降。") == "经济增长。[3]|物价下降。");
}

TEST_CASE("breaks: dashes after a quotation go on") { whole("“学而不思则罔。”——孔子"); }

TEST_CASE("breaks: marks alone are no sentence") {
  CHECK(split("走了。好。🙂 ###") == "走了。|好。🙂 ###");
  CHECK(split("！！！") == "！！！");
  CHECK(split("…… 好。") == "…… 好。");
}

TEST_CASE("breaks: a stray stop, a year and a quoted abbreviation go on") {
  CHECK(split("他赢了。 。然后走了。") == "他赢了。 。|然后走了。");
  whole("In \"A New Beginning?\" (1989) he asks.");
  whole("称谓「Mr.」 「Ms.」");
  CHECK(split("结束了。 3. 总则 4. 附则") == "结束了。|3. 总则 4. 附则");
  CHECK(split("他说：“走吧。“") == "他说：“走吧。“");
}

TEST_CASE("breaks: only the given range is read") {
  const std::string text = "甲。乙。丙。丁。";
  std::vector<Span> sentences;
  duizhao::text::append_sentences(text, {6, 18}, sentences);
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[0].in(text) == "乙。");
  CHECK(sentences[1].in(text) == "丙。");
}

TEST_CASE("breaks: any text is covered, on boundaries, and its sentences are whole again") {
  const std::u32string alphabet =
      U"aB9 我们他。！？；…“”‘’（）()[]《》「」.,!?;'\"—的说问 \t　０．iI%\u0301👍";
  std::mt19937 random(11);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (unsigned i = 0; i < round % 60U; ++i) {
      duizhao::text::append_code_point(text, alphabet[random() % alphabet.size()]);
    }
    CAPTURE(text);
    duizhao::tests::check_cover(text, sentences_of(text));
  }
}

TEST_CASE("breaks: long texts of marks take linear time") {
  // A quadratic scan of any of these would run for hours.
  for (const std::string_view unit : {"(", "。", "“", ". ", "A.", ";", "（。", "?\"", "我", " "}) {
    std::string text;
    while (text.size() < 4'000'000) text += unit;
    CAPTURE(unit);
    const auto sentences = sentences_of(text);
    CHECK(sentences.empty() == (unit == " "));
  }
}
