#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/process.h"
#include "commands/temporary_folder.h"

using duizhao::tests::content_of;
using duizhao::tests::run_duizhao;
using nlohmann::json;

namespace {

/// A report pair with its planted errors, and what the checks have reached on it so far.
struct Corpus {
  std::string name;
  std::string source;
  std::string target;
  std::size_t least_found;        ///< of the planted errors, by the right rule and severity
  std::size_t most_false_alarms;  ///< major or critical findings on the clean translation
};

const Corpus kCorpora[] = {{"chips", "report.en.txt", "zh-Hans.txt", 14, 1},
                           {"statistics", "report.zh-Hant.txt", "en.txt", 14, 1},
                           {"health", "report.zh-Hans.txt", "en.txt", 14, 1}};

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

json findings_on(const Corpus& corpus, const std::string& translation) {
  const std::string folder = "corpora/" + corpus.name + "/";
  const auto ended = run_duizhao({"check", folder + corpus.source, folder + translation, "-g",
                                  folder + "glossary.tsv", "--format", "json"});
  return json::parse(ended.out)["findings"];
}

}  // namespace

TEST_CASE("program: planted errors of the corpora are found by their rules, and severe enough") {
  for (const Corpus& corpus : kCorpora) {
    CAPTURE(corpus.name);
    const std::string folder = "corpora/" + corpus.name + "/";
    const std::string source = content_of(folder + corpus.source);
    const std::string target = content_of(folder + "draft." + corpus.target);
    const json findings = findings_on(corpus, "draft." + corpus.target);
    std::size_t found = 0;
    for (const Planted& error : planted_errors(folder + "errors.tsv")) {
      const bool hit = std::any_of(findings.begin(), findings.end(), [&](const json& finding) {
        return is_one_of(finding["rule"], error.rules) &&
               rank(finding["severity"]) >= rank(error.severity) &&
               (touches(finding["source"], error.source, source) ||
                touches(finding["target"], error.target, target));
      });
      found += hit ? 1 : 0;
      if (!hit) MESSAGE(corpus.name << ": not found: " << error.source << " / " << error.target);
    }
    CHECK(found >= corpus.least_found);
  }
}

TEST_CASE("program: clean translations of the corpora raise hardly an alarm") {
  for (const Corpus& corpus : kCorpora) {
    CAPTURE(corpus.name);
    std::size_t alarms = 0;
    for (const json& finding : findings_on(corpus, "clean." + corpus.target)) {
      if (rank(finding["severity"]) < rank("major")) continue;
      ++alarms;
      MESSAGE(corpus.name << ": " << finding["rule"] << ": " << finding["message"]);
    }
    CHECK(alarms <= corpus.most_false_alarms);
  }
}
