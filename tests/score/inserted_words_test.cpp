#include "duizhao/score/inserted_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "score/linked_pair.h"

using namespace duizhao;

namespace {

std::vector<score::InsertedWord> judged(const tests::LinkedPair& pair) {
  return score::inserted_words(pair.source, pair.target, pair.links, pair.target_related(),
                               tests::language_model());
}

/// The word of the target that is likeliest to have been put in.
std::string_view likeliest(const tests::LinkedPair& pair) {
  const auto words = judged(pair);
  REQUIRE_FALSE(words.empty());
  const auto& word =
      *std::max_element(words.begin(), words.end(),
                        [](const auto& a, const auto& b) { return a.log_odds < b.log_odds; });
  return pair.target.words[word.word].span.in(pair.target_document->text);
}

}  // namespace

TEST_CASE("words of their own: the word that somebody put in stands out") {
  const std::string chinese = "银行在三月份提高了利率，分析师对此感到惊讶。";
  CHECK(likeliest({chinese,
                   "The cheerful bank raised interest rates in March, which surprised the "
                   "analysts."}) == "cheerful");
  CHECK(likeliest({chinese,
                   "The bank raised interest rates in March, which surprised the retired "
                   "analysts."}) == "retired");
  CHECK(likeliest({chinese,
                   "The bank secretly raised interest rates in March, which surprised the "
                   "analysts."}) == "secretly");
}

TEST_CASE("words of their own: every word is judged, no mark is") {
  const tests::LinkedPair pair("他说：“来吧！”", "\"Come on!\" he said.");
  const auto words = judged(pair);
  CHECK(words.size() == 4);
  for (const auto& word : words) {
    CHECK(pair.target.words[word.word].kind != text::TokenKind::kPunctuation);
  }
  CHECK(judged({"他说。", ""}).empty());
}

TEST_CASE("words of their own: a word that renders something is not one") {
  const tests::LinkedPair pair("警方调查了银行的账户。",
                               "Police investigated the bank's accounts.");
  for (const auto& word : judged(pair)) {
    CAPTURE(pair.target.words[word.word].span.in(pair.target_document->text));
    CHECK(word.log_odds < 0);
  }
}
