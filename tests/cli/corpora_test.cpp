#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>

#include "cli/process.h"
#include "commands/temporary_folder.h"
#include "corpora/reports.h"

using duizhao::tests::content_of;
using duizhao::tests::Ended;
using duizhao::tests::kReports;
using duizhao::tests::Report;
using duizhao::tests::run_duizhao;

namespace {

/// The report itself, with the ending of its text or of its sentences.
std::string source_file(const Report& report, const std::string& ending) {
  return std::string("corpora/") + report.name + "/report." + report.source + ending;
}

/// One of its translations, `clean` or `draft`.
std::string target_file(const Report& report, const std::string& kind, const std::string& ending) {
  return std::string("corpora/") + report.name + "/" + kind + "." + report.target + ending;
}

std::string other_file(const Report& report, const std::string& name) {
  return std::string("corpora/") + report.name + "/" + name;
}

std::set<std::string> lines_of(const std::string& text) {
  std::set<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.insert(line);
  return lines;
}

}  // namespace

TEST_CASE(
    "program: the clean translations of the corpora align as their gold says, but for a bead") {
  for (const Report& report : kReports) {
    CAPTURE(report.name);
    const Ended ended = run_duizhao({"align", "--sentences", "--format", "ladder",
                                     source_file(report, ".sentences"),
                                     target_file(report, "clean", ".sentences")});
    CHECK(ended.status == 0);
    const auto gold = lines_of(content_of(other_file(report, "clean.gold")));
    const auto found = lines_of(ended.out);
    std::size_t missed = 0;
    for (const std::string& bead : gold) missed += found.contains(bead) ? 0 : 1;
    CHECK(missed <= 1);
  }
}

TEST_CASE("program: raw reports and their drafts are reviewed, and the drafts fail") {
  for (const Report& report : kReports) {
    CAPTURE(report.name);
    const Ended ended =
        run_duizhao({"check", source_file(report, ".txt"), target_file(report, "draft", ".txt"),
                     "--format", "json", "-g", other_file(report, "glossary.tsv")});
    CHECK(ended.status == 1);
    CHECK(ended.err.empty());
    const auto json = nlohmann::json::parse(ended.out);
    CHECK(json["beads"].size() > 20);
    const std::string source = content_of(source_file(report, ".txt"));
    for (const auto& finding : json["findings"]) {
      if (finding["source"].is_null()) continue;
      const std::size_t begin = finding["source"]["begin"];
      const std::size_t end = finding["source"]["end"];
      CHECK(source.substr(begin, end - begin) == finding["source"]["text"].get<std::string>());
    }
  }
}

TEST_CASE("program: encodings are detected, and one that is said gives the same beads") {
  struct Case {
    std::string source;
    std::string target;
    std::string side;
    std::string encoding;
  };
  const Case cases[] = {
      {"corpora/chips/report.en.txt", "corpora/encodings/chips.draft.zh-Hans.gb18030.txt",
       "--target-encoding", "GB18030"},
      {"corpora/encodings/health.report.zh-Hans.utf-16le.txt", "corpora/health/draft.en.txt",
       "--source-encoding", "UTF-16LE"},
      {"corpora/encodings/statistics.report.zh-Hant.big5.txt", "corpora/statistics/draft.en.txt",
       "--source-encoding", "Big5"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.encoding);
    const Ended detected = run_duizhao({"align", one.source, one.target});
    const Ended said = run_duizhao({"align", one.source, one.target, one.side, one.encoding});
    CHECK(detected.status == 0);
    CHECK(detected.out == said.out);
    CHECK(lines_of(detected.out).size() > 20);
  }
}

TEST_CASE("program: the number of threads does not change the output, whichever pairs take long") {
  // The first chunks of pairs are whole reports, the last ones a word: with several threads, the
  // last ones are done first.
  const duizhao::tests::TemporaryFolder folder;
  std::string report;
  std::string draft;
  std::istringstream beads(run_duizhao({"align", "corpora/health/report.zh-Hans.txt",
                                        "corpora/health/clean.en.txt", "--format", "jsonl"})
                               .out);
  std::string pairs;
  for (std::string line; std::getline(beads, line);) {
    const auto bead = nlohmann::json::parse(line);
    const auto source = bead["source"]["text"].get<std::string>();
    const auto target = bead["target"]["text"].get<std::string>();
    if (source.find('\n') != source.npos || target.find('\n') != target.npos) continue;
    report += source;
    draft += target + " ";
    pairs += source + '\t' + target + '\n';
  }
  REQUIRE(report.size() > 2000);
  std::string all;
  for (int i = 0; i < 2; ++i) all += report + '\t' + draft + '\n';
  for (int i = 0; i < 5; ++i) all += pairs;
  for (int i = 0; i < 400; ++i) all += "报告\tReport " + std::to_string(i) + '\n';
  const std::string file = folder.write("pairs.tsv", all);
  const auto check = [&](const std::string& threads) {
    return run_duizhao({"check", "--pairs", file, "--format", "jsonl", "--threads", threads}).out;
  };
  const std::string one = check("1");
  CHECK(std::count(one.begin(), one.end(), '\n') == std::count(all.begin(), all.end(), '\n'));
  CHECK((check("3") == one));
  CHECK((check("8") == one));
}

TEST_CASE("program: every command explains itself") {
  const Ended program = run_duizhao({"--help"});
  CHECK(program.status == 0);
  for (const std::string command : {"align", "check"}) {
    CHECK(program.out.find("\n  " + command + " ") != std::string::npos);
    const Ended help = run_duizhao({command, "--help"});
    CHECK(help.status == 0);
    CHECK(help.out.starts_with("usage: duizhao " + command));
    CHECK(help.out.find("exit status") != std::string::npos);
  }
}
