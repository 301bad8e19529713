#include "duizhao/terms/folded_text.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "duizhao/text/utf8.h"

using duizhao::terms::compatible_gaps;
using duizhao::terms::fold;
using duizhao::terms::FoldedText;

namespace {

/// Whether a text may write `in_text` for the term `term`.
bool variants(std::string_view term, std::string_view in_text) {
  const FoldedText a = fold(term);
  const FoldedText b = fold(in_text);
  if (a.bytes != b.bytes) return false;
  for (std::size_t i = 1; i < a.characters.size(); ++i) {
    if (!compatible_gaps(a.characters[i].gap_before, b.characters[i].gap_before,
                         b.characters[i - 1], b.characters[i])) {
      return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("folding: variants of writing fold to the same text") {
  CHECK(variants("台湾", "臺灣"));
  CHECK(variants("NVIDIA", "Ｎｖｉｄｉａ"));
  CHECK(variants("乔治·华盛顿", "喬治•華盛頓"));
  CHECK(variants("乔治·华盛顿", "乔治华盛顿"));
  CHECK(variants("start-up", "startup"));
  CHECK(variants("low-cost", "low cost"));
  CHECK(variants("People's Bank", "People’s Bank"));
  CHECK(variants("Société Générale", "Societe Generale"));
  CHECK(variants("U.S. dollar", "US dollar"));
  CHECK(variants("Foo Co. Ltd", "Foo Co Ltd"));
  CHECK(variants("“十三五”规划", "十三五規劃"));
  CHECK(variants("2015年報告", "2015 年报告"));
  CHECK(variants("Basel III", "Basel\nIII"));
}

TEST_CASE("folding: gaps that make another word are no variants") {
  CHECK_FALSE(variants("inform", "in form"));
  CHECK_FALSE(variants("3.5", "35"));
  CHECK_FALSE(variants("1-2", "12"));
  CHECK_FALSE(variants("2 000", "2000"));
}

TEST_CASE("folding: every character knows its bytes in the original text") {
  const std::string text = "x 《萬 Ｅ》é.乔・B";
  FoldedText folded;
  fold(text, 100, folded);
  std::string seen;
  for (const auto& c : folded.characters) {
    CHECK(c.span.begin >= 100);
    seen += c.span.shifted(-std::size_t{100}).in(text);
    seen += ' ';
  }
  CHECK(seen == "x 萬 Ｅ é 乔 B ");
  CHECK(folded.bytes == "x万ee乔b");
}

TEST_CASE("folding: a combining mark belongs to the letter before it") {
  const FoldedText folded = fold("e\xCC\x81t");
  REQUIRE(folded.characters.size() == 2);
  CHECK(folded.bytes == "et");
  CHECK(folded.characters[0].span.size() == 3);
}

TEST_CASE("folding: the folded text is its characters in order") {
  const std::string text = "“Moody’s” — 穆迪（Moody's），A.I. 01.AI 3.5% 𠀀 ﬁ ǚ Я\t龍";
  const FoldedText folded = fold(text);
  CHECK_FALSE(duizhao::text::first_invalid(folded.bytes));
  std::uint32_t end = 0;
  std::size_t original_end = 0;
  for (std::size_t i = 0; i < folded.characters.size(); ++i) {
    CHECK(folded.characters[i].folded_begin == end);
    CHECK(folded.characters[i].span.begin >= original_end);
    end = folded.folded_end(i);
    original_end = folded.characters[i].span.end;
  }
  CHECK(end == folded.bytes.size());
}
