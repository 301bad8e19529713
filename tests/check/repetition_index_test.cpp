#include "duizhao/check/evidence/form/repetition_index.h"

#include <doctest/doctest.h>

#include <string>

using duizhao::check::BoundedTable;
using duizhao::check::essence;
using duizhao::check::RepetitionIndex;

TEST_CASE("repetitions: the same source with another target, and the other way round") {
  RepetitionIndex index;
  CHECK_FALSE(index.add(0, "Press the red button.", "按红色按钮。").other_target);
  CHECK_FALSE(index.add(1, "Close the door now.", "现在请关上门。").other_target);
  CHECK(index.add(2, "Press the red button.", "请按下红色的键。").other_target == 0);
  CHECK_FALSE(index.add(3, "Press the red button!", "按紅色按鈕！").other_target);
  CHECK(index.add(4, "Push the green button.", "按红色按钮。").other_source == 0);
}

TEST_CASE("repetitions: labels compare with nothing") {
  RepetitionIndex index;
  CHECK_FALSE(index.add(0, "Open", "打开").other_target);
  CHECK_FALSE(index.add(1, "Open", "开放").other_target);
}

TEST_CASE("repetitions: in a memory labels compare with the same label") {
  RepetitionIndex index(RepetitionIndex::Labels::kCompared);
  CHECK_FALSE(index.add(0, "Save", "保存").other_target);
  CHECK_FALSE(index.add(1, "Store", "保存").other_source);
  CHECK(index.add(2, "Save", "存储").other_target == 0);
}

TEST_CASE("repetitions: a source that differs in a word is like the other one, wherever it is") {
  const std::string target = "这里说什么都不要紧";
  for (const char* other : {"Some red button opens the door of the house.",
                            "The red button opens the gate of the house.",
                            "The red button opens the door of the garden.",
                            "The big red button opens the door of the house.",
                            "The red button opens the door of house."}) {
    CAPTURE(other);
    RepetitionIndex index;
    CHECK(index.add(0, "The red button opens the door of the house.", target).like_source.empty());
    const auto seen = index.add(1, other, "那里说什么也都不要紧");
    REQUIRE(seen.like_source.size() == 1);
    CHECK(seen.like_source[0] == 0);
  }
}

TEST_CASE("repetitions: Chinese sources are compared character by character") {
  RepetitionIndex index;
  CHECK(index.add(0, "该行周四宣布提高利率", "The bank raised rates.").like_source.empty());
  CHECK(index.add(1, "该行周五宣布提高利率", "The bank raised its rates.").like_source.size() == 1);
}

TEST_CASE("repetitions: the essence has no case, width, script, spaces or marks") {
  CHECK(essence("ＡＢＣ 計劃，2,030！") == essence("abc计划 7"));
  CHECK(essence("计划") != essence("计算"));
}

TEST_CASE("repetitions: a bounded table finds what it holds and forgets the oldest") {
  BoundedTable table(64);
  const auto key = [](std::uint32_t number) { return number * 0x9E3779B97F4A7C15U; };
  for (std::uint32_t number = 1; number <= 20; ++number) table.put({key(number), number, 0});
  for (std::uint32_t number = 1; number <= 20; ++number) {
    REQUIRE(table.find(key(number)) != nullptr);
    CHECK(table.find(key(number))->number == number);
  }
  for (std::uint32_t number = 21; number <= 2000; ++number) table.put({key(number), number, 0});
  CHECK(table.find(key(2000)) != nullptr);
  CHECK(table.find(key(1)) == nullptr);
}
