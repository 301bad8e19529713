#include "duizhao/model/word_splitter.h"

#include <doctest/doctest.h>

#include <limits>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

using duizhao::Span;
using duizhao::model::HanFolding;
using duizhao::model::WordCost;
using duizhao::model::WordCosts;
using duizhao::model::WordSplitter;
using duizhao::model::WrittenWord;
using duizhao::text::TokenKind;

namespace {

class SomeWords final : public WordCosts {
 public:
  explicit SomeWords(std::set<std::string, std::less<>> words) : words_(std::move(words)) {}
  [[nodiscard]] WordCost cost(std::string_view word) const override {
    return words_.count(word) > 0 ? WordCost{1, true} : WordCost{};
  }

 private:
  std::set<std::string, std::less<>> words_;
};

const std::vector<std::uint16_t>& folding_table() {
  static const std::vector<std::uint16_t> kTable = [] {
    std::vector<std::uint16_t> table;
    for (char32_t c = HanFolding::kFirst; c <= HanFolding::kLast; ++c) {
      table.push_back(static_cast<std::uint16_t>(duizhao::text::folded_han(c)));
    }
    return table;
  }();
  return kTable;
}

const SomeWords kWords({"银行", "人民", "人民银行", "报告"});

/// A word that outlives the visit.
struct Kept {
  Span span;
  TokenKind kind;
  std::string form;
};

std::vector<Kept> split(std::string_view text, std::size_t offset = 0) {
  std::vector<Kept> words;
  WordSplitter splitter({folding_table()}, kWords);
  splitter.split(text, offset, [&](const WrittenWord& word) {
    words.push_back({word.span, word.kind, std::string(word.form)});
  });
  return words;
}

std::vector<std::string> forms(std::string_view text) {
  std::vector<std::string> list;
  for (const Kept& word : split(text)) list.push_back(word.form);
  return list;
}

using Forms = std::vector<std::string>;

}  // namespace

TEST_CASE("words: traditional and simplified text have the same words, each with its own spans") {
  CHECK(forms("人民銀行報告") == Forms{"人民银行", "报告"});
  CHECK(forms("人民银行报告") == Forms{"人民银行", "报告"});
  const std::string traditional = "人民銀行報告";
  for (const Kept& word : split(traditional)) {
    CHECK(word.kind == TokenKind::kHan);
    CHECK((word.span.in(traditional) == "人民銀行" || word.span.in(traditional) == "報告"));
  }
}

TEST_CASE("words: a folding that changes the length in bytes keeps the spans in the original") {
  // 𠀀 has four bytes and is not folded; 銀 has three.
  const std::string text = "𠀀銀行𠀀";
  const auto words = split(text);
  REQUIRE(words.size() == 3);
  CHECK(words[0].span.in(text) == "𠀀");
  CHECK(words[1].span.in(text) == "銀行");
  CHECK(words[2].span.in(text) == "𠀀");
}

TEST_CASE("words: numbers lose width and grouping, keep the decimal point and the per cent sign") {
  CHECK(forms("1,200") == Forms{"1200"});
  CHECK(forms("１，２００") == Forms{"1200"});
  CHECK(forms("3.75") == Forms{"3.75"});
  CHECK(forms("37亿") == Forms{"37", "亿"});
}

TEST_CASE("words: Latin words inside Chinese are the words that they are inside English") {
  CHECK(forms("Banks报告") == Forms{forms("bank").front(), "报告"});
}

TEST_CASE("words: punctuation stands as it is written") {
  CHECK(forms("“报告”，") == Forms{"“", "报告", "”", "，"});
}

TEST_CASE("words: spans fall on code points, in order, and every letter lies in one") {
  std::mt19937 random(11);
  const std::vector<std::string> pieces = {
      "银", "銀", "行", "人民",         "𠀀", "é", "bank", "’s", "1,2", "０", "。",
      "，", " ",  "\n", "\xEF\xBB\xBF", "…",  "-", "%",    "A",  "。”", "ſ",  "ﬁ"};
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (std::size_t n = random() % 20; n > 0; --n) text += pieces[random() % pieces.size()];
    CAPTURE(text);
    std::set<std::size_t> boundaries = {0};
    std::vector<Span> letters;
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t begin = i;
      const char32_t c = duizhao::text::next_code_point(text, i);
      boundaries.insert(i);
      if (duizhao::text::is_han(c) || (c < 0x80 && isalnum(static_cast<int>(c)) != 0)) {
        letters.push_back({begin, i});
      }
    }
    std::size_t end = 0;
    std::size_t next_letter = 0;
    for (const Kept& word : split(text)) {
      REQUIRE(word.span.begin >= end);
      REQUIRE(word.span.size() > 0);
      REQUIRE(boundaries.count(word.span.begin) == 1);
      REQUIRE(boundaries.count(word.span.end) == 1);
      end = word.span.end;
      while (next_letter < letters.size() && word.span.contains(letters[next_letter])) {
        ++next_letter;
      }
    }
    REQUIRE(next_letter == letters.size());
    const auto shifted = split(text, 40);
    const auto plain = split(text);
    REQUIRE(shifted.size() == plain.size());
    for (std::size_t u = 0; u < plain.size(); ++u) {
      REQUIRE(shifted[u].span == plain[u].span.shifted(40));
      REQUIRE(shifted[u].form == plain[u].form);
    }
  }
}
