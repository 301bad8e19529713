#include "duizhao/check/evidence/runs/list_items.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "reviewed.h"

using namespace duizhao;
using tests::findings_of;
using tests::reviewed_pair;

namespace {

/// What a rule says of members of lists, as it is written on the side that has them.
std::vector<std::string> items_of(std::string_view rule, const std::string& source,
                                  const std::string& target) {
  const Review review = reviewed_pair(source, target);
  std::vector<std::string> items;
  for (const Finding& finding : findings_of(review, rule)) {
    if (!finding.code.ends_with("/item")) continue;
    items.emplace_back(finding.source ? finding.source->in(review.source.text)
                                      : finding.target->in(review.target.text));
  }
  return items;
}

using Items = std::vector<std::string>;

}  // namespace

TEST_CASE("list: members that the other side's list lacks are told, those in a row at once") {
  CHECK(items_of("omission", "常见不良反应包括头痛、恶心、皮疹和疲乏。",
                 "Common adverse reactions include headache and nausea.") == Items{"皮疹和疲乏"});
  CHECK(items_of("addition", "他爱吃苹果、香蕉和梨。",
                 "He likes apples, bananas, grapes and pears.") == Items{"grapes"});
}

TEST_CASE("list: nothing is told of a list of equal length") {
  CHECK(items_of("omission", "常见不良反应包括头痛、恶心、皮疹和疲乏。",
                 "Common adverse reactions include headache, nausea, rash and fatigue.")
            .empty());
  CHECK(items_of("omission", "常见不良反应包括头痛、恶心、皮疹和疲乏。",
                 "Common adverse reactions include headache, nausea, spots and lassitude.")
            .empty());
}

TEST_CASE("list: what one name is made of is no list") {
  CHECK(items_of("addition", "日本经济产业大臣发表主旨演讲。",
                 "Japan's Minister of Economy, Trade and Industry delivered a keynote speech.")
            .empty());
}

TEST_CASE("list: the number of a paragraph is no member, nor are the figures of a date") {
  CHECK(items_of("addition", "3. The holding, facts and reasoning.", "三、主文、事实及理由。")
            .empty());
  CHECK(items_of("omission", "The plant opened on September 30, 1982, Friday, and prospered.",
                 "该厂于1982年9月30日开业，生意兴隆。")
            .empty());
}
