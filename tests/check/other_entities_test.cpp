#include <doctest/doctest.h>

#include <string>
#include <tuple>
#include <vector>

#include "check/reviewed.h"

using duizhao::Finding;
using duizhao::Severity;
using duizhao::tests::others_in;

TEST_CASE("another name: a city for another is found in either direction, with the right one") {
  auto findings =
      others_in("郑州的新车站昨天开放。", "The new station of Zhuzhou opened yesterday.");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::kMajor);
  CHECK(findings[0].suggestion == "Zhengzhou");
  findings = others_in("The museum in Vienna was closed on Monday.", "布拉格的博物館星期一閉館。");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].suggestion == "維也納");
}

TEST_CASE("another name: a person for another is found") {
  CHECK(others_in("特朗普星期二在国会讲话。", "Putin spoke in Congress on Tuesday.").size() == 1);
  CHECK(others_in("Merkel spoke to reporters in the morning.", "普京上午对记者讲话。").size() == 1);
}

TEST_CASE("another name: a body that is known is neither its characters' meaning nor their sound") {
  const auto calque =
      others_in("北交所昨天公布了新的规则。", "Yesterday, the North Exchange published new rules.");
  REQUIRE(calque.size() == 1);
  CHECK(calque[0].severity == Severity::kMinor);
  CHECK(calque[0].target.has_value());
  CHECK(calque[0].suggestion == "Beijing Stock Exchange");
  CHECK(others_in("阿斯麦公司昨天警告，出口可能减少。",
                  "Yesterday, the firm Asmai warned that exports may fall.")
            .size() == 1);
  CHECK(others_in("生态环境部公布了一幅海底地图。",
                  "The Ministry of Natural Resources published a map of the sea floor.")
            .size() == 1);
}

TEST_CASE("another name: one known body for another, whatever words they share") {
  const auto findings =
      others_in("证监会上月处罚了两家公司。",
                "The Banking Regulatory Commission punished two companies last month.");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::kMinor);
  CHECK(findings[0].suggestion == "China Securities Regulatory Commission");
  // Its words have a possessive within, and its kind is not all that a court's is.
  CHECK(others_in("最高人民检察院的报告有九章。",
                  "The report of the Supreme People's Court has nine chapters.")
            .size() == 1);
  CHECK(others_in("The Academy of Social Sciences hired him in May.", "中国科学院五月聘用了他。")
            .size() == 1);
  CHECK(others_in("她毕业于复旦大学，后来在那里教书。",
                  "She graduated from Tongji University and taught there later.")
            .size() == 1);
}

TEST_CASE(
    "another name: a body by its own words, in part, in short or in a longer name is itself") {
  CHECK(others_in("最高人民检察院的报告有九章。",
                  "The report of the Supreme People's Procuratorate has nine chapters.")
            .empty());
  CHECK(
      others_in("国家统计局公布了数字。", "The Statistics Bureau published the figures.").empty());
  CHECK(others_in("证监会上月处罚了两家公司，银监会没有。",
                  "The securities regulator punished two companies last month, the Banking "
                  "Regulatory Commission none.")
            .empty());
  CHECK(others_in("The Mainland Affairs Council replied in May.", "大陆委员会五月作了答复。")
            .empty());
  // What it is called in part stands elsewhere.
  CHECK(others_in("教育部和财政厅上月发出通知。",
                  "The education authorities and the Ministry of Finance wrote last month.")
            .empty());
}

TEST_CASE("another name: one known title for another, also where it is an ordinary phrase") {
  const auto findings =
      others_in("She read Pride and Prejudice on the boat.", "她在船上读《呼啸山庄》。");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].suggestion == "傲慢与偏见");
  CHECK(others_in("他看了两遍《卧虎藏龙》。", "He saw Farewell My Concubine twice.").size() == 1);
  CHECK(others_in("他看了两遍《卧虎藏龙》。", "He saw Crouching Tiger, Hidden Dragon twice.")
            .empty());
}

TEST_CASE("another name: a letter off the pinyin of a place that is called by nothing else") {
  const auto findings = others_in("渔船昨天驶入烟台港。",
                                  "The fishing boats sailed into the port of Yangtai yesterday.");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].suggestion == "Yantai");
  CHECK(others_in("渔船昨天驶入烟台港。",
                  "The fishing boats sailed into the port of Yantai yesterday.")
            .empty());
  // As Wade and Giles spelled it.
  CHECK(others_in("火车昨天到达河南。", "The train reached Honan yesterday.").empty());
}

TEST_CASE("another name: an acronym that is none of a known body's is told wherever it stands") {
  const auto findings = others_in(
      "北交所昨天表示，新的规则将在北交所的网站上公布。",
      "The CBEX said yesterday that the new rules would be published on the CBEX's website.");
  CHECK(findings.size() == 2);
  CHECK(others_in("北交所昨天公布了新的规则。", "The BSE published new rules yesterday.").empty());
  CHECK(others_in("联合国粮农组织昨天发表报告。", "The FAO published a report yesterday.").empty());
}

