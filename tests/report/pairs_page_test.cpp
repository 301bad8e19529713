#include "duizhao/report/pairs_page.h"

#include <doctest/doctest.h>

#include <string>

#include "report/sample.h"

using duizhao::Review;
using duizhao::report::PairsPage;
using namespace duizhao::tests;

namespace {

Review clean_pair() {
  Review review = pair_review();
  review.findings.clear();
  review.score = duizhao::score::mqm_score(review.source, review.target, {}, {});
  if (review.score.unjudged.empty()) review.score.quality = 0.9;
  return review;
}

Review unjudged_pair() {
  Review review = clean_pair();
  review.target = {};
  review.score = duizhao::score::mqm_score(review.source, review.target, {}, {});
  if (review.score.unjudged.empty()) review.score.quality = 0.9;
  return review;
}

std::string html_of(const PairsPage& page) {
  std::string html;
  page.append(html, {});
  return html;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("pairs page: pairs with findings are shown under their names, the others are counted") {
  PairsPage page("memory/pairs.tsv");
  page.add("1", clean_pair());
  page.add("2", pair_review());
  page.add("3", clean_pair());
  page.add("4", pair_review());
  const std::string html = html_of(page);
  CHECK(contains(html, "pairs.tsv</h2><p>4 pairs, 2 with findings</p>"));
  CHECK(contains(html, "aria-label=\"pair 2\""));
  CHECK(contains(html, "aria-label=\"pair 4\""));
  CHECK(!contains(html, "aria-label=\"pair 1\""));
  CHECK(contains(html, "href=\"#f2\" data-f=\"2\">12 percent</a>"));
}

TEST_CASE("pairs page: a pair that can't be judged says why") {
  PairsPage page("pairs.tsv");
  page.add("1", clean_pair());
  page.add("2", unjudged_pair());
  const std::string html = html_of(page);
  CHECK(contains(html, "2 pairs, 0 with findings, 1 not judged"));
  CHECK(contains(html, "not judged: the target is empty"));
}

TEST_CASE("pairs page: the score is that of all pairs, not of those shown") {
  PairsPage page("pairs.tsv");
  page.add("1", pair_review());
  for (int i = 2; i <= 1000; ++i) page.add(std::to_string(i), clean_pair());
  const std::string html = html_of(page);
  CHECK(contains(html, "5 <small>in 5000 words</small>"));
  CHECK(contains(html, "<h1>Passed</h1>"));
}

TEST_CASE("pairs page: of very many pairs the first are shown") {
  PairsPage page("pairs.tsv");
  const Review review = pair_review();
  for (std::size_t i = 0; i < PairsPage::kMostShown + 5; ++i) page.add(std::to_string(i), review);
  CHECK(contains(html_of(page), "; the first 20000 are shown"));
}

TEST_CASE("pairs page: no pairs are a page too") {
  CHECK(contains(html_of(PairsPage("pairs.tsv")), "nothing in it can be judged"));
}
