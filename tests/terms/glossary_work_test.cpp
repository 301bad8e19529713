#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "duizhao/model/name_store.h"
#include "duizhao/terms/compare.h"
#include "duizhao/terms/glossary_issues.h"
#include "duizhao/terms/merge.h"

using duizhao::Language;
using duizhao::TermEntry;
using duizhao::TermStatus;
using duizhao::terms::differences;
using duizhao::terms::glossary_issues;
using duizhao::terms::GlossaryDifference;
using duizhao::terms::GlossaryFault;
using duizhao::terms::merge;

namespace {

TermEntry entry_of(const std::string& english, const std::string& chinese,
                   const std::string& provenance = "") {
  TermEntry entry;
  if (!english.empty()) {
    entry.terms.push_back({.text = english, .language = Language::kEnglish});
  }
  if (!chinese.empty()) {
    entry.terms.push_back({.text = chinese, .language = Language::kChinese});
  }
  entry.provenance = provenance;
  return entry;
}

bool has(const std::vector<TermEntry>& entries, std::size_t entry, GlossaryFault fault) {
  const auto issues = glossary_issues(entries);
  return std::any_of(issues.begin(), issues.end(), [&](const auto& issue) {
    return issue.entry == entry && issue.fault == fault;
  });
}

}  // namespace

TEST_CASE("merge: the same concept becomes one entry with what both say") {
  auto first = entry_of("fund", "基金");
  auto second = entry_of("Fund", "基金");
  second.terms.push_back(
      {.text = "经费", .language = Language::kChinese, .status = TermStatus::kAdmitted});
  second.note = "house style";
  const auto merged = merge({first}, {second, entry_of("bond", "债券")});
  REQUIRE(merged.entries.size() == 2);
  CHECK(merged.entries[0].terms.size() == 4);
  CHECK(merged.entries[0].note == "house style");
  CHECK(merged.conflicts.empty());
}

TEST_CASE("merge: other renderings of one term are kept and reported") {
  const auto merged = merge({entry_of("fund", "基金", "a:1")}, {entry_of("fund", "资金", "b:2")});
  CHECK(merged.entries.size() == 2);
  REQUIRE(merged.conflicts.size() == 1);
  CHECK(merged.conflicts[0].find("b:2") != std::string::npos);
}

TEST_CASE("merge: variants and Chinese terms that are rendered otherwise are reported") {
  auto microchip = entry_of("chip", "芯片");
  microchip.terms.push_back({.text = "microchip", .language = Language::kEnglish});
  CHECK(merge({microchip}, {entry_of("Microchip", "微芯片")}).conflicts.size() == 1);
  CHECK(
      merge({entry_of("Cambricon", "寒武纪")}, {entry_of("Cambrian", "寒武纪")}).conflicts.size() ==
      1);
  auto either = entry_of("chip", "晶片");
  either.terms.push_back({.text = "芯片", .language = Language::kChinese});
  CHECK(merge({microchip}, {either}).conflicts.empty());
}

TEST_CASE("compare: which language stands first is no difference") {
  auto entry = entry_of("fund", "基金");
  auto turned = entry;
  std::swap(turned.terms[0], turned.terms[1]);
  CHECK(differences({entry}, {turned}).empty());
}

TEST_CASE("merge: a term that one uses and the other forbids is reported") {
  auto forbidding = entry_of("fund", "基金");
  forbidding.terms.push_back(
      {.text = "资金", .language = Language::kChinese, .status = TermStatus::kForbidden});
  auto using_it = entry_of("fund", "基金");
  using_it.terms.push_back({.text = "资金", .language = Language::kChinese});
  CHECK(merge({forbidding}, {using_it}).conflicts.size() == 1);
}

TEST_CASE("merge: with itself or with nothing, a glossary stays as it is") {
  const std::vector<TermEntry> entries = {entry_of("fund", "基金", "a:1"),
                                          entry_of("bond", "债券", "a:2")};
  CHECK(merge(entries, entries).entries == entries);
  CHECK(merge(entries, {}).entries == entries);
  CHECK(merge({}, entries).entries == entries);
}

TEST_CASE("compare: removed, changed and added concepts") {
  const std::vector<TermEntry> before = {entry_of("fund", "基金"), entry_of("bond", "债券"),
                                         entry_of("share", "股票")};
  const std::vector<TermEntry> after = {entry_of("share", "股份"), entry_of("fund", "基金"),
                                        entry_of("loan", "贷款")};
  const std::vector<GlossaryDifference> expected = {{1, std::nullopt}, {2, 0}, {std::nullopt, 2}};
  CHECK(differences(before, after) == expected);
  CHECK(differences(before, before).empty());
}

TEST_CASE("glossary_issues: duplicates and conflicts") {
  const std::vector<TermEntry> entries = {entry_of("fund", "基金"), entry_of("FUND", "基金"),
                                          entry_of("fund", "资金")};
  CHECK(has(entries, 1, GlossaryFault::kDuplicate));
  CHECK(has(entries, 2, GlossaryFault::kConflict));
  CHECK_FALSE(has(entries, 0, GlossaryFault::kDuplicate));
}

TEST_CASE("glossary_issues: scripts") {
  std::vector<TermEntry> entries = {entry_of("mixed", "門户网站")};
  CHECK(has(entries, 0, GlossaryFault::kMixedScripts));
  entries = {entry_of("sect", "门派"), entry_of("gate", "門戶")};
  CHECK_FALSE(has(entries, 1, GlossaryFault::kOtherScript));
  for (int i = 0; i < 30; ++i) entries.push_back(entry_of("dragon" + std::to_string(i), "飞龙"));
  CHECK(has(entries, 1, GlossaryFault::kOtherScript));
}

TEST_CASE("glossary_issues: entries without counterpart, short terms, blanks, contradictions") {
  CHECK(has({entry_of("fund", "")}, 0, GlossaryFault::kNoCounterpart));
  CHECK(has({entry_of("year", "年")}, 0, GlossaryFault::kTooShort));
  CHECK(has({entry_of("fund ", "基金")}, 0, GlossaryFault::kBlanks));
  auto entry = entry_of("fund", "基金");
  entry.terms.push_back(
      {.text = "基金", .language = Language::kChinese, .status = TermStatus::kForbidden});
  CHECK(has({entry}, 0, GlossaryFault::kUsedAndBanned));
  CHECK(glossary_issues({entry_of("fund", "基金")}).empty());
}

TEST_CASE(
    "glossary issues: a name that dictionaries know otherwise is told, with how sure that is") {
  const auto names = duizhao::model::NameStore::open("models/duizhao.names");
  REQUIRE(names);
  const auto said = [&](const std::string& english, const std::string& chinese) {
    const std::vector<TermEntry> entries = {entry_of(english, chinese)};
    std::string message;
    for (const auto& issue : glossary_issues(entries, &*names)) {
      if (issue.fault != GlossaryFault::kKnownOtherwise) {
        CHECK(issue.confidence == 1);
        continue;
      }
      CHECK(issue.confidence < 1);
      message = issue.message;
    }
    return message;
  };
  CHECK(said("Zhuzhou", "郑州") == "\"郑州\" is known as \"Zhengzhou\", not as \"Zhuzhou\"");
  CHECK(said("Zhuzhou", "鄭州").find("Zhengzhou") != std::string::npos);
  CHECK(said("Zhengzhou", "郑州").empty());
  // Without the names nothing is known of them.
  CHECK(glossary_issues({entry_of("Zhuzhou", "郑州")}).empty());
}
