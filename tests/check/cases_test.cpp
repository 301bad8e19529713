// What is found in small pairs, right ones and wrong ones, as it is in tests/check/cases: a change
// of a rule shows there in which pairs it finds something else, with another severity, confidence,
// place, argument or suggestion. A case that is not yet as one would like it says so.
#include "check/cases.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "chance.h"
#include "check/finding_line.h"
#include "check/reviewed.h"
#include "duizhao/formats/glossary_tsv.h"
#include "duizhao/terms/glossary.h"
#include "edits.h"
#include "golden.h"

using namespace duizhao;
using tests::Case;

namespace {

Review reviewed(const Case& one, const terms::Glossary* glossary) {
  Resources resources = tests::resources();
  resources.glossary = glossary;
  ReviewOptions options;
  options.profile = profile_named("draft").value();
  return tests::reviewed_pair(one.source, one.target, resources, options);
}

/// Whether the findings are what is hoped of the case.
bool holds(const Case& one, const std::vector<Finding>& findings) {
  if (one.expectation == "silent") {
    return std::ranges::all_of(
        findings, [](const Finding& finding) { return finding.severity == Severity::kNeutral; });
  }
  const std::string caught = one.expectation.substr(std::string_view("caught ").size());
  const std::size_t space = caught.find(' ');
  const auto least = severity_named(caught.substr(0, space));
  REQUIRE_MESSAGE(least.has_value(), one.id);
  const std::string rules = space == std::string::npos ? "" : '|' + caught.substr(space + 1) + '|';
  return std::ranges::any_of(findings, [&](const Finding& finding) {
    return finding.severity >= *least &&
           (rules.empty() || rules.find(fmt::format("|{}|", finding.rule)) != std::string::npos);
  });
}

/// Each finding's code, severity and confidence.
std::string codes_of(const Review& review) {
  std::string codes;
  for (const Finding& finding : review.findings) {
    codes +=
        fmt::format(" {} {} {:.2f}", finding.code, name_of(finding.severity), finding.confidence);
  }
  return codes;
}

}  // namespace

TEST_CASE("cases: what is found in each small pair is what was found before") {
  for (const tests::CaseFile& file : tests::read_cases()) {
    std::string written;
    std::size_t glossary_of_last = 0;
    std::optional<terms::Glossary> glossary;
    for (const Case& one : file.cases) {
      if (!written.empty()) written += '\n';
      if (one.glossary != glossary_of_last) {
        const std::string& lines = file.glossaries[one.glossary];
        const auto entries = formats::read_tsv_glossary("source\ttarget\n" + lines, file.path);
        REQUIRE(entries.has_value());
        glossary.emplace(*entries);
        glossary_of_last = one.glossary;
        written += "glossary\n" + lines + '\n';
      }
      const Review review = reviewed(one, glossary ? &*glossary : nullptr);
      written +=
          fmt::format("{} {}{}\n{}\n{}\n", one.id, one.expectation,
                      holds(one, review.findings) ? "" : ", not yet", one.source, one.target);
      for (const Finding& finding : review.findings) written += tests::line_of(finding, review);
    }
    tests::check_golden(file.path, written);
  }
}

TEST_CASE("cases: what is found with source and target exchanged is what was found before") {
  std::string written;
  for (const tests::CaseFile& file : tests::read_cases()) {
    for (const Case& one : file.cases) {
      const Review review = tests::reviewed_pair(one.target, one.source);
      written += one.id + codes_of(review) + '\n';
    }
  }
  tests::check_golden("tests/check/golden/exchanged.txt", written);
}

// Texts of other things side by side: what differs, what nothing answers, what only looks alike.
TEST_CASE(
    "cases: what is found in each source beside the next one's target is what it was before") {
  std::string written;
  for (const tests::CaseFile& file : tests::read_cases()) {
    for (std::size_t i = 0; i + 1 < file.cases.size(); ++i) {
      const Review review = tests::reviewed_pair(file.cases[i].source, file.cases[i + 1].target);
      written += file.cases[i].id + codes_of(review) + '\n';
    }
  }
  tests::check_golden("tests/check/golden/side_by_side.txt", written);
}

TEST_CASE("cases: what is found where chance changed the target is what it was before") {
  constexpr int kRounds = 6;
  tests::Chance chance(3);
  std::string written;
  for (const tests::CaseFile& file : tests::read_cases()) {
    for (const Case& one : file.cases) {
      for (int round = 0; round < kRounds; ++round) {
        const std::string& other = file.cases[chance.below(file.cases.size())].target;
        const std::string target =
            tests::edited(tests::edited(one.target, other, chance), other, chance);
        written += fmt::format("{} {}\n{}\n", one.id, target,
                               codes_of(tests::reviewed_pair(one.source, target)));
      }
    }
  }
  tests::check_golden("tests/check/golden/edited.txt", written);
}
