// How well each two of a list of expressions say the same, where they do at all, as it is in
// tests/facts/golden/agreement.txt.
#include "duizhao/facts/agreement.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "facts/support.h"
#include "golden.h"

namespace duizhao::tests {
namespace {

constexpr std::string_view kTexts[] = {
    // numbers
    "3",
    "三",
    "three",
    "12",
    "十二",
    "a dozen",
    "20",
    "二十余",
    "数十",
    "dozens",
    "30",
    "三十多",
    "300",
    "约300",
    "about 300",
    "逾300",
    "more than 300",
    "近300",
    "不到300",
    "nearly 300",
    "299",
    "305",
    "312",
    "290",
    "370",
    "37亿",
    "3.7 billion",
    "3.72 billion",
    "3.68亿",
    "37.4亿",
    "0.5",
    "一半",
    "half",
    "三分之一",
    "a third",
    "三分之二",
    "two-thirds",
    // shares and multiples
    "30%",
    "三成",
    "33%",
    "33.3%",
    "67%",
    "50%",
    "50 percent",
    "5个百分点",
    "5 percentage points",
    "500 basis points",
    "3倍",
    "three times",
    "threefold",
    "twice",
    "翻一番",
    "双",
    "both",
    // ranks
    "第三",
    "the third",
    "第十二",
    "12th",
    "首次",
    "first",
    // money
    "12美元",
    "$12",
    "US$12",
    "12元",
    "12 yuan",
    "€12",
    "12欧元",
    "HK$12",
    "12美分",
    "12 cents",
    // measures
    "3公里",
    "3 km",
    "3000米",
    "1.86 miles",
    "2 miles",
    "3米",
    "10 feet",
    "3公斤",
    "6.6 pounds",
    "3吨",
    "3年",
    "36个月",
    "three years",
    "3个月",
    "a quarter",
    "12小时",
    "12 hours",
    "半年",
    "six months",
    "两周",
    "a fortnight",
    "14天",
    "3度",
    "3°C",
    "37.4°F",
    // dates and times
    "12月",
    "December",
    "3月",
    "March",
    "3月12日",
    "March 12",
    "12 March 2012",
    "2012年3月12日",
    "2012年",
    "2012",
    "in 2012",
    "12年",
    "民国101年",
    "三季度",
    "third quarter",
    "上半年",
    "first half",
    "20世纪",
    "the 20th century",
    "90年代",
    "the 1990s",
    "1990年代",
    "the nineties",
    "周三",
    "Wednesday",
    "3点",
    "3 p.m.",
    "15时",
    "15:00",
    "下午3点",
    "3:30",
    "三点半",
    "12点",
    "noon",
    "正月",
    "八月十五",
};

}  // namespace

TEST_CASE("facts: what says the same as what, and how well, is what it was before") {
  struct Named {
    std::string_view text;
    facts::Fact fact;
  };
  std::vector<Named> all;
  for (const std::string_view text : kTexts) {
    for (const facts::Fact& fact : facts::find(text, language_of(text)))
      all.push_back({text, fact});
  }
  std::string written;
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      const double there = facts::agreement(all[i].fact, all[j].fact);
      const double back = facts::agreement(all[j].fact, all[i].fact);
      if (std::max(there, back) == 0) continue;
      written += fmt::format("{} ~ {} {:.3g}", all[i].text, all[j].text, there);
      if (there != back) written += fmt::format(" but {:.3g} back", back);
      written += '\n';
    }
  }
  check_golden("tests/facts/golden/agreement.txt", written);
}

}  // namespace duizhao::tests
