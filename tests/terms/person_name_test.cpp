#include "duizhao/terms/person_name.h"

#include <doctest/doctest.h>

#include "duizhao/terms/glossary.h"

using duizhao::Language;
using duizhao::TermEntry;
using duizhao::terms::Glossary;
using duizhao::terms::person_name;
using duizhao::terms::TermForm;

namespace {

TermEntry entry_of(const char* english, const char* chinese) {
  TermEntry entry;
  entry.terms.push_back({.text = english, .language = Language::kEnglish});
  entry.terms.push_back({.text = chinese, .language = Language::kChinese});
  return entry;
}

}  // namespace

TEST_CASE("person: a Chinese name has its surname at either end") {
  CHECK(person_name("Jensen Huang", "黃仁勳").reversed == "Huang Jensen");
  CHECK(person_name("Jensen Huang", "黃仁勳").surname == "Huang");
  CHECK(person_name("Tsai Ing-wen", "蔡英文").reversed == "Ing-wen Tsai");
  CHECK(person_name("Tsai Ing-wen", "蔡英文").surname == "Tsai");
  CHECK(person_name("Ouyang Xiu", "欧阳修").reversed == "Xiu Ouyang");
}

TEST_CASE("person: a foreign name keeps its order, and its last part stands for it") {
  const auto person = person_name("Lotte Vandermeer", "洛特·范德梅尔");
  CHECK(person.reversed.empty());
  CHECK(person.surname == "Vandermeer");
  CHECK(person.chinese_surname == "范德梅尔");
  CHECK(person_name("Lotte A. Vandermeer", "洛特·范德梅尔").surname.empty());
  CHECK(person_name("Lotte Vandermeer Jr.", "洛特・范德梅爾").chinese_surname == "范德梅爾");
}

TEST_CASE("person: what is no name of a person has no surname") {
  CHECK(person_name("exchange fund", "外汇基金").surname.empty());
  CHECK(person_name("Exchange Fund", "外汇").surname.empty());
  CHECK(person_name("Huang", "黄仁勋").surname.empty());
  CHECK(person_name("", "").surname.empty());
}

TEST_CASE("person: a glossary finds the name in either order, and by surname as a short form") {
  const Glossary glossary({entry_of("Jensen Huang", "黃仁勳")});
  const auto reversed = glossary.find("They met Huang Jensen.", Language::kEnglish);
  REQUIRE(reversed.size() >= 1);
  CHECK(reversed[0].form == TermForm::kFull);
  const auto alone = glossary.find("They met Huang's staff.", Language::kEnglish);
  REQUIRE(alone.size() == 1);
  CHECK(alone[0].form == TermForm::kShort);
}

TEST_CASE("person: the last part of a foreign name is its short form in Chinese too") {
  const Glossary glossary({entry_of("Lotte Vandermeer", "洛特·范德梅尔")});
  const auto alone = glossary.find("范德梅爾表示", Language::kChinese);
  REQUIRE(alone.size() == 1);
  CHECK(alone[0].form == TermForm::kShort);
}

TEST_CASE("terms: a glossary finds a term in the words of either side of the Strait") {
  const Glossary glossary({entry_of("server software", "服务器软件")});
  CHECK(glossary.find("安裝伺服器軟體", Language::kChinese).size() == 1);
  CHECK(glossary.find("安裝服務器軟件", Language::kChinese).size() == 1);
}

TEST_CASE("terms: a word that the entry forbids is not taken for its own") {
  TermEntry entry = entry_of("software", "软件");
  entry.terms.push_back(
      {.text = "軟體", .language = Language::kChinese, .status = duizhao::TermStatus::kForbidden});
  const Glossary glossary({entry});
  const auto found = glossary.find("安裝軟體", Language::kChinese);
  REQUIRE(found.size() == 1);
  CHECK(found[0].term == 2);
}
