#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "reviewed.h"

using namespace duizhao;
using tests::reviewed_documents;

namespace {

/// Findings that a name has two forms.
std::vector<Finding> two_forms(const Review& review) {
  auto findings = tests::findings_of(review, "name");
  std::erase_if(findings, [](const Finding& finding) {
    return finding.category != Category::kInconsistentTerm;
  });
  return findings;
}

std::string target_of(const Finding& finding, const Review& review) {
  return std::string(finding.target.value_or(Span{}).in(review.target.text));
}

}  // namespace

TEST_CASE("name: a company that is transliterated in two ways") {
  const Review review = reviewed_documents(
      "Hsinlin plans to build a factory near the harbour.\n"
      "The minister opened a new school on Monday.\n"
      "Hsinlin said that it had received orders from the region.\n",
      "欣林计划在港口附近建一座工厂。\n部长周一为一所新学校揭幕。\n"
      "信霖表示，已收到来自该地区的订单。\n");
  const auto findings = two_forms(review);
  REQUIRE(findings.size() == 1);
  CHECK(target_of(findings[0], review) == "信霖");
  CHECK(findings[0].suggestion == "欣林");
  CHECK(findings[0].severity == Severity::kMajor);
  CHECK(duizhao::tests::message_of(findings[0]).find("line 1") != std::string::npos);
}

TEST_CASE("name: of two forms the known one is suggested, whichever is said first or oftener") {
  Review review = reviewed_documents(
      "布莱顿的酒店上月关门。\n面包的价格在五月上升。\n布莱顿的市长表示欢迎。\n"
      "雨下了三天。\n布莱顿的学校开学了。\n",
      "The hotel in Broghton closed last month.\nThe price of bread rose in May.\n"
      "The mayor of Brighton welcomed it.\nIt rained for three days.\n"
      "The schools of Broghton have opened.\n");
  auto findings = two_forms(review);
  REQUIRE(findings.size() == 1);
  CHECK(target_of(findings[0], review) == "Broghton");
  CHECK(findings[0].suggestion == "Brighton");
  CHECK(findings[0].places == 2);
  review = reviewed_documents(
      "The hotel in Brighton closed last month.\nThe price of bread rose in May.\n"
      "The mayor of Brighton welcomed it.\n",
      "布拉顿的酒店上月关门。\n面包的价格在五月上升。\n布莱顿的市长表示欢迎。\n");
  findings = two_forms(review);
  REQUIRE(findings.size() == 1);
  CHECK(target_of(findings[0], review) == "布拉顿");
  CHECK(findings[0].suggestion == "布莱顿");
}

TEST_CASE("name: another character in a long name is a slip, and minor") {
  const Review review = reviewed_documents(
      "Klimovich wrote a book about the sea.\nThe price of bread rose in May.\n"
      "Klimovich sold the book to a publisher.\n",
      "克利莫维奇写了一本关于大海的书。\n五月面包涨价了。\n克利莫韦奇把书卖给了一家出版社。\n");
  const auto findings = two_forms(review);
  REQUIRE(findings.size() == 1);
  CHECK(target_of(findings[0], review) == "克利莫韦奇");
  CHECK(findings[0].severity == Severity::kMinor);
}

TEST_CASE("name: the same form throughout, in either script, and in short") {
  CHECK(two_forms(reviewed_documents(
                      "Klimovich wrote a book about the sea.\nThe price of bread rose in May.\n"
                      "Boris Klimovich sold the book to a publisher.\n",
                      "克利莫维奇写了一本关于大海的书。\n五月面包涨价了。\n"
                      "鲍里斯·克利莫維奇把书卖给了一家出版社。\n"))
            .empty());
}

TEST_CASE("name: two persons who share a name may have two forms") {
  CHECK(two_forms(reviewed_documents("Klimovich Sanders wrote a book about the sea.\n"
                                     "The price of bread rose in May.\n"
                                     "Klimovich Peterson sold the house to a publisher.\n",
                                     "克利莫维奇·桑德斯写了一本关于大海的书。\n五月面包涨价了。\n"
                                     "克利莫韦奇·彼得森把房子卖给了一家出版社。\n"))
            .empty());
}

TEST_CASE("name: a person of a Chinese source who is spelled in two ways") {
  const Review review = reviewed_documents(
      "陳美儀在會上介紹了新的計劃。\n麵包的價格在五月上升。\n陳美儀又指出，利率將會下調。\n",
      "Chan Mei-yee presented the new plan at the meeting.\nThe price of bread rose in May.\n"
      "Chen Meiyi also noted that interest rates would be cut.\n");
  const auto findings = two_forms(review);
  REQUIRE(findings.size() == 1);
  CHECK(target_of(findings[0], review) == "Chen Meiyi");
  CHECK(findings[0].suggestion == "Chan Mei-yee");
}

TEST_CASE("name: surname first or last is one spelling") {
  CHECK(two_forms(reviewed_documents("陳美儀在會上介紹了新的計劃。\n麵包的價格在五月上升。\n"
                                     "陳美儀又指出，利率將會下調。\n",
                                     "Chan Mei-yee presented the new plan at the meeting.\n"
                                     "The price of bread rose in May.\n"
                                     "Mei-yee Chan also noted that interest rates would be cut.\n"))
            .empty());
}

