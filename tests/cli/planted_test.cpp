#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/process.h"
#include "commands/temporary_folder.h"
#include "corpora/reports.h"

using duizhao::tests::content_of;
using duizhao::tests::kReports;
using duizhao::tests::Report;
using duizhao::tests::run_duizhao;
using nlohmann::json;

namespace {

/// Findings on a clean translation that are allowed, neutral ones aside.
constexpr std::size_t kMostFalseAlarms = 2;

struct Planted {
  std::string rules;  ///< separated by |
  std::string severity;
  std::string source;
  std::string target;
};

std::vector<Planted> planted_errors(const std::string& path) {
  std::istringstream lines(content_of(path));
  std::vector<Planted> errors;
  std::string line;
  std::getline(lines, line);  // names the columns
  while (std::getline(lines, line)) {
    std::istringstream cells(line);
    Planted error;
    std::getline(cells, error.rules, '\t');
    std::getline(cells, error.severity, '\t');
    std::getline(cells, error.source, '\t');
    std::getline(cells, error.target, '\t');
    errors.push_back(error);
  }
  return errors;
}

int rank(const std::string& severity) {
  const std::vector<std::string> ranks = {"neutral", "minor", "major", "critical"};
  return static_cast<int>(std::find(ranks.begin(), ranks.end(), severity) - ranks.begin());
}

bool is_one_of(const std::string& rule, const std::string& rules) {
  std::istringstream names(rules);
  for (std::string name; std::getline(names, name, '|');) {
    if (name == rule) return true;
  }
  return false;
}

/// Whether the evidence of a finding touches the passage, which occurs once in the text.
bool touches(const json& evidence, const std::string& passage, const std::string& text) {
  if (evidence.is_null() || passage == "-") return false;
  const std::size_t begin = text.find(passage);
  REQUIRE(begin != std::string::npos);
  return evidence["begin"] < begin + passage.size() && evidence["end"] > begin;
}

std::string folder_of(const Report& report) { return std::string("corpora/") + report.name + "/"; }

std::string text_of(const std::string& kind, const std::string& language) {
  return kind + "." + language + ".txt";
}

json findings_on(const Report& report, const std::string& translation) {
  const std::string folder = folder_of(report);
  const auto ended = run_duizhao({"check", folder + text_of("report", report.source),
                                  folder + text_of(translation, report.target), "-g",
                                  folder + "glossary.tsv", "--format", "json"});
  return json::parse(ended.out)["findings"];
}

}  // namespace

TEST_CASE("program: planted errors of the corpora are found by their rules, and severe enough") {
  for (const Report& report : kReports) {
    CAPTURE(report.name);
    const std::string folder = folder_of(report);
    const std::string source = content_of(folder + text_of("report", report.source));
    const std::string target = content_of(folder + text_of("draft", report.target));
    const json findings = findings_on(report, "draft");
    for (const Planted& error : planted_errors(folder + "errors.tsv")) {
      const bool hit = std::any_of(findings.begin(), findings.end(), [&](const json& finding) {
        return is_one_of(finding["rule"], error.rules) &&
               rank(finding["severity"]) >= rank(error.severity) &&
               (touches(finding["source"], error.source, source) ||
                touches(finding["target"], error.target, target));
      });
      CAPTURE(error.source);
      CAPTURE(error.target);
      CHECK(hit);
    }
  }
}

TEST_CASE("program: clean translations of the corpora raise hardly an alarm") {
  for (const Report& report : kReports) {
    CAPTURE(report.name);
    std::size_t alarms = 0;
    for (const json& finding : findings_on(report, "clean")) {
      if (finding["severity"] == "neutral") continue;
      ++alarms;
      CHECK(finding["severity"] == "minor");
      MESSAGE(std::string(report.name) << ": " << finding["rule"] << ": " << finding["message"]);
    }
    CHECK(alarms <= kMostFalseAlarms);
  }
}
