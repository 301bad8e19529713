#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "run.h"
#include "temporary_folder.h"

using duizhao::tests::content_of;
using duizhao::tests::run;
using duizhao::tests::TemporaryFolder;

namespace {

const std::string kPairs =
    "The deposit guarantee fund was set up.\t存款保障基金已成立。\n"
    "Banks pay into the deposit guarantee fund.\t银行向存款保障基金缴款。\n"
    "The deposit guarantee fund paid nothing.\t存款保障基金没有赔付。\n";

}  // namespace

TEST_CASE("glossary build: pairs give source term, target term, count and score, best first") {
  const TemporaryFolder folder;
  const auto outcome = run({"glossary", "build", "--pairs", folder.write("p.tsv", kPairs)});
  CHECK(outcome.status == 0);
  CHECK(outcome.out.find("deposit guarantee fund\t存款保障基金\t3\t0.") != std::string::npos);
  for (std::size_t begin = 0; begin < outcome.out.size();) {
    const std::size_t end = outcome.out.find('\n', begin);
    const std::string line = outcome.out.substr(begin, end - begin);
    CHECK(std::count(line.begin(), line.end(), '\t') == 3);
    begin = end + 1;
  }
}

TEST_CASE("glossary build: the source's language comes first") {
  const auto outcome = run({"glossary", "build", "--pairs", "-"},
                           "存款保障基金已成立。\tThe deposit guarantee fund was set up.\n"
                           "存款保障基金没有钱。\tThe deposit guarantee fund has no money.\n");
  CHECK(outcome.status == 0);
  CHECK(outcome.out.find("存款保障基金\tdeposit guarantee fund\t") != std::string::npos);
}

TEST_CASE("glossary build: a single text gives its glosses") {
  const auto outcome = run({"glossary", "build", "-"},
                           "The makers are Harbourlight Ltd (港燈) and Tidewater (潮水).\n");
  CHECK(outcome.status == 0);
  CHECK(outcome.out.find("Harbourlight Ltd\t港燈\t1\t") != std::string::npos);
  CHECK(outcome.out.find("Tidewater\t潮水\t1\t") != std::string::npos);
}

TEST_CASE("glossary build: a name has its kind in every format, and what is written reads back") {
  const TemporaryFolder folder;
  const std::string text =
      folder.write("t.txt", "The winner is Zhang Binbin (张彬彬), of Tidewater (潮水).\n");
  const std::string table = folder.write("t.tsv", run({"glossary", "build", text}).out);
  CHECK(run({"glossary", "build", text}).out.find("Zhang Binbin\t张彬彬\t1\t0.9900\n") !=
        std::string::npos);
  const auto csv = run({"glossary", "build", text, "--format", "csv"});
  CHECK(csv.out.find(",count,score,kind,") != std::string::npos);
  CHECK(csv.out.find("Zhang Binbin,张彬彬,,1,0.9900,person,") != std::string::npos);
  const auto tbx = run({"glossary", "build", text, "--format", "tbx"});
  CHECK(tbx.out.find("<note>kind: person; ") != std::string::npos);
  CHECK(tbx.out.find("<termNote type=\"partOfSpeech\">properNoun</termNote>") != std::string::npos);
  const auto html = run({"glossary", "build", text, "--format", "html"});
  CHECK(html.out.find("<span class=\"kind\">person</span>") != std::string::npos);
  const std::string as_csv = folder.write("t.csv", csv.out);
  for (const std::string& file : {table, as_csv, folder.write("t.tbx", tbx.out)}) {
    CAPTURE(file);
    const auto read = run({"glossary", "convert", file, "--format", "tsv"});
    CHECK(read.status == 0);
    CHECK(read.out.find("Zhang Binbin\t张彬彬\t") != std::string::npos);  // and a note
  }
}

TEST_CASE("glossary build: a rejected proposal does not come again") {
  const TemporaryFolder folder;
  const std::string pairs = folder.write("p.tsv", kPairs);
  const std::string rejected =
      folder.write("r.csv", "en,zh,status\r\ndeposit guarantee fund,存款保障基金,rejected\r\n");
  const auto outcome = run({"glossary", "build", "--pairs", pairs, "--decisions", rejected});
  CHECK(outcome.status == 0);
  CHECK(outcome.out.find("deposit guarantee fund\t存款保障基金\t") == std::string::npos);
}

