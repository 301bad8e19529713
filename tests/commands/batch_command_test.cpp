#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "commands/run.h"
#include "commands/temporary_folder.h"

namespace duizhao::tests {
namespace {

std::string pairs(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i) {
    const std::string number = std::to_string(i);
    text += "The bank has opened " + number + " new branches in the city.\t该行在市内新开了" +
            std::to_string(i % 10 == 3 ? i + 1 : i) + "家分行。\n";
  }
  return text;
}

std::vector<nlohmann::json> rows_of(const std::string& text) {
  std::vector<nlohmann::json> rows;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) rows.push_back(nlohmann::json::parse(line));
  return rows;
}

/// A folder with a bilingual file, a report in two versions, a broken file and another bilingual
/// one.
struct Sample {
  Sample() {
    std::filesystem::create_directories(folder.path("in"));
    folder.write("in/a.tsv", pairs(0, 300));
    folder.write("in/b.en.txt", "The bank opened in 1912. It has two branches.\n");
    folder.write("in/b.zh.txt", "该行1921年开业，有两家分行。\n");
    folder.write("in/c.tsv", pairs(0, 70) + std::string("no\0text\n", 8));
    folder.write("in/d.tsv", pairs(300, 330));
    in = folder.path("in");
  }

  TemporaryFolder folder;
  std::string in;
};

void check_same(const TemporaryFolder& folder, const std::string& one, const std::string& other) {
  for (const std::string name : {"pairs.jsonl", "summary.json", "index.html"}) {
    CAPTURE(name);
    CHECK(
        (content_of(folder.path(one + "/" + name)) == content_of(folder.path(other + "/" + name))));
  }
}

TEST_CASE(
    "batch: a folder gives lines in order, a page for each report, and goes on behind what is "
    "broken") {
  const Sample sample;
  const std::string out = sample.folder.path("out");
  const Outcome outcome = run({"batch", sample.in, "-o", out, "--sqlite"});
  CHECK(outcome.status == 3);
  CHECK(outcome.err.find("c.tsv:71: error:") != std::string::npos);
  CHECK(outcome.out.find("401 pairs") == 0);
  const auto rows = rows_of(content_of(out + "/pairs.jsonl"));
  REQUIRE(rows.size() == 402);
  CHECK(rows[299]["pair"] == 299);
  CHECK(rows[3]["source"] == "The bank has opened 3 new branches in the city.");
  CHECK(rows[3]["findings"][0]["rule"] == "number");
  CHECK(rows[300]["target_file"].get<std::string>().ends_with("b.zh.txt"));
  CHECK(std::filesystem::exists(out + "/" + rows[300]["page"].get<std::string>()));
  CHECK(content_of(out + "/index.html").find(rows[300]["page"].get<std::string>()) !=
        std::string::npos);
  CHECK(rows[371]["error"]["line"] == 71);
  CHECK(rows[401]["input"] == 3);
  CHECK(std::filesystem::file_size(out + "/batch.sqlite") > 0);
  const auto summary = nlohmann::json::parse(content_of(out + "/summary.json"));
  CHECK(summary["pairs"] == 401);
  CHECK(summary["inputs"][2]["error"]["line"] == 71);
}

TEST_CASE("batch: what programs say is compared key by key, and what is no such thing is told") {
  const TemporaryFolder folder;
  for (const char* language : {"in/en", "in/zh-CN"}) {
    std::filesystem::create_directories(folder.path(language));
  }
  folder.write("in/en/a.json", "{\n\"open\": \"Open 3 files\",\n\"close\": \"Close\"\n}");
  folder.write("in/zh-CN/a.json", "{\n\"close\": \"关闭\",\n\"open\": \"打开4个文件\"\n}");
  folder.write("in/en/b.js", "let a = 1;\nfunction f(b) { return b + a; }\n");
  folder.write("in/zh-CN/b.js", "let a = 1;\nfunction f(b) { return b + a; }\n");
  const std::string out = folder.path("out");
  const Outcome outcome = run({"batch", folder.path("in"), "-o", out, "--sqlite"});
  CHECK(outcome.status == 3);
  CHECK(outcome.err.find("b.js: error: one of these files is no list of keys") !=
        std::string::npos);
  CHECK(outcome.out.find("2 pairs") == 0);
  const auto rows = rows_of(content_of(out + "/pairs.jsonl"));
  REQUIRE(rows.size() == 3);
  CHECK(rows[0]["id"] == "open");
  CHECK(rows[0]["line"] == 3);
  CHECK(rows[0]["target"] == "打开4个文件");
  CHECK(rows[0]["target_file"].get<std::string>().ends_with("zh-CN/a.json"));
  CHECK(rows[0]["findings"][0]["rule"] == "number");
  CHECK(rows[1]["findings"].empty());
  const auto summary = nlohmann::json::parse(content_of(out + "/summary.json"));
  CHECK(summary["worst"][0]["file"].get<std::string>().ends_with("zh-CN/a.json"));
  CHECK(summary["worst"][0]["source"] == "Open 3 files");
}

