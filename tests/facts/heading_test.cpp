#include "duizhao/facts/heading.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

using namespace duizhao;
using facts::find_heading;
using facts::ratio_of;

namespace {

struct Pair {
  std::string_view chinese;
  std::string_view english;
  double ratio;  ///< a figure under the Chinese heading to the same under the English one
};

}  // namespace

TEST_CASE("heading: the units of two headings compare by what a figure below them counts") {
  constexpr std::array kPairs = {
      Pair{"单位：万元", "RMB thousand", 10},
      Pair{"单位：百万元", "RMB million", 1},
      Pair{"单位：亿元", "Unit: RMB billion", 0.1},
      Pair{"單位：千元", "RMB'000", 1},
      Pair{"金额（亿美元）", "Amount (US$ million)", 100},
      Pair{"金额（亿美元）", "Amount (US$100 million)", 1},
      Pair{"人口（万人）", "Population ('0,000)", 1},
      Pair{"面积（亩）", "Area (hectares)", 1.0 / 15},
      Pair{"用电量（亿千瓦时）", "Electricity consumption (billion kWh)", 0.1},
      Pair{"价格（元/吨）", "Price (yuan/kg)", 0.001},
      Pair{"数字以人民币百万元为单位。", "Figures are in millions of RMB.", 1},
  };
  for (const Pair& pair : kPairs) {
    CAPTURE(std::string(pair.chinese));
    const auto chinese = find_heading(pair.chinese);
    const auto english = find_heading(pair.english);
    REQUIRE(chinese);
    REQUIRE(english);
    CHECK(ratio_of(*chinese, *english) == doctest::Approx(pair.ratio));
    CHECK(ratio_of(*english, *chinese) == doctest::Approx(1 / pair.ratio));
  }
}

TEST_CASE("heading: what has figures of its own, or says no unit, is none") {
  CHECK_FALSE(find_heading("公司收入1.5亿元（亿美元）。"));
  CHECK_FALSE(find_heading("营业收入"));
  CHECK_FALSE(find_heading("Revenue"));
  CHECK_FALSE(find_heading("Revenue (restated)"));
}

TEST_CASE("heading: what can't be compared counts alike") {
  const auto dollars = find_heading("Amount (US$ million)");
  const auto euros = find_heading("Amount (€ billion)");
  REQUIRE(dollars);
  REQUIRE(euros);
  CHECK(ratio_of(*dollars, *euros) == 1);
}
