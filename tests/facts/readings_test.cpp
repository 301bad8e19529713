// What is read in every text that tests have, the small pairs, the corpora, and the sentences of
// tests/facts/sentences.txt, and in each with words of another put in and left out: as it is in
// tests/facts/golden/readings.txt and edited.txt.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "chance.h"
#include "check/cases.h"
#include "corpora/corpus.h"
#include "edits.h"
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

void write_facts(const std::string& text, std::string& written) {
  const auto found = facts::find(text, language_of(text));
  if (found.empty()) return;
  written += text + '\n';
  for (const facts::Fact& fact : found) written += printed(fact, text);
}

}  // namespace

TEST_CASE("facts: what is read in each text is what was read before") {
  std::string written;
  for (const std::string& text : all_texts()) write_facts(text, written);
  check_golden("tests/facts/golden/readings.txt", written);
}

TEST_CASE("facts: what is read where chance changed each text is what was read before") {
  const std::vector<std::string> texts = all_texts();
  Chance chance(4);
  std::string written;
  for (const std::string& text : texts) {
    const std::string& other = texts[chance.below(texts.size())];
    write_facts(edited(edited(edited(text, other, chance), other, chance), other, chance), written);
  }
  check_golden("tests/facts/golden/edited.txt", written);
}

}  // namespace duizhao::tests
