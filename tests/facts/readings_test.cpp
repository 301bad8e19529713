// What is read in every text that tests have: the small pairs, the corpora, and the sentences of
// tests/facts/sentences.txt, as it is in tests/facts/golden/readings.txt.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/cases.h"
#include "corpora/corpus.h"
#include "facts/printed.h"
#include "facts/support.h"
#include "golden.h"

namespace duizhao::tests {
namespace {

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
