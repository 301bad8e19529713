// What lies on a translator's disk: codes that a translation lost, a third language, both versions
// in one file, an output that would be an input.

#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "commands/run.h"
#include "commands/temporary_folder.h"

namespace duizhao::tests {
namespace {

std::string xliff(const std::string& source, const std::string& target) {
  return "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"><file "
         "original=\"a\" source-language=\"en\" target-language=\"zh-CN\"><body><trans-unit "
         "id=\"1\"><source>" +
         source + "</source><target>" + target + "</target></trans-unit></body></file></xliff>";
}

/// Code and evidence of what the rule `tags` finds in a pair: "tags/lost: bank → 行".
std::string tags(const std::string& source, const std::string& target) {
  const auto outcome =
      run({"check", "--pairs", "-", "--only", "tags", "--format", "jsonl"}, xliff(source, target));
  CAPTURE(outcome.err);
  std::string told;
  const auto pair = nlohmann::json::parse(outcome.out);
  for (const auto& finding : pair["findings"]) {
    told +=
        finding["code"].get<std::string>() + ": " + finding["message"].get<std::string>() + "\n";
  }
  return told;
}

const std::string kBoth =
    "The bank opened in 1912.\n该行于1921年开业。\n\nIt has two branches in the city.\n"
    "该行在市内有两家分行。\n";

}  // namespace

TEST_CASE("keys: two files of what a program says are compared key by key") {
  const TemporaryFolder folder;
  const std::string source =
      folder.write("en.json", "{\n\"a\": {\"b\": \"24 notes\"},\n\"c\": \"Open it\"}\n");
  const std::string target =
      folder.write("zh.json", "{\n\"c\": \"打开\",\n\"a\": {\n\"b\": \"42条笔记\"}}\n");
  const auto outcome = run({"check", source, target, "--format", "jsonl"});
  CAPTURE(outcome.err);
  CHECK(outcome.status == 1);
  const auto pair = nlohmann::json::parse(outcome.out.substr(0, outcome.out.find('\n')));
  CHECK(pair["id"] == "a.b");
  CHECK(pair["line"] == 4);
  CHECK(pair["findings"][0]["rule"] == "number");
  CHECK(outcome.err.find("compared key by key with " + source) != std::string::npos);
  // Alone, and beside a text, it is none.
  CHECK(run({"check", source}).status == 3);
  const std::string text = folder.write("zh.txt", "24条笔记。\n");
  CHECK(run({"check", source, text}).err.find("JSON, and no text") != std::string::npos);
  CHECK(run({"check", source, target, "--from", "txt"}).err.find("key by key") ==
        std::string::npos);
}

TEST_CASE("codes: what keeps its place or moves is no finding") {
  CHECK(tags("The <g id=\"1\">bank</g> has <x id=\"2\"/> cars.",
             "有<x id=\"2\"/>辆车的<g id=\"1\">银行</g>。")
            .empty());
  CHECK(tags("Pay <x id=\"1\" equiv-text=\"{0}\"/> now.", "现在付<x id=\"1\"/>。").empty());
}

TEST_CASE("codes: lost, added and wrongly nested ones are told") {
  CHECK(tags("The <g id=\"1\">bank</g> has <x id=\"2\"/> cars.", "<g id=\"1\">银行</g>有车。") ==
        "tags/lost: “<x id=\"2\"/>” is not in the target\n");
  CHECK(tags("The <g id=\"1\">bank</g> has cars.", "银行有车。") ==
        "tags/format-lost: “<g id=\"1\">” is not in the target\n");
  CHECK(tags("The bank has cars.", "银行有<x id=\"7\"/>车。") ==
        "tags/added: “<x id=\"7\"/>” is not in the source\n");
  CHECK(tags("<bx id=\"1\"/>The <bx id=\"2\"/>bank<ex id=\"2\"/> has cars<ex id=\"1\"/>.",
             "<bx id=\"1\"/>那<bx id=\"2\"/>银行<ex id=\"1\"/>有车<ex id=\"2\"/>。")
            .starts_with("tags/nesting"));
}

TEST_CASE("codes: what the file keeps in order may not change places, all else may") {
  const std::string source =
      "Pay <ph id=\"1\" canReorder=\"firstNo\"/>the <ph id=\"2\" canReorder=\"no\"/>bank.";
  CHECK(tags(source, "向<ph id=\"2\"/>银行<ph id=\"1\"/>付款。") ==
        "tags/kept-order: the file keeps “<ph id=\"2\"/>” behind “<ph id=\"1\"/>”, and the target "
        "has "
        "it before it\n");
  CHECK(tags(source, "向<ph id=\"1\"/>银行<ph id=\"2\"/>付款。").empty());
  CHECK(
      tags("Pay <ph id=\"1\"/>the <ph id=\"2\"/>bank.", "向<ph id=\"2\"/>银行<ph id=\"1\"/>付款。")
          .empty());
}

TEST_CASE("messages: a plural that only the target has") {
  CHECK(tags("New files.", "{n, plural, other {有#个新文件}}") ==
        "tags/added: “{n}” is not in the source\n");
  CHECK(tags("{n} new files.", "{n, plural, other {有#个新文件}}").empty());
}

TEST_CASE("a third language is named, in pairs and in a file of both versions") {
  const auto japanese = run({"check", "--pairs", "-"},
                            "Exports rose by a third.\t輸出は三分の一増加した。\n"
                            "The firm has a new factory.\t会社は新しい工場を開いた。\n");
  CHECK(japanese.status == 3);
  CHECK(japanese.err.find("translations are Japanese") != std::string::npos);
  const auto korean = run({"check", "--pairs", "-"},
                          "Exports rose.\t수출은 3분의 1 증가했고 수입은 절반으로 줄었다.\n");
  CHECK(korean.err.find("Korean") != std::string::npos);
  const auto both = run({"check", "-"},
                        "Exports rose by a third.\n輸出は三分の一増加した。\n"
                        "The firm has a new factory.\n会社は新しい工場を開いた。\n");
  CHECK(both.status == 3);
  CHECK(both.err.find("Japanese") != std::string::npos);
}

TEST_CASE("batch: a text that holds both versions is a report") {
  const TemporaryFolder folder;
  const auto outcome =
      run({"batch", folder.write("both.txt", kBoth), "-o", folder.path("out"), "--format", "json"});
  CAPTURE(outcome.err);
  CHECK(outcome.status == 1);
  const std::string records = content_of(folder.path("out/pairs.jsonl"));
  CHECK(records.find("1921") != std::string::npos);
  CHECK(records.find("\"page\":\"pages/000001-both.html\"") != std::string::npos);
}

TEST_CASE("an output is never an input") {
  const TemporaryFolder folder;
  const std::string pairs = folder.write("pairs.tsv", "The bank opened.\t该行开业。\n");
  const auto refused = [](const std::vector<std::string>& arguments) {
    const auto outcome = run(arguments);
    CAPTURE(outcome.err);
    CHECK(outcome.status == 2);
  };
  refused({"filter", pairs, "--dropped", pairs});
  refused({"filter", pairs, "--summary", pairs});
  refused({"filter", pairs, "-o", folder.path("a.tsv"), "--dropped", folder.path("a.tsv")});
  refused({"filter", pairs, "-g", pairs, "-o", pairs});
  std::filesystem::create_directories(folder.path("out/unpacked"));
  const std::string inside =
      folder.write("out/pairs.jsonl", "{\"en\":\"Rain.\",\"zh\":\"雨。\"}\n");
  refused({"batch", inside, "-o", folder.path("out")});
  refused({"batch", folder.path("out"), "-o", folder.path("out")});
  refused({"batch", folder.write("out/unpacked/a.tsv", "Rain.\t雨。\n"), "-o", folder.path("out")});
  refused({"batch", "--manifest", folder.write("list.tsv", "out/pairs.jsonl\n"), "-o",
           folder.path("out")});
  refused({"merge", folder.path("out"), "-o", folder.path("out/../out")});
  CHECK(content_of(inside) == "{\"en\":\"Rain.\",\"zh\":\"雨。\"}\n");
  CHECK(run({"filter", pairs, "-o", "/dev/null", "--dropped", "/dev/null"}).status == 0);
}

}  // namespace duizhao::tests
