#include "duizhao/facts/compare.h"

#include <doctest/doctest.h>

#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/facts/agreement.h"
#include "support.h"

using namespace duizhao;
using facts::compare;
using facts::Difference;
using facts::Fact;
using facts::Mismatch;
using facts::PassageFacts;

namespace {

std::vector<Difference> differences(std::string_view source, std::string_view target) {
  const auto a = facts::find(source, tests::language_of(source));
  const auto b = facts::find(target, tests::language_of(target));
  return compare(PassageFacts{a, source, {0, source.size()}, {}, {}},
                 PassageFacts{b, target, {0, target.size()}, {}, {}})
      .differences;
}

bool agree(std::string_view source, std::string_view target) {
  CAPTURE(source);
  CAPTURE(target);
  const bool there = differences(source, target).empty();
  const bool back = differences(target, source).empty();
  CHECK(there == back);
  return there;
}

Mismatch only_difference(std::string_view source, std::string_view target) {
  CAPTURE(source);
  CAPTURE(target);
  const auto found = differences(source, target);
  REQUIRE(found.size() == 1);
  return found.front().what;
}

}  // namespace

TEST_CASE("compare: the same value in another dress is no difference") {
  for (const auto& [chinese, english] : {std::pair{"收入37亿美元", "Revenue was US$3.7 billion"},
                                         {"三成受访者", "30 percent of those asked"},
                                         {"逾三成受访者", "more than 30 percent of those asked"},
                                         {"半数受访者", "50% of those asked"},
                                         {"十二人到场", "A dozen people came"},
                                         {"数十人到场", "Dozens of people came"},
                                         {"第十八届大会", "the 18th congress"},
                                         {"3月11日开幕", "It opened on 11 March"},
                                         {"持续了36个月", "It lasted three years"},
                                         {"两周后", "14 days later"},
                                         {"下午2点开始", "It began at 14:00"},
                                         {"上世纪八十年代", "in the 1980s"},
                                         {"民国一百零四年", "in 2015"},
                                         {"每五人中有一人", "one in five people"},
                                         {"产量翻了一番", "output doubled"},
                                         {"三四十人到场", "Thirty or forty people came"},
                                         {"二战期间", "during World War II"},
                                         {"图2.1", "Figure 2-1"},
                                         {"3比2获胜", "won 3-2"},
                                         {"5月3、4日两天", "on the two days, May 3 and 4"}}) {
    CHECK(agree(chinese, english));
  }
}

TEST_CASE("compare: conversions may be rounded, figures that do not convert may not") {
  CHECK(agree("全长1,600公里", "It is 1,000 miles long"));
  CHECK(agree("150亩果园", "an orchard of 10 hectares"));
  CHECK(agree("重200磅", "It weighs 90 kilograms"));
  CHECK(only_difference("全长1,600公里", "It is 100 miles long") == Mismatch::kValue);
}

TEST_CASE("compare: rounding is accepted where the text says so, and only there") {
  CHECK(agree("约240万人", "2,401,000 people"));
  CHECK(agree("近三分之一", "about 30%"));
  CHECK_FALSE(agree("240万人", "2,401,000 people"));
  CHECK_FALSE(agree("逾30人", "more than 35 people"));
}

TEST_CASE("compare: a bound that is denied on one side only") {
  CHECK_FALSE(agree("温度切勿低于37℃", "do not let the temperature exceed 37 °C"));
}

TEST_CASE("compare: another value is a mismatch of the two") {
  CHECK(only_difference("有3.2亿用户", "3.2 million users") == Mismatch::kValue);
  CHECK(only_difference("3月11日开幕", "It opened on 11 May") == Mismatch::kValue);
  CHECK(only_difference("2012年成立", "Founded in 2021") == Mismatch::kValue);
  CHECK(only_difference("下午6点", "At 9 p.m.") == Mismatch::kValue);
  CHECK(only_difference("第三季度", "in the second quarter") == Mismatch::kValue);
  CHECK(only_difference("散步半小时", "an hour's stroll") == Mismatch::kValue);
}

