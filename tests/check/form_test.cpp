// The rules on form: punctuation, spacing, script, tags, length.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "duizhao/check/evidence/repeated_findings.h"
#include "reviewed.h"

using namespace duizhao;
using tests::findings_of;
using tests::fires;
using tests::reviewed_documents;
using tests::reviewed_pair;

namespace {

std::string evidence(const Review& review, const char* rule) {
  const auto findings = findings_of(review, rule);
  return findings.empty() || !findings[0].target
             ? std::string()
             : std::string(findings[0].target->in(review.target.text));
}

}  // namespace

TEST_CASE("punctuation: half-width marks between Han characters, each habit told once") {
  const Review review = reviewed_pair("The bank raised rates, and its chief resigned.",
                                      "该行加息,行长辞职,市场大跌。");
  const auto findings = findings_of(review, "punctuation");
  REQUIRE(findings.size() == 1);
  CHECK(duizhao::tests::message_of(findings[0]).find("2 places") != std::string::npos);
  CHECK(findings[0].suggestion == "，");
}

TEST_CASE("punctuation: numbers, times and file names are no marks of the sentence") {
  CHECK_FALSE(
      fires("punctuation", "At 10:30 it was 3,403.5, see a.txt.", "10:30时为3,403.5，见a.txt。"));
}

TEST_CASE("punctuation: dots for an ellipsis, and marks that stand twice") {
  CHECK(evidence(reviewed_pair("And so on…", "诸如此类。。。"), "punctuation") == "。。。");
  CHECK(evidence(reviewed_pair("Yes, it is.", "是的，，就是这样。"), "punctuation") == "，，");
}

TEST_CASE("punctuation: a mark without its partner, unless the source has it so") {
  CHECK(fires("punctuation", "He said: “Good.”", "他说：“好。"));
  CHECK_FALSE(fires("punctuation", "He said: “Good. ", "他说：“好。"));
  CHECK_FALSE(fires("punctuation", "(1) the bank; 2) the state.", "1）银行；（2）国家。"));
}

TEST_CASE("punctuation: Chinese marks in English text") {
  CHECK(evidence(reviewed_pair("该行加息，他说。", "The bank raised rates，he said."),
                 "punctuation") == "，");
}

TEST_CASE("punctuation: a question on one side only, and a full stop that is missing") {
  CHECK(fires("punctuation", "该行今天早上真的加息了吗？", "The bank raised rates this morning."));
  CHECK(fires("punctuation", "该行今天早上加息了。", "Did the bank raise rates this morning?"));
  CHECK(fires("punctuation", "该行今天早上加息了。", "The bank raised rates this morning"));
  CHECK_FALSE(fires("punctuation", "该行今天早上加息", "Bank raises rates this morning"));
  CHECK_FALSE(fires("punctuation", "想请教一下，明年的资本开支应该怎么看？",
                    "Just wondering how we should think about capex into next year."));
}

TEST_CASE("spacing: spaces inside Chinese and before marks") {
  CHECK(fires("spacing", "The central bank raised interest rates.", "该国中央银行 宣布提高利率。"));
  CHECK(fires("spacing", "The central bank raised rates, he said.", "该国央行提高利率 ，他说。"));
  CHECK_FALSE(fires("spacing", "Reporters: Zhang San, Li Si", "记者 张三 李四"));
}

TEST_CASE("spacing: spaces that English wants or does not want") {
  CHECK(fires("spacing", "该行加息，他说。", "The bank raised rates ,he said."));
  CHECK(fires("spacing", "该行加息，他说。", "The bank raised rates,he said."));
  CHECK(fires("spacing", "该行加息。他辞职了。", "The bank raised rates.He resigned."));
  CHECK_FALSE(fires("spacing", "该行加息3,403次，见Node.js。",
                    "It raised rates 3,403 times, see Node.js."));
}

TEST_CASE("spacing: the exceptions to a habit are one finding for the document") {
  std::string source;
  std::string target;
  for (int i = 0; i < 10; ++i) {
    source += "The chip is called H2" + std::to_string(i) + " in the report.\n";
    target += "报告称这款芯片为H2" + std::to_string(i) + "。\n";
  }
  source += "The chip is called H35 in the paper.\n";
  target += "论文称这款芯片为 H35。\n";
  const auto findings = findings_of(reviewed_documents(source, target), "spacing");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::kNeutral);
}

TEST_CASE("spacing: a pair by itself has no habits") {
  CHECK_FALSE(fires("spacing",
                    "Chips H20, H21, H22, H23, H24, H25, H26, H27, H28 and H29 are named.",
                    "报告提到芯片H20和H21和H22和H23和H24和H25和H26和H27和H28和 H29等。"));
}

