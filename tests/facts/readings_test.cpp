// What is read in every text that tests have: the small pairs, the corpora, and the sentences of
// tests/facts/sentences.txt, as it is in tests/facts/golden/readings.txt.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/cases.h"
#include "corpora/corpus.h"
#include "duizhao/facts/fact.h"
#include "facts/support.h"
#include "golden.h"

namespace duizhao::tests {
namespace {

constexpr std::array kKinds = {"number", "ordinal", "multiple", "measure",  "money",
                               "date",   "time",    "relative", "currency", "code"};
constexpr std::array kApproximations = {"", " about", " above", " nearly", " below", " vague"};
constexpr std::array kUnits = {
    "none",
#define UNIT(id, ...) #id,
#include "duizhao/facts/units.inc"
#undef UNIT
};
constexpr std::array kCurrencies = {
    "none",
#define CURRENCY(id, ...) #id,
#include "duizhao/facts/currencies.inc"
#undef CURRENCY
};
constexpr std::array kPeriods = {"", " half", " quarter", " decade", " century"};
constexpr std::array kHalves = {"", " morning", " afternoon"};

template <typename Names, typename Value>
std::string_view name(const Names& names, Value value) {
  return names[static_cast<std::size_t>(value)];
}

std::string printed(const facts::Date& date) {
  std::string text = fmt::format(" {}-{}-{}", date.year, date.month, date.day);
  if (date.weekday != 0) text += fmt::format(" weekday {}", date.weekday);
  text += name(kPeriods, date.period);
  if (date.number != 0) text += fmt::format(" {}", date.number);
  if (date.lunar) text += " lunar";
  if (date.two_digits) text += " two-digits";
  return text;
}

std::string printed(const facts::Fact& fact, std::string_view text) {
  std::string line = fmt::format("- {} <{}> <{}>", name(kKinds, fact.kind), fact.span.in(text),
                                 fact.number.in(text));
  line += name(kApproximations, fact.approximation);
  if (fact.value != 0) line += fmt::format(" {:.10g}", fact.value);
  if (fact.upper != fact.value) line += fmt::format(" to {:.10g}", fact.upper);
  if (fact.unit != facts::Unit::kNone) line.append(" ").append(name(kUnits, fact.unit).substr(1));
  if (fact.currency != facts::Currency::kNone) {
    line.append(" ").append(name(kCurrencies, fact.currency).substr(1));
  }
  if (fact.date != facts::Date{}) line += printed(fact.date);
  if (fact.time.minute >= 0) {
    line += fmt::format(" {:02}:{:02}", fact.time.minute / 60, fact.time.minute % 60);
    if (fact.time.second >= 0) line += fmt::format(":{:02}", fact.time.second);
    line += name(kHalves, fact.time.half);
  }
  if (fact.decimals != 0) line += fmt::format(" decimals {}", fact.decimals);
  if (fact.digits) line += " digits";
  if (fact.weak) line += " weak";
  if (fact.alternative) line += " alternative";
  if (fact.malformed) line += " malformed";
  return line + '\n';
}

/// Each text once, in the order in which they stand.
std::vector<std::string> all_texts() {
  std::vector<std::string> texts;
  std::set<std::string> seen;
  const auto add = [&](const std::string& text) {
    if (seen.insert(text).second) texts.push_back(text);
  };
  std::ifstream sentences("tests/facts/sentences.txt");
  for (std::string line; std::getline(sentences, line);) add(line);
  for (const CaseFile& file : read_cases()) {
    for (const Case& one : file.cases) {
      add(one.source);
      add(one.target);
    }
  }
  for (const Report& report : kReports) {
    const Corpus corpus = read_corpus(report.name);
    for (const Version* version : {&corpus.source, &corpus.draft}) {
      for (const std::string& sentence : version->sentences) add(sentence);
    }
  }
  return texts;
}

}  // namespace

TEST_CASE("facts: what is read in each text is what was read before") {
  std::string written;
  for (const std::string& text : all_texts()) {
    const auto found = facts::find(text, language_of(text));
    if (found.empty()) continue;
    written += text + '\n';
    for (const facts::Fact& fact : found) written += printed(fact, text);
  }
  check_golden("tests/facts/golden/readings.txt", written);
}

}  // namespace duizhao::tests
