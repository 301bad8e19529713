#include "duizhao/pair/links.h"

#include <doctest/doctest.h>

#include <string_view>

#include "check/reviewed.h"

using namespace duizhao;

namespace {

struct Linked {
  std::vector<model::Word> source;
  std::vector<model::Word> target;
  pair::Links links;
};

Linked linked_pair(std::string_view chinese, std::string_view english) {
  Linked linked;
  linked.source = tests::lexicon().words(chinese, Language::kChinese);
  linked.target = tests::lexicon().words(english, Language::kEnglish);
  linked.links = pair::link_words(linked.source, Language::kChinese, linked.target,
                                  Language::kEnglish, tests::lexicon());
  return linked;
}

}  // namespace

TEST_CASE("links: a word finds its translation first") {
  const std::string_view english = "The bank raised interest rates.";
  const Linked linked = linked_pair("银行加息。", english);
  const auto& bank = linked.links.source.front();
  REQUIRE_FALSE(bank.links.empty());
  CHECK(linked.target[bank.links.front().other].span.in(english) == "bank");
  CHECK(bank.explained > 0.9F);
}

TEST_CASE("links: the same Latin word and the same number stand for each other") {
  const Linked linked = linked_pair("Zyxwor 3.7", "Zyxwor 3.7");
  REQUIRE(linked.source.size() == 2);
  for (const auto& word : linked.links.source) {
    REQUIRE_FALSE(word.links.empty());
    CHECK(word.explained > 0.9F);
  }
}

TEST_CASE("links: what one side has twice is not explained twice") {
  const Linked once = linked_pair("银行", "bank");
  const Linked twice = linked_pair("银行 银行", "bank");
  CHECK(once.links.source[0].fertility > 1.5F * twice.links.source[0].fertility);
}

TEST_CASE("links: swapping the sides mirrors them") {
  const std::string_view chinese = "政府公布了新的计划。";
  const std::string_view english = "The government announced a new plan.";
  const Linked linked = linked_pair(chinese, english);
  const auto mirrored = pair::link_words(linked.target, Language::kEnglish, linked.source,
                                         Language::kChinese, tests::lexicon());
  REQUIRE(mirrored.target.size() == linked.links.source.size());
  for (std::size_t i = 0; i < mirrored.target.size(); ++i) {
    CHECK(mirrored.target[i].explained == doctest::Approx(linked.links.source[i].explained));
    CHECK(mirrored.target[i].fertility == doctest::Approx(linked.links.source[i].fertility));
  }
}

TEST_CASE("links: an empty side explains nothing") {
  const Linked linked = linked_pair("银行加息。", "");
  for (const auto& word : linked.links.source) CHECK(word.explained == 0);
}

TEST_CASE("links: guesses about words that the lexicon lacks change nothing else") {
  const std::string_view chinese = "银行加息。";
  const std::string_view english = "The bank qzxwv raised interest rates.";
  const Linked plain = linked_pair(chinese, english);
  const auto guessed = pair::link_words(plain.source, Language::kChinese, plain.target,
                                        Language::kEnglish, tests::lexicon(), english);
  for (std::size_t i = 0; i < plain.target.size(); ++i) {
    CHECK(guessed.target[i].known == plain.links.target[i].known);
    CHECK(guessed.target[i].links.size() >= plain.links.target[i].links.size());
    if (plain.target[i].id == model::kUnknownWord) continue;
    CHECK(guessed.target[i].explained == plain.links.target[i].explained);
  }
}
