#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "commands/run.h"
#include "commands/temporary_folder.h"

namespace duizhao::tests {
namespace {

const std::string kPairs =
    "The company opened a new factory in Shenzhen in May.\t该公司5月在深圳开设了一家新工厂。\n"
    "The company opened a new factory in Shenzhen in May.\t该公司5月在深圳开设了一家新工厂。\n"
    "The court rejected the appeal on Tuesday.\t法院周二驳回了上诉。\n"
    "The firm opened 12 shops.\t该公司开设了15家店。\n"
    "The firm closed.\tThe firm closed.\n";

TEST_CASE("filter: what is kept comes out, what is dropped is counted") {
  const Outcome outcome = run({"filter", "-"}, kPairs);
  CHECK(outcome.status == 0);
  CHECK(outcome.out ==
        "The company opened a new factory in Shenzhen in May.\t该公司5月在深圳开设了一家新工厂。\n"
        "The court rejected the appeal on Tuesday.\t法院周二驳回了上诉。\n");
  CHECK(outcome.err.find("5 pairs, 2 kept (40 %)") != std::string::npos);
  CHECK(outcome.err.find("number/value") != std::string::npos);
}

TEST_CASE("filter: pairs that are dropped, and the counts, to files of their own") {
  const TemporaryFolder folder;
  const Outcome outcome =
      run({"filter", folder.write("in.tsv", kPairs), "-o", folder.path("out.jsonl"), "--dropped",
           folder.path("dropped.jsonl"), "--summary", folder.path("counts.json")});
  CHECK(outcome.status == 0);
  CHECK(content_of(folder.path("out.jsonl")).starts_with("{\"source\":\"The company"));
  CHECK(content_of(folder.path("dropped.jsonl")).find("\"step\":\"copied\"") != std::string::npos);
  CHECK(content_of(folder.path("counts.json")).starts_with("{\"pairs\":5,\"kept\":2,"));
}

TEST_CASE("filter: all pairs with what is said of them, or only scores") {
  const Outcome annotated = run({"filter", "-", "--annotate"}, kPairs);
  CHECK(annotated.out.find("该公司开设了15家店。\trule\tnumber/value\t") != std::string::npos);
  const Outcome scores = run({"filter", "-", "--score-only"}, kPairs);
  CHECK(std::count(scores.out.begin(), scores.out.end(), '\n') == 5);
  CHECK(scores.out.ends_with("\n0.0000\n"));
}

TEST_CASE("filter: a memory stays a memory, with its ids, and a broken input leaves no output") {
  const TemporaryFolder folder;
  const std::string memory = folder.write(
      "in.tmx",
      "<tmx version=\"1.4\"><header srclang=\"en\"/><body><tu tuid=\"u7\"><tuv xml:lang=\"en\">"
      "<seg>The court rejected the appeal on Tuesday.</seg></tuv><tuv xml:lang=\"zh\">"
      "<seg>法院周二驳回了上诉。</seg></tuv></tu></body></tmx>");
  const Outcome outcome = run({"filter", memory, "-o", folder.path("out.tmx")});
  CHECK(outcome.status == 0);
  CHECK(content_of(folder.path("out.tmx")).find("<tu tuid=\"u7\">") != std::string::npos);
  const std::string broken = folder.write("broken.tsv", kPairs + std::string("no\0text\n", 8));
  CHECK(run({"filter", broken, "-o", folder.path("clean.tsv")}).status == 3);
  CHECK(folder.names().size() == 3);
}

TEST_CASE("filter: wrong usage") {
  CHECK(run({"filter"}).status == 2);
  CHECK(run({"filter", "a", "b"}).status == 2);
  CHECK(run({"filter", "-", "--fix", "all,colour"}).status == 2);
  CHECK(run({"filter", "-", "--fix", "script"}).status == 2);
  CHECK(run({"filter", "-", "--drop-on", "neutral"}).status == 2);
  CHECK(run({"filter", "-", "--min-match", "2"}).status == 2);
  CHECK(run({"filter", "-", "--annotate", "--scores"}).status == 2);
  CHECK(run({"filter", "-", "--score-only", "--format", "tmx"}).status == 2);
  CHECK(run({"filter", "none.tsv"}).status == 3);
}

}  // namespace
}  // namespace duizhao::tests