TEST_CASE("compare: the same figure in another unit or currency") {
  CHECK(only_difference("时速83公里", "83 mph") == Mismatch::kUnit);
  CHECK(only_difference("上升5%", "up 5 basis points") == Mismatch::kUnit);
  CHECK(only_difference("500港元", "US$500") == Mismatch::kCurrency);
  CHECK(only_difference("人民币走强", "The pound sterling rose") == Mismatch::kCurrency);
  CHECK(agree("5元", "5 yuan"));
  CHECK(agree("5元", "$5"));
}

TEST_CASE("compare: what is repeated, implied or a matter of style is no difference") {
  CHECK(agree("2015年和2015年底", "in 2015"));
  CHECK(agree("今年3月", "in March 2024"));
  CHECK(agree("一家公司", "a company"));
  CHECK(agree("两国关系", "relations between the countries"));
  CHECK(agree("2月22日达成协议，27日生效", "agreed on February 22, in force since February 27"));
}

TEST_CASE("compare: a day that follows a month belongs to it") {
  CHECK_FALSE(agree("2月22日达成协议，27日生效", "agreed on February 22, in force since April 27"));
  CHECK_FALSE(agree("2015年4月或5月", "in April or May 2019"));
}

TEST_CASE("compare: a value that only one side has") {
  CHECK(only_difference("增长了12.5%", "It grew") == Mismatch::kMissing);
  CHECK(only_difference("有所增长", "It grew by 12.5%") == Mismatch::kAdded);
}

TEST_CASE("compare: the neighbours may hold what moved") {
  const std::string source = "增长了12.5%";
  const std::string target = "It grew";
  const std::string next = "The rate was 12.5 percent";
  const auto a = facts::find(source, Language::kChinese);
  const auto b = facts::find(target, Language::kEnglish);
  const auto after = facts::find(next, Language::kEnglish);
  CHECK(compare(PassageFacts{a, source, {0, source.size()}, {}, {}},
                PassageFacts{b, target, {0, target.size()}, {}, after})
            .differences.empty());
}

TEST_CASE("compare: a number repeated where the source has two is a mismatch") {
  const auto found = differences("3人死亡，5人受伤", "5 people died and 5 were hurt");
  REQUIRE(found.size() == 1);
  CHECK(found.front().what == Mismatch::kValue);
}

TEST_CASE("compare: a malformed number with the right value is a matter of form") {
  CHECK(only_difference("6,500人", "65,00 people") == Mismatch::kForm);
  CHECK(only_difference("1.7万座隧道", "17.000 tunnels") == Mismatch::kForm);
  CHECK(only_difference("7月26日", "on Jully 26") == Mismatch::kForm);
}

TEST_CASE("compare: the numbers of a list's items") {
  CHECK(agree("（十二）营业收入", "L. Operating revenue"));
  CHECK(only_difference("3. 收入", "4. Revenue") == Mismatch::kValue);
}

TEST_CASE("compare: nothing differs from itself") {
  for (const char* text :
       {"2012年11月15日，37亿美元，三成，第十八届，下午6点，COVID-19，12年，八折",
        "On 15 November 2012 some 30% of 3.7 billion, the 18th, 6 p.m., one in five, '80s"}) {
    CHECK(agree(text, text));
  }
}

TEST_CASE("agreement: is symmetric, and perfect with itself") {
  const auto found = facts::find(
      "2012年11月15日 37亿美元 三成 第十八届 下午6点 数十 1,600公里 5 days half 3倍 20个基点 12",
      Language::kChinese);
  for (const Fact& a : found) {
    if (a.kind == facts::Kind::kRelative) continue;
    CHECK(facts::agreement(a, a) >= 0.8);
    for (const Fact& b : found) {
      CHECK(facts::agreement(a, b) == doctest::Approx(facts::agreement(b, a)));
    }
  }
}