TEST_CASE("script: characters of the other script, not those that both use") {
  CHECK(evidence(reviewed_pair("The plan has been approved by the board of the company.",
                               "這項計劃經過討論，已經獲得公司董事會的批准，并获批。"),
                 "script") == "获");
  CHECK_FALSE(fires("script", "The empress lived a mile from the stage.",
                    "皇后住在離台灣里長辦公室不遠的地方，還說著話。"));
}

TEST_CASE("script: a document that has both scripts throughout is told so once") {
  std::string source;
  std::string target;
  for (int i = 0; i < 6; ++i) {
    source += "The board of the company approved plan number " + std::to_string(i) + ".\n";
    target += "這家公司的董事會經過討論，已經批准了這項編號為" + std::to_string(i) + "的计劃。\n";
  }
  const auto findings = findings_of(reviewed_documents(source, target), "script");
  REQUIRE(findings.size() == 1);
  CHECK(duizhao::tests::message_of(findings[0]).find("6 places") != std::string::npos);
}

TEST_CASE("script: words of Taiwan or Hong Kong in a text for the mainland") {
  const Review review = reviewed_pair("The company sells software in New Zealand, good software.",
                                      "该公司在纽西兰销售软体，质量好的软体。");
  const auto findings = findings_of(review, "script");
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].suggestion == "新西兰");
  CHECK(findings[1].suggestion == "软件");
  CHECK(duizhao::tests::message_of(findings[1]).find("2 places") != std::string::npos);
  CHECK(evidence(reviewed_pair("He had a sandwich on the phone.", "他一边打电话，一边吃三文治。"),
                 "script") == "三文治");
}

TEST_CASE("script: words of the mainland in a text of Taiwan, and of Taiwan in one of Hong Kong") {
  const Review taiwan = reviewed_pair("The taxi driver's software needs the network and a printer.",
                                      "計程車司機裡沒有人知道，這套軟體需要網路，還要一台打印機。");
  const auto findings = findings_of(taiwan, "script");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].suggestion == "印表機");
  const Review hong_kong =
      reviewed_pair("Inflation rose, the Fed said, while the quality of services in Italy fell.",
                    "聯儲局表示，通膨正在上升，而意大利的服務質素則在下降，人們看着物價上升。");
  CHECK(evidence(hong_kong, "script") == "通膨");
}

TEST_CASE("script: a text that does not show for whom it is written is left alone") {
  CHECK_FALSE(fires("script", "The software needs the network.", "這套軟體需要網絡。"));
  CHECK_FALSE(fires("script", "The taxi driver went to New Zealand by taxi.",
                    "德士司机去了纽西兰，又坐了德士。"));
}

TEST_CASE("script: what only looks like a foreign word, titles, and words of the source") {
  CHECK_FALSE(fires("script", "Molluscs live in the body of Namibia's fish.",
                    "软体动物存在于纳米比亚的鱼体内。"));
  CHECK_FALSE(
      fires("script", "He read Software Weekly in the morning.", "他早上读了《软体周刊》。"));
  CHECK_FALSE(fires("script", "Good Software Co (好软体公司) was founded in 1999.",
                    "好软体公司成立于1999年。"));
}

TEST_CASE("script: the wording of a whole document is one finding") {
  const auto findings = findings_of(
      reviewed_documents(
          "The software runs on the network.\nThe taxi driver has a hard disk.\n"
          "The printer is in Italy.\nThe mouse is a nanometre wide.\n",
          "这套软体在网路上运行。\n计程车司机有一块硬碟。\n印表机在义大利。\n滑鼠只有一奈米宽。\n"),
      "script");
  REQUIRE(findings.size() == 1);
  CHECK(duizhao::tests::message_of(findings[0]).find("软体→软件") != std::string::npos);
  CHECK(duizhao::tests::message_of(findings[0]).find("8 places") != std::string::npos);
}

TEST_CASE("tags: placeholders of printf's may change places where they are numbered, else not") {
  CHECK_FALSE(fires("tags", "Copied %1$d of %2$d.", "共%2$d，已复制%1$d。"));
  CHECK_FALSE(fires("tags", "%s copied %d files.", "已由%1$s复制%2$d个文件。"));
  CHECK(fires("tags", "%s copied %d files.", "%d个文件由%s复制。"));
  CHECK(fires("tags", "%lu of %zu and %@ and %05d.", "共计。"));
}

TEST_CASE("tags: the placeholders of Python, Qt and i18next, blanks in braces or not") {
  CHECK(fires("tags", "Hi {{ user }}!", "你好！"));
  CHECK_FALSE(fires("tags", "Hi {{ user }}!", "你好，{{user}}！"));
  CHECK(fires("tags", "See $t(name) and {{count, number}}.", "见下文。"));
  CHECK(fires("tags", "Value {0!r} and %(name)s.", "值。"));
  CHECK(fires("tags", "%n file(s) in %L1", "文件"));
}

