#include "duizhao/text/language.h"

#include <doctest/doctest.h>

using duizhao::Language;
using duizhao::text::language_of;
using duizhao::text::tally_writing;

TEST_CASE("language: by what most of the words are written in") {
  CHECK(language_of("今年出口增长百分之五") == Language::kChinese);
  CHECK(language_of("Exports grew by five per cent") == Language::kEnglish);
  CHECK(language_of("Huawei (華為) and Cambricon (寒武紀) make chips") == Language::kEnglish);
  CHECK(language_of("英伟达（Nvidia）的H20芯片销量下降") == Language::kChinese);
}

TEST_CASE("language: unknown without words of either") {
  CHECK(language_of("") == Language::kUnknown);
  CHECK(language_of("2024-09-27 12:30") == Language::kUnknown);
  CHECK(language_of("—— ……") == Language::kUnknown);
  CHECK(language_of("https://example.com/news/today") == Language::kUnknown);
  CHECK(language_of("press@example.org") == Language::kUnknown);
  CHECK(language_of("これはペンです、とてもよい") == Language::kUnknown);
  CHECK(language_of("Курс валют") == Language::kUnknown);
}

TEST_CASE("language: addresses count for nothing") {
  CHECK(language_of("来源：www.example.com") == Language::kChinese);
  CHECK(tally_writing("see http://example.com/a-b-c").latin_words == 1);
}

TEST_CASE("language: words with accents and apostrophes count once") {
  CHECK(tally_writing("Don't naïve O’Neil’s café-bar").latin_words == 5);
}

TEST_CASE("language: a line leans towards the language around it") {
  const auto heading = tally_writing("Nvidia H20 AI 芯片");
  CHECK(language_of(heading) == Language::kEnglish);
  CHECK(language_of(heading, Language::kChinese) == Language::kChinese);
  const auto gloss = tally_writing("Cambricon (寒武紀科技)");
  CHECK(language_of(gloss) == Language::kChinese);
  CHECK(language_of(gloss, Language::kEnglish) == Language::kChinese);
  CHECK(language_of(tally_writing("Huawei Ltd (華為公司)"), Language::kEnglish) ==
        Language::kEnglish);
  CHECK(language_of(tally_writing("Read more here"), Language::kChinese) == Language::kEnglish);
}
