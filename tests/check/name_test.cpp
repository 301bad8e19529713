#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "check/reviewed.h"
#include "duizhao/review/reviewing.h"
#include "duizhao/text/sentences.h"

using duizhao::Document;
using duizhao::Finding;
using duizhao::tests::lexicon;

namespace {

Document document_of(const std::string& text) {
  Document document;
  document.text = text;
  duizhao::text::segment(document);
  return document;
}

std::vector<Finding> names_of_pair(const std::string& source, const std::string& target) {
  duizhao::Resources resources;
  resources.lexicon = &lexicon();
  duizhao::ReviewOptions options;
  options.profile = duizhao::profile_named("draft").value();
  auto review = duizhao::review_pair(document_of(source), document_of(target), resources, options);
  std::erase_if(review.findings, [](const Finding& finding) { return finding.rule != "name"; });
  return review.findings;
}

}  // namespace

TEST_CASE("name: a country for another is found, in either direction and script") {
  CHECK(names_of_pair("美国大使馆发表声明。", "The British embassy issued a statement.").size() ==
        1);
  CHECK(names_of_pair("The Italian embassy issued a statement.", "法國大使館發表聲明。").size() ==
        1);
}

TEST_CASE("name: adjectives, short forms and regional names are the same country") {
  CHECK(names_of_pair("中美关系稳定。", "Relations between China and the US are stable.").empty());
  CHECK(names_of_pair("義大利球隊獲勝。", "The Italian team won.").empty());
  CHECK(names_of_pair("韩方回应。", "Seoul responded, South Korean media said.").empty());
}

TEST_CASE("name: the character that Macao and Australia share is read by what the text names") {
  CHECK(names_of_pair("邀请香港旅游业界来澳考察，体验澳门旅游。",
                      "Hong Kong's travel trade was invited to visit Australia and to experience "
                      "tourism in Macao.")
            .size() == 1);
  CHECK(names_of_pair("邀请香港旅游业界来澳考察，体验澳门旅游。",
                      "Hong Kong's travel trade was invited to visit Macao and to experience its "
                      "tourism.")
            .empty());
  CHECK(names_of_pair("中澳两国签署了协议。", "China and Australia signed an agreement.").empty());
}

TEST_CASE("name: an acronym whose letters were changed is found, with the right one suggested") {
  const auto findings = names_of_pair("方法叫做核磁共振 (NMR)。", "The method is called NME.");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].suggestion == "NMR");
  CHECK(names_of_pair("方法叫做核磁共振 (NMR)。", "The method is called NMR.").empty());
  CHECK(names_of_pair("方法叫做核磁共振 (NMR)。", "It is called nuclear magnetic resonance.")
            .empty());
}

TEST_CASE("name: an acronym that its long form does not spell is found") {
  CHECK(names_of_pair("联邦航空局发布公告。", "The Federal Administration (FAA) issued a notice.")
            .size() == 1);
  CHECK(names_of_pair("联邦航空局发布公告。",
                      "The Federal Aviation Administration (FAA) issued a notice.")
            .empty());
  CHECK(names_of_pair("本周讨论了原子多路径支付（AMP）和改进提案（BIP）。",
                      "Atomic MultiPath Payments (AMPs) and Better Improvement Proposals (BIPs).")
            .empty());
  CHECK(names_of_pair("本机支持通用即插即用（UPnP）。",
                      "This machine supports Universal Plug and Play (UPnP).")
            .empty());
  CHECK(names_of_pair("它使用短通道标识符（SCID）。", "It uses a Short Channel Identifier (SCID).")
            .empty());
  CHECK(names_of_pair("编号和名称管理局（NANA）成立了。",
                      "The Numbers and Names Authority (NANA) was founded.")
            .empty());
}

TEST_CASE("name: other names may stand before the long form that does not spell its acronym") {
  CHECK(names_of_pair("他在美国地质调查局（USGS）工作。",
                      "He works at the U.S. Geological (USGS) in Flagstaff.")
            .size() == 1);
  CHECK(names_of_pair("他在美国地质调查局（USGS）工作。",
                      "He works at the U.S. Geological Survey (USGS) in Flagstaff.")
            .empty());
}

TEST_CASE("name: the acronym of another language is none of its English name's") {
  CHECK(names_of_pair("临时委员会开会。", "The Provisional Council (CEP) met.").empty());
}

TEST_CASE("name: a middle initial that the Chinese name does not have") {
  CHECK(names_of_pair("乔治·沃克·布什表示支持。", "George C. Bush expressed support.").size() == 1);
  CHECK(names_of_pair("乔治·沃克·布什表示支持。", "George W. Bush expressed support.").empty());
}

TEST_CASE("name: a hyphenated Chinese name is read in the spellings of Hong Kong and Taiwan too") {
  CHECK(
      names_of_pair("副局長何志強出席會議。", "Deputy director Wong Siu-ming was there.").size() ==
      1);
  CHECK(
      names_of_pair("副局長黃少明出席會議。", "Deputy director Wong Siu-ming was there.").empty());
  CHECK(names_of_pair("局长高建平出席会议。", "Director Liu Wei-dong was there.").size() == 1);
  CHECK(names_of_pair("总统蔡英文出席会议。", "President Tsai Ing-wen was there.").empty());
}

