#include "duizhao/extract/name_borders.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "duizhao/model/name_store.h"

using duizhao::extract::settle_names;
using duizhao::extract::TermProposal;
using duizhao::extract::TextPair;
using duizhao::names::NameKind;

namespace {

const duizhao::model::NameStore& names() {
  static const auto store = duizhao::model::NameStore::open("models/duizhao.names");
  REQUIRE(store);
  return *store;
}

const std::vector<TextPair> kPairs = {
    {"The International Monetary Fund said so.", "国际货币基金组织说。"},
    {"The Belt and Road Initiative and the Belt and Road.", "一带一路倡议与一带一路。"},
    {"The Belt and Road.", "一带一路。"},
};

TermProposal settled(const std::string& english, const std::string& chinese,
                     std::size_t example = 0) {
  auto settled = settle_names({{english, chinese, 2, 0.9, example}}, kPairs, &names());
  REQUIRE(settled.size() == 1);
  return settled.front();
}

std::string borders(const std::string& english, const std::string& chinese,
                    std::size_t example = 0) {
  const TermProposal proposal = settled(english, chinese, example);
  return proposal.english + "=" + proposal.chinese;
}

}  // namespace

TEST_CASE("name borders: no article, and no title that both have or that only addresses") {
  CHECK(borders("the State Council", "国务院") == "State Council=国务院");
  CHECK(borders("Mr Putin", "普京先生") == "Putin=普京");
  CHECK(borders("Mr. Putin", "普京") == "Putin=普京");
  CHECK(borders("Putin", "普京先生") == "Putin=普京");
  CHECK(borders("President Roosevelt", "罗斯福总统") == "Roosevelt=罗斯福");
  CHECK(borders("President Roosevelt", "羅斯福總統") == "Roosevelt=羅斯福");
  CHECK(borders("President Xi", "国家主席习") == "President Xi=国家主席习");
  CHECK(borders("Judge Dredd", "特警判官") == "Judge Dredd=特警判官");
  CHECK(borders("the bank", "银行") == "bank=银行");
}

TEST_CASE("name borders: what tells the kind of a place stands on both sides or on neither") {
  CHECK(borders("Guangdong", "广东省") == "Guangdong=广东");
  CHECK(borders("Guangdong Province", "广东省") == "Guangdong Province=广东省");
  CHECK(borders("Guangdong Province", "广东") == "Guangdong=广东");
  CHECK(borders("Kowloon City", "九龙城") == "Kowloon City=九龙城");
}

TEST_CASE("name borders: a known name is taken whole where the text has it so") {
  CHECK(borders("International Monetary", "国际货币基金组织") ==
        "International Monetary Fund=国际货币基金组织");
  CHECK(borders("International Monetary", "国际货币基金组织", 2) ==
        "International Monetary=国际货币基金组织");
  CHECK(borders("Belt and Road", "一带一路", 1) == "Belt and Road=一带一路");
}

TEST_CASE("name borders: names have a kind, terms have none") {
  CHECK(settled("Zhang Binbin", "张彬彬").kind == NameKind::kPerson);
  CHECK(settled("José Ríos", "何塞·里奥斯").kind == NameKind::kPerson);
  CHECK(settled("Costa Rica", "哥斯达黎加").kind == NameKind::kPlace);
  CHECK(settled("Yunpu University", "云浦大学").kind == NameKind::kOrganisation);
  CHECK(settled("Companies Ordinance", "《公司条例》").kind == NameKind::kLaw);
  CHECK(settled("Red Sorghum", "《红高粱》").kind == NameKind::kWork);
  CHECK(settled("Rio Olympic Games", "里约奥运会").kind == NameKind::kEvent);
  CHECK(settled("deposit guarantee fund", "存款保障基金").kind == NameKind::kNone);
  CHECK(settled("university", "大学").kind == NameKind::kNone);
}

TEST_CASE("name borders: what contradicts known names, and two names in one, are doubted") {
  CHECK(settled("Zhuzhou", "郑州").score < 0.5);
  CHECK(settled("Iraq and Syria", "伊拉克和叙利亚").score < 0.5);
  CHECK(settled("Zhengzhou", "郑州").score == 0.9);
}

TEST_CASE("name borders: of proposals that become one the best is kept, without names too") {
  const std::vector<TermProposal> proposals = {{"Mr Putin", "普京先生", 2, 0.5, 0},
                                               {"Putin", "普京", 3, 0.8, 0},
                                               {"bank", "银行", 1, 0.6, 0}};
  for (const auto* store : {&names(), static_cast<const duizhao::model::NameStore*>(nullptr)}) {
    const auto settled = settle_names(proposals, kPairs, store);
    REQUIRE(settled.size() == 2);
    CHECK(settled[0].count == 3);
    CHECK(settled[1].english == "bank");
  }
}
