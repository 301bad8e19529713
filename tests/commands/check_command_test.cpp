#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "commands/run.h"
#include "commands/temporary_folder.h"
#include "duizhao/check/rule.h"

using duizhao::FindingKind;
using duizhao::tests::content_of;
using duizhao::tests::Outcome;
using duizhao::tests::run;
using duizhao::tests::TemporaryFolder;

namespace {

std::vector<nlohmann::json> rows_of(const std::string& text) {
  std::vector<nlohmann::json> rows;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) rows.push_back(nlohmann::json::parse(line));
  return rows;
}

/// Many pairs, of which every tenth was left untranslated and every seventh has an empty side.
std::string many_pairs(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    const std::string source = "The bank has opened " + number + " new branches in the city.";
    text += source + '\t';
    if (i % 10 == 3) {
      text += source;
    } else if (i % 7 != 2) {
      text += "该行在市内新开了" + number + "家分行。";
    }
    text += "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("check: pairs come out one a line, in order, with their numbers") {
  const Outcome outcome = run({"check", "--pairs", "-", "--format", "jsonl"}, many_pairs(200));
  CHECK(outcome.status == 1);
  const auto rows = rows_of(outcome.out);
  REQUIRE(rows.size() == 200);
  for (std::size_t i = 0; i < rows.size(); ++i) CHECK(rows[i]["pair"] == i);
  CHECK(rows[3]["findings"][0]["rule"] == "untranslated");
  CHECK(rows[3]["findings"][0]["severity"] == "critical");
  CHECK(rows[0]["score"]["quality"].is_number());
}

TEST_CASE("check: a pair with an empty side is unjudged, with the reason") {
  const auto rows = rows_of(
      run({"check", "--pairs", "-", "--format", "jsonl"}, "It rained a lot.\t\n\t雨下得很大。\n")
          .out);
  REQUIRE(rows.size() == 2);
  for (const auto& row : rows) {
    CHECK(row["score"]["quality"].is_null());
    CHECK(!row["score"]["unjudged"].get<std::string>().empty());
    CHECK(row["findings"].empty());
  }
}

TEST_CASE("check: the output does not depend on the number of threads") {
  const std::string pairs = many_pairs(1000);
  const Outcome one = run({"check", "--pairs", "-", "--format", "jsonl", "--threads", "1"}, pairs);
  const Outcome five = run({"check", "--pairs", "-", "--format", "jsonl", "--threads", "5"}, pairs);
  CHECK(one.out == five.out);
  CHECK(one.err == five.err);
}

TEST_CASE("check: --fail-on decides from which severity on the status is 1") {
  const std::string pairs = many_pairs(4);
  CHECK(run({"check", "--pairs", "-", "--fail-on", "critical"}, pairs).status == 1);
  CHECK(run({"check", "--pairs", "-", "--fail-on", "never"}, pairs).status == 0);
  CHECK(run({"check", "--pairs", "-"}, many_pairs(2)).status == 0);
  CHECK(run({"check", "--pairs", "-", "--fail-on", "grave"}, pairs).status == 2);
}

TEST_CASE("check: a line that is no text ends the run with its place, after the pairs before it") {
  const Outcome outcome = run({"check", "--pairs", "-", "--format", "jsonl"},
                              many_pairs(3) + std::string("no\0text\n", 8));
  CHECK(outcome.status == 3);
  CHECK(outcome.err.starts_with("<stdin>:4:"));
  CHECK(rows_of(outcome.out).size() == 3);
}

TEST_CASE("check: a line without a tab is told and passed over") {
  const Outcome outcome = run({"check", "--pairs", "-", "--format", "jsonl"},
                              many_pairs(3) + "no tab here\n" + many_pairs(2));
  CHECK(outcome.status == 0);
  CHECK(outcome.err.starts_with("<stdin>:4: error: a line without a tab"));
  CHECK(outcome.err.find("1 units that can't be read passed over") != std::string::npos);
  CHECK(rows_of(outcome.out).size() == 5);
}

