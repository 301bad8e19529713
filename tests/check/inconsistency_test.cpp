#include "duizhao/check/inconsistency.h"

#include <doctest/doctest.h>

#include "reviewed.h"

using duizhao::check::essence;
using duizhao::check::TranslationMemory;

TEST_CASE("inconsistency: one source with two translations") {
  TranslationMemory memory;
  CHECK_FALSE(memory.add(0, "Press the red button.", "按红色按钮。").other_target);
  CHECK_FALSE(memory.add(1, "Close the door now.", "现在请关上门。").other_target);
  CHECK(memory.add(2, "Press the red button.", "请按下红色的键。").other_target == 0);
  CHECK_FALSE(memory.add(3, "Press the red button!", "按紅色按鈕！").other_target);
}

TEST_CASE("inconsistency: two sources with one translation") {
  TranslationMemory memory;
  CHECK_FALSE(memory.add(0, "Press the red button.", "按红色按钮。").other_source);
  CHECK(memory.add(1, "Push the green button.", "按红色按钮。").other_source == 0);
}

TEST_CASE("inconsistency: sentences that differ in their numbers are near repetitions") {
  TranslationMemory memory;
  CHECK_FALSE(memory.add(0, "Table 1 shows the growth.", "表1显示增长情况。").other_target);
  CHECK_FALSE(memory.add(1, "Table 2.5 shows the growth.", "表2.5显示增长情况。").other_target);
  CHECK(memory.add(2, "Table 3 shows the growth.", "图3给出增幅多少。").other_target == 0);
}

TEST_CASE("inconsistency: labels compare with nothing") {
  TranslationMemory memory;
  CHECK_FALSE(memory.add(0, "Open", "打开").other_target);
  CHECK_FALSE(memory.add(1, "Open", "开放").other_target);
}

TEST_CASE("inconsistency: the essence has no case, width, script, spaces or marks") {
  CHECK(essence("ＡＢＣ 計劃，2,030！") == essence("abc计划 7"));
  CHECK(essence("计划") != essence("计算"));
}

TEST_CASE("inconsistency: within a document it names both places") {
  const auto review = duizhao::tests::reviewed_documents(
      "The bank raised interest rates on Thursday.\nThe government resigned after the vote.\n"
      "The bank raised interest rates on Thursday.\n",
      "该行周四加息。\n投票之后政府辞职。\n银行在星期四提高了利率。\n");
  const auto findings = duizhao::tests::findings_of(review, "inconsistency");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message.find("该行周四加息") != std::string::npos);
}
