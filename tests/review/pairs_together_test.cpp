#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/check/rule.h"
#include "duizhao/report/json.h"
#include "duizhao/review/checker.h"

namespace duizhao {
namespace {

struct Texts {
  std::string source;
  std::string target;
};

Document document(const std::string& text) {
  return *document_of(text, "text", {{}, Language::kUnknown, true, {}, {}});
}

std::string line_of(const Review& review) {
  std::string line;
  report::append_pair_line(line, {}, review, Language::kEnglish);
  return line;
}

std::string times(std::string_view text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

/// The examples of the rules, and pairs that are no bead to be judged.
std::vector<Texts> pairs_of_all_kinds() {
  std::vector<Texts> pairs = {
      {"", "银行加息。"},
      {times("The bank raised rates by 3 percent. ", 400), times("银行加息4%。", 400)},
      {times("one two three ", 3000), times("一二三，", 3000)}};
  for (const check::Rule* rule : check::rules()) {
    for (const check::Example& example : rule->examples) {
      pairs.push_back({std::string(example.source), std::string(example.target)});
    }
  }
  // Among the others, not before them.
  std::rotate(pairs.begin(), pairs.begin() + 3, pairs.end() - 40);
  return pairs;
}

}  // namespace

TEST_CASE("review: in pairs that are reviewed together is found what is found in each alone") {
  const auto checker = Checker::open();
  REQUIRE(checker.has_value());
  std::vector<std::string> alone;
  std::vector<DocumentPair> pairs;
  for (const auto& [source, target] : pairs_of_all_kinds()) {
    const auto review = checker->review_pair(source, target);
    if (!review) continue;  // in one language
    alone.push_back(line_of(*review));
    pairs.push_back({document(source), document(target)});
  }
  CHECK(pairs.size() > 80);
  const auto reviews = checker->review_pairs(std::move(pairs));
  REQUIRE(reviews.has_value());
  REQUIRE(reviews->size() == alone.size());
  for (std::size_t i = 0; i < alone.size(); ++i) CHECK(line_of((*reviews)[i]) == alone[i]);
}

TEST_CASE("review: pairs together are refused where one of them is in one language") {
  const auto checker = Checker::open();
  REQUIRE(checker.has_value());
  std::vector<DocumentPair> pairs;
  pairs.push_back({document("The bank opened in 1912."), document("该行1912年开业。")});
  CHECK(checker->review_pairs(pairs).has_value());
  pairs.push_back({document("The bank opened."), document("The bank opened in 1912.")});
  CHECK_FALSE(checker->review_pairs(std::move(pairs)).has_value());
}

}  // namespace duizhao