TEST_CASE("agreement: magnitudes") {
  CHECK(facts::differ_in_magnitude(3.7e9, 3.7e6));
  CHECK(facts::differ_in_magnitude(0.3, 300));
  CHECK_FALSE(facts::differ_in_magnitude(30, 30));
  CHECK_FALSE(facts::differ_in_magnitude(30, 31));
  CHECK_FALSE(facts::differ_in_magnitude(0, 10));
}

TEST_CASE("compare: readings of numbers that reports have, each the same in the other language") {
  for (const auto& [one, other] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"2万两白银", "20,000 taels of silver"},
           {"三月的伦敦锦标赛", "sixth at March's championships in London"},
           {"全日24小时转账", "transfers round the clock"},
           {"飘香一甲子", "has been going for sixty years"},
           {"连续五个月低于临界点", "below the 50-point mark for the fifth month in a row"},
           {"读了大半年", "for the better part of a year"},
           {"切勿超过37℃", "do not let the temperature exceed 37 °C"},
           {"于2017年年底达1,624亿元", "reached 162.4 billion yuan at year end"},
           {"去年回报为5%，自1994年以来为4.8%", "5% in 2016 and 4.8% since 1994"},
           {"第三、第四两款", "paragraphs 3 and 4"},
           {"四万万人", "400 million people"},
           {"3-5千元", "3,000 to 5,000 yuan"},
           {"人口1,20,00,000", "population of 12 million"},
           {"一小时二十分", "one hour and twenty minutes"},
           {"民國108至110年", "2019 to 2021"},
           {"1月二十三", "January 23"},
           {"产量3 Mt", "3 million tonnes"},
           {"$5MM", "500万美元"},
           {"用电500度", "500 kWh of electricity"},
           {"9∶30开会", "The meeting is at 9:30."},
           {"3Q23", "2023年第三季度"},
           {"药量300 mg", "300毫克"},
           {"长征5B火箭", "the Long March 5B rocket"},
           {"Revenue was half million yuan.", "收入为50万元。"},
           {"three quarters billion dollars", "7.5亿美元"},
           {"two thirds of a million", "约66.7万"},
           {"3 hundred and 21", "321"},
           {"two hundred point zero three", "200.03"},
           {"75 USD million", "7500万美元"},
           {"120 MEUR", "1.2亿欧元"},
           {"10 tln yen", "10万亿日元"},
           {"2.33 k", "2330"},
           {"3 dollars 50 cents", "3.5美元"},
           {"5 ft 2 in", "5英尺2英寸"},
           {"350 1/3", "350又三分之一"},
           {"三百五又三分之一", "350 1/3"},
           {"3又千分之23", "3.023"},
           {"1.3×10^6", "130万"},
           {"五分之壹", "one fifth"},
           {"壹千零壹", "1,001"},
           {"拾六万", "160,000"},
           {"二十几万", "more than 200,000"},
           {"7万5千4百", "75,400"},
           {"7万 5千 4百", "75,400"},
           {"1千零20", "1,020"},
           {"10万万", "1 billion"},
           {"三千两百两", "3,200 taels"},
           {"打对折", "50% off"},
           {"半折", "50% off"},
           {"3万元欧元", "30,000 euros"},
           {"5 bcm", "50亿立方米"},
           {"3 MMbbl", "300万桶"},
           {"2 kt", "2千吨"},
           {"5G网络", "5G network"},
           {"30 MUSD", "3000万美元"},
           {"电话 2878 8222", "Tel. 28788222"},
           {"增长翻三番", "grew eightfold"},
           {"四千分之一", "1 in 4,000"},
           {"下调25个基点", "cut by 25 bps"},
           {"浓度5 ppm", "a concentration of 5 ppm"},
           {"打八折", "20% off"},
           {"(1,234)万元", "(12.34) million yuan"},
           {"康熙六十一年", "in 1722"},
           {"民国元年", "1912"},
           {"这笔交易带来50亿元", "The sale brought in 5B yuan."},
           {"自109.1.1起施行", "in effect from January 1, 2020"},
           {"申請日期：109.1.1", "Date of application: January 1, 2020"},
           {"截至113/6/30，已售出500戶", "As of June 30, 2024, 500 units had been sold."},
           {"109.1.1版", "version 109.1.1"},
           {"112學年度", "academic year 112"},
           {"112學年度", "the 2023-24 school year"},
           {"增长5%", "grew by 5 per cent.3"},
           {"得了5000票", "won 5,000 votes.12"},
           {"66.7万人", "two thirds of a million people"},
           {"身高1.57米", "5 ft 2 in tall"},
           {"身高1.57米", "5'2\" tall"},
           {"3.2升", "16/5 litres"},
           {"四千分之一", "one four-thousandth"},
           {"万分之一秒", "one ten-thousandth of a second"},
           {"千分之三英寸", "three thousandths of an inch"},
           {"半数以上的观众", "more than half of the spectators"},
           {"2019\uF98E", "2019"},
           {"732/1,037名患者", "732 of 1,037 patients"},
           {"三分之二以上委员", "more than two-third members"},
           {"使用十六进制数字", "use hexadecimal digits"},
           {"加快升级千兆光网", "upgrade the gigabit optical network"},
           {"昨今两天参观", "visited yesterday and today"},
           {"带宽为5千兆", "The bandwidth is 5 gigabits"},
           {"硬盘容量为500兆", "The disk holds 500 megabytes"},
           {"比例尺不得小于二百分之一", "at a scale not less than 1:200"},
           {"比例尺为二万五千分之一", "at a scale of 1:25,000"},
           {"任一性别不得少于三分之一", "Neither gender shall be less than one-third."},
           {"适用民法第一千零零四条", "Article 1004 of the Civil Code applies"},
           {"战绩为10胜2负", "The team went 10-2-0."},
           {"成本下降50%", "Costs were halved."},
           {"出席委员不得少于三人，否则会议无效",
            "If fewer than three members attend, the meeting is void."},
           {"出席委员少于三人的，会议无效",
            "No fewer than three members must attend; otherwise the meeting is void."},
       }) {
    CHECK(agree(one, other));
  }
}

