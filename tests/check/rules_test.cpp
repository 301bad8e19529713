// The table of rules: every row is whole, and its examples hold.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "check/finding_line.h"
#include "duizhao/check/rule.h"
#include "duizhao/report/catalogue.h"
#include "duizhao/terms/glossary.h"
#include "golden.h"
#include "reviewed.h"

using namespace duizhao;

namespace {

std::vector<TermEntry> entries_of(const check::Example& example) {
  const std::size_t tab = example.glossary.find('\t');
  if (tab == std::string_view::npos) return {};
  TermEntry entry;
  for (const std::string_view text :
       {example.glossary.substr(0, tab), example.glossary.substr(tab + 1)}) {
    Term term;
    term.text = std::string(text);
    term.language = text::language_of(text);
    entry.terms.push_back(std::move(term));
  }
  return {entry};
}

Review reviewed(const check::Example& example) {
  const terms::Glossary glossary(entries_of(example));
  Resources resources = tests::resources();
  if (!example.glossary.empty()) resources.glossary = &glossary;
  const bool whole = example.source.find('\n') != std::string_view::npos;
  return whole ? tests::reviewed_documents(std::string(example.source), std::string(example.target))
               : tests::reviewed_pair(std::string(example.source), std::string(example.target),
                                      resources);
}

/// What the rule finds in one of its examples.
std::vector<Finding> found(const check::Rule& rule, const check::Example& example) {
  return tests::findings_of(reviewed(example), rule.id);
}

}  // namespace

TEST_CASE("rules: every example of a rule that fires fires, and with its code") {
  for (const check::Rule* rule : check::rules()) {
    std::size_t firing = 0;
    for (const check::Example& example : rule->examples) {
      if (example.code.empty()) continue;
      ++firing;
      CAPTURE(example.source);
      CAPTURE(example.target);
      const auto findings = found(*rule, example);
      CHECK_MESSAGE(
          std::ranges::find(findings, example.code, &Finding::code) != findings.end(),
          example.code << " but " << (findings.empty() ? "nothing" : findings.front().code));
    }
    CHECK_MESSAGE(firing > 0, rule->id);
  }
}

TEST_CASE("rules: every example of a rule that is silent is silent") {
  for (const check::Rule* rule : check::rules()) {
    std::size_t silent = 0;
    for (const check::Example& example : rule->examples) {
      if (!example.code.empty()) continue;
      ++silent;
      CAPTURE(example.source);
      CAPTURE(example.target);
      const auto findings = found(*rule, example);
      CHECK_MESSAGE(findings.empty(), findings.front().code);
    }
    CHECK_MESSAGE(silent > 0, rule->id);
  }
}

TEST_CASE("rules: what is found in the examples of all rules is what was found before") {
  std::string written;
  for (const check::Rule* rule : check::rules()) {
    for (const check::Example& example : rule->examples) {
      written += fmt::format("{}\n{}\n{}\n", rule->id, example.source, example.target);
      const Review review = reviewed(example);
      for (const Finding& finding : review.findings) written += tests::line_of(finding, review);
    }
  }
  tests::check_golden("tests/check/golden/examples.txt", written);
}

TEST_CASE("rules: category, severity and confidence of every kind are what they were before") {
  std::string written;
  for (const check::Rule* rule : check::rules()) {
    written += fmt::format("{}{}{} least {} {}\n", rule->id, rule->is_form ? " form" : "",
                           rule->on ? "" : " off", rule->least_confidence,
                           name_of(rule->least_in_corpora));
    for (const FindingKind& kind : rule->kinds) {
      written += fmt::format("- {} {} {} {}\n", kind.code, name_of(kind.category),
                             name_of(kind.severity), kind.confidence);
    }
  }
  tests::check_golden("tests/check/golden/kinds.txt", written);
}

TEST_CASE("rules: a code names its rule, stands once, and the catalogue has its words") {
  std::set<std::string_view> codes;
  for (const check::Rule* rule : check::rules()) {
    CAPTURE(rule->id);
    CHECK(check::rule_named(rule->id) == rule);
    CHECK(report::wording("rule/" + std::string(rule->id)) != nullptr);
    for (const FindingKind& kind : rule->kinds) {
      CAPTURE(kind.code);
      CHECK(kind.rule() == rule->id);
      CHECK(codes.insert(kind.code).second);
      CHECK(report::wording(Finding(kind).message_id) != nullptr);
      CHECK(kind.confidence > 0);
      CHECK(kind.confidence < 1);
    }
  }
  CHECK(check::rule_named("numbers") == nullptr);
}

TEST_CASE("rules: what an example's finding says names each of its arguments, in both languages") {
  for (const check::Rule* rule : check::rules()) {
    for (const check::Example& example : rule->examples) {
      for (const Finding& finding : found(*rule, example)) {
        CAPTURE(finding.code);
        const report::Wording* row = report::wording(finding.message_id);
        REQUIRE(row != nullptr);
        for (const Argument& argument : finding.arguments) {
          CAPTURE(argument.name);
          const std::string name = std::string("{").append(argument.name);
          for (const std::string_view pattern : {row->english, row->chinese}) {
            const std::size_t at = pattern.find(name);
            REQUIRE(at != std::string_view::npos);
            CHECK(std::string_view("}:?").find(pattern[at + name.size()]) !=
                  std::string_view::npos);
          }
        }
      }
    }
  }
}
