#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "commands/run.h"
#include "commands/temporary_folder.h"
#include "model/tiny_lexicon.h"

using duizhao::tests::content_of;
using duizhao::tests::Outcome;
using duizhao::tests::run;
using duizhao::tests::TemporaryFolder;

namespace {

const std::string kChinese = "央行周四宣布加息。\n这是今年的第二次。\n";
const std::string kEnglish =
    "The central bank raised interest rates on Thursday.\nIt was the second time this year.\n";

}  // namespace

TEST_CASE("align: lines that translate each other are beads, and swapping the texts mirrors them") {
  const TemporaryFolder folder;
  const std::string zh = folder.write("zh", kChinese + "股市应声下跌，房价没有变化。\n");
  const std::string en = folder.write("en", kEnglish);
  const Outcome there = run({"align", "--sentences", "--format", "ladder", zh, en});
  CHECK(there.status == 0);
  CHECK(there.err.empty());
  CHECK(there.out == "[0]:[0]\n[1]:[1]\n[2]:[]\n");
  const Outcome back = run({"align", "--sentences", "--format", "ladder", en, zh});
  CHECK(back.out == "[0]:[0]\n[1]:[1]\n[]:[2]\n");
}

TEST_CASE("align: one of the texts can come from standard input, not both") {
  const TemporaryFolder folder;
  const std::string zh = folder.write("zh", kChinese);
  const Outcome one = run({"align", zh, "-", "--format=ladder"}, kEnglish);
  CHECK(one.status == 0);
  CHECK(one.out == "[0]:[0]\n[1]:[1]\n");
  CHECK(run({"align", "-", "-"}, kEnglish).status == 2);
}

TEST_CASE("align: the ending of the output's name decides the format, and --format overrules it") {
  const TemporaryFolder folder;
  const std::string zh = folder.write("zh", kChinese);
  const std::string en = folder.write("en", kEnglish);
  const std::string named = folder.path("beads.jsonl");
  CHECK(run({"align", zh, en, "-o", named}).status == 0);
  CHECK(nlohmann::json::parse(content_of(named).substr(0, content_of(named).find('\n')))
            .contains("confidence"));
  CHECK(run({"align", zh, en, "-o", named, "--format", "ladder"}).status == 0);
  CHECK(content_of(named) == "[0]:[0]\n[1]:[1]\n");
  CHECK(folder.names() == std::vector<std::string>{"beads.jsonl", "en", "zh"});
  const std::string page = folder.path("beads.html");
  CHECK(run({"align", zh, en, "-o", page}).status == 0);
  CHECK(content_of(page).starts_with("<!DOCTYPE html>"));
}

TEST_CASE("align: a text without a sentence gives beads with an empty side") {
  const TemporaryFolder folder;
  const std::string empty = folder.write("empty", "");
  const std::string en = folder.write("en", kEnglish);
  const Outcome outcome = run({"align", empty, en, "--format", "ladder"});
  CHECK(outcome.status == 0);
  CHECK(outcome.out == "[]:[0]\n[]:[1]\n");
}

TEST_CASE("align: wrong usage says what is wrong and how to find help") {
  struct Case {
    std::vector<std::string> arguments;
    std::string says;
  };
  for (const Case& wrong : {
           Case{{"align"}, "two texts are needed"},
           Case{{"align", "a", "b", "c"}, "two texts are needed"},
           Case{{"align", "a", "b", "--frmat", "tsv"}, "did you mean '--format'?"},
           Case{{"align", "a", "b", "--sent"}, "did you mean '--sentences'?"},
           Case{{"align", "a", "b", "--format", "xml"}, "it is one of tsv"},
           Case{{"align", "a", "b", "--source-lang", "fr"}, "'zh' or 'en'"},
           Case{{"align", "a", "b", "--source-lang", "zh", "--target-lang", "zh-TW"},
                "same language"},
           Case{{"align", "a", "b", "--threads", "2"}, "no option '--threads'"},
           Case{{"align", "a", "b", "--format"}, "--format"},
       }) {
    const Outcome outcome = run(wrong.arguments);
    CAPTURE(outcome.err);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.find(wrong.says) != std::string::npos);
    CHECK(outcome.err.ends_with("try 'duizhao align --help'\n"));
  }
}

TEST_CASE("align: an input that can't be read or a model that is none ends with status 3") {
  const TemporaryFolder folder;
  const std::string en = folder.write("en", kEnglish);
  const std::string zh = folder.write("zh", kChinese);
  const Outcome missing = run({"align", folder.path("missing"), en});
  CHECK(missing.status == 3);
  CHECK(missing.err.find(folder.path("missing") + ": error: ") == 0);
  CHECK(run({"align", folder.path(""), en}).status == 3);
  const Outcome foreign = run({"align", zh, en, "--model", en});
  CHECK(foreign.status == 3);
  CHECK(foreign.err.find(en + ": error: ") == 0);
  const Outcome same = run({"align", en, en});
  CHECK(same.status == 3);
  CHECK(same.err.find("--source-lang") != std::string::npos);
}

TEST_CASE("align: a model without weights of its own gets the program's, with a warning") {
  const duizhao::tests::TinyLexicon tiny = {
      {{"央行", 0.5F}, {"。", 0.5F}}, {{"bank", 1.0F}}, {{{0, 1.0F}}, {}}, {{{0, 1.0F}}}};
  const TemporaryFolder folder;
  const std::string model = folder.path("own.model");
  REQUIRE(write_model_file(model, tiny.sections()).has_value());
  const std::string en = folder.write("en", kEnglish);
  const std::string zh = folder.write("zh", kChinese);
  const Outcome own = run({"align", zh, en, "--model", model});
  CHECK(own.status == 0);
  CHECK(own.err.find("warning: " + model + " has no weights of its own") == 0);
  CHECK(run({"align", zh, en}).err.empty());
}

TEST_CASE("align: --help explains the command and every option, wherever it stands") {
  const Outcome outcome = run({"align", "a", "--help"});
  CHECK(outcome.status == 0);
  for (const std::string word : {"usage:", "--sentences", "--format", "--source-encoding",
                                 "--model", "examples", "exit status"}) {
    CAPTURE(word);
    CHECK(outcome.out.find(word) != std::string::npos);
  }
}