TEST_CASE("check: which column is Chinese is found out, and can be said") {
  const std::string pairs = "该行昨天开业。\tThe bank opened yesterday.\n";
  CHECK(run({"check", "--pairs", "-"}, pairs).status == 0);
  CHECK(run({"check", "--pairs", "-", "--source-lang", "en"}, pairs).status != 0);
  CHECK(run({"check", "--pairs", "-"}, "one\ttwo\n").status == 3);
  CHECK(run({"check", "--pairs", "-"}, "").status == 0);
}

TEST_CASE("check: an interrupted run leaves a part that --resume goes on from") {
  const TemporaryFolder folder;
  const std::string good = many_pairs(300);
  const std::string pairs =
      folder.write("pairs.tsv", many_pairs(150) + std::string("no\0text\n", 8));
  const std::string output = folder.path("findings.jsonl");
  const std::vector<std::string> command = {"check", "--pairs", pairs, "-o", output};
  CHECK(run(command).status == 3);
  CHECK(folder.names() == std::vector<std::string>{"findings.jsonl.partial", "pairs.tsv"});

  folder.write("pairs.tsv", good);
  folder.write("findings.jsonl.partial",
               content_of(folder.path("findings.jsonl.partial")) + "{\"pair\":1");  // torn off
  std::vector<std::string> resumed = command;
  resumed.emplace_back("--resume");
  const Outcome rest = run(resumed);
  CHECK(rest.status == 1);
  CHECK(folder.names() == std::vector<std::string>{"findings.jsonl", "pairs.tsv"});
  const Outcome whole = run({"check", "--pairs", pairs, "--format", "jsonl"});
  CHECK(content_of(output) == whole.out);
  CHECK(rest.err == whole.err);  // the counters too
}

TEST_CASE("check: --resume refuses a file that is no such part") {
  const TemporaryFolder folder;
  const std::string pairs = folder.write("pairs.tsv", many_pairs(5));
  folder.write("out.jsonl.partial", "something else\n");
  const Outcome outcome =
      run({"check", "--pairs", pairs, "-o", folder.path("out.jsonl"), "--resume"});
  CHECK(outcome.status == 3);
  CHECK(content_of(folder.path("out.jsonl.partial")) == "something else\n");
}

TEST_CASE("check: an output that can't be written is an error, and leaves nothing behind") {
  const TemporaryFolder folder;
  const std::string pairs = folder.write("pairs.tsv", many_pairs(3));
  const Outcome nowhere = run({"check", "--pairs", pairs, "-o", folder.path("missing/out.jsonl")});
  CHECK(nowhere.status == 3);
  CHECK(nowhere.err.find("missing/out.jsonl") != std::string::npos);
  CHECK(run({"check", "--pairs", pairs, "-o", folder.path(".")}).status == 3);
  CHECK(run({"check", "--pairs", pairs, "-o", "/dev/full"}).status == 3);
  CHECK(folder.names() == std::vector<std::string>{"pairs.tsv"});
}

TEST_CASE("check: two texts are reviewed as documents") {
  const TemporaryFolder folder;
  const std::string en =
      folder.write("en", "The bank opened yesterday. It has forty branches in the city.\n");
  const std::string zh = folder.write(
      "zh", "该行昨天开业。\n该行在市内有四十家分行，it has forty branches in the city。\n");
  const Outcome outcome = run({"check", en, zh, "--format", "json"});
  CHECK(outcome.status == 1);
  const auto json = nlohmann::json::parse(outcome.out);
  CHECK(json["documents"]["source"]["language"] == "en");
  CHECK(json["documents"]["target"]["language"] == "zh");
  CHECK(!json["findings"].empty());
}

TEST_CASE("check: pairs are one array in json") {
  const Outcome outcome = run({"check", "--pairs", "-", "--format", "json"}, many_pairs(200));
  const auto json = nlohmann::json::parse(outcome.out);
  REQUIRE(json.size() == 200);
  CHECK(json[199]["pair"] == 199);
  CHECK(run({"check", "--pairs", "-", "--format", "json"}, "").out == "[]\n");
}

