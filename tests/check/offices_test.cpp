#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "check/reviewed.h"

using duizhao::Finding;

namespace {

std::vector<std::string_view> offices_in(const std::string& source, const std::string& target) {
  std::vector<std::string_view> codes;
  for (const Finding& finding : duizhao::tests::reviewed_pair(source, target).findings) {
    if (finding.code == "name/office" || finding.code.starts_with("name/deputy")) {
      codes.push_back(finding.code);
    }
  }
  return codes;
}

struct Row {
  std::string_view english;
  std::string_view chinese;
};
constexpr Row kRows[] = {
#include "duizhao/check/evidence/names/offices.inc"
};

}  // namespace

TEST_CASE("offices: one office for another is found in either direction") {
  CHECK(offices_in("总理星期一访问了医院。", "The president visited the hospital on Monday.")
            .size() == 1);
  CHECK(offices_in("The lawyer spoke for two hours.", "法官讲了两个小时。").size() == 1);
}

TEST_CASE("offices: all that an office is called passes") {
  CHECK(offices_in("校长星期一访问了医院。", "The president visited the hospital on Monday.")
            .empty());
  CHECK(offices_in("The director left early.", "導演提早離開。").empty());
  CHECK(offices_in("The chief executive officer left early.", "首席执行官提前离开。").empty());
}

TEST_CASE("offices: a deputy who is none in the English is found") {
  CHECK(offices_in("副市长参加了开幕式。", "The mayor attended the opening.").size() == 1);
  CHECK(offices_in("副市长参加了开幕式。", "The deputy mayor attended the opening.").empty());
}

TEST_CASE("offices: a deputy in the English who is none in the Chinese is found") {
  CHECK(offices_in("市长参加了开幕式。", "The deputy mayor attended the opening.").size() == 1);
  CHECK(offices_in("助理署长参加了开幕式。", "The deputy director attended the opening.").empty());
}

TEST_CASE("offices: a character inside another word is no office") {
  CHECK(offices_in("护士在医院等候。", "The doctor waited in the hospital.").size() == 1);
}

TEST_CASE("offices: the table is sorted, and no row stands in it twice") {
  for (std::size_t i = 1; i < std::size(kRows); ++i) {
    CAPTURE(kRows[i].english);
    CHECK(kRows[i - 1].english < kRows[i].english);
  }
}
