#include "duizhao/batch/inputs.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "commands/temporary_folder.h"
#include "duizhao/batch/archive.h"
#include "duizhao/batch/glob.h"

namespace duizhao::batch {
namespace {

using tests::TemporaryFolder;

std::vector<std::string> names_of(const Plan& plan, const TemporaryFolder& folder) {
  const std::size_t prefix = folder.path("").size();
  std::vector<std::string> names;
  for (const Input& input : plan.inputs) {
    names.push_back(input.name.substr(prefix));
    if (input.is_report()) names.back() += " + " + input.target_name.substr(prefix);
  }
  return names;
}

Plan plan_of(PlanOptions options) {
  auto plan = make_plan(options);
  REQUIRE(plan);
  return std::move(*plan);
}

TEST_CASE("inputs: a folder gives bilingual files and reports in order, and tells the rest") {
  const TemporaryFolder folder;
  folder.write("a.tsv", "");
  folder.write("b.en.txt", "");
  folder.write("b.zh.txt", "");
  folder.write("c.tmx", "");
  folder.write("d.en.txt", "");
  folder.write("e.png", "");
  folder.write(".hidden.tsv", "");
  const Plan plan = plan_of({.inputs = {folder.path("")}});
  CHECK(names_of(plan, folder) ==
        std::vector<std::string>{"a.tsv", "b.en.txt + b.zh.txt", "c.tmx"});
  REQUIRE(plan.unpaired.size() == 1);
  CHECK(plan.unpaired.front().ends_with("d.en.txt"));
  REQUIRE(plan.unknown.size() == 1);
  CHECK(plan.unknown.front().ends_with("e.png"));
}

TEST_CASE("inputs: what programs say is paired by folder and suffix, and with its like only") {
  const TemporaryFolder folder;
  for (const char* below : {"res/values", "res/values-fr", "res/values-zh-rCN", "en.lproj",
                            "zh-Hans.lproj", "locales/en", "locales/zh-CN", "src"}) {
    std::filesystem::create_directories(folder.path(below));
  }
  for (const char* file :
       {"app.zh.md", "app.en.json", "en.lproj/a.strings", "en.ts", "locales/en/a.json",
        "locales/zh-CN/a.json", "messages.properties", "messages_zh_CN.properties",
        "res/values/strings.xml", "res/values-fr/strings.xml", "res/values-zh-rCN/strings.xml",
        "src/main.js", "zh-Hans.lproj/a.strings", "zh.ts"}) {
    folder.write(file, "");
  }
  folder.write("qt_zh.ts", "<?xml version=\"1.0\"?><TS/>");
  const Plan plan = plan_of({.inputs = {folder.path("")}});
  CHECK(names_of(plan, folder) ==
        std::vector<std::string>{"en.lproj/a.strings + zh-Hans.lproj/a.strings", "en.ts + zh.ts",
                                 "locales/en/a.json + locales/zh-CN/a.json",
                                 "messages.properties + messages_zh_CN.properties", "qt_zh.ts",
                                 "res/values/strings.xml + res/values-zh-rCN/strings.xml"});
  for (const Input& input : plan.inputs) CHECK(input.may_be_keyed == input.is_report());
  CHECK(plan.unpaired.size() == 2);  // app.en.json and app.zh.md are no versions of each other
  CHECK(plan.unknown.size() == 2);   // French, and what names no language
}

TEST_CASE("inputs: a file that is named by itself is bilingual, whatever its ending") {
  const TemporaryFolder folder;
  folder.write("pairs.txt", "a\tb\n");
  CHECK(names_of(plan_of({.inputs = {folder.path("pairs.txt")}}), folder) ==
        std::vector<std::string>{"pairs.txt"});
}

TEST_CASE("inputs: one file counts once, and what is missing is told") {
  const TemporaryFolder folder;
  const std::string file = folder.write("a.tsv", "");
  const Plan plan = plan_of({.inputs = {file, folder.path(""), folder.path("none.tsv")}});
  CHECK(plan.inputs.size() == 1);
  REQUIRE(plan.faults.size() == 1);
  CHECK(plan.faults.front().where.file.ends_with("none.tsv"));
  CHECK_FALSE(make_plan({.inputs = {folder.path("none.tsv")}}));
}

TEST_CASE("inputs: patterns find files, ** in any folder") {
  const TemporaryFolder folder;
  folder.write("a.tsv", "");
  std::filesystem::create_directories(folder.path("x/y"));
  folder.write("x/y/b.tsv", "");
  folder.write("x/c.tmx", "");
  CHECK(files_like(folder.path("*.tsv")).size() == 1);
  CHECK(files_like(folder.path("**/*.tsv")).size() == 2);
  CHECK(files_like(folder.path("x/[bc].*")).size() == 1);
  CHECK(files_like(folder.path("**/*.po")).empty());
  CHECK(plan_of({.inputs = {folder.path("**/*.t*")}}).inputs.size() == 3);
}

TEST_CASE("inputs: an archive is unpacked, and its files are called by both names") {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder.path("in"));
  folder.write("in/r.en.txt", "One.");
  folder.write("in/r.zh.txt", "一。");
  const std::string command = "tar -C '" + folder.path("in") + "' -czf '" +
                              folder.path("all.tar.gz") + "' r.en.txt r.zh.txt";
  REQUIRE(std::system(command.c_str()) == 0);
  const Plan plan =
      plan_of({.inputs = {folder.path("all.tar.gz")}, .unpack_to = folder.path("unpacked")});
  CHECK(names_of(plan, folder) ==
        std::vector<std::string>{"all.tar.gz/r.en.txt + all.tar.gz/r.zh.txt"});
  CHECK(tests::content_of(plan.inputs.front().path) == "One.");
  CHECK(unpack(folder.path("in/r.en.txt"), folder.path("no"), 1000).error().code ==
        ErrorCode::kMalformed);
  CHECK_FALSE(unpack(folder.path("all.tar.gz"), folder.path("few"), 5));
}

TEST_CASE("inputs: a manifest names report pairs with their glossaries and profiles") {
  const TemporaryFolder folder;
  const std::string manifest = folder.write(
      "reports.tsv", "target\tsource\tprofile\na.zh.txt\ta.en.txt\tstrict\n\nb.zh.txt\tb.en.txt\n");
  const auto rows = read_manifest(manifest);
  REQUIRE(rows);
  REQUIRE(rows->size() == 2);
  CHECK(rows->front().name == folder.path("a.en.txt"));
  CHECK(rows->front().target_name == folder.path("a.zh.txt"));
  CHECK(rows->front().profile == "strict");
  CHECK(rows->back().profile.empty());
  const auto plain = read_manifest(folder.write("plain.tsv", "a\tb\tg.tsv\tmine.profile\n"));
  CHECK(plain->front().glossary == folder.path("g.tsv"));
  CHECK(plain->front().profile == folder.path("mine.profile"));
  const auto wrong = read_manifest(folder.write("wrong.tsv", "a\tb\n\tc\n"));
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().where.line == 2);
}

TEST_CASE("inputs: the folder of the output is no input") {
  const TemporaryFolder folder;
  folder.write("a.tsv", "");
  std::filesystem::create_directories(folder.path("out"));
  folder.write("out/pairs.jsonl", "");
  CHECK(names_of(plan_of({.inputs = {folder.path("")}, .left_out = folder.path("out")}), folder) ==
        std::vector<std::string>{"a.tsv"});
}

}  // namespace
}  // namespace duizhao::batch