TEST_CASE("check: pairs are one page in html, which shows those with findings by their lines") {
  const Outcome outcome = run({"check", "--pairs", "-", "--format", "html"}, many_pairs(5));
  CHECK(outcome.status == 1);
  CHECK(outcome.out.starts_with("<!DOCTYPE html>"));
  CHECK(outcome.out.find("5 pairs") != std::string::npos);
  CHECK(outcome.out.find("data-rule=\"untranslated\"") != std::string::npos);
}

TEST_CASE("check: a review is a page where the output's name ends so") {
  const TemporaryFolder folder;
  const std::string en = folder.write("en", "It has forty branches in the city.\n");
  const std::string zh =
      folder.write("zh", "该行在市内有四十家分行，it has forty branches in the city。\n");
  const std::string page = folder.path("review.html");
  CHECK(run({"check", en, zh, "-o", page}).status == 1);
  CHECK(content_of(page).starts_with("<!DOCTYPE html>"));
  CHECK(content_of(page).find("data-rule=\"untranslated\"") != std::string::npos);
}

TEST_CASE("check: text is the format where nothing else is said, in colour only if asked for") {
  const TemporaryFolder folder;
  const std::string en = folder.write("en", "It has forty branches in the city.\n");
  const std::string zh =
      folder.write("zh", "该行在市内有四十家分行，it has forty branches in the city。\n");
  const Outcome plain = run({"check", en, zh});
  CHECK(plain.status == 1);
  CHECK(plain.out.find("untranslated") != std::string::npos);
  CHECK(plain.out.find('\x1b') == std::string::npos);
  const Outcome colour = run({"check", en, zh, "--color", "always"});
  CHECK(colour.out.find('\x1b') != std::string::npos);
  CHECK(run({"check", en, zh, "--color", "sometimes"}).status == 2);
}

TEST_CASE("check: text on pairs is silent on those without a finding, and counts them all") {
  const Outcome outcome = run({"check", "--pairs", "-"}, many_pairs(5));
  CHECK(outcome.out.find("untranslated") != std::string::npos);
  CHECK(outcome.out.find("家分行") == std::string::npos);
  CHECK(outcome.err.starts_with("5 pairs, 1 unjudged, "));
}

TEST_CASE("check: --across finds one source translated in two ways, and goes on finding it") {
  const std::string pairs =
      "The valve must be closed before the pump starts.\t水泵启动之前必须关闭阀门。\n"
      "It rained a lot in the north of the country.\t该国北部雨下得很大。\n"
      "The valve must be closed before the pump starts.\t启动水泵前，请务必把阀门关好。\n";
  CHECK(run({"check", "--pairs", "-", "--format", "jsonl"}, pairs).out.find("inconsistency") ==
        std::string::npos);
  const Outcome outcome = run({"check", "--pairs", "-", "--across", "--format", "jsonl"}, pairs);
  const auto rows = rows_of(outcome.out);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0]["findings"].empty());
  REQUIRE(rows[2]["findings"].size() == 1);
  const auto& finding = rows[2]["findings"][0];
  CHECK(finding["rule"] == "inconsistency");
  CHECK(finding["message"] == "the same source is “水泵启动之前必须关闭阀门。” in line 1");
  CHECK(rows[2]["score"]["penalty"] == 1);

  // An interrupted run that goes on remembers the pairs before.
  const TemporaryFolder folder;
  const std::string input = folder.write("pairs.tsv", pairs);
  const std::string output = folder.path("findings.jsonl");
  folder.write("findings.jsonl.partial", outcome.out.substr(0, outcome.out.find('\n') + 1));
  CHECK(run({"check", "--pairs", input, "--across", "-o", output, "--resume"}).status == 0);
  CHECK(content_of(output) == outcome.out);
}