TEST_CASE("tags: a line break, an entity and a translated attribute are the same in other dress") {
  CHECK_FALSE(fires("tags", "Line one<br>line two", "第一行<br/>第二行"));
  CHECK_FALSE(fires("tags", "All &copy; 2020 by us", "版权所有 © 2020"));
  CHECK_FALSE(fires("tags", "<a href=\"x.html\" title=\"Help\">Help</a>",
                    "<A title=\"帮助\" href='x.html'>帮助</A>"));
  CHECK(fires("tags", "<a href=\"x.html\">Help</a>", "<a href=\"y.html\">帮助</a>"));
  CHECK_FALSE(fires("tags", "See https://example.org/en/a.", "见https://example.org/zh/a。"));
}

TEST_CASE("tags: what opens closes") {
  CHECK(fires("tags", "<b>Bold</b> and <i>it</i>", "<b>粗<i>体</b>和</i>"));
  CHECK(fires("tags", "<b>Bold</b> now", "</b>粗<b>现在"));
  CHECK_FALSE(fires("tags", "<b>Bold</b> and <i>it</i>", "<i>斜</i>和<b>粗</b>"));
}

TEST_CASE("tags: a message of ICU's is compared by its arguments and branches") {
  const char* const plural = "{count, plural, one {# file} other {# files}} copied.";
  CHECK_FALSE(fires("tags", plural, "已复制{count, plural, other {#个文件}}。"));
  CHECK(fires("tags", plural, "已复制{count, plural, 其他 {#个文件}}。"));
  CHECK(fires("tags", plural, "已复制{count, plural, other {#个文件}。"));
  CHECK(fires("tags", plural, "已复制{n, plural, other {#个文件}}。"));
  CHECK(fires("tags", plural, "已复制{count, plural, other {文件}}。"));
  CHECK(fires("tags", "已复制{count, plural, other {#个文件}}。",
              "{count, plural, other {# files}} copied.") == false);
  const char* const choice = "{who, select, male {He} female {She} other {They}} left.";
  CHECK_FALSE(fires("tags", choice, "{who, select, male {他} female {她} other {他们}}走了。"));
  CHECK(fires("tags", choice, "{who, select, male {他} other {他们}}走了。"));
  CHECK(fires("tags", choice, "{who, select, 男 {他} female {她} other {他们}}走了。"));
}

TEST_CASE("tags: placeholders, markup and addresses survive") {
  CHECK(fires("tags", "Hello, {name}!", "你好！"));
  CHECK(fires("tags", "<b>New</b> rules apply.", "<b>新规定生效。"));
  CHECK(fires("tags", "See https://www.example.org/a for more.", "更多信息请见网站。"));
  CHECK(fires("tags", "Write to info@example.org today.", "请今天写信给我们。"));
  CHECK_FALSE(fires("tags", "Hello, {name}! See https://example.org/.",
                    "{name}，你好！请见https://example.org。"));
  CHECK_FALSE(fires("tags", "Where a < b, 100 % of them agree.", "若a小于b，百分之百同意。"));
}

TEST_CASE("length: only where a translation is out of all proportion") {
  CHECK(
      fires("length",
            "The bank raised interest rates on Thursday, although consumer prices have fallen for "
            "three months in a row, and the governor promised further steps in the coming year.",
            "加息。"));
  CHECK_FALSE(fires("length", "Thank you.", "谢谢。"));
}

TEST_CASE("habits: findings that say the same are folded, others are kept") {
  const Finding comma(FindingKind{"punctuation/half-width", Category::kPunctuation});
  const Finding omission(FindingKind{"omission/clause", Category::kOmission});
  std::vector<Finding> findings = {comma, omission, comma, omission, comma};
  check::fold_repeated_findings(findings);
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].places == 3);
  CHECK(findings[1].places == 1);
}

TEST_CASE("tags: a name that programs read, misspelt by a letter") {
  CHECK(fires("tags", "Set retention.days to 30.", "将retention.day设为30。"));
  CHECK(fires("tags", "The file server.toml is read at start.", "启动时读取sevrer.toml。"));
  CHECK_FALSE(fires("tags", "Set retention.days to 30.", "将retention.days设为30。"));
  CHECK_FALSE(fires("tags", "See guide_en.pdf for details.", "详情见guide_cn.pdf。"));
  CHECK(fires("tags", "Mount /var/messages there.", "将/var/mesages挂载到那里。"));
  CHECK_FALSE(fires("tags", "Enter the dates/timestamps.", "输入dates/timestamp。"));
  CHECK_FALSE(fires("tags", "Open /index.php first.", "先打开index.php。"));
  CHECK_FALSE(fires("tags", "See budget_2023.xlsx first.", "请先看budget_2024.xlsx。"));
  CHECK_FALSE(
      fires("tags", "Prices rose, e.g. in the U.S. market.", "例如美国市场（U.S.）的价格上涨。"));
}