TEST_CASE(
    "compare: the number of a section or of a passage of law that the other side does without") {
  CHECK(agree("申请第二条至前条证件者", "applicants under Articles 2 through 7"));
  CHECK(agree("依本法同条第二项规定", "under Article 41, paragraph 2 of the Act"));
  CHECK(agree("三、其他情节重大者", "12.3 Other severe offenses"));
  CHECK_FALSE(agree("依本法第三条规定", "under Article 41 of the Act"));
  CHECK_FALSE(agree("依法规定", "under Article 41 of the Act"));
  CHECK_FALSE(agree("前条所称工厂有工人", "The factory of the preceding article has 41 workers"));
  CHECK_FALSE(agree("增长三", "12.3 percent growth"));
}

TEST_CASE("compare: a unit, a version or a multiple that differs is told") {
  for (const auto& [one, other] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"300毫克", "300 g"},
           {"收入增长两倍", "revenue doubled"},
           {"(1,234)万元", "(123.4) million yuan"},
           {"自109.1.1起施行", "in effect from January 1, 2021"},
           {"身高1.57米", "6 ft 2 in tall"},
           {"速度是第3版的一半", "twice as fast as version 3"},
           {"半数以上的观众", "less than half of the spectators"},
           {"比例尺为1:500", "at a scale of 1:200"},
           {"2004：1月26日发生地震", "2004: The quake struck on December 26."},
           {"战绩为10-2-8", "The team went 10-2-0."},
           {"利润翻番", "Profit halved."},
           {"该队赢了五次", "The team won four times."},
           {"出席委员不得少于三人", "If fewer than three members attend, the meeting is void."},
           {"不到一半的观众", "more than half of the spectators"},
           {"最多可備份 60 部", "at least 60 computers"},
           {"降价使毛利率下降2.5个百分点",
            "Price cuts raised the margin by 2.5 percentage points."},
       }) {
    CHECK_FALSE(agree(one, other));
  }
}
