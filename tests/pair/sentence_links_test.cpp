#include "duizhao/pair/sentence_links.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "check/reviewed.h"
#include "duizhao/pair/missing_odds.h"

using namespace duizhao;

namespace {

struct Odds {
  double before;
  double after;
};

/// What each word of the English source that reads `word` says for being missing, without and with
/// regard to the sentences.
std::vector<Odds> odds_of(const std::string& source, const std::string& target,
                          std::string_view word) {
  const Document from = tests::document_of(source);
  const Document to = tests::document_of(target);
  const auto passage = [](const Document& document) {
    return pair::make_passage(document, {0, document.text.size()}, tests::lexicon());
  };
  const pair::Passage a = passage(from);
  const pair::Passage b = passage(to);
  const auto links = pair::link_words(a.words, a.language, b.words, b.language, tests::lexicon());
  const auto weighed = pair::linked_by_sentence(a, links.source, b, links.target).passage;
  REQUIRE(weighed.size() == links.source.size());
  std::vector<Odds> result;
  for (std::size_t i = 0; i < a.words.size(); ++i) {
    CHECK(weighed[i].explained <= links.source[i].explained + 1e-5F);
    if (a.words[i].span.in(from.text) != word) continue;
    result.push_back(
        {pair::missing_odds(a, i, links.source[i]), pair::missing_odds(a, i, weighed[i])});
  }
  return result;
}

}  // namespace

TEST_CASE("links by sentence: a translation in a sentence that translates another explains less") {
  const auto mornings = odds_of(
      "The dog sleeps in the garden, where the children rest in the morning. The teacher drinks "
      "coffee in the kitchen in the morning, after a walk with the children.",
      "狗在花园里睡觉。老师和孩子散步之后，早上在厨房里喝咖啡。", "morning");
  REQUIRE(mornings.size() == 2);
  CHECK(mornings[0].before == doctest::Approx(mornings[1].before));
  CHECK(mornings[0].after > mornings[0].before + 0.2);
  CHECK(mornings[1].after < mornings[1].before - 0.2);
}

TEST_CASE("links by sentence: where both sides are one sentence, all stays") {
  const auto mornings = odds_of("The teacher drinks coffee in the morning, and the dog sleeps.",
                                "早上老师喝咖啡，狗在睡觉。", "morning");
  REQUIRE(mornings.size() == 1);
  CHECK(mornings[0].after == doctest::Approx(mornings[0].before));
}

TEST_CASE("links by sentence: a side without text") {
  CHECK(odds_of("The doctor drinks coffee.", "", "doctor").size() == 1);
  CHECK(odds_of("", "医生喝咖啡。", "doctor").empty());
}
