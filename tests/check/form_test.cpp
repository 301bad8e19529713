// The rules on form: punctuation, spacing, script, tags, length.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "duizhao/check/habits.h"
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
  CHECK(findings[0].message.find("2 places") != std::string::npos);
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

TEST_CASE("script: characters of the other script, not those that both use") {
  CHECK(evidence(reviewed_pair("The plan has been approved by the board of the company.",
                               "這項計劃經過討論，已經獲得公司董事會的批准，并获批。"),
                 "script") == "获");
  CHECK_FALSE(fires("script", "The empress lived a mile from the stage.",
                    "皇后住在離台灣里長辦公室不遠的地方，還說著話。"));
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
  Finding comma;
  comma.rule = "punctuation";
  comma.message = "a half-width mark";
  Finding omission;
  omission.rule = "omission";
  omission.message = "missing";
  std::vector<Finding> findings = {comma, omission, comma, omission, comma};
  check::fold_habits(findings);
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].message == "a half-width mark (3 places)");
}
