#include <doctest/doctest.h>

#include "reviewed.h"

using duizhao::tests::fires;

TEST_CASE("opposite: the target says the opposite word") {
  CHECK(fires("opposite", "上季度出口额创下新高。", "Imports hit a new high in the last quarter."));
  CHECK(fires("opposite", "The northern provinces were hit hardest.", "南部省份受灾最重。"));
  CHECK(fires("opposite", "The committee rejected the plan.", "委员会批准了该计划。"));
}

TEST_CASE("opposite: silent where a side says both, denies one, or says it in another word") {
  CHECK_FALSE(fires("opposite", "进出口总额有所变化。", "Total trade in exports changed."));
  CHECK_FALSE(fires("opposite", "委员会没有批准该计划。", "The committee rejected the plan."));
  CHECK_FALSE(fires("opposite", "他的尝试失败了。", "His attempt did not succeed."));
  CHECK_FALSE(fires("opposite", "The northern provinces were hit hardest.", "北部省份受灾最重。"));
}

TEST_CASE("opposite: a longer word is none of its parts") {
  CHECK_FALSE(fires("opposite", "公司总部位于东南沿海。",
                    "The company is based on the southeastern coast."));
}

TEST_CASE("date: another time or another span of comparison") {
  CHECK(fires("date", "该厂去年投产。", "The plant went into operation last month."));
  CHECK(fires("date", "Prices rose 2 percent year on year.", "物价环比上涨2%。"));
  CHECK(fires("date", "董事会每年开会。", "The board has monthly meetings."));
  CHECK_FALSE(fires("date", "该厂去年投产。", "The plant went into operation a year ago."));
  CHECK_FALSE(fires("date", "Prices rose 2 percent year on year.", "物价同比上涨2%。"));
}
