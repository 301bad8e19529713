#include <doctest/doctest.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/check/rule.h"
#include "duizhao/score/evidence_collector.h"

using namespace duizhao;
using score::Evidence;

namespace {

score::Fault fault_of(const check::Rule& rule, Severity severity, double confidence = 1) {
  return {rule.concern, rule.id, severity, confidence};
}

double gathered(Evidence evidence, const std::vector<score::Fault>& faults) {
  score::EvidenceCollector collector;
  score::gather_faults(faults, collector);
  return collector.values()[static_cast<std::size_t>(evidence)];
}

const check::Rule& rule(std::string_view id) { return *check::rule_named(id); }

}  // namespace

TEST_CASE("findings as evidence: every rule speaks of what it is about, and of nothing else") {
  const std::map<std::string_view, Evidence> expected = {
      {"untranslated", Evidence::kUntranslated},
      {"number", Evidence::kFacts},
      {"date", Evidence::kFacts},
      {"money", Evidence::kFacts},
      {"unit", Evidence::kFacts},
      {"term", Evidence::kNames},
      {"name", Evidence::kNames},
      {"omission", Evidence::kOmission},
      {"addition", Evidence::kAddition},
      {"negation", Evidence::kNegation},
      {"repetition", Evidence::kRepetition},
      {"length", Evidence::kOmission},
      {"tags", Evidence::kForm},
      {"inconsistency", Evidence::kForm},
      {"punctuation", Evidence::kForm},
      {"spacing", Evidence::kForm},
      {"script", Evidence::kForm},
  };
  for (const auto& [id, evidence] : expected) {
    CAPTURE(id);
    REQUIRE(check::rule_named(id) != nullptr);
    score::EvidenceCollector collector;
    score::gather_faults(std::vector{fault_of(rule(id), Severity::kMajor)}, collector);
    for (std::size_t i = 0; i < score::kEvidenceCount; ++i) {
      CHECK(collector.values()[i] == (i == static_cast<std::size_t>(evidence) ? 1.0 : 0.0));
    }
  }
}

TEST_CASE("findings as evidence: they weigh by severity and by confidence") {
  const auto weight = [](Severity severity, double confidence) {
    return gathered(Evidence::kFacts, {fault_of(rule("number"), severity, confidence)});
  };
  CHECK(weight(Severity::kNeutral, 1) == 0.3);
  CHECK(weight(Severity::kMinor, 1) == 0.5);
  CHECK(weight(Severity::kMajor, 1) == 1);
  CHECK(weight(Severity::kCritical, 1) == 1.5);
  CHECK(weight(Severity::kMajor, 0.25) == 0.25);
}

TEST_CASE(
    "findings as evidence: what the whole text tells of a bead adds to it, its form does not") {
  score::EvidenceVector evidence{};
  const auto names = static_cast<std::size_t>(Evidence::kNames);
  score::add_fault(fault_of(rule("term"), Severity::kMajor), evidence);
  score::add_fault(fault_of(rule("name"), Severity::kMinor), evidence);
  score::add_fault(fault_of(rule("punctuation"), Severity::kMajor), evidence);
  CHECK(evidence[names] == 1.5);
  CHECK(evidence[static_cast<std::size_t>(Evidence::kForm)] == 0);
}

TEST_CASE("findings as evidence: errors add up to a limit, a habit counts once") {
  const std::vector<score::Fault> numbers(2, fault_of(rule("number"), Severity::kMajor));
  CHECK(gathered(Evidence::kFacts, numbers) == 2);
  const std::vector<score::Fault> many(9, fault_of(rule("number"), Severity::kMajor));
  CHECK(gathered(Evidence::kFacts, many) == 3);
  std::vector<score::Fault> marks(4, fault_of(rule("punctuation"), Severity::kMinor, 0.5));
  marks.push_back(fault_of(rule("punctuation"), Severity::kMinor, 1));
  CHECK(gathered(Evidence::kForm, marks) == 0.5);
  marks.push_back(fault_of(rule("spacing"), Severity::kMinor, 1));
  CHECK(gathered(Evidence::kForm, marks) == 1);
}
