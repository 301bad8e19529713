#include "duizhao/terms/english_writings.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using duizhao::terms::other_writings;

TEST_CASE("English writings: irregular plurals, those of the first noun, and both spellings") {
  for (const auto& [term, other] : std::vector<std::pair<std::string, std::string>>{
           {"criterion", "criteria"},
           {"price index", "price indices"},
           {"person", "people"},
           {"covariance matrix", "covariance matrices"},
           {"half", "halves"},
           {"memoranda", "memorandum"},
           {"hero", "heroes"},
           {"gas", "gases"},
           {"Quiz", "Quizzes"},
           {"head of state", "heads of state"},
           {"balance of payments", "balances of payments"},
           {"Attorney General", "Attorneys General"},
           {"mother-in-law", "mothers-in-law"},
           {"licence", "license"},
           {"labour centre", "labor center"},
           {"World Trade Organization", "World Trade Organisation"},
           {"program", "programme"},
           {"data catalog", "data catalogue"},
       }) {
    CAPTURE(term);
    const auto writings = other_writings(term);
    CHECK(std::find(writings.begin(), writings.end(), other) != writings.end());
  }
}

TEST_CASE("English writings: names and words with one writing have no other") {
  CHECK(other_writings("Bank of China").empty());
  CHECK(other_writings("exchange rate").empty());
  CHECK(other_writings("").empty());
}

TEST_CASE("English writings: the media are no medium, and people no person") {
  CHECK(other_writings("media").empty());
  CHECK(other_writings("people").empty());
}
