#include "duizhao/check/rules/inconsistency.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "reviewed.h"

using namespace duizhao;
using check::Translated;

namespace {

std::optional<Finding> compared(const Translated& here, const Translated& there) {
  return check::inconsistency(here, there, Language::kEnglish, 7, tests::lexicon());
}

}  // namespace

TEST_CASE("inconsistency: one source with two translations says what the other one is") {
  const auto finding = compared({"Press the red button.", "请按下红色的键。"},
                                {"Press the red button.", "按红色按钮。"});
  REQUIRE(finding);
  CHECK(finding->severity == Severity::kMinor);
  CHECK(finding->suggestion == "按红色按钮。");
  CHECK(duizhao::tests::message_of(*finding).find("line 7") != std::string::npos);
}

TEST_CASE("inconsistency: small words are neutral, and marks and script are nothing") {
  const auto small = compared({"The stability of the banking system", "银行体系的稳定"},
                              {"The stability of the banking system", "银行体系稳定"});
  REQUIRE(small);
  CHECK(small->severity == Severity::kNeutral);
  CHECK_FALSE(compared({"Press the red button!", "按紅色按鈕！"},
                       {"Press the red button.", "按红色按钮。"}));
}

TEST_CASE("inconsistency: other numbers explain other numbers, not other words") {
  CHECK_FALSE(compared({"Table 2.5 shows the growth.", "表2.5显示增长情况。"},
                       {"Table 1 shows the growth.", "表1显示增长情况。"}));
  const auto finding = compared({"Table 3 shows the growth.", "图3给出增幅多少。"},
                                {"Table 1 shows the growth.", "表1显示增长情况。"});
  REQUIRE(finding);
  CHECK_FALSE(finding->suggestion);  // it would bring the other number
}

TEST_CASE("inconsistency: nearly the same source, and a shared word with two translations") {
  const Translated here = {"The filter removes all the records of the first table.",
                           "筛选会删除第一张表格的所有记录。"};
  const Translated there = {"The filter removes all the records of the last table.",
                            "过滤器会删除最后一张表格的所有记录。"};
  const auto finding = compared(here, there);
  REQUIRE(finding);
  CHECK(finding->source->in(here.source) == "filter");
  CHECK(finding->target->in(here.target) == "筛选");
  CHECK(duizhao::tests::message_of(*finding).find("过滤器") != std::string::npos);
}

TEST_CASE("inconsistency: what differs in the sources explains what differs in the targets") {
  CHECK_FALSE(
      compared({"Move the selected object upwards by five degrees.", "将选中的对象上移五度。"},
               {"Move the selected object downwards by five degrees.", "将选中的对象下移五度。"}));
  CHECK_FALSE(compared(
      {"The filter removes all the records of the first table.", "过滤器删除表一的记录。"},
      {"Nobody knew what the minister had said on Monday.", "没人知道部长周一说了什么。"}));
}

TEST_CASE("inconsistency: two sources that say different things with one translation") {
  const auto finding = compared({"Press the green button.", "按红色按钮。"},
                                {"Press the red button.", "按红色按钮。"});
  REQUIRE(finding);
  CHECK(duizhao::tests::message_of(*finding).find("“green” here and “red” in line 7") !=
        std::string::npos);
  CHECK_FALSE(compared({"Press the red button twice, please.", "请按两下红色按钮。"},
                       {"Please press the red button twice.", "请按两下红色按钮。"}));
}

TEST_CASE("inconsistency: within a document it names the other place") {
  const auto review = tests::reviewed_documents(
      "The bank raised interest rates on Thursday.\nThe government resigned after the vote.\n"
      "The bank raised interest rates on Thursday.\n",
      "该行周四加息。\n投票之后政府辞职。\n银行在星期四提高了利率。\n");
  const auto findings = tests::findings_of(review, "inconsistency");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].bead == 2);
  CHECK(duizhao::tests::message_of(findings[0]).find("line 1") != std::string::npos);
  CHECK(findings[0].suggestion == "该行周四加息。");
}

TEST_CASE("inconsistency: a habit is told once, with the number of its places") {
  std::string source = "The bank raised interest rates on Thursday.\n";
  std::string target = "该行周四加息。\n";
  for (int i = 0; i < 3; ++i) {
    source += "The bank raised interest rates on Thursday.\n";
    target += "银行在星期四提高了利率。\n";
  }
  const auto findings =
      tests::findings_of(tests::reviewed_documents(source, target), "inconsistency");
  REQUIRE(findings.size() == 1);
  CHECK(duizhao::tests::message_of(findings[0]).find("3 places") != std::string::npos);
}