TEST_CASE("check: --accept writes a finding to the suppressions, and it isn't told again") {
  const TemporaryFolder folder;
  const std::string source = folder.write("a.txt", "The fee rose to 350 yuan in May.\n");
  const std::string target = folder.write("b.txt", "费用5月涨至530元。\n");
  const std::string known = folder.path("known.tsv");
  const auto checked = [&](const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"check", source, target, "--format", "json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
  };
  const auto before = nlohmann::json::parse(checked({}).out);
  REQUIRE(before["findings"].size() == 1);
  const std::string key = before["findings"][0]["key"];

  const Outcome accepting =
      checked({"--suppress", known, "--accept", key, "--author", "Li", "--reason", "new tariff"});
  CHECK(accepting.status == 0);
  CHECK(nlohmann::json::parse(accepting.out)["findings"].empty());
  CHECK(nlohmann::json::parse(accepting.out)["score"]["penalty"] == 0);
  CHECK(content_of(known).find(key + "\tmoney\tLi\tnew tariff\t") != std::string::npos);
  CHECK(checked({"--suppress", known}).status == 0);

  folder.write("b.txt", "费用5月涨至531元。\n");
  CHECK(checked({"--suppress", known}).status == 1);
  // Accepting again keeps what the file had.
  CHECK(checked({"--suppress", known, "--accept", "all"}).status == 0);
  CHECK(content_of(known).find(key) != std::string::npos);
}

TEST_CASE("check: what follows from a finding that is accepted is not told in its stead") {
  // A clause is missing in the draft, and with it a date.
  const TemporaryFolder folder;
  const std::string known = folder.path("known.tsv");
  const std::string corpus = "corpora/statistics/";
  const auto checked = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments = {"check", corpus + "report.zh-Hant.txt",
                                          corpus + "draft.en.txt", "--suppress", known};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
  };
  CHECK(checked({"--accept", "all", "--reason", "agreed"}).status == 0);
  const Outcome again = checked({"--format", "json"});
  CHECK(nlohmann::json::parse(again.out)["findings"].empty());
}

TEST_CASE("check: --accept of what is no finding is an error, and writes nothing") {
  const TemporaryFolder folder;
  const std::string known = folder.path("known.tsv");
  const Outcome outcome =
      run({"check", "--pairs", "-", "--suppress", known, "--accept", "0123456789abcdef"},
          "It rained a lot.\t雨下得很大。\n");
  CHECK(outcome.status == 2);
  CHECK(outcome.err.find("0123456789abcdef") != std::string::npos);
  CHECK(folder.names().empty());
}

TEST_CASE("check: wrong usage") {
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"check"},
           {"check", "--across"},
           {"check", "one", "two", "--pairs", "three"},
           {"check", "one", "two", "--resume"},
           {"check", "--pairs", "x", "--resume"},
           {"check", "--pairs", "x", "--bogus"},
           {"check", "one", "two", "--across"},
           {"check", "one", "two", "--accept", "all"},
           {"check", "one", "two", "--suppress", "x", "--accept", "12"},
           {"check", "one", "two", "--reason", "none"},
           {"check", "one", "two", "three"},
           {"check", "--pairs", "x", "--threads", "0"},
           {"check", "--pairs", "x", "--threads", "many"},
           {"check", "one", "two", "--threads", "2"},
           {"check", "one", "two", "--off", "number,nombers"},
           {"check", "one", "two", "--only", "nombers"},
       }) {
    const Outcome outcome = run(arguments);
    CHECK(outcome.status == 2);
    CHECK(outcome.err.find("error: ") != std::string::npos);
  }
}

TEST_CASE("check: a misspelt rule gets a hint at the right one, wherever it is named") {
  for (const char* option : {"--off", "--only"}) {
    const Outcome outcome = run({"check", "one", "two", option, "nombers"});
    CHECK(outcome.err.find("did you mean 'number'?") != std::string::npos);
  }
}

