#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "check/reviewed.h"

using duizhao::Finding;

namespace {

bool are_swapped(const std::string& source, const std::string& target) {
  const auto findings = duizhao::tests::reviewed_pair(source, target).findings;
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.code == "name/swapped"; });
}

}  // namespace

TEST_CASE("names that changed places: who speaks says which is which") {
  CHECK(are_swapped("默克尔说，卡梅伦在会上没有回答她的问题。",
                    "Cameron said that Merkel had not answered her question at the meeting."));
  CHECK_FALSE(
      are_swapped("默克尔说，卡梅伦在会上没有回答她的问题。",
                  "Merkel said that Cameron had not answered her question at the meeting."));
  CHECK_FALSE(are_swapped("默克尔说，卡梅伦在会上没有回答她的问题。",
                          "Cameron had not answered her question at the meeting, Merkel said."));
}

TEST_CASE("names that changed places: given names stay with their surnames") {
  CHECK(are_swapped("Angela Merkel met David Cameron in the morning.",
                    "安格拉·卡梅伦上午会见了戴维·默克尔。"));
  CHECK_FALSE(are_swapped("Angela Merkel met David Cameron in the morning.",
                          "安格拉·默克尔上午会见了戴维·卡梅伦。"));
}

TEST_CASE("names that changed places: the order of a list says nothing") {
  CHECK_FALSE(are_swapped("默克尔和卡梅伦昨天抵达。", "Cameron and Merkel arrived yesterday."));
}
