#include "duizhao/text/line_joining.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "duizhao/text/utf8.h"

namespace duizhao::text {
namespace {

std::string joined(std::string_view text, LineUse use = LineUse::kAuto) {
  const auto lines = join_wrapped_lines(text, use);
  return lines ? lines->text : std::string(text);
}

TEST_CASE("joining: lines that end where the next word has no room are one paragraph") {
  CHECK(joined("The bank said on Monday that exports to\n"
               "the mainland had risen by a third in the\n"
               "first quarter. Imports fell by half, it\n"
               "said.\n"
               "\n"
               "A second paragraph.\n") ==
        "The bank said on Monday that exports to the mainland had risen by a third in the first "
        "quarter. Imports fell by half, it said.\n\nA second paragraph.\n");
}

TEST_CASE("joining: Chinese lines are joined without a space, also inside numbers and words") {
  const std::string paragraph =
      "台湾芯片供应链厂商正把部分生产转往海外，晶圆、设备和成品芯片横跨太平洋的路线可能因此改变。"
      "今年出口增长了2.6%，达到1234亿美元，台积电（TSMC）的份额不到Silverleaf公司的一半，而去年还"
      "不是这样，这一点值得注意一下。";
  for (const int width : {25, 26, 27, 28, 29, 30}) {
    CAPTURE(width);
    std::string cut;
    int column = 0;
    for (std::size_t i = 0; i < paragraph.size();) {
      const std::size_t begin = i;
      (void)next_code_point(paragraph, i);
      if (column++ == width) {
        cut += '\n';
        column = 1;
      }
      cut.append(paragraph, begin, i - begin);
    }
    CHECK(joined(cut + "\n\n下一段。\n") == paragraph + "\n\n下一段。\n");
  }
}

TEST_CASE("joining: lines of print, whose letters have many widths, also before a figure") {
  const std::string text =
      "The harbour board of the city met on Monday afternoon\n"
      "to hear how the first half of the year had gone, and\n"
      "it was told that ferries will carry filled mills\n"
      "of tickets more, while wide wagons and ships\n"
      "were moving mammoth quantities of warm wool to\n"
      "us, which made little of the illness still felt in\n"
      "41 districts. The next meeting is in May.\n";
  std::string line = text;
  std::replace(line.begin(), line.end() - 1, '\n', ' ');
  CHECK(joined(text) == line);
}

TEST_CASE("joining: a row of a table whose label was too long for its line is one") {
  const std::string text =
      "The figures of the year were audited in spring and are those of\n"
      "the whole group, as the table shows, in millions of yuan after\n"
      "tax and before what is owed to others:\n\n"
      "Operating revenue\t5,624\t4,886\n"
      "Net profit attributable to shareholders of the listed and those\n"
      "other companies\t389\t441\nTotal assets\t10,463\t9,128\n";
  CHECK(joined(text).ends_with(
      "Operating revenue\t5,624\t4,886\nNet profit attributable to shareholders of the listed and "
      "those other companies\t389\t441\nTotal assets\t10,463\t9,128\n"));
}

const std::string kProse =
    "The figures of the year were audited in spring and are those of\n"
    "the whole group, as the table shows, in millions of yuan after\n"
    "tax and before what is owed to others, which a later note says.\n";

TEST_CASE("joining: a label whose figures stand beside its middle is a row with them") {
  const std::string text = kProse +
                           "\nOperating revenue                       5,624    4,886\n"
                           "Net profit attributable to owners\n"
                           "                                        389      441\n"
                           "of the company\n"
                           "Total assets                            10,463   9,128\n";
  CHECK(joined(text).find("Net profit attributable to owners 389      441 of the company\nTotal") !=
        std::string::npos);
  // What begins with a capital letter is a row of its own.
  std::string other = text;
  other.replace(other.find("of the company"), 2, "Of");
  CHECK(joined(other).find("\nOf the company\n") != std::string::npos);
}

TEST_CASE("joining: a sentence goes on over the page, without the page's number") {
  const std::string start =
      kProse + "Flat prices in September were a little higher than those of the\n";
  const std::string line = "those of the year before last.\n";
  CHECK(joined(start + "\f" + line).find("of the those of the year") != std::string::npos);
  CHECK(joined(start + "\n- 12 -\n\f" + line).find("of the those of the year") !=
        std::string::npos);
  CHECK(joined(kProse + "\f" + line).find("says.\n\fthose of") != std::string::npos);
}

TEST_CASE("joining: cells one to a line, as pdftotext leaves them, are rows again") {
  const std::string table =
      "(RMB million)\nYear-on-year\nchange\n\nItem\n\n2024\n\n2023\n\nOperating revenue\n\n"
      "5,624.8\n\n4,886.9 15.1%\n\nNet profit attributable to\nshareholders\n\n389.62\n\n"
      "441.85\n\n(11.8)%\n\nNet cash flows\n\n715.3\n\n(62.48)\n\nn/a\n\nTotal assets\n\n"
      "10,463.7 9,128.4 14.6%\n\nReview of operations\n";
  CHECK(joined(kProse + "\n" + table + kProse)
            .find("\n\n(RMB million)\nYear-on-year change Item 2024 2023\n\n"
                  "Operating revenue 5,624.8 4,886.9 15.1%\n\n"
                  "Net profit attributable to shareholders 389.62 441.85 (11.8)%\n\n"
                  "Net cash flows 715.3 (62.48) n/a\n\nTotal assets 10,463.7 9,128.4 14.6%\n\n"
                  "Review of operations\n") != std::string::npos);
  const std::string settings =
      "Settings\n\nName\n\nDefault\n\nRange\n\nUpload limit\n\n30 days\n\n7 to 3,650 days\n\n"
      "Copies\n\n2\n\n1 to 9\n";
  CHECK(joined(kProse + "\n" + settings + "\n" + kProse)
            .find("\n\nSettings\n\nName Default Range\n\nUpload limit 30 days 7 to 3,650 days\n\n"
                  "Copies 2 1 to 9\n\nThe") != std::string::npos);
  const std::string headings = "Exports\n\nTable 2\n\nImports in May\n\nSources\n\n2023\n";
  CHECK(joined(kProse + "\n" + headings + "\n" + kProse).find(headings) != std::string::npos);
}

TEST_CASE("joining: a wide gap makes a row, but not what fills up after a name in brackets") {
  const auto with = [](const std::string& name) {
    const std::string whole = joined("The bank " + name + " said that\n" + kProse);
    return whole.find(name + " said that ") != std::string::npos;
  };
  CHECK(with("of Eastgate (銀行    ), which is the larger one,"));
  CHECK(with("of Eastgate (    銀行 ), which is the larger one,"));
  CHECK_FALSE(with("of Eastgate 銀行     , which is the larger one,"));
}

TEST_CASE("joining: what was spread to the end of a line has no blanks") {
  CHECK(joined(kProse + "\n請 先 下 載 套 件， 然後開啟 tidemark 一次 版 本\n")
            .find("\n請先下載套件， 然後開啟 tidemark 一次 版 本\n") != std::string::npos);
  CHECK(joined(kProse + "\n目 錄\n").find("\n目 錄\n") != std::string::npos);
  const std::string line = "Those who have the rights for it may run the program with --\n";
  CHECK(joined(kProse + line + "role=server, they say.\n").find("with --role") !=
        std::string::npos);
  CHECK(joined(kProse + line + "role=server, they say -- all.\n").find("with -- role") !=
        std::string::npos);
}

TEST_CASE("joining: a number goes on over a line end, a day does not") {
  const auto after = [](const std::string& end) {
    std::string text = kProse + "\nthose of the year before, and ";
    text += std::string(kProse.find('\n') - 31 - end.size(), 'x') + " " + end + "\n";
    const std::string whole = joined(text + "314,000 people had been there by then.\n" + kProse);
    const std::size_t at = whole.find("314,000");
    return whole.substr(at - 3, 3);
  };
  CHECK(after("over 26,") == "26,");
  CHECK(after("by March 26,") == "6, ");
}

TEST_CASE("joining: hyphens are put back that pdftotext has lost with the line ends") {
  const auto with = [](const std::string& words) {
    const std::string line = "Nobody at the bank could say on that day why the rates rose " +
                             words +
                             " in the second half of a year that had begun so well for all who\n";
    std::string text;
    for (int i = 0; i < 5; ++i) text += kProse + "\n";
    text += line + "were there. The bank has a long-term plan, as others have too.\n";
    const std::string whole = joined(text);
    const std::size_t begin = whole.find("rates rose ") + 11;
    return whole.substr(begin, whole.find(" in the second half") - begin);
  };
  CHECK(with("by twothirds") == "by two-thirds");
  CHECK(with("to twentyfive") == "to twenty-five");
  CHECK(with("a 42square") == "a 42-square");
  CHECK(with("longterm") == "long-term");
  CHECK(with("a 42,000-squaremeter hall") == "a 42,000-square-meter hall");
  CHECK(with("the year-onyear rise") == "the year-on-year rise");
  CHECK(with("a state-ofthe-art plan") == "a state-of-the-art plan");
  CHECK(with("an off-season") == "an off-season");
  CHECK(with("onthe day") == "onthe day");
  CHECK(with("21-17 and 2119") == "21-17 and 21-19");
  CHECK(with("by 2119") == "by 2119");
  CHECK(with("12-14 in 1990") == "12-14 in 1990");
  CHECK(with("a 42cm") == "a 42cm");
  CHECK(with("together") == "together");
  // Behind marks of quoting, and spans lead back to the file.
  std::string quoted;
  for (int i = 0; i < 5; ++i) quoted += kProse + "\n";
  quoted +=
      "> Nobody at the bank could say on that day why the rates rose by twothirds in the second "
      "half of a year that was so well for all who\n> were there.\n";
  const auto lines = join_wrapped_lines(quoted, LineUse::kAuto);
  REQUIRE(lines);
  CHECK(
      lines->text.ends_with("rose by two-thirds in the second half of a year that was so well for "
                            "all who were there.\n"));
  const std::size_t at = lines->text.find("second half");
  CHECK(lines->offsets.to_original({at, at + 6}).in(quoted) == "second");
}

TEST_CASE("joining: Chinese in a text with more English has the width and the joints of Chinese") {
  // Print has some 90 letters on a line, and 35 characters.
  const std::string english =
      "The figures of the year were audited in spring and are those of the whole group, as they\n"
      "were in its table, in millions of yuan after tax and before what is owed to all, by whom\n"
      "the bank means those that hold its bonds and those that have lent it money for a year or\n"
      "more. Nobody at the bank could say on that day why the rates rose in the second half of\n";
  const std::string chinese =
      "具体而言监管机构向企业发出窗口指导，鼓励使用国产供应商的产品以减少对\n"
      "外国企业的依赖，同时通过地方商会进一步传达指示，北京也对公司提出了期\n"
      "望，尽可能构建最优秀的系统，即便此过程中可能需要采购一些外国芯片，共\n"
      "计12亿元，政府也会宽容这一情况，并在潜在的限制条件下保障本土科技企业\n"
      "的需求，这一点大家都已经知道了，所以没有人再去问为什么会这样，也没反\n"
      "对。\n";
  const std::string text = joined(english + english + "\n" + chinese);
  CHECK(text.find("减少对外国企业") != std::string::npos);
  CHECK(text.find("也没反对。") != std::string::npos);
}

TEST_CASE("joining: a short text that is quoted throughout was wrapped") {
  const std::string lines =
      "港务局周二发布了年度报告，去年该局处理了450万个集\n装箱。收入增长12%，港口雇用了2410人。\n\n"
      "新码头将于五月启用，双方在上海签署了合同，进入堆场\n之前，请阅读安全规则。\n";
  std::string quoted = "> " + lines;
  for (std::size_t at = quoted.find('\n'); at + 1 < quoted.size(); at = quoted.find('\n', at + 1)) {
    quoted.insert(at + 1, "> ");
  }
  CHECK(joined(quoted).find("集装箱") != std::string::npos);
  CHECK_FALSE(join_wrapped_lines(lines, LineUse::kAuto));
}

TEST_CASE("joining: a quotation that its line had no room for stays with who says it") {
  const std::string text =
      "我们不是离家出走，而是给房子添几个房间，公司的董事长昨日对记者这样说，她还\n"
      "补充说，最先进的生产线以及四分之三的研发人员都会留在这里，她又对大家说明：\n"
      "“我们预计新厂在几年之内不会盈利，因为那里的工资和电价都比这里高出许多，所\n"
      "以要有耐心，这一点我们对银行和股东都已经说得很清楚，他们也都同意，所以今年\n"
      "的预算没有再改。”\n";
  CHECK(joined(text).find("说明：“我们") != std::string::npos);
}

TEST_CASE("joining: what something else tells of the lines holds; a minus sign is no hyphen") {
  const auto with = [](std::string_view text, const std::vector<bool>& go_on) {
    const auto joined = join_lines(text, go_on);
    return joined ? joined->text : std::string(text);
  };
  CHECK(with("One two\nthree.\nFour\nfive.\n", {true, false, false, false}) ==
        "One two three.\nFour\nfive.\n");
  CHECK(with("A reading of -\n0.3 was 21-\n19 by then.\n", {true, true, false}) ==
        "A reading of -0.3 was 21-19 by then.\n");
  CHECK(with("One.\nTwo.\n", {false, false}) == "One.\nTwo.\n");
}

TEST_CASE("joining: lines that are paragraphs stay, whatever their lengths") {
  for (const std::string_view text :
       {"A headline of some length that has no stop\nAnother one that is about as long as the "
        "first\n"
        "A third\n",
        "Exports rose by a third.\nImports fell by half in the first quarter of the year.\n",
        "Roses are red,\nViolets are blue,\nSugar is sweet,\nAnd so are you.\n",
        "出口增长三分之一。\n进口减少一半，降幅为历年之最。\n贸易顺差扩大。\n"}) {
    CHECK_FALSE(join_wrapped_lines(text, LineUse::kAuto));
  }
}

TEST_CASE("joining: in a wrapped text, lists, tables, verse and headings keep their lines") {
  const std::string wrapped =
      "The semiconductor report is attached, and I have added\n"
      "the long-term forecast as you asked me to do, and moved\n"
      "the table to the end of it:\n";
  const std::string kept =
      "\n- a first item\n- a second item that goes on and on so that\n  it is broken\n"
      "\nRegion      Sales    Share\nNorth       1,200    40 %\n"
      "\nRoses are red,\nViolets are blue,\nSugar is sweet.\n";
  CHECK(joined(wrapped + kept) ==
        "The semiconductor report is attached, and I have added the long-term forecast as you "
        "asked me to do, and moved the table to the end of it:\n"
        "\n- a first item\n- a second item that goes on and on so that it is broken\n"
        "\nRegion      Sales    Share\nNorth       1,200    40 %\n"
        "\nRoses are red,\nViolets are blue,\nSugar is sweet.\n");
}

TEST_CASE("joining: a number that ends a sentence at the begin of a line is no item of a list") {
  const std::string lines =
      "The company was founded by three engineers and sold its\n"
      "first product. In the end it had a staff of no less than\n"
      "20. Crews were sent to the north, and most of them came\n"
      "back before winter.\n";
  CHECK(joined(lines).find("no less than 20. Crews") != std::string::npos);
  // A list that counts up to it goes on, whatever its items end in, and one may begin anywhere.
  const std::string list =
      "19. Crews that were sent to the north in the first of two\n"
      "very long winters, of which no more is known to us than\n"
      "20. Crews that came back\n";
  CHECK(joined(lines + "\n" + list).find("than\n20. Crews that came") != std::string::npos);
  CHECK(joined("We shall speak of the following matters, as was agreed at\n"
               "1. The port, whose lines were all closed, and those that\nwere never opened.\n",
               LineUse::kWrapped)
            .find("agreed at\n1. The port") != std::string::npos);
}

TEST_CASE("joining: marks of quoting go, and what is quoted twice is a paragraph of its own") {
  CHECK(joined("> Please send me the report on the markets before\n"
               "> Friday, and tell me who has the file that we were\n"
               "> sent by them.\n"
               ">> Not I.\n") ==
        "Please send me the report on the markets before Friday, and tell me who has the file that "
        "we were sent by them.\nNot I.\n");
}

TEST_CASE("joining: a broken word is put together where the text has it, a compound stays") {
  const std::string text =
      "The government said that it would look at the develop-\n"
      "ment of the market, and that the long-term develop-\n"
      "ment was good, so that no one need fear for the long-\n"
      "term result of the development that it had begun in\n"
      "the year before.\n";
  CHECK(joined(text) ==
        "The government said that it would look at the development of the market, and that the "
        "long-term development was good, so that no one need fear for the long-term result of the "
        "development that it had begun in the year before.\n");
}

TEST_CASE("joining: amounts broken over lines are put together") {
  CHECK(joined("The company that makes most of them said it sold US$\n"
               "3.7 billion of chips and that a plant which makes 1,\n"
               "234 of them a day would be built in the second half.\n") ==
        "The company that makes most of them said it sold US$3.7 billion of chips and that a plant "
        "which makes 1,234 of them a day would be built in the second half.\n");
}

TEST_CASE("joining: every place in the joined text leads to its place in the original") {
  const std::string text =
      "> The bank said on Monday that exports to\n"
      "> the mainland had risen by a third in the\n"
      "> first quarter. Imports fell by half, it\n> said.\n";
  const auto lines = join_wrapped_lines(text, LineUse::kAuto);
  REQUIRE(lines);
  for (const std::string_view word : {"bank", "mainland", "first", "said."}) {
    const std::size_t at = lines->text.rfind(word);
    CHECK(lines->offsets.to_original({at, at + word.size()}).in(text) == word);
  }
  const std::size_t at = lines->text.find("to the");
  CHECK(lines->offsets.to_original({at, at + 6}).in(text) == "to\n> the");
}

TEST_CASE("joining: what the user says holds") {
  const std::string text = "One line that goes\non in the next one.\n";
  CHECK(joined(text, LineUse::kWrapped) == "One line that goes on in the next one.\n");
  CHECK_FALSE(join_wrapped_lines(text, LineUse::kParagraphs));
}

}  // namespace
}  // namespace duizhao::text
