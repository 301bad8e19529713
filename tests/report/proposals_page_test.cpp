#include "duizhao/report/proposals_page.h"

#include <doctest/doctest.h>

#include <string>

#include "duizhao/text/utf8.h"

using duizhao::report::append_proposals_page;
using duizhao::report::ProposalsPage;

namespace {

ProposalsPage sample() {
  ProposalsPage page;
  page.file = "memory.tsv";
  page.rows.push_back({"deposit guarantee fund", "存款保障基金", 12, 0.93,
                       "The Deposit Guarantee Fund was set up.", "存款保障基金已成立。",
                       "memory.tsv:7", false});
  page.rows.push_back({"A&B <script>", "“甲”", 1, 0.2, "A&B <script>alert(1)</script>", "甲",
                       "memory.tsv:8", true});
  return page;
}

std::string page_of(const ProposalsPage& page) {
  std::string out;
  append_proposals_page(out, page);
  return out;
}

}  // namespace

TEST_CASE("proposals page: a row for each proposal, its term marked in the example") {
  const std::string html = page_of(sample());
  CHECK(html.find("The <mark>Deposit Guarantee Fund</mark> was set up.") != std::string::npos);
  CHECK(html.find("<mark>存款保障基金</mark>已成立。") != std::string::npos);
  CHECK(html.find("12×") != std::string::npos);
  CHECK(html.find("id=\"p1\"") != std::string::npos);
  CHECK(html.find("id=\"p2\"") == std::string::npos);
}

TEST_CASE("proposals page: what texts hold stays text") {
  const std::string html = page_of(sample());
  CHECK(html.find("<script>alert") == std::string::npos);
  CHECK(html.find("data-term=\"A&amp;B &lt;script&gt;\"") != std::string::npos);
}

TEST_CASE("proposals page: what was accepted before is so on the page") {
  const std::string html = page_of(sample());
  CHECK(html.find("data-state=\"accepted\"") != std::string::npos);
  CHECK(html.find("data-state=\"accepted\"") == html.rfind("data-state=\"accepted\""));
}

TEST_CASE("proposals page: Chinese is tagged with its script, on whichever side it stands") {
  ProposalsPage page;
  page.rows.push_back({"fund", "基金會與監管機構", 1, 0.5, "", "", "", false});
  CHECK(page_of(page).find("lang=\"zh-Hant\"") != std::string::npos);
  page.source_is_chinese = true;
  page.rows = {{"基金会与监管机构", "fund", 1, 0.5, "", "", "", false}};
  CHECK(page_of(page).find("class=\"source\" lang=\"zh-Hans\"") != std::string::npos);
}

TEST_CASE("proposals page: the same proposals give the same page, others another key") {
  ProposalsPage other = sample();
  other.rows.pop_back();
  CHECK(page_of(sample()) == page_of(sample()));
  const auto key_of = [](const std::string& html) {
    return html.substr(html.find("data-key="), 30);
  };
  CHECK(key_of(page_of(sample())) != key_of(page_of(other)));
}

TEST_CASE("proposals page: of a long example the surroundings of the term are shown") {
  ProposalsPage page;
  std::string before;
  std::string before_chinese;
  for (int i = 0; i < 100; ++i) {
    before += "words ";
    before_chinese += "文字";
  }
  page.rows.push_back({"fund", "基金", 1, 0.5, before + "fund " + before,
                       before_chinese + "基金" + before_chinese, "", false});
  const std::string html = page_of(page);
  CHECK(html.find("words <mark>fund</mark> words") != std::string::npos);
  CHECK(html.find("文字<mark>基金</mark>文字") != std::string::npos);
  CHECK(html.find(">…words") != std::string::npos);
  CHECK(html.find("\xEF\xBF\xBD") == std::string::npos);
  CHECK(duizhao::text::first_invalid(html) == std::nullopt);
}