TEST_CASE("glossary convert: through every format and back") {
  const TemporaryFolder folder;
  const std::string tsv = folder.write("g.tsv", "chip|die\t芯片\nfab\t晶圆厂\n");
  std::string from = tsv;
  for (const char* name : {"g.tbx", "g.xlsx", "g.csv"}) {
    const auto outcome = run({"glossary", "convert", from, "-o", folder.path(name)});
    CHECK(outcome.status == 0);
    CHECK(outcome.err.empty());
    from = folder.path(name);
  }
  const auto outcome = run({"glossary", "diff", tsv, from});
  CHECK(outcome.status == 0);
  CHECK(outcome.out.empty());
}

TEST_CASE("glossary merge: both glossaries, and a warning where they disagree") {
  const TemporaryFolder folder;
  const auto outcome = run({"glossary", "merge", folder.write("a.tsv", "chip\t芯片\n"),
                            folder.write("b.tsv", "chip\t晶片\nfab\t晶圆厂\n")});
  CHECK(outcome.status == 0);
  CHECK(outcome.out.find("芯片") != std::string::npos);
  CHECK(outcome.out.find("晶圆厂") != std::string::npos);
  CHECK(outcome.err.find("warning: ") == 0);
}

TEST_CASE("glossary diff: differences are exit status 1") {
  const TemporaryFolder folder;
  const auto outcome = run({"glossary", "diff", folder.write("a.tsv", "chip\t芯片\nfab\t晶圆厂\n"),
                            folder.write("b.tsv", "chip\t晶片\n")});
  CHECK(outcome.status == 1);
  CHECK(outcome.out == "- chip\t芯片\n+ chip\t晶片\n- fab\t晶圆厂\n");
}

TEST_CASE("glossary check: faults are told with their place") {
  const TemporaryFolder folder;
  const std::string file = folder.write("a.tsv", "chip\t芯片\nyear\t年\nchip\t芯片\n");
  const auto outcome = run({"glossary", "check", file});
  CHECK(outcome.status == 1);
  CHECK(outcome.out.find(file + ":2: too-short: ") != std::string::npos);
  CHECK(outcome.out.find(file + ":3: duplicate: ") != std::string::npos);
  CHECK(run({"glossary", "check", folder.write("b.tsv", "chip\t芯片\n")}).status == 0);
}

TEST_CASE("glossary check: names that are known otherwise are told with how sure that is") {
  const TemporaryFolder folder;
  const std::string file = folder.write("a.tsv", "Zhengzhou\t郑州\nMelbourne\t悉尼\n");
  const auto outcome = run({"glossary", "check", file});
  CHECK(outcome.status == 1);
  CHECK(outcome.out ==
        file +
            ":2: known-otherwise: \"悉尼\" is known as \"Sydney\", not as \"Melbourne\" (0.90)\n");
}

TEST_CASE("glossary: wrong usage and bad input") {
  CHECK(run({"glossary"}).status == 2);
  CHECK(run({"glossary", "mend", "x"}).status == 2);
  CHECK(run({"glossary", "convert"}).status == 2);
  CHECK(run({"glossary", "build", "--pairs", "x", "y"}).status == 2);
  CHECK(run({"glossary", "check", "no/such/file.tsv"}).status == 3);
  const auto malformed = run({"glossary", "check", "-"}, "chip\t芯片\nfab\n");
  CHECK(malformed.status == 3);
  CHECK(malformed.err.find(":2: error: ") != std::string::npos);
}

TEST_CASE("glossary trust: says how often reviewed translations follow each entry") {
  const TemporaryFolder folder;
  const std::string list =
      folder.write("g.csv", "en,zh\r\ndeposit guarantee fund,存款保障基金\r\nbank,河岸\r\n");
  const std::string pairs = folder.write("p.tsv", kPairs + "The bank failed.\t该行倒闭了。\n");
  const auto outcome = run({"glossary", "trust", list, "--pairs", pairs, "--format", "csv"});
  CHECK(outcome.status == 0);
  CHECK(outcome.out.find("deposit guarantee fund,存款保障基金") != std::string::npos);
  CHECK(outcome.out.find(",3,3\r\n") != std::string::npos);
  CHECK(outcome.out.find(",2,0\r\n") != std::string::npos);
  CHECK(outcome.err.find("5 occurrences of terms, 3 rendered") != std::string::npos);
}

