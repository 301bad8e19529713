#include "duizhao/check/evidence/runs/terseness.h"

#include <doctest/doctest.h>

using duizhao::check::is_verse;
using duizhao::check::terseness;

TEST_CASE("terseness: a statute is terser than a report, and speech is not terse at all") {
  const double statute =
      terseness("合议审判，以庭长充审判长；庭长有事故时，以庭员中资深者充之，资同以年长者充之。");
  CHECK(statute > 0.5);
  CHECK(terseness("我们在会上说了，这是很好的，他们会来的。") == 0);
  CHECK(terseness("") == 0);
}

TEST_CASE("verse: lines of one length, give or take a character, and at least two of them") {
  CHECK(is_verse("春眠不觉晓，处处闻啼鸟。"));
  CHECK(is_verse("绿水青山，金山银山"));
  CHECK(is_verse("人不负青山，青山定不负人。"));
  CHECK_FALSE(is_verse("不到长城非好汉。"));
  CHECK_FALSE(is_verse("该行加息，市场对此反应平淡。"));
  CHECK_FALSE(is_verse("本行加息两次，共计50点。"));
  CHECK_FALSE(is_verse("多做，少说。"));
  CHECK_FALSE(is_verse(""));
}