TEST_CASE("name: a Chinese name that nothing in the Chinese text is read like") {
  CHECK(
      names_of_pair("局长高建平出席会议。", "Director Liu Weidong attended the meeting.").size() ==
      1);
  CHECK(
      names_of_pair("局长高建平出席会议。", "Director Gao Jianping attended the meeting.").empty());
  CHECK(
      names_of_pair("局長高建平出席會議。", "Director Gao Jianping attended the meeting.").empty());
}

TEST_CASE("name: a surname that is off by a letter before a given name that is spelled") {
  auto findings =
      names_of_pair("张艺谋昨天来到剧院。", "Zang Yimou came to the theatre yesterday.");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == duizhao::Severity::kMinor);  // nobody is called so
  CHECK(findings[0].suggestion == "Zhang Yimou");
  CHECK(findings[0].source == duizhao::Span{0, 9});
  findings = names_of_pair("朱晓红昨天来到剧院。", "Zhou Xiaohong came to the theatre yesterday.");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == duizhao::Severity::kMajor);  // somebody else
  CHECK(findings[0].suggestion == "Zhu Xiaohong");
  CHECK(
      names_of_pair("张艺谋昨天来到剧院。", "Chang I-mou came to the theatre yesterday.").empty());
  CHECK(names_of_pair("曾国平昨天来到剧院。", "Tseng Guoping came to the theatre yesterday.")
            .empty());
}

TEST_CASE("name: of the countries whose names hold others', the longest is the one that is named") {
  const auto findings = names_of_pair("韩国在加时赛中取胜。", "North Korea won in extra time.");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "name/country");
  CHECK(names_of_pair("大韩民国在加时赛中取胜。", "The Republic of Korea won in extra time.")
            .empty());
}

TEST_CASE("name: English words and names that look like pinyin are left alone") {
  CHECK(names_of_pair("他去了长滩。", "He went to Long Beach.").empty());
  CHECK(names_of_pair("他住在洛杉矶。", "He lives in Los Angeles.").empty());
}

TEST_CASE("name: a foreign name is found by its sound, whatever characters write it") {
  CHECK(names_of_pair("Mr Zubrowska met Aldershott in Krzyzopol.",
                      "祖布罗夫斯卡先生在克日佐波尔会见了奥尔德肖特。")
            .empty());
  CHECK(names_of_pair("Mr Zubrowska met Aldershott in Krzyzopol.",
                      "祖布羅夫斯卡先生在克日佐波爾會見了奧爾德肖特。")
            .empty());
}

TEST_CASE("name: a title that neither means nor sounds like the other's is a finding") {
  const auto findings =
      names_of_pair("Who wrote the novel The Bumblebee Shore?", "小说《白鹿原上的春天》是谁写的？");
  REQUIRE(findings.size() == 1);
  CHECK(duizhao::tests::message_of(findings[0]).find("Bumblebee") != std::string::npos);
  REQUIRE(findings[0].target.has_value());
}

TEST_CASE("name: a country's adjective is found by the country") {
  CHECK(names_of_pair("The Danish captain won.", "丹麦队长获胜。").empty());
  CHECK(names_of_pair("An Icelandic investor bought the hotel.", "冰岛投资者买下了酒店。").empty());
  CHECK_FALSE(
      names_of_pair("An Icelandic investor bought the hotel.", "爱尔兰投资者买下了酒店。").empty());
}

TEST_CASE("name: a name kept in Latin letters or spelled in pinyin is found") {
  CHECK(names_of_pair("Director Krzyzopol resigned.", "Krzyzopol主任辞职了。").empty());
  CHECK(names_of_pair("Mr Qiao Fengxian resigned.", "乔凤仙先生辞职了。").empty());
}

TEST_CASE("name: a name that the source glosses is looked for by its gloss elsewhere") {
  CHECK(names_of_pair(
            "Kestrelwing Semiconductor Corp (紅隼半導體) said yesterday that Kestrelwing grew.",
            "红隼半导体昨天表示，红隼增长了。")
            .empty());
}

TEST_CASE("name: a country before its own place, which English names alone, is not missed") {
  CHECK(names_of_pair("中国香港增加了口罩产量。", "Hong Kong increased its mask production.")
            .empty());
  CHECK(names_of_pair("他在英国伦敦出生。", "He was born in London.").empty());
}

TEST_CASE("name: a Chinese name may have its surname behind, and a rare one before") {
  CHECK(names_of_pair("张峰团队昨天报告了结果。", "The group of Feng Zhang reported the results.")
            .empty());
  CHECK(names_of_pair("行长潘功胜昨天讲话。", "Governor Yi Gang spoke yesterday.").size() == 1);
  CHECK(names_of_pair("市長柯建銘昨天講話。", "Mayor Ko Wen-je spoke yesterday.").size() == 1);
}

TEST_CASE("name: an acronym has letters of words within words, and of words further away") {
  const std::string chinese = "委员会昨天公布了结果。";
  CHECK(names_of_pair(chinese, "The Federal Administration (FAA) published it.").size() == 1);
  CHECK(names_of_pair(chinese, "The Demilitarised Zone (DMZ) was closed.").empty());
  CHECK(names_of_pair(chinese, "The London Interbank Offered Rate (LIBOR) fell.").empty());
  CHECK(names_of_pair(chinese, "The Committee on the Global Financial System (CGFS) met.").empty());
  CHECK(names_of_pair(chinese, "The board of the Global Financial System (CGFS) met.").size() == 1);
}