TEST_CASE("check: --off leaves rules out, --only all others") {
  const std::string pair = "It was not 5 of them.\t那是6个。\n";
  const auto rules_of = [&](const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"check", "--pairs", "-", "--format", "jsonl"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    std::vector<std::string> rules;
    for (const auto& row : rows_of(run(arguments, pair).out)) {
      for (const auto& finding : row["findings"]) rules.push_back(finding["rule"]);
    }
    return rules;
  };
  const auto all = rules_of({});
  REQUIRE(std::count(all.begin(), all.end(), "number") == 1);
  const auto without = rules_of({"--off", "number,date"});
  CHECK(without.size() + 1 == all.size());
  CHECK(std::count(without.begin(), without.end(), "number") == 0);
  CHECK(rules_of({"--only", "number"}) == std::vector<std::string>{"number"});
}

TEST_CASE("check: help for it by either way of asking") {
  const Outcome asked = run({"help", "check"});
  CHECK(asked.status == 0);
  CHECK(asked.out == run({"check", "--help"}).out);
}

TEST_CASE("check: --rules lists every rule once, and tells all of those that are named") {
  const Outcome outcome = run({"check", "--rules"});
  CHECK(outcome.status == 0);
  CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') ==
        std::ssize(duizhao::check::rules()));
  for (const duizhao::check::Rule* rule : duizhao::check::rules()) {
    CHECK((std::string("\n") + outcome.out).find(std::string("\n").append(rule->id).append(" ")) !=
          std::string::npos);
    const Outcome all = run({"check", "--rules", std::string(rule->id)});
    CHECK(all.status == 0);
    for (const FindingKind& kind : rule->kinds) {
      CHECK(all.out.find(std::string("\n  ").append(kind.code).append(" ")) != std::string::npos);
    }
  }
  const Outcome unknown = run({"check", "--rules", "nubmer"});
  CHECK(unknown.status == 2);
  CHECK(unknown.err.find("did you mean 'number'?") != std::string::npos);
}

TEST_CASE("check: --lang chooses the language of what is said, wherever it stands") {
  const std::string pairs = "这款应用有3.2亿用户。\tThe app has 3.2 million users.\n";
  const Outcome chinese =
      run({"--lang", "zh", "check", "--pairs", "-", "--format", "jsonl"}, pairs);
  const Outcome english = run({"check", "--pairs", "-", "--format", "jsonl", "--lang=en"}, pairs);
  const auto finding_of = [](const Outcome& outcome) {
    return rows_of(outcome.out).at(0)["findings"].at(0);
  };
  CHECK(finding_of(chinese)["message"] ==
        "原文为3.2亿（320 million），译文为3.2 million，只有原文的百分之一");
  CHECK(finding_of(english)["message"] ==
        "3.2亿 is 320 million, the target has 3.2 million: a hundred times too little");
  CHECK(finding_of(chinese)["code"] == finding_of(english)["code"]);
  CHECK(run({"check", "--rules", "--lang", "zh"}).out.find("漏译") != std::string::npos);
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"check", "--rules", "--lang", "fr"}, {"check", "--rules", "--lang"}}) {
    const Outcome wrong = run(arguments);
    CHECK(wrong.status == 2);
    CHECK(wrong.err.find("--lang is ") != std::string::npos);
  }
}

TEST_CASE("check: one file holds both versions, as text or as pairs") {
  const auto text = nlohmann::json::parse(
      run({"check", "-", "--format", "json"},
          "The river rose by 41 centimetres overnight.\n河水一夜之间上涨14厘米。\n")
          .out);
  REQUIRE(text["findings"].size() == 1);
  CHECK(text["findings"][0]["source"]["text"] == "41 centimetres");
  CHECK(text["findings"][0]["target"]["line"] == 2);
  const auto rows = rows_of(run({"check", "-", "--format", "jsonl"},
                                "id\ten\tzh\nr7\tThe river rose by 41 centimetres.\t"
                                "河水上涨14厘米。\n")
                                .out);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0]["id"] == "r7");
  CHECK(rows[0]["line"] == 2);
}

TEST_CASE("check: one file in one language is refused, with what to do") {
  const Outcome outcome = run({"check", "-"}, "The river rose overnight.\n");
  CHECK(outcome.status == 3);
  CHECK(outcome.err.find("give its translation as a second file") != std::string::npos);
}
