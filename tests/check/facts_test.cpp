#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "reviewed.h"

using namespace duizhao;
using duizhao::tests::fires;
using tests::findings_of;
using tests::reviewed_pair;

namespace {

/// The only finding of a rule on a pair.
Finding finding_of(std::string_view rule, const std::string& source, const std::string& target) {
  CAPTURE(source);
  CAPTURE(target);
  const auto findings = findings_of(reviewed_pair(source, target), rule);
  REQUIRE(findings.size() == 1);
  return findings.front();
}

bool is_silent(const std::string& source, const std::string& target) {
  const Review review = reviewed_pair(source, target);
  for (const std::string_view rule : {"number", "date", "money", "unit"}) {
    if (!findings_of(review, rule).empty()) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("number: a wrong magnitude is critical, and the message says how wrong") {
  const std::string target = "The app has 3.2 million users.";
  const Finding finding = finding_of("number", "这款应用有3.2亿用户。", target);
  CHECK(finding.severity == Severity::kCritical);
  CHECK(finding.category == Category::kMistranslation);
  CHECK(duizhao::tests::message_of(finding) ==
        "3.2亿 is 320 million, the target has 3.2 million: a hundred times too little");
  CHECK(finding.suggestion == "320 million");
  REQUIRE(finding.target);
  CHECK(finding.target->in(target) == "3.2 million");
}

TEST_CASE("number: another value is major and suggests the source's in the target's script") {
  const Finding finding =
      finding_of("number", "About 250 million people saw it.", "約有三億五千萬人看過這個節目。");
  CHECK(finding.severity == Severity::kMajor);
  CHECK(finding.suggestion == "約有二億五千萬");
}

TEST_CASE("number: what only one side has is minor") {
  const Finding missing = finding_of("number", "销量增长了12.5%。", "Sales grew.");
  CHECK(missing.severity == Severity::kMinor);
  CHECK(missing.category == Category::kOmission);
  CHECK(missing.suggestion == "12.5%");
  CHECK_FALSE(missing.target);
  const Finding added = finding_of("number", "销量有所增长。", "Sales grew by 12.5%.");
  CHECK(added.category == Category::kAddition);
  CHECK_FALSE(added.source);
}

TEST_CASE("number: digits grouped as nobody reads them are a minor matter of form") {
  const Finding finding = finding_of("number", "现场有6,500人。", "There were 65,00 people.");
  CHECK(finding.severity == Severity::kMinor);
  CHECK(finding.category == Category::kNumberFormat);
  CHECK(finding.suggestion == "6,500");
}

TEST_CASE("number: digits grouped by a blank, as GB/T 15835 and the SI have it, are well written") {
  CHECK_FALSE(fires("number", "Centrifuge at 12,000 rpm for 10 min.", "12 000 r/min离心10 min。"));
}

TEST_CASE("number: what the target's language does not write is a minor matter of form") {
  const Finding han = finding_of("number", "共有25亿用户。", "There are 25亿 users in all.");
  CHECK(han.severity == Severity::kMinor);
  CHECK(han.suggestion == "2.5 billion");
  CHECK(finding_of("number", "There are 2.5 billion users.", "共有2.5 billion用户。").suggestion ==
        "25亿");
  CHECK(finding_of("number", "共有350人。", "There were ３５０ people.").suggestion == "350");
}

TEST_CASE("date: another month, year or hour") {
  CHECK(finding_of("date", "会议于11月15日举行。", "The meeting was held on November 5.")
            .suggestion == "November 15");
  CHECK(finding_of("date", "The meeting was held on November 5, 2012.", "会议于2012年12月5日举行。")
            .suggestion == "2012年11月5日");
  CHECK(finding_of("date", "会议下午6点开始。", "The meeting began at 9 p.m.").suggestion ==
        "6 p.m.");
}

TEST_CASE("date: a slip in the month's name") {
  const Finding finding = finding_of("date", "会议于7月26日举行。", "It was held on Jully 26.");
  CHECK(finding.severity == Severity::kMinor);
  CHECK(finding.suggestion == "26 July");
}

TEST_CASE("date: a comma between day and month is a minor matter of form") {
  const Finding finding = finding_of("date", "节目于2020年7月24日上线。",
                                     "The programme went online on 24, July, 2020.");
  CHECK(finding.severity == Severity::kMinor);
  CHECK(finding.suggestion == "24 July 2020");
}

TEST_CASE("date: an hour by itself is not of the evening, unless the text speaks of one") {
  const Finding finding = finding_of("date", "11点刚过，抗议者便堵住了道路。",
                                     "Protesters blocked the road just after 11 p.m.");
  CHECK(finding.severity == Severity::kMinor);
  CHECK(duizhao::tests::message_of(finding) == "11 p.m. is after noon, 11点 does not say so");
  CHECK(is_silent("当晚11点刚过，抗议者便堵住了道路。",
                  "Protesters blocked the road just after 11 p.m. that night."));
  CHECK(is_silent("11点刚过，抗议者便堵住了道路。",
                  "Protesters blocked the road just after 11 a.m."));
}

TEST_CASE("number: at most on one side and at least on the other") {
  const Finding finding =
      finding_of("number", "现场有不到300名学生。", "There were more than 300 students.");
  CHECK(finding.severity == Severity::kMajor);
  CHECK(finding.suggestion == "less than 300");
  CHECK(is_silent("不超过300名学生。", "No more than 300 students."));
  CHECK(is_silent("不少于300名学生。", "At least 300 students."));
  // How long something took and the last years are no bounds.
  CHECK(is_silent("近5年来。", "Over 5 years."));
}

TEST_CASE("number: a weak word stands in a mismatch with a fact of its kind only") {
  CHECK_FALSE(is_silent("该国排名第三。", "The country ranked second."));
  CHECK_FALSE(is_silent("产量增长了一倍。", "Output tripled."));
  CHECK(is_silent("产量增长了一倍。", "Output doubled."));
}

TEST_CASE("money: the amount or its currency") {
  const Finding amount =
      finding_of("money", "交易额为37亿美元。", "The deal is worth US$3.7 million.");
  CHECK(amount.severity == Severity::kCritical);
  CHECK(amount.suggestion == "US$3.7 billion");
  const Finding currency = finding_of("money", "票价500港元。", "Tickets are US$500.");
  CHECK(currency.severity == Severity::kMajor);
  CHECK(currency.suggestion == "HK$500");
  // 元 leaves open whose it is; the target doesn't.
  CHECK(finding_of("money", "销货价值986億元。", "Sales of HK$9.86 billion.").suggestion ==
        "HK$98.6 billion");
  CHECK(finding_of("money", "销售额986亿元。", "Sales of 9.86 billion yuan.").suggestion ==
        "98.6 billion yuan");
}

TEST_CASE("unit: the figure stands and the unit does not, or the conversion fails") {
  CHECK(finding_of("unit", "风速每小时83公里。", "Winds blew at 83 mph.").suggestion == "83 km/h");
  CHECK(finding_of("unit", "利率上调5%。", "Rates rose by 5 basis points.").suggestion == "5%");
  CHECK(finding_of("unit", "公路全长1,600公里。", "The road is 300 miles long.").severity ==
        Severity::kMajor);
}

TEST_CASE("unit: a temperature that leaves its scale open is a minor matter of form") {
  const Finding finding =
      finding_of("unit", "最高气温27℃。", "The highest temperature was 27 degrees.");
  CHECK(finding.severity == Severity::kMinor);
  CHECK(finding.suggestion == "27°C");
}

TEST_CASE("number: values that changed places are found by what they count") {
  const Finding fires = finding_of("number", "共造成6起火灾，4人轻微烧伤。",
                                   "It caused 4 fires, and 6 people had minor burns.");
  CHECK(fires.severity == Severity::kMajor);
  CHECK(duizhao::tests::message_of(fires) ==
        "6 in the source, the target has 4 in its place: two values have changed "
        "places");
  CHECK(is_silent("共造成6起火灾，4人轻微烧伤。",
                  "It caused 6 fires, and 4 people had minor burns."));
  CHECK(is_silent("共造成6起火灾，4人轻微烧伤。", "4 people had minor burns in the 6 fires."));
}

TEST_CASE("number: what one figure counts is not what stands before the next") {
  CHECK(fires("number", "在27个省的41个城市发现了病例。",
              "Cases were found in 27 cities in 41 provinces."));
  CHECK_FALSE(fires("number", "在27个省的41个城市发现了病例。",
                    "Cases were found in 41 cities in 27 provinces."));
  CHECK_FALSE(fires("number", "病例分布在7个区的41个街道。",
                    "The cases were spread over 41 subdistricts in seven districts."));
}

TEST_CASE("date: figures that changed places are found by the dates beside them") {
  CHECK_FALSE(is_silent("涨幅由3月份的4.3%回落到6月份的2.5%。",
                        "Growth fell from 2.5% in March to 4.3% in June."));
  CHECK(is_silent("涨幅由3月份的4.3%回落到6月份的2.5%。",
                  "Growth fell from 4.3% in March to 2.5% in June."));
}

TEST_CASE("number: a reference and the base of a rate change places with nothing") {
  CHECK(is_silent("依本法第五条第三项及第四条第二项规定办理。",
                  "Handled pursuant to paragraph 3 of Article 5 and paragraph 2 of Article 4."));
  CHECK(is_silent("每10万人的床位数从德国的29.2张到葡萄牙的4.2张不等。",
                  "Beds range from 29.2 in Germany to 4.2 per 100,000 people in Portugal."));
}

TEST_CASE("facts: good translations are silent") {
  CHECK(is_silent("去年营收约37亿美元，其中逾三成来自海外。",
                  "Revenue came to some US$3.7 billion last year, more than 30 percent of it from "
                  "abroad."));
  CHECK(is_silent("The 18th congress opened on 8 November 2012.",
                  "第十八届大会于2012年11月8日开幕。"));
  CHECK(is_silent("公路全长1,600公里。", "The road is 1,000 miles long."));
  CHECK(is_silent("两国关系持续改善。", "Relations between the countries keep improving."));
}

TEST_CASE("facts: a fact that moved into the next sentence is no finding") {
  const Review review = tests::reviewed_documents(
      "Sales at the carmaker grew by 12.5 percent last year.\nExports to Europe grew even faster "
      "and reached a record.\n",
      "该汽车制造商去年销量增长。\n对欧洲的出口增长更快，创下纪录，销量增幅为12.5%。\n");
  CHECK(findings_of(review, "number").empty());
}

TEST_CASE("number: a figure that is negative on one side only") {
  CHECK(fires("number", "Growth came in at -1.2%.", "增长率为1.2%。"));
  CHECK_FALSE(fires("number", "2020年增长率为-5.2%。", "The economy shrank 5.2% in 2020."));
  CHECK_FALSE(fires("number", "该队18胜20负7平。", "The team has 18 wins, 20 losses and 7 draws."));
  CHECK_FALSE(
      fires("number", "該隊 18 勝 20 負 7 和。", "The team has 18 wins, 20 losses and 7 draws."));
}

TEST_CASE("number: at least on one side, at most on the other") {
  CHECK(fires("number", "The password must have at least 8 characters.", "密码最多8个字符。"));
  CHECK(fires("number", "At least 40 firms took part.", "至多40家企业参加。"));
  CHECK_FALSE(fires("number", "不超过三页。", "Three pages at most."));
}

TEST_CASE("number: the lowest and the highest that may be are ends of a range") {
  CHECK(fires("number", "允许的最低时速为120公里。", "Speeds of up to 120 km/h are permitted."));
  CHECK(fires("money", "The fine is at least $500.", "最高罚款500美元。"));
  CHECK(is_silent("最高罚款500美元。", "The fine is up to $500."));
  CHECK(is_silent("任本职务最高级满三年。", "At the highest grade for at least three years."));
}

TEST_CASE("number: more than three months are not almost three") {
  CHECK(fires("number", "审计历时三个多月。", "The audit took almost three months."));
  CHECK(is_silent("审计历时三个多月。", "The audit took more than three months."));
}

TEST_CASE("number: tenths of the staff are no members") {
  CHECK(is_silent("约两成员工为兼职。", "Roughly one in five staff works part-time."));
  CHECK(is_silent("三成年轻人失业。", "30% of young people are out of work."));
  CHECK(fires("number", "约两成员工为兼职。", "Roughly two staff work part-time."));
}

TEST_CASE("number: \"respectively\" gives each thing the figure in its place") {
  CHECK(fires("number", "甲组和乙组的有效率分别为72%和58%。",
              "The response rates in groups A and B were 58% and 72% respectively."));
  CHECK(fires("number", "中国和日本的销量分别为5万台和3万台。",
              "Sales in Japan and China were 50,000 and 30,000 units respectively."));
  CHECK(is_silent("中国和日本的销量分别为5万台和3万台。",
                  "Sales in Japan and China were 30,000 and 50,000 units respectively."));
  CHECK(is_silent("2022年和2023年的收入分别为5亿元和3亿元。",
                  "Revenue in 2023 and 2022 was RMB 300 million and RMB 500 million "
                  "respectively."));
}

TEST_CASE("direction: 不 that is part of a word denies nothing") {
  CHECK(fires("direction", "不良贷款率由1.52%降至1.38%。",
              "The bad loan ratio rose from 1.52% to 1.38%."));
  CHECK_FALSE(fires("direction", "利润没有升至5亿元。", "Profit fell to 500 million yuan."));
}

TEST_CASE("direction: a rebound from a low is a rise") {
  CHECK_FALSE(fires("direction", "油价由每桶26美元低位反弹至年底的54美元。",
                    "Oil rebounded to $54 at the end of the year from a low of $26 a barrel."));
}

TEST_CASE("number: what a figure was replaced by") {
  CHECK_FALSE(
      fires("number", "We keep it down to five fights instead of six.", "我们把6场比赛减为5场。"));
  CHECK(
      fires("number", "We keep it down to five fights instead of six.", "我们把5场比赛减为6场。"));
}

TEST_CASE("direction: a shared figure rises on one side and falls on the other") {
  CHECK(fires("direction", "出口增长5%。", "Exports fell 5%."));
  CHECK(fires("direction", "The rate rose from 5% to 8%.", "该比率由5%降至8%。"));
  CHECK_FALSE(fires("direction", "出口下降5%。", "Exports saw a 5% decline."));
  CHECK_FALSE(fires("direction", "They set up 5 offices.", "他们减少了5个办事处。"));
}

TEST_CASE("number: a decimal comma is no decimal point") {
  CHECK(fires("number", "The rate was 3.5 percent.", "该比率为3,5%。"));
  CHECK_FALSE(fires("number", "The rate was 3.5 percent.", "该比率为3.5%。"));
}

TEST_CASE("number: as many as is not less than") {
  CHECK(fires("money", "It costs up to 300 yuan.", "其价格不到300元。"));
}

TEST_CASE(
    "unit: a table whose figures are converted is right, one whose figures are copied is told "
    "once") {
  const std::string source = "单位：亿元\n营业收入 15.2 14.1\n营业成本 12.3 11.8\n净利润 1.9 1.6\n";
  const auto told = [&](const std::string& target) {
    std::vector<std::string> codes;
    for (const Finding& finding : tests::reviewed_documents(source, target).findings) {
      if (finding.rule == "number" || finding.rule == "unit" || finding.rule == "money") {
        codes.emplace_back(finding.code);
      }
    }
    return codes;
  };
  CHECK(told("RMB million\nRevenue 1,520 1,410\nCost of sales 1,230 1,180\nNet profit 190 160\n")
            .empty());
  CHECK(told("RMB million\nRevenue 15.2 14.1\nCost of sales 12.3 11.8\nNet profit 1.9 1.6\n") ==
        std::vector<std::string>{"unit/heading"});
  CHECK(told("RMB million\nRevenue 1,520 1,410\nCost of sales 1,330 1,180\nNet profit 190 160\n") ==
        std::vector<std::string>{"number/value"});
}

TEST_CASE(
    "number: figures that changed places are known by of, from and to, by lists and sentences") {
  struct Case {
    std::string source;
    std::string good;
    std::string bad;
  };
  const std::array cases = {
      Case{"27 of the 34 provinces reported growth.", "34个省份当中有27个实现增长。",
           "27个省份中有34个实现增长。"},
      Case{"2020年，失业率由5%升至8%。", "In 2020 the unemployment rate rose to 8% from 5%.",
           "In 2020 the unemployment rate rose to 5% from 8%."},
      Case{"Smallpox epidemics in 1713, 1755, and 1767 weakened them.",
           "1713、1755、1767年的天花疫情削弱了他们。", "1767、1755、1713年的天花疫情削弱了他们。"},
      Case{"Some radars operate at 96 to 98 GHz.", "某些雷达工作在96到98吉赫。",
           "某些雷达工作在98到96吉赫。"},
      Case{"The toll was collected from June 15, 2016 to June 14, 2019.",
           "通行费自2016年6月15日起征收至2019年6月14日。",
           "通行费自2019年6月15日起征收至2016年6月14日。"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.source);
    CHECK(is_silent(one.source, one.good));
    CHECK_FALSE(is_silent(one.source, one.bad));
  }
}

TEST_CASE("facts: a part that is no part of the figure before it changes places with none") {
  CHECK_FALSE(fires("number", "Among 9,336 followers of the church, 1,261 or about 13% were ill.",
                    "在9,336名教会信徒中，有1,261人，也就是大约13%患病。"));
  CHECK_FALSE(fires("number", "It struck at the age of 30-65, with 47.7% of those being over 50.",
                    "发病年龄为30-65岁，其中47.7%的人超过50岁。"));
  CHECK(fires("number", "Of the 34 provinces, 27 took part.", "27个省份中有34个参加。"));
}

TEST_CASE("number: a score is read with a blank on one side of 比, as joined lines leave it") {
  for (const std::string joint : {"比", " 比 ", "比 ", " 比"}) {
    const std::string source = "港口联队以81" + joint + "69击败铁路联队。";
    CHECK(finding_of("number", source, "Harbour beat Railway 69-81.").code == "number/swapped");
    CHECK(is_silent(source, "Harbour beat Railway 81-69."));
  }
}

TEST_CASE("date: a comma behind a number that is no day is no fault") {
  CHECK_FALSE(fires("date", "政策简报第27期，2024年10月", "Policy Brief No. 27, October 2024"));
  CHECK(fires("date", "会议于2020年7月24日举行。", "The meeting was held on 24, July, 2020."));
}

TEST_CASE("money: a number beside amounts of one currency became an amount of another") {
  const std::string source = "Exports were 1.8 billion yuan in 2019 and 5 billion in 2023.";
  CHECK(fires("money", source, "2019年出口18亿元，2023年出口50亿美元。"));
  CHECK_FALSE(fires("money", source, "2019年出口18亿元，2023年出口50亿元。"));
  CHECK_FALSE(fires("money", "Exports were 5 billion in 2023.", "2023年出口50亿美元。"));
  CHECK_FALSE(fires("money", "It cost 18 million yuan, that is $2.5 million, and 5 million later.",
                    "耗资1800万元，即250万美元，后来又花了500万美元。"));
}
