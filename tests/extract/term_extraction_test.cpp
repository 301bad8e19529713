#include "duizhao/extract/term_extraction.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "check/reviewed.h"

using duizhao::extract::propose_terms;
using duizhao::extract::TermProposal;
using duizhao::extract::TextPair;
using duizhao::tests::lexicon;

namespace {

std::vector<TextPair> sample() {
  return {
      {"The deposit guarantee fund was set up in May.", "存款保障基金于五月成立。"},
      {"Banks pay into the deposit guarantee fund every year.", "银行每年向存款保障基金缴款。"},
      {"Payments from the deposit guarantee fund rose.", "存款保障基金的赔付有所增加。"},
      {"The Harbour Clearing Corporation (HCC) reported a profit.", "海港结算公司公布盈利。"},
      {"Members of the Harbour Clearing Corporation met on Monday.",
       "海港结算公司的成员周一开会。"},
      {"The HCC expects rain, the HCC added.", "预计将有降雨。"},
  };
}

std::string rendering_of(const std::vector<TermProposal>& proposals, const std::string& english) {
  const auto found = std::find_if(proposals.begin(), proposals.end(),
                                  [&](const TermProposal& p) { return p.english == english; });
  return found == proposals.end() ? "" : found->chinese;
}

double score_of(const std::vector<TermProposal>& proposals, const std::string& english) {
  const auto found = std::find_if(proposals.begin(), proposals.end(),
                                  [&](const TermProposal& p) { return p.english == english; });
  return found == proposals.end() ? 0 : found->score;
}

}  // namespace

TEST_CASE(
    "term extraction: a phrase that is always rendered alike is proposed with its rendering") {
  const auto proposals = propose_terms(sample(), lexicon(), {});
  CHECK(rendering_of(proposals, "deposit guarantee fund") == "存款保障基金");
}

TEST_CASE("term extraction: an acronym has the rendering of what it stands for") {
  const auto proposals = propose_terms(sample(), lexicon(), {});
  CHECK(rendering_of(proposals, "HCC") == rendering_of(proposals, "Harbour Clearing Corporation"));
}

TEST_CASE("term extraction: the best come first, and the same input gives the same list") {
  const auto proposals = propose_terms(sample(), lexicon(), {});
  CHECK(std::is_sorted(proposals.begin(), proposals.end(),
                       [](const auto& a, const auto& b) { return a.score > b.score; }));
  const auto again = propose_terms(sample(), lexicon(), {});
  REQUIRE(again.size() == proposals.size());
  for (std::size_t i = 0; i < again.size(); ++i) {
    CHECK(again[i].english == proposals[i].english);
    CHECK(again[i].chinese == proposals[i].chinese);
  }
}

TEST_CASE("term extraction: pairs with an empty side, and no pairs at all") {
  CHECK(propose_terms({}, lexicon(), {}).empty());
  CHECK(propose_terms({{"", ""}, {"a deposit", ""}, {"", "存款"}}, lexicon(), {}).empty());
}

TEST_CASE("term extraction: what occurs once is no term") {
  const auto proposals =
      propose_terms({{"A clearing house opened.", "结算所开业。"}}, lexicon(), {});
  CHECK(proposals.empty());
}

TEST_CASE("term extraction: what counts things behind a numeral is no part of a rendering") {
  const auto proposals = propose_terms(
      {{"The agency made 5 surprise inspections in spring.", "该局春季进行了5次突击检查。"},
       {"In autumn, 12 surprise inspections followed.", "秋季又进行了12次突击检查。"},
       {"It plans 8 surprise inspections of mines.", "计划对矿山进行8次突击检查。"}},
      lexicon(), {});
  CHECK(rendering_of(proposals, "surprise inspections") == "突击检查");
}

TEST_CASE("term extraction: an institution may be named with function words, a phrase hardly is") {
  const auto proposals = propose_terms(
      {{"The Institute of Marine Research opened a station.", "海洋研究所设立了一个观测站。"},
       {"The storm damaged roofs of wooden houses.", "风暴损坏了木屋的屋顶。"},
       {"Staff of the Institute of Marine Research count whales.", "海洋研究所的人员统计鲸鱼。"},
       {"Snow lay on roofs of wooden houses.", "积雪覆盖着木屋的屋顶。"},
       {"She wrote to the Institute of Marine Research twice.", "她两次写信给海洋研究所。"},
       {"They painted roofs of wooden houses red.", "他们把木屋的屋顶漆成红色。"}},
      lexicon(), {});
  CHECK(rendering_of(proposals, "Institute of Marine Research") == "海洋研究所");
  CHECK(score_of(proposals, "Institute of Marine Research") >
        score_of(proposals, "roofs of wooden houses"));
}

TEST_CASE("term extraction: dates, and what belongs to somebody, are hardly terms") {
  const auto proposals = propose_terms(
      {{"The harbour authority closed the harbour dredging office on 3 October.",
        "港务局于10月3日关闭了港口疏浚办公室。"},
       {"On 3 October the harbour authority's dredging barges were sold.",
        "10月3日，港务局的疏浚驳船被出售。"},
       {"The harbour dredging office and the harbour authority's dredging barges cost money.",
        "港口疏浚办公室和港务局的疏浚驳船都要花钱。"}},
      lexicon(), {});
  CHECK(score_of(proposals, "harbour dredging office") > 0.1);
  CHECK(score_of(proposals, "3 October") < 0.02);
  CHECK(score_of(proposals, "harbour authority's dredging barges") <
        0.5 * score_of(proposals, "harbour dredging office"));
}

TEST_CASE("term extraction: a phrase that always stands before the same word is a part of a term") {
  const auto proposals = propose_terms(
      {{"The Lakeside Academy for Dance moved.", "湖滨舞蹈学院迁址。"},
       {"A dancer of the Lakeside Academy for Dance won.", "湖滨舞蹈学院的一名舞者获奖。"},
       {"Pupils like the Lakeside Academy for Dance.", "学生们喜欢湖滨舞蹈学院。"}},
      lexicon(), {});
  CHECK(score_of(proposals, "Lakeside Academy for Dance") >
        score_of(proposals, "Lakeside Academy"));
}