TEST_CASE("another name: what renders a known body is not looked for once more") {
  CHECK(duizhao::tests::reviewed_pair("《南德日报》昨天引用了市长的话。",
                                      "Suddeutsche Zeitung quoted the mayor yesterday.")
            .findings.empty());
}

TEST_CASE("another name: the day of a dateline begins no name") {
  CHECK(others_in("新华社成都3月5日电，展览今天开幕。",
                  "Chengdu, March 5 (Xinhua) -- The exhibition opened today.")
            .empty());
}

TEST_CASE("another name: regional renderings, short forms and adjectives are the same name") {
  CHECK(others_in("The Sydney office will close.", "雪梨辦事處將關閉。").empty());
  CHECK(others_in("京沪高铁每天有六十趟列车。", "Sixty trains a day run from Beijing to Shanghai.")
            .empty());
  CHECK(others_in("巴黎市民欢迎新公园。", "Parisians welcome the new park.").empty());
}

TEST_CASE("another name: a place that the translation leaves out is none for another") {
  CHECK(others_in("郑州的新车站昨天开放。", "The new station opened yesterday.").empty());
}

TEST_CASE("another name: one public figure for another is major, whatever they sound like") {
  auto findings = others_in("Macron wrote that both countries had much to learn.",
                            "默克尔写道，两国有许多值得相互学习之处。");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "name/another-person");
  CHECK(findings[0].severity == Severity::kMajor);
  CHECK(findings[0].suggestion == "马克龙");
  CHECK(others_in("部长在日内瓦会见了拜登。", "The minister met Obama in Geneva.").size() == 1);
  CHECK(others_in("The minister met Obama in Geneva.", "部长在日内瓦会见了歐巴馬。").empty());
  // Another one of that surname, who is transliterated.
  CHECK(others_in("Rosa Mendes and the painter Monet were named.", "罗莎·门德斯和画家莫奈被提到。")
            .empty());
}

TEST_CASE("another name: a word that all texts have is no name where it begins a sentence") {
  CHECK(others_in("Who wrote the report?", "报告的作者是亨利。").empty());
  CHECK(others_in("Bramwell wrote the report.", "报告的作者是亨利。").size() == 1);
}

TEST_CASE(
    "another name: a known newspaper in 《》 that the English does not name stands for another") {
  const std::string chinese = "他告诉《卫报》，计划已经失败。";
  const auto findings = others_in("He told the Gazette that the plan had failed.", chinese);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::kMinor);
  CHECK(others_in("He told Der Spiegel that the plan had failed.", chinese).size() == 1);
  CHECK(others_in("He told the Guardian that the plan had failed.", chinese).empty());
  // One of several bodies may be called by a word of its name; without 《》 it may be said for
  // "the paper".
  CHECK(
      others_in("He told the Times that the plan had failed.", "他告诉《纽约时报》，计划已经失败。")
          .empty());
  CHECK(others_in("He told the Gazette that the plan had failed.", "他告诉卫报，计划已经失败。")
            .empty());
}

TEST_CASE("another name: a known name of several words is not one that shares a word with it") {
  for (const auto& [chinese, wrong, right] :
       {std::tuple{"北卡罗来纳州的家具业历史悠久。",
                   "South Carolina's furniture industry has a long history.",
                   "North Carolina's furniture industry has a long history."},
        std::tuple{"南非的铂产量很高。", "North Africa mines much platinum.",
                   "South Africa mines much platinum."},
        std::tuple{"陈水扁出席了会议。", "Lien Chan attended the meeting.",
                   "Chen Shui-bian attended the meeting."},
        std::tuple{"霍尔木兹海峡昨天关闭。", "The Strait of Malacca was closed yesterday.",
                   "The Strait of Hormuz was closed yesterday."},
        std::tuple{"中国移动和中国电信公布了用户数。",
                   "China Mobile and China Unicom published their numbers of users.",
                   "China Mobile and China Telecom published their numbers of users."},
        std::tuple{"中国社会科学院昨天发布了报告。",
                   "The Chinese Academy of Sciences released a report yesterday.",
                   "The Chinese Academy of Social Sciences released a report yesterday."}}) {
    CAPTURE(chinese);
    CHECK(others_in(chinese, wrong).size() == 1);
    CHECK(others_in(chinese, right).empty());
  }
  CHECK(
      others_in("北卡罗来纳州的家具业历史悠久。", "South Carolina has a long history of furniture.")
          .front()
          .suggestion == "North Carolina");
  // Names that go on, and others of the same thing.
  CHECK(others_in("他在圣路易·奥比斯波长大。", "He grew up in San Luis Obispo.").empty());
  CHECK(others_in("女王访问了英国各地。", "The Queen visited all parts of Great Britain.").empty());
  CHECK(others_in("船队沿湘江而下。", "The boats went down the Xiang River.").empty());
}

