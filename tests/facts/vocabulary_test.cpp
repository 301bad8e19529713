#include "duizhao/facts/vocabulary.h"

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "duizhao/facts/currency.h"
#include "duizhao/facts/fact.h"
#include "duizhao/facts/format.h"
#include "duizhao/facts/unit.h"
#include "duizhao/text/utf8.h"

using namespace duizhao;
using facts::Currency;
using facts::Fact;
using facts::Kind;
using facts::Style;
using facts::Unit;

namespace {

constexpr std::array kStyles = {Style{Language::kEnglish, Script::kUnknown},
                                Style{Language::kChinese, Script::kSimplified},
                                Style{Language::kChinese, Script::kTraditional}};

/// A row's words, parted by '|', as UTF-8.
std::vector<std::string> words_of(std::string_view list) {
  std::vector<std::string> words;
  while (!list.empty()) {
    const std::size_t bar = std::min(list.find('|'), list.size());
    words.emplace_back(list.substr(0, bar));
    list.remove_prefix(std::min(bar + 1, list.size()));
  }
  return words;
}

std::vector<std::u32string> words_of(std::u32string_view list) {
  std::vector<std::u32string> words;
  while (!list.empty()) {
    const std::size_t bar = std::min(list.find(U'|'), list.size());
    words.emplace_back(list.substr(0, bar));
    list.remove_prefix(std::min(bar + 1, list.size()));
  }
  return words;
}

struct Row {
  std::string_view id;
  std::string_view english;
  std::u32string_view chinese;
  std::u32string_view symbols;
};

constexpr auto kUnitRows = std::to_array<Row>({
#define UNIT(id, dimension, scale, english, symbols, chinese, ...) {#id, english, chinese, symbols},
#include "duizhao/facts/units.inc"
#undef UNIT
});

constexpr auto kCurrencyRows = std::to_array<Row>({
#define CURRENCY(id, code, family, english, nations, letters, symbol, chinese, ...) \
  {#id, english, chinese, {}},
#include "duizhao/facts/currencies.inc"
#undef CURRENCY
});

/// The words that two rows have; a word of one row may stand there once.
template <std::size_t kCount>
std::set<std::string> repeated_english(const std::array<Row, kCount>& rows) {
  std::set<std::string> seen;
  std::set<std::string> repeated;
  for (const Row& row : rows) {
    for (const std::string& word : words_of(row.english)) {
      if (!seen.insert(word).second) repeated.insert(word);
    }
  }
  return repeated;
}

template <std::size_t kCount>
std::set<std::u32string> repeated_chinese(const std::array<Row, kCount>& rows) {
  std::set<std::u32string> seen;
  std::set<std::u32string> repeated;
  for (const Row& row : rows) {
    for (const std::u32string& word : words_of(row.chinese)) {
      if (!seen.insert(word).second) repeated.insert(word);
    }
    for (const char32_t symbol : row.symbols) {
      if (!seen.insert(std::u32string(1, symbol)).second) repeated.insert({symbol});
    }
  }
  return repeated;
}

}  // namespace

TEST_CASE("vocabulary: no word is a unit twice, or a currency twice") {
  CHECK(repeated_english(kUnitRows).empty());
  CHECK(repeated_chinese(kUnitRows).empty());
  CHECK(repeated_english(kCurrencyRows).empty());
  CHECK(repeated_chinese(kCurrencyRows).empty());
}

TEST_CASE(
    "vocabulary: English words of units and currencies are in small letters, Chinese ones in "
    "simplified characters") {
  const auto check = [](const auto& rows) {
    for (const Row& row : rows) {
      for (const std::string& word : words_of(row.english)) {
        CAPTURE(word);
        for (const char c : word) CHECK((c >= 'a' && c <= 'z'));
        bool plural = false;
        CHECK_FALSE(facts::meanings_of(word, plural).empty());
      }
      for (const std::u32string& word : words_of(row.chinese)) {
        for (const char32_t c : word) CHECK(facts::simplified(c) == c);
      }
    }
  };
  check(kUnitRows);
  check(kCurrencyRows);
}

TEST_CASE("vocabulary: every unit has words to write, in each language and script") {
  for (std::size_t i = 1; i < facts::kUnitCount; ++i) {
    Fact fact;
    fact.kind = Kind::kMeasure;
    fact.value = fact.upper = 30;
    fact.unit = static_cast<Unit>(i);
    for (const Style& style : kStyles) {
      CAPTURE(std::string(kUnitRows[i - 1].id));
      const auto text = facts::format(fact, style);
      REQUIRE(text);
      CHECK(text->find_first_not_of("0123456789.") != std::string::npos);
    }
  }
}

TEST_CASE("vocabulary: every currency but an unknown country's has words to write") {
  for (std::size_t i = 1; i < facts::kCurrencyCount; ++i) {
    const auto currency = static_cast<Currency>(i);
    Fact fact;
    fact.kind = Kind::kMoney;
    fact.value = fact.upper = 30;
    fact.currency = currency;
    Fact alone = fact;
    alone.kind = Kind::kCurrency;
    for (const Style& style : kStyles) {
      CAPTURE(std::string(kCurrencyRows[i - 1].id));
      CHECK(facts::format(fact, style).has_value() == (currency != Currency::kOther));
      CHECK(facts::format(alone, style).has_value() == (currency != Currency::kOther));
    }
  }
}

TEST_CASE("vocabulary: a currency with a code has one of three capitals, and no two share it") {
  std::set<std::string_view> codes;
  for (std::size_t i = 1; i < facts::kCurrencyCount; ++i) {
    const std::string_view code = facts::code_of(static_cast<Currency>(i));
    if (code.empty()) continue;
    CHECK(code.size() == 3);
    CHECK(codes.insert(code).second);
  }
}
