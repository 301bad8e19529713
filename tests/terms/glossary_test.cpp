#include "duizhao/terms/glossary.h"

#include <doctest/doctest.h>

#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

using duizhao::Language;
using duizhao::TermEntry;
using duizhao::terms::Case;
using duizhao::terms::Glossary;
using duizhao::terms::TermForm;
using duizhao::terms::TermMatch;

namespace {

Glossary glossary_of(const std::vector<std::pair<std::string, std::string>>& pairs) {
  std::vector<TermEntry> entries;
  for (const auto& [english, chinese] : pairs) {
    TermEntry entry;
    entry.terms.push_back({.text = english, .language = Language::kEnglish});
    entry.terms.push_back({.text = chinese, .language = Language::kChinese});
    entries.push_back(std::move(entry));
  }
  return Glossary(std::move(entries));
}

/// The texts that were found and that no longer one covers, separated by a bar.
std::string found(const Glossary& glossary, const std::string& text, Language language,
                  Case letter_case = Case::kRespected) {
  std::string result;
  for (const TermMatch& match : glossary.find(text, language, letter_case)) {
    if (match.nested) continue;
    if (!result.empty()) result += '|';
    result += match.span.in(text);
  }
  return result;
}

}  // namespace

TEST_CASE("glossary: a name is found where a word breaker would split it") {
  CHECK(found(glossary_of({{"Xi Jinping", "习近平"}}), "国家主席习近平主持会议",
              Language::kChinese) == "习近平");
}

TEST_CASE("glossary: terms in one script are found in the other") {
  const Glossary glossary = glossary_of({{"Cambricon", "寒武紀"}, {"Moonshot", "月之暗面"}});
  CHECK(found(glossary, "供应商寒武纪与月之暗面", Language::kChinese) == "寒武纪|月之暗面");
  CHECK(found(glossary_of({{"Taiwan", "台湾"}}), "在臺灣的", Language::kChinese) == "臺灣");
}

TEST_CASE("glossary: plurals, possessives and hyphens are the same term") {
  const Glossary glossary = glossary_of({{"start-up", "初创企业"}, {"central bank", "央行"}});
  CHECK(found(glossary, "Startups and start-ups; the central bank's view, central banks’ tasks",
              Language::kEnglish) == "Startups|start-ups|central bank's|central banks");
}

TEST_CASE("glossary: the longest term is taken and what it covers is nested") {
  const Glossary glossary =
      glossary_of({{"fund", "基金"}, {"exchange fund", "外匯基金"}, {"fund bill", "基金票據"}});
  const std::string text = "the exchange fund bill";
  const auto matches = glossary.find(text, Language::kEnglish);
  REQUIRE(matches.size() == 3);
  CHECK(matches[0].span.in(text) == "exchange fund");
  CHECK_FALSE(matches[0].nested);
  CHECK(matches[1].span.in(text) == "fund bill");
  CHECK(matches[1].nested);
  CHECK(matches[2].span.in(text) == "fund");
  CHECK(matches[2].nested);
}

TEST_CASE("glossary: Latin words have edges, in Chinese text too") {
  const Glossary glossary = glossary_of({{"AI", "人工智能"}, {"Meta", "Meta"}});
  CHECK(found(glossary, "AIM and PAID, but AI.", Language::kEnglish) == "AI");
  CHECK(found(glossary, "用Meta的模型，不是Metal", Language::kChinese) == "Meta");
}

TEST_CASE("glossary: a number is no part of a longer one") {
  const Glossary glossary = glossary_of({{"20 years", "20年"}});
  CHECK(found(glossary, "2020年的3.20年", Language::kChinese).empty());
  CHECK(found(glossary, "这20年", Language::kChinese) == "20年");
}

TEST_CASE("glossary: a capital of the term is a capital in the text, unless case is ignored") {
  const Glossary glossary = glossary_of({{"Moonshot", "月之暗面"}, {"it", "它"}});
  CHECK(found(glossary, "a moonshot by IT", Language::kEnglish).empty());
  CHECK(found(glossary, "Moonshot and MOONSHOT. It", Language::kEnglish) == "Moonshot|MOONSHOT|It");
  CHECK(found(glossary, "a moonshot", Language::kEnglish, Case::kIgnored) == "moonshot");
}

TEST_CASE("glossary: an acronym's plural is the acronym") {
  CHECK(found(glossary_of({{"SMEs", "中小企"}}), "an SME, two SMEs", Language::kEnglish) ==
        "SME|SMEs");
}

TEST_CASE("glossary: short forms are found and said to be short") {
  const Glossary glossary = glossary_of({{"Baichuan", "百川智能"}, {"Foo Group Ltd", "富集团"}});
  const auto chinese = glossary.find("百川发布模型", Language::kChinese);
  REQUIRE(chinese.size() == 1);
  CHECK(chinese[0].form == TermForm::kShort);
  const auto english = glossary.find("Foo said", Language::kEnglish);
  REQUIRE(english.size() == 1);
  CHECK(english[0].form == TermForm::kShort);
}

TEST_CASE("glossary: a string that two entries share gives a match for each") {
  const Glossary glossary = glossary_of({{"bank", "银行"}, {"bank", "河岸"}});
  const auto matches = glossary.find("a bank", Language::kEnglish);
  REQUIRE(matches.size() == 2);
  CHECK(matches[0].span == matches[1].span);
  CHECK_FALSE(matches[0].nested);
  CHECK_FALSE(matches[1].nested);
}

TEST_CASE("glossary: spans are shifted by the offset") {
  const auto matches =
      glossary_of({{"bank", "银行"}}).find("银行", Language::kChinese, Case::kRespected, 40);
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].span == duizhao::Span{40, 46});
}

TEST_CASE("glossary: a term that is only punctuation is never found") {
  CHECK(found(glossary_of({{"-", "·"}, {"\"", "《》"}}), "a - b", Language::kEnglish).empty());
}

TEST_CASE("glossary: an empty one finds nothing") {
  CHECK(Glossary().find("anything", Language::kEnglish).empty());
  CHECK(glossary_of({{"x", "某"}}).find("", Language::kChinese).empty());
}

TEST_CASE("glossary: every term is found in a text that is made of it") {
  std::mt19937 random(11);
  const std::string_view syllables[] = {"ka", "lo", "mi", "tes", "ru", "von", "bra", "sil"};
  std::set<std::pair<std::string, std::string>> pairs;
  for (int i = 0; i < 400; ++i) {
    std::string word;
    for (unsigned k = 0; k < 2 + random() % 3; ++k) word += syllables[random() % 8];
    if (random() % 2 == 0) word.append(" ").append(syllables[random() % 8]).append("n");
    pairs.emplace(word, "词");
  }
  const Glossary glossary = glossary_of({pairs.begin(), pairs.end()});
  for (const auto& [word, chinese] : pairs) {
    CAPTURE(word);
    CHECK(found(glossary, std::string("(").append(word).append("), x"), Language::kEnglish) ==
          word);
  }
}
