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