TEST_CASE("batch: the output is the same for any number of threads, with --across too") {
  const Sample sample;
  for (const std::string across : {"", "--across"}) {
    for (const std::string threads : {"1", "4"}) {
      std::vector<std::string> arguments = {
          "batch", sample.in, "--threads",
          threads, "-o",      sample.folder.path("out" + threads + across)};
      if (!across.empty()) arguments.push_back(across);
      run(arguments);
    }
    check_same(sample.folder, "out1" + across, "out4" + across);
  }
}

TEST_CASE("batch: wherever a run was cut off, --resume brings the same as an undisturbed run") {
  const Sample sample;
  for (const std::string across : {"", "--across"}) {
    std::vector<std::string> arguments = {"batch", sample.in, "-o", sample.folder.path("whole")};
    if (!across.empty()) arguments.push_back(across);
    run(arguments);
    const std::string records = content_of(sample.folder.path("whole/pairs.jsonl"));
    const std::string journal = content_of(sample.folder.path("whole/journal"));
    // As a run leaves it that was killed behind some of the lines: the journal knows of the first
    // 64 pairs of the first or the third input, and more stands in the records.
    for (const std::size_t input : {0, 2}) {
      std::filesystem::create_directories(sample.folder.path("cut"));
      std::size_t bytes = 0;
      for (std::size_t lines = input == 0 ? 64 : 301 + 64; lines > 0; --lines) {
        bytes = records.find('\n', bytes) + 1;
      }
      sample.folder.write("cut/pairs.jsonl", records.substr(0, bytes + 100));
      const auto hash = XXH3_64bits(records.data(), bytes);
      std::ostringstream progress;
      progress << R"({"bytes":)" << bytes << R"(,"done":false,"hash":")" << std::hex << hash
               << std::dec << R"(","input":)" << input << R"(,"pairs":64})"
               << "\n{\"byt";
      sample.folder.write("cut/journal",
                          journal.substr(0, journal.find('\n') + 1) + progress.str());
      arguments[3] = sample.folder.path("cut");
      auto resumed = arguments;
      resumed.emplace_back("--resume");
      CHECK(run(resumed).status == 3);
      check_same(sample.folder, "whole", "cut");
    }
  }
}

TEST_CASE("merge: the parts of a batch are, put together, what one run writes") {
  const Sample sample;
  sample.folder.write("in/e.en.txt", "It stays alone.\n");
  for (const std::string across : {"", "--across"}) {
    std::vector<std::string> arguments = {"batch", sample.in, "-o", sample.folder.path("whole")};
    if (!across.empty()) arguments.push_back(across);
    run(arguments);
    std::vector<std::string> merging = {"merge", "-o", sample.folder.path("all"), "--sqlite"};
    for (const std::string part : {"3", "1", "2"}) {
      arguments[3] = sample.folder.path("part" + part);
      auto sharded = arguments;
      sharded.push_back("--shard");
      sharded.push_back(part + "/3");
      run(sharded);
      merging.push_back(arguments[3]);
    }
    CHECK(run(merging).status == 3);  // for c.tsv
    check_same(sample.folder, "whole", "all");
    CHECK(std::filesystem::exists(sample.folder.path("all/pages/000002-b.en.html")));
  }
}

TEST_CASE("merge: parts that are missing, twice there or of another batch are refused") {
  const TemporaryFolder folder;
  const std::string file = folder.write("a.tsv", pairs(0, 200));
  for (const std::string part : {"1", "2"}) {
    run({"batch", file, "-o", folder.path(part), "--shard", part + "/2"});
    run({"batch", file, "-o", folder.path("strict" + part), "--shard", part + "/2", "--profile",
         "strict"});
  }
  const auto says = [&](const std::vector<std::string>& parts) {
    std::vector<std::string> arguments = {"merge", "-o", folder.path("all")};
    for (const std::string& part : parts) arguments.push_back(folder.path(part));
    const Outcome outcome = run(arguments);
    CHECK(outcome.status != 0);
    return outcome.err;
  };
  CHECK(says({"1"}).find("one of 2 parts") != std::string::npos);
  CHECK(says({"1", "1"}).find("is so too") != std::string::npos);
  CHECK(says({"1", "strict2"}).find("another batch") != std::string::npos);
  CHECK(says({"1", "none"}).find("no part of a batch") != std::string::npos);
  CHECK(run({"merge", folder.path("1")}).status == 2);
  CHECK(run({"merge", folder.path("1"), "-o", folder.path("1")}).status == 2);
}

