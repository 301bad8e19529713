#include <doctest/doctest.h>

#include <string>

#include "reviewed.h"

using duizhao::tests::findings_of;
using duizhao::tests::fires;
using duizhao::tests::reviewed_pair;

TEST_CASE("repetition: a word or a phrase that stands twice in a row") {
  const auto review = reviewed_pair("该行周四加息。", "The the bank raised rates on Thursday.");
  const auto findings = findings_of(review, "repetition");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].target->in(review.target.text) == "The the");
  CHECK(findings[0].suggestion == "The");
  CHECK(fires("repetition", "The bank raised rates.", "该行该行加息加息宣布加息宣布了。"));
  CHECK(fires("repetition", "The plan was dropped.", "这项计划被这项计划被放弃了。"));
}

TEST_CASE("repetition: words that Chinese doubles with good reason") {
  for (const std::string target :
       {"你看看这个。", "人人都知道这件事。", "我们讨论讨论再说。", "孩子们哈哈哈哈哈哈地笑。",
        "一个一个地来。", "目的的确很明确。"}) {
    CAPTURE(target);
    CHECK_FALSE(fires("repetition", "Everybody knows what this sentence is about.", target));
  }
}

TEST_CASE("repetition: words that English doubles with good reason") {
  for (const std::string target :
       {"He said that that was enough.", "They had had enough of it.",
        "It grew more and more and more quickly.", "It was a very very long way."}) {
    CAPTURE(target);
    CHECK_FALSE(fires("repetition", "这句话说的是什么大家都知道。", target));
  }
}

TEST_CASE("repetition: a target that begins again") {
  const std::string sentence =
      "the central bank of the country raised interest rates last Thursday";
  CHECK(fires("repetition", "该国央行上周四加息。",
              sentence + ". He said so on Friday. " + sentence + "."));
}

TEST_CASE("repetition: what stands twice in the source may stand twice") {
  CHECK_FALSE(fires("repetition", "Bora Bora is an island.", "波拉波拉岛是一座岛屿。"));
  CHECK_FALSE(
      fires("repetition", "I am so glad, so glad that you came.", "你能来我好高兴好高兴。"));
  CHECK_FALSE(fires("repetition", "波拉波拉岛是一座岛屿。", "Bora Bora is an island."));
}

TEST_CASE("repetition: words that stand twice without a space between") {
  const auto review = reviewed_pair("该部负责北美和大洋洲事务。",
                                    "It is the department for North America and OceaniaOceania.");
  const auto findings = findings_of(review, "repetition");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].target->in(review.target.text) == "OceaniaOceania");
  CHECK(findings[0].suggestion == "Oceania");
  CHECK(fires("repetition", "银行周四宣布了这项决定。",
              "On Thursday the bankthe bank announced the decision."));
  CHECK(fires("repetition", "它负责大洋洲。", "It covers OceaniaOceaniaOceania."));
  CHECK_FALSE(fires("repetition", "它属于伊斯兰国。", "It belongs to ISIS."));
  CHECK(fires("repetition", "会议进行了三轮。", "There were three roundsrounds of talks."));
}

TEST_CASE("repetition: words that are built of two halves are none") {
  for (const std::string target : {"The hotshots ate couscous and heard a murmur.",
                                   "Lulu and Mimi danced the cancan.", "Hahaha, hahaha, lalala."}) {
    CAPTURE(target);
    CHECK_FALSE(fires("repetition", "这句话说的是什么大家都知道。", target));
  }
  CHECK_FALSE(fires("repetition", "商标为LogoLogo。", "The brand is called LogoLogo."));
}
