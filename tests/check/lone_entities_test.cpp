#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "check/reviewed.h"

using duizhao::Finding;
using duizhao::Severity;

namespace {

/// Findings of `name` for an entity that stands on one side only.
std::vector<Finding> lone_in(const std::string& source, const std::string& target) {
  auto findings = duizhao::tests::reviewed_pair(source, target).findings;
  std::erase_if(findings, [](const Finding& finding) {
    return finding.code != "name/not-rendered" && finding.code != "name/from-nowhere";
  });
  return findings;
}

}  // namespace

TEST_CASE("lone names: a place that the translation leaves out is found, neutral") {
  const auto findings =
      lone_in("此外，福冈县新增确诊病例90例，四川新增80例。",
              "In addition, Fukuoka Prefecture added 90 confirmed cases and 80 more were added.");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "name/not-rendered");
  CHECK(findings[0].severity == Severity::kNeutral);
}

TEST_CASE("lone names: a word of a longer name that is rendered stands for no other place") {
  CHECK(lone_in("里约热内卢州上月开设了三所学校，帕拉州开设了两所。",
                "The state of Rio de Janeiro opened three schools last month, and another state "
                "opened two.")
            .size() == 1);
}

TEST_CASE("lone names: a Chinese person is known by surname, shape and what stands beside") {
  CHECK(lone_in("昨天下午，陈光明得知消息后立即到现场查看。",
                "Yesterday afternoon, on hearing the news, went to the scene at once.")
            .size() == 1);
  // A pronoun may stand for him.
  CHECK(lone_in("昨天下午，陈光明得知消息后立即到现场查看。",
                "Yesterday afternoon, on hearing the news, he went to the scene at once.")
            .empty());
  CHECK(
      lone_in("昨天下午，陈光明得知消息后立即到现场查看。",
              "Yesterday afternoon, on hearing the news, Chen Guangming went to the scene at once.")
          .empty());
  CHECK(
      lone_in("警方发现黄某某曾通过检查站。", "Police found that Huang had passed the checkpoint.")
          .empty());
}

TEST_CASE("lone names: a Chinese place or an agency that the source does not name is minor") {
  const auto findings =
      lone_in("本报记者昨天到达现场。",
              "A reporter of the Xuzhou Evening News arrived at the scene yesterday.");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "name/from-nowhere");
  CHECK(findings[0].severity == Severity::kMinor);
}

TEST_CASE("lone names: a newspaper, an agency or an authority that is left out is minor") {
  const auto findings = lone_in("路透社昨天报道，这两家工厂将关闭。",
                                "The two factories are to close, it was reported yesterday.");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::kMinor);
  CHECK(findings[0].suggestion == "Reuters");
}

TEST_CASE("lone names: short forms, adjectives and ordinary words of a place are quiet") {
  CHECK(lone_in("中美两国昨天举行会谈。", "China and the U.S. held talks yesterday.").empty());
  CHECK(lone_in("英国队昨天获胜。", "GB won yesterday.").empty());
  CHECK(lone_in("跳水池池水变绿。", "The water of the diving pool turned green.").empty());
  CHECK(lone_in("京沪高铁昨天停运。", "The Beijing-Shanghai line stood still yesterday.").empty());
}

TEST_CASE("lone names: somebody else in the place of a Chinese person is another name") {
  const auto findings = duizhao::tests::reviewed_pair(
                            "统计处长蔡美娜表示，需求疲弱。",
                            "The head of statistics, Gordon Brightwell, said that demand was weak.")
                            .findings;
  CHECK(std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.code == "name/another" && finding.target.has_value();
  }));
}

TEST_CASE("lone names: a country that says whose office or body it is may go without saying") {
  CHECK(lone_in("土耳其总统埃尔多安昨天道歉。", "President Erdogan apologised yesterday.").empty());
  CHECK(lone_in("英国医学协会昨天开会。", "The BMA met yesterday.").empty());
  CHECK(lone_in("张惠珍昨天击败德国的对手，获得了金牌。",
                "Zhang Huizhen defeated her opponent yesterday and won the gold medal.")
            .size() == 1);
}

TEST_CASE("lone names: a capital stands for its country, a part of a name for no place") {
  CHECK(lone_in("The trade war may be good for Beijing.", "贸易战对中国可能有好处。").empty());
  CHECK(lone_in("The shop in Gloucester Road was closed yesterday.", "告士打道的商店昨天关门。")
            .empty());
  CHECK(lone_in("庆祝洛杉矶中央图书馆落成九十周年。",
                "They celebrate the 90th birthday of L.A.'s Central Library.")
            .empty());
}

TEST_CASE("lone names: a state behind its town may be written by some of its letters") {
  CHECK(lone_in("她在宾夕法尼亚州长大，三岁开始打球。",
                "She grew up in Blue Bell, Pa., and first played when she was three.")
            .empty());
  CHECK(lone_in("她在宾夕法尼亚州长大，三岁开始打球。",
                "She grew up in Blue Bell, Va., and first played when she was three.")
            .size() == 1);
  CHECK(lone_in("她在宾夕法尼亚州长大，三岁开始打球。",
                "She grew up with Pa. She first played when she was three.")
            .size() == 1);
}

TEST_CASE("lone names: the acronym of an agency of which the source says nothing is minor") {
  const auto findings =
      lone_in("本报北京2月11日电，会议今天开幕。",
              "The meeting opened today, CNN reported from Beijing on February 11.");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::kMinor);
  CHECK(
      lone_in("据美国有线电视新闻网报道，会议今天开幕。", "The meeting opened today, CNN reported.")
          .empty());
}

TEST_CASE("lone names: a known person in full, of whom the source says nothing, is minor") {
  const auto findings =
      lone_in("东野圭吾的新作下月上市。", "Haruki Murakami's new novel comes out next month.");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "name/from-nowhere");
  CHECK(findings[0].severity == Severity::kMinor);
  CHECK(lone_in("村上春树的新作下月上市。", "Haruki Murakami's new novel comes out next month.")
            .empty());
  CHECK(
      lone_in("村上的新作下月上市。", "Haruki Murakami's new novel comes out next month.").empty());
}

TEST_CASE("lone names: a known person is the one known by the name, however it is spelled") {
  CHECK(duizhao::tests::reviewed_pair("市長柯文哲昨天講話。", "Mayor Ko Wen-je spoke yesterday.")
            .findings.empty());
}

TEST_CASE("lone names: characters of two words are no name") {
  CHECK(lone_in("知之者不如好之者，好之者不如乐之者。",
                "Knowing it is not as good as loving it; loving it is not as good as delighting in "
                "it.")
            .empty());
}
