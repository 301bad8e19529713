#include "duizhao/extract/glosses.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "duizhao/text/sentences.h"

using duizhao::Document;
using duizhao::Language;
using duizhao::extract::entries_of;
using duizhao::extract::Gloss;
using duizhao::extract::glosses_of;

namespace {

/// `name=gloss` of all glosses, with a bar between them.
std::string glosses(const std::string& text, Language language = Language::kEnglish) {
  std::string result;
  for (const Gloss& gloss : glosses_of(text, language)) {
    if (!result.empty()) result += '|';
    result.append(gloss.name.in(text)).append("=").append(gloss.gloss.in(text));
  }
  return result;
}

std::string chinese_glosses(const std::string& text) { return glosses(text, Language::kChinese); }

}  // namespace

TEST_CASE("glosses: a company with its legal form") {
  CHECK(glosses("The makers include Harbour Semiconductor Corp (港芯) and Tidewater Ltd (潮水).") ==
        "Harbour Semiconductor Corp=港芯|Tidewater Ltd=潮水");
}

TEST_CASE("glosses: titles and employers before a person's name are no part of it") {
  CHECK(glosses("Separately, Acme chief executive officer Morris Chang (張忠謀) said") ==
        "Morris Chang=張忠謀");
  CHECK(glosses("Minister of Finance Chuang Tsui-yun (莊翠雲) said") == "Chuang Tsui-yun=莊翠雲");
  CHECK(glosses("Foxconn Chairman Young Liu (劉揚偉) said") == "Young Liu=劉揚偉");
  CHECK(glosses("Acme’s C.C. Wei (魏哲家) agreed") == "C.C. Wei=魏哲家");
  CHECK(glosses("Hong Kong Financial Secretary Paul Chan (陳茂波) said") == "Paul Chan=陳茂波");
  CHECK(glosses("President Moon Jae-in (文在寅) met") == "Moon Jae-in=文在寅");
}

TEST_CASE("glosses: the names of a list are each their own") {
  CHECK(glosses("Six start-ups lead: 88.AI (八八智能), Blueriver (藍河), MiniCo (小科) and Qopin "
                "(啟品).") == "88.AI=八八智能|Blueriver=藍河|MiniCo=小科|Qopin=啟品");
}

TEST_CASE("glosses: an organisation's name holds small words") {
  CHECK(glosses("the Ministry of Industry and Information Technology (工信部) said") ==
        "Ministry of Industry and Information Technology=工信部");
  CHECK(glosses("China’s Ministry of Commerce (商務部)") == "Ministry of Commerce=商務部");
  CHECK(glosses("The People’s Bank of China (中國人民銀行) cut") ==
        "People’s Bank of China=中國人民銀行");
  CHECK(glosses("said Fudan and Tongji University (同濟大學)") == "Tongji University=同濟大學");
}

TEST_CASE("glosses: where a company comes from is no part of its name") {
  CHECK(glosses("Hangzhou-based Deepsea (深海)") == "Deepsea=深海");
  CHECK(glosses("Chinese chipmaker Deepsea (深海)") == "Deepsea=深海");
  CHECK(glosses("Taiwanese Deepsea (深海)") == "Deepsea=深海");
  CHECK(glosses("the Chinese Academy of Sciences (中國科學院)") ==
        "Chinese Academy of Sciences=中國科學院");
}

TEST_CASE("glosses: an acronym beside the Chinese name") {
  const std::string text = "Harbour Semiconductor Corp (HSC, 港芯) said";
  const auto found = glosses_of(text, Language::kEnglish);
  REQUIRE(found.size() == 1);
  CHECK(found[0].name.in(text) == "Harbour Semiconductor Corp");
  CHECK(found[0].gloss.in(text) == "港芯");
  CHECK(found[0].acronym.in(text) == "HSC");
}

TEST_CASE("glosses: brackets with something else are no gloss") {
  CHECK(glosses("artificial intelligence (AI) chips").empty());
  CHECK(glosses("sales rose (see Table 3) again").empty());
  CHECK(glosses("he said (他說：「不」) that").empty());
  CHECK(glosses("(港芯)").empty());
  CHECK(chinese_glosses("销售额上升（见表3）").empty());
  CHECK(chinese_glosses("人工智能（简称 as we said before）").empty());
}

TEST_CASE("glosses: English names in Chinese text") {
  CHECK(chinese_glosses("就全球市场而言,英伟达(Nvidia)作为芯片制造商") == "英伟达=Nvidia");
  CHECK(chinese_glosses("总部位于华盛顿的布鲁金斯学会（Brookings Institution）说") ==
        "布鲁金斯学会=Brookings Institution");
  CHECK(chinese_glosses("美国总统约翰·亚当斯（John Adams）") == "约翰·亚当斯=John Adams");
  CHECK(chinese_glosses("发表在《自然》（Nature）上") == "自然=Nature");
  CHECK(chinese_glosses("周二，總理史蒂芬·哈珀（ Stephen Harper ）在") ==
        "史蒂芬·哈珀=Stephen Harper");
  // What is not said of a transliterated name stands before it.
  CHECK(chinese_glosses("他去了全新巴登符腾堡（Baden-Württemberg）") ==
        "巴登符腾堡=Baden-Württemberg");
  CHECK(chinese_glosses("最近重划匹兹堡（Pittsburgh）的学区") == "匹兹堡=Pittsburgh");
  CHECK(chinese_glosses("位于西弗吉尼亚（West Virginia）") == "西弗吉尼亚=West Virginia");
}

TEST_CASE("glosses: spans are shifted by the offset") {
  const std::string text = "Deepsea (深海)";
  const auto found = glosses_of(text, Language::kEnglish, 10);
  REQUIRE(found.size() == 1);
  CHECK(found[0].name == duizhao::Span{10, 17});
  CHECK(found[0].gloss == duizhao::Span{19, 25});
}

TEST_CASE("glosses: names with one rendering are one entry, with the line of the first") {
  Document document;
  document.name = "report.txt";
  document.text = "Rain fell.\nDeepsea Ltd (深海) rose.\nShares of Deepsea (深海) fell.\n";
  duizhao::text::segment(document);
  const auto entries = entries_of(glosses_of(document), document);
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].provenance == "report.txt:2");
  REQUIRE(entries[0].terms.size() == 3);
  CHECK(entries[0].terms[0].text == "Deepsea Ltd");
  CHECK(entries[0].terms[1].text == "深海");
  CHECK(entries[0].terms[2].text == "Deepsea");
}

TEST_CASE("glosses: text without brackets, and brackets that never close") {
  CHECK(glosses("").empty());
  CHECK(glosses("Deepsea (深海").empty());
  CHECK(glosses("深海) Deepsea").empty());
}

TEST_CASE("glosses: the word before the last name of a list is no part of it") {
  CHECK(chinese_glosses(
            "协议由海湾开发银行(Gulf Development Bank)和海湾信贷银行(Gulf Credit Bank)签署。") ==
        "海湾开发银行=Gulf Development Bank|海湾信贷银行=Gulf Credit Bank");
}