TEST_CASE("glossary trust: what it writes reads back, and running it again changes nothing") {
  const TemporaryFolder folder;
  const std::string list =
      folder.write("g.csv", "en,zh\r\ndeposit guarantee fund,存款保障基金\r\n");
  const std::string pairs = folder.write("p.tsv", kPairs);
  const auto once = run({"glossary", "trust", list, "--pairs", pairs, "--format", "csv"});
  const auto again = run({"glossary", "trust", folder.write("t.csv", once.out), "--pairs",
                          folder.write("none.tsv", "A.\t甲。\n"), "--format", "csv"});
  CHECK(once.status == 0);
  CHECK(again.out == once.out);
}

TEST_CASE("glossary trust: it needs a glossary and pairs") {
  CHECK(run({"glossary", "trust", "g.csv"}).status == 2);
  CHECK(run({"glossary", "trust", "--pairs", "p.tsv"}).status == 2);
}

TEST_CASE("glossary: a record of uses that is no number is malformed, with its line") {
  const TemporaryFolder folder;
  const std::string list = folder.write("g.csv", "en,zh,checked\r\nfund,基金,many\r\n");
  const auto outcome = run({"glossary", "check", list});
  CHECK(outcome.status == 3);
  CHECK(outcome.err.find("g.csv:2") != std::string::npos);
}

TEST_CASE("check: pairs say how many terms were looked at") {
  const TemporaryFolder folder;
  const std::string list =
      folder.write("g.csv", "en,zh\r\ndeposit guarantee fund,存款保障基金\r\n");
  const auto outcome = run({"check", "--pairs", folder.write("p.tsv", kPairs), "-g", list,
                            "--format", "jsonl", "--fail-on", "never"});
  CHECK(outcome.out.find("\"terms\":{\"checked\":1,\"confirmed\":1}") != std::string::npos);
  CHECK(outcome.err.find("3 occurrences of terms checked, 3 as the glossary says") !=
        std::string::npos);
}

TEST_CASE("glossary build: what was accepted before is marked, and both kinds add up") {
  const TemporaryFolder folder;
  const std::string pairs = folder.write("p.tsv", kPairs);
  const std::string accepted =
      folder.write("a.csv", "en,zh,status\r\ndeposit guarantee fund,存款保障基金,accepted\r\n");
  const std::string rejected = folder.write("r.csv", "en,zh,status\r\nbanks,银行,rejected\r\n");
  const auto outcome = run({"glossary", "build", "--pairs", pairs, "--decisions", accepted,
                            "--decisions", rejected, "--format", "csv"});
  CHECK(outcome.status == 0);
  CHECK(outcome.out.find("deposit guarantee fund,存款保障基金,accepted,3") != std::string::npos);
  CHECK(outcome.out.find("\nbanks,") == std::string::npos);
}

TEST_CASE("glossary: a table with decisions is a glossary of what was accepted") {
  const TemporaryFolder folder;
  const std::string decisions = folder.write(
      "d.csv", "en,zh,status\r\nfund,基金,accepted\r\nbroad range,范围广泛,rejected\r\n");
  const auto outcome = run({"glossary", "convert", decisions, "--format", "tsv"});
  CHECK(outcome.status == 0);
  CHECK(outcome.out.find("fund\t基金") != std::string::npos);
  CHECK(outcome.out.find("broad range") == std::string::npos);
}

TEST_CASE("glossary build: the page for review is for building only") {
  const TemporaryFolder folder;
  const std::string list = folder.write("g.tsv", "fund\t基金\n");
  CHECK(run({"glossary", "convert", list, "--format", "html"}).status == 2);
}

TEST_CASE("glossary: another word than its tasks is named") {
  const auto outcome = run({"glossary", "chekc", "a.tsv"});
  CHECK(outcome.status == 2);
  CHECK(outcome.err.find("'chekc'") != std::string::npos);
}