TEST_CASE("another name: a place is none that is spelled nearly like it") {
  CHECK(others_in("密西西比河水位昨天下降。", "The level of the Missouri fell yesterday.").size() ==
        1);
  CHECK(others_in("密西西比河水位昨天下降。", "The level of the Mississippi fell yesterday.")
            .empty());
}

TEST_CASE("another name: a body or a title is not rendered by the word for its kind alone") {
  for (const auto& [chinese, wrong, right] :
       {std::tuple{"国际奥委会决定增加三个项目。",
                   "The International Football Federation decided to add three events.",
                   "The International Olympic Committee decided to add three events."},
        std::tuple{"《马关条约》割让了台湾。", "The Treaty of Nanking ceded Taiwan.",
                   "The Treaty of Shimonoseki ceded Taiwan."},
        std::tuple{"香港中文大學公布了研究結果。",
                   "Hong Kong Baptist University published the results.",
                   "The Chinese University of Hong Kong published the results."}}) {
    CAPTURE(chinese);
    const auto findings = others_in(chinese, wrong);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].severity == Severity::kMinor);
    CHECK(findings[0].suggestion.has_value());
    CHECK(others_in(chinese, right).empty());
  }
  // Said in short, or in other words of the same meaning.
  CHECK(others_in("国际奥委会决定增加三个项目。", "The Committee decided to add three events.")
            .empty());
  CHECK(others_in("国际奥委会决定增加三个项目。",
                  "The International Olympics Board decided to add three events.")
            .empty());
}

TEST_CASE("another name: two countries in short are said by an adjective and a capital") {
  CHECK(others_in("措施没有采取禁令的形式，以防损害本国企业并加剧中美紧张关系。",
                  "Chinese regulators have issued guidance rather than a ban, as Beijing wants to "
                  "avoid harming its own companies and escalating tensions with the US.")
            .empty());
}

TEST_CASE("another name: a known name is not another that begins with another sound") {
  CHECK(others_in("Captain Harrison ordered the crew to lower the boats.",
                  "莫里森船长命令船员放下小艇。")
            .size() == 1);
  CHECK(others_in("Captain Harrison ordered the crew to lower the boats.",
                  "哈里森船长命令船员放下小艇。")
            .empty());
}

TEST_CASE("another name: a strait is not another that shares the word") {
  CHECK(others_in("The Strait of Malacca carries a quarter of the world's trade.",
                  "霍尔木兹海峡承担着世界四分之一的贸易。")
            .size() == 1);
}

TEST_CASE("another name: a body of one acronym has no other, but for the order of its letters") {
  const auto serious = [](const std::string& source, const std::string& target) {
    auto findings = others_in(source, target);
    std::erase_if(findings,
                  [](const Finding& finding) { return finding.severity == Severity::kNeutral; });
    return findings.size();
  };
  CHECK(serious("美国联邦调查局昨天拒绝置评。", "The FDA declined to comment yesterday.") == 1);
  CHECK(serious("美国联邦调查局昨天拒绝置评。", "The FBI declined to comment yesterday.") == 0);
}

TEST_CASE("another name: what a place was called is its name, and is never suggested") {
  CHECK(others_in("这批瓷器一八六〇年从北京运往伦敦。",
                  "The porcelain was shipped from Peking to London in 1860.")
            .empty());
  CHECK(others_in("In 1923 he came to Bombay to trade.", "一九二三年他到孟买经商。").empty());
  const auto findings = others_in("这批瓷器一八六〇年从北京运往伦敦。",
                                  "The porcelain was shipped from Nanking to London in 1860.");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].suggestion == "Beijing");
}

TEST_CASE("another name: a suggestion says what kind of place it is only where the name does") {
  const auto suggested = [](const std::string& source, const std::string& target) {
    const auto findings = others_in(source, target);
    REQUIRE(findings.size() == 1);
    return findings[0].suggestion;
  };
  CHECK(suggested("The ice festival in Harbin opened on Friday.", "沈阳的冰雪节周五开幕。") ==
        "哈尔滨");
  CHECK(suggested("河北的钢铁企业减产。", "Steel companies in Henan cut production.") == "Hebei");
  // Of persons the same characters are Nakayama.
  CHECK(suggested("大湾区包括佛山和中山。", "The bay area includes Foshan and Zhuhai.") ==
        "Zhongshan");
}

TEST_CASE("another name: a name has all that a hyphen joins to it") {
  const std::string source = "尹锡悦总统宣布戒严。";
  const std::string target = "President Park Geun-hye declared martial law.";
  const auto findings = others_in(source, target);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].target->in(target).ends_with("Park Geun-hye"));
}