TEST_CASE("batch: --resume refuses another run's folder, and a new run an unfinished one") {
  const Sample sample;
  const std::string out = sample.folder.path("out");
  run({"batch", sample.in, "-o", out});
  const Outcome other = run({"batch", sample.in, "-o", out, "--resume", "--profile", "strict"});
  CHECK(other.status == 2);
  CHECK(other.err.find("--profile is 'strict' now and was 'corpus'") != std::string::npos);
  const std::string journal = content_of(out + "/journal");
  sample.folder.write("out/journal", journal.substr(0, journal.find('\n') + 1));
  const Outcome anew = run({"batch", sample.in, "-o", out});
  CHECK(anew.status == 2);
  CHECK(anew.err.find("--resume") != std::string::npos);
  sample.folder.write("in/a.tsv", pairs(0, 10));
  const Outcome changed = run({"batch", sample.in, "-o", out, "--resume"});
  CHECK(changed.err.find("a.tsv has changed since") != std::string::npos);
}

TEST_CASE("batch: a manifest's glossaries and profiles count for its reports alone") {
  const TemporaryFolder folder;
  folder.write("r.en.txt", "The bank opened a branch in Shanghai.\n");
  folder.write("r.zh.txt", "该行在上海开了一家支行。\n");
  folder.write("terms.tsv", "branch\t分行\n");
  const std::string manifest =
      folder.write("m.tsv",
                   "source\ttarget\tglossary\tprofile\nr.en.txt\tr.zh.txt\nr.en.txt\tr.zh.txt\t"
                   "terms.tsv\tdraft\nr.en.txt\tr.zh.txt\tnone.tsv\n");
  const Outcome outcome = run({"batch", "--manifest", manifest, "-o", folder.path("out")});
  CHECK(outcome.status == 3);
  const auto rows = rows_of(content_of(folder.path("out/pairs.jsonl")));
  REQUIRE(rows.size() == 3);
  CHECK(rows[0]["findings"].empty());
  REQUIRE(rows[1]["findings"].size() == 1);
  CHECK(rows[1]["findings"][0]["rule"] == "term");
  CHECK(rows[2].contains("error"));
}

TEST_CASE("batch: limits decide the exit status, file by file") {
  const TemporaryFolder folder;
  const std::string file = folder.write("a.tsv", pairs(0, 40));
  CHECK(run({"batch", file}).status == 1);
  CHECK(run({"batch", file, "--fail-on", "never"}).status == 0);
  const Outcome penalty = run({"batch", file, "--fail-on", "never", "--max-penalty", "1"});
  CHECK(penalty.status == 1);
  CHECK(penalty.err.find("the limit is 1") != std::string::npos);
  CHECK(run({"batch", file, "--fail-on", "never", "--min-quality", "1"}).status == 1);
  CHECK(run({"batch", file, "--fail-on", "never", "--min-quality", "0"}).status == 0);
}

TEST_CASE("batch: standard input is a bilingual file") {
  const Outcome outcome = run({"batch", "-", "--format", "json"}, pairs(0, 10));
  CHECK(nlohmann::json::parse(outcome.out)["pairs"] == 10);
}

TEST_CASE("batch: --schema prints tables and queries") {
  const Outcome outcome = run({"batch", "--schema"});
  CHECK(outcome.status == 0);
  CHECK(outcome.out.find("CREATE TABLE finding") != std::string::npos);
  CHECK(outcome.out.find("-- the worst pairs\nSELECT") != std::string::npos);
}

TEST_CASE("batch: wrong usage") {
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"batch"},
           {"batch", "a", "--resume"},
           {"batch", "a", "--shard", "0/3"},
           {"batch", "a", "--shard", "4/3"},
           {"batch", "a", "--shard", "x"},
           {"batch", "a", "--min-quality", "2"},
           {"batch", "a", "--fail-on", "neutral"},
           {"batch", "a", "--off", "nombers"},
           {"batch", "a", "--format", "html"},
       }) {
    CAPTURE(arguments.back());
    CHECK(run(arguments).status == 2);
  }
  CHECK(run({"batch", "/none/here.tsv"}).status == 3);
}

}  // namespace
}  // namespace duizhao::tests