TEST_CASE("name: an English name that is misspelled further down") {
  const Review review = reviewed_documents(
      "克利莫维奇写了一本关于大海的书。\n五月面包涨价了。\n克利莫维奇把书卖给了一家出版社。\n",
      "Klimovich wrote a book about the sea.\nThe price of bread rose in May.\n"
      "Klimovitch sold the book to a publisher.\n");
  const auto findings = two_forms(review);
  REQUIRE(findings.size() == 1);
  CHECK(target_of(findings[0], review) == "Klimovitch");
  CHECK(findings[0].suggestion == "Klimovich");
  CHECK(findings[0].severity == Severity::kMinor);
}

TEST_CASE("name: what follows a name is no part of its form") {
  CHECK(two_forms(reviewed_documents(
                      "Klimovich wrote a book.\nKlimovich sold the house.\nKlimovich read it.\n"
                      "Klimovich said so.\nThe price of bread rose in May.\n",
                      "克利莫维奇写了一本书。\n克利莫维奇卖了房子。\n克利莫维奇读了它。\n"
                      "克利莫维奇这么说。\n五月面包涨价了。\n"))
            .empty());
}

TEST_CASE("name: a word that the text has in small letters is no name") {
  CHECK(two_forms(reviewed_documents("Grimbling is a game.\nThe price of bread rose in May.\n"
                                     "They like grimbling.\nGrimbling is an old game.\n",
                                     "格林布林是一种游戏。\n五月面包涨价了。\n他们喜欢格林布林。\n"
                                     "格林布灵是一种古老的游戏。\n"))
            .empty());
}

TEST_CASE("name: the form beside which the name stands in brackets counts") {
  const Review review = reviewed_documents(
      "Klimovich wrote a book about the sea.\nThe price of bread rose in May.\n"
      "Klimovich sold the book to a publisher.\n",
      "克利莫韦奇（Klimovich）写了一本关于大海的书。\n五月面包涨价了。\n"
      "克利莫维奇把书卖给了一家出版社。\n");
  const auto findings = two_forms(review);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::kMinor);
}

TEST_CASE("name: two known renderings of one name in one text") {
  const Review review = reviewed_documents(
      "The council of Sydney met on Monday.\nThe price of bread rose in May.\n"
      "The harbour of Sydney was closed.\nHe left Sydney in the evening.\n",
      "悉尼市议会周一开会。\n五月面包涨价了。\n悉尼港关闭。\n他傍晚离开雪梨。\n");
  const auto findings = two_forms(review);
  REQUIRE(findings.size() == 1);
  CHECK(target_of(findings[0], review) == "雪梨");
  CHECK(findings[0].suggestion == "悉尼");
  CHECK(duizhao::tests::message_of(findings[0]) ==
        "“Sydney” is 雪梨 here and 悉尼 in lines 1 and 3");
}

TEST_CASE("name: a common name, and a short one, in characters of the same sound") {
  Review review = reviewed_documents(
      "The council of Liverpool met on Monday.\nThe price of bread rose in May.\n"
      "He left Liverpool in the evening.\n",
      "利物浦市议会周一开会。\n五月面包涨价了。\n他傍晚离开利勿浦。\n");
  auto findings = two_forms(review);
  REQUIRE(findings.size() == 1);
  CHECK(target_of(findings[0], review) == "利勿浦");
  CHECK(findings[0].suggestion == "利物浦");
  review =
      reviewed_documents("蓬佩奥周一会见了部长。\n五月面包涨价了。\n蓬佩奥傍晚离开。\n",
                         "Pompeo met the minister on Monday.\nThe price of bread rose in May.\n"
                         "Pampao left in the evening.\n");
  findings = two_forms(review);
  REQUIRE(findings.size() == 1);
  CHECK(target_of(findings[0], review) == "Pampao");
  CHECK(findings[0].suggestion == "Pompeo");
}

TEST_CASE("name: what is short for a name, and the days of the week, are no other forms") {
  CHECK(two_forms(reviewed_documents(
                      "The council of Indonesia met on Monday.\nThe price of bread rose in May.\n"
                      "He left Indonesia on Monday.\n",
                      "印度尼西亚的委员会星期一开会。\n五月面包涨价了。\n他周一离开印尼。\n"))
            .empty());
  CHECK(
      two_forms(reviewed_documents("The army marched to Shaanxi.\nThe price of bread rose in May.\n"
                                   "Shaanxi, Gansu and Ningxia are dry.\n",
                                   "军队开往陕西。\n五月面包涨价了。\n陕甘宁气候干燥。\n"))
          .empty());
}

TEST_CASE("name: an older form that a longer name keeps is no other form") {
  CHECK(two_forms(reviewed_documents(
                      "市长周一离开北京。\n五月面包涨价了。\n她在北京大学学习历史。\n",
                      "The mayor left Beijing on Monday.\nThe price of bread rose in May.\n"
                      "She studies history at Peking University.\n"))
            .empty());
}

TEST_CASE("name: the first character of a place with its kind is short for it") {
  CHECK(two_forms(
            reviewed_documents("The fires in California spread.\nThe price of bread rose in May.\n"
                               "California asked for help.\n",
                               "加利福尼亚的火势蔓延。\n五月面包涨价了。\n加州请求援助。\n"))
            .empty());
}
