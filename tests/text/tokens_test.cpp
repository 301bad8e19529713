#include "duizhao/text/tokens.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "duizhao/text/utf8.h"
#include "text/cover.h"

using duizhao::Span;
using duizhao::text::Token;
using duizhao::text::tokenize;
using duizhao::text::TokenKind;

namespace {

/// The tokens of a text with a bar between them.
std::string split(std::string_view text) {
  std::string joined;
  for (const Token& token : tokenize(text)) {
    if (!joined.empty()) joined += '|';
    joined += token.span.in(text);
  }
  return joined;
}

}  // namespace

TEST_CASE("tokens: words, numbers, Han runs and marks") {
  const std::string text = "Nvidia公司在2024年增长3.7%。";
  const auto tokens = tokenize(text);
  CHECK(split(text) == "Nvidia|公司在|2024|年增长|3.7|%|。");
  REQUIRE(tokens.size() == 7);
  CHECK(tokens[0].kind == TokenKind::kWord);
  CHECK(tokens[1].kind == TokenKind::kHan);
  CHECK(tokens[2].kind == TokenKind::kNumber);
  CHECK(tokens[4].kind == TokenKind::kNumber);
  CHECK(tokens[6].kind == TokenKind::kPunctuation);
}

TEST_CASE("tokens: apostrophes inside words, hyphens between them") {
  CHECK(split("don't the firm’s low-cost firms’ 'so'") ==
        "don't|the|firm’s|low|-|cost|firms|’|'|so|'");
}

TEST_CASE("tokens: letters and digits that touch are one word") {
  CHECK(split("H20 2nd G20峰会 Ｈ２０") == "H20|2nd|G20|峰会|Ｈ２０");
  CHECK(tokenize("2nd")[0].kind == TokenKind::kWord);
}

TEST_CASE("tokens: separators belong to a number where digits follow as they should") {
  CHECK(split("1,200.5 3,4 1，200 2019，2020年 5. 01.AI 1.2.3") ==
        "1,200.5|3|,|4|1，200|2019|，|2020|年|5|.|01|.|AI|1.2.3");
  CHECK(split("US$3.7bn 1,2345") == "US|$|3.7|bn|1|,|2345");
}

TEST_CASE("tokens: repeated dashes and dots are one token, other marks are not") {
  CHECK(split("嗯……——好...吗？！ (“”)") == "嗯|……|——|好|...|吗|？|！|(|“|”|)");
}

TEST_CASE("tokens: every kind of white space separates") {
  CHECK(split("a\tb\r\nc　d\u00A0e\u2003f\u200Bg\uFEFFh") == "a|b|c|d|e|f|g|h");
  CHECK(tokenize(" \n　").empty());
  CHECK(tokenize("").empty());
}

TEST_CASE("tokens: combining marks, joiners and selectors stay with what they follow") {
  CHECK(split("cafe\u0301 in\u00ADter 葛\U000E0100城 👩\u200D") ==
        "cafe\u0301|in\u00ADter|葛\U000E0100城|👩\u200D");
}

TEST_CASE("tokens: letters of other alphabets are words, their marks are not") {
  CHECK(split("Łódź×Ⅷ «да» カラー・テレビ 한국") == "Łódź|×|Ⅷ|«|да|»|カラー|・|テレビ|한국");
}

TEST_CASE("tokens: iteration marks and zero belong to a Han run") {
  CHECK(split("佐々木二〇二四年𠮷野家") == "佐々木二〇二四年𠮷野家");
}

TEST_CASE("tokens: an offset shifts every span") {
  const auto tokens = tokenize("ab 中", 100);
  REQUIRE(tokens.size() == 2);
  CHECK(tokens[0].span == Span{100, 102});
  CHECK(tokens[1].span == Span{103, 106});
}

TEST_CASE("tokens: the tokens cover all that is not white space, in order, on boundaries") {
  // Random strings over an alphabet with every class of character.
  const std::u32string alphabet = U"aZé09０９中国々𠮷.,，．'’-—…。！　 \t\n%$（）\u0301\u200D👍Ⅷ";
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (unsigned i = 0; i < round % 40U; ++i) {
      duizhao::text::append_code_point(text, alphabet[random() % alphabet.size()]);
    }
    CAPTURE(text);
    std::vector<Span> spans;
    for (const Token& token : tokenize(text)) spans.push_back(token.span);
    duizhao::tests::check_cover(text, spans);
  }
}
