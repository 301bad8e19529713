#include <doctest/doctest.h>

#include <csignal>
#include <nlohmann/json.hpp>
#include <sstream>
#include <streambuf>
#include <string>
#include <vector>

#include "commands/run.h"
#include "commands/temporary_folder.h"
#include "program.h"

using duizhao::tests::content_of;
using duizhao::tests::Outcome;
using duizhao::tests::run;
using duizhao::tests::TemporaryFolder;

namespace {

const std::string kDictionary =
    "銀行\t银行\tyin2 hang2\tbank\n"
    "加息\t加息\tjia1 xi1\tto raise interest rates\n"
    "公司\t公司\tgong1 si1\tcompany\n";

/// The banks' news in every combination, English first.
std::string pairs_text() {
  std::string text;
  for (const auto& [zh, en] :
       {std::pair("银行", "The bank"), std::pair("公司", "The company"), std::pair("他", "He")}) {
    for (const auto& [did_zh, did_en] :
         {std::pair("加息", "raised interest rates"), std::pair("反对", "objected"),
          std::pair("同意", "agreed")}) {
      text += std::string(en) + ' ' + did_en + ".\t" + zh + did_zh + "。\n";
    }
  }
  return text;
}

/// Text as it comes from a terminal, at the end of which somebody presses Ctrl-C.
class Interrupted : public std::stringbuf {
 public:
  using std::stringbuf::stringbuf;

 protected:
  int_type underflow() override {
    const int_type next = std::stringbuf::underflow();
    if (next == traits_type::eof()) std::raise(SIGINT);
    return next;
  }
};

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("model: trained from a dictionary and pairs, it shows their translations") {
  const TemporaryFolder folder;
  const std::string model = folder.path("own.model");
  const Outcome trained = run({"model", "train", "--dictionary", folder.write("d.tsv", kDictionary),
                               "--pairs", folder.write("p.tsv", pairs_text()), "-o", model});
  CHECK(trained.status == 0);
  CHECK(trained.out.empty());
  CHECK(contains(trained.err, "p.tsv: 9 pairs\n"));
  CHECK(contains(trained.err, "translations  "));
  CHECK(folder.names() == std::vector<std::string>{"d.tsv", "own.model", "p.tsv"});

  const Outcome words = run({"model", "inspect", "銀行", "companies", "银河", "--model", model});
  CHECK(words.status == 0);
  CHECK(words.err.empty());
  CHECK(contains(words.out, "銀行 (银行)  one of "));
  CHECK(contains(words.out, "  bank\n"));
  CHECK(contains(words.out, "companies (compani)  one of "));
  CHECK(contains(words.out, "  公司\n"));
  CHECK(contains(words.out, "河  not in the Chinese vocabulary\n"));

  const Outcome whole = run({"model", "inspect", "--model", model});
  CHECK(whole.status == 0);
  CHECK(contains(whole.out, "zh.words"));
  CHECK(contains(whole.out, "\"sha256\""));
}

TEST_CASE("model: the manifest has the command without folders, and the sums of the inputs") {
  const TemporaryFolder folder;
  const std::string model = folder.path("own.model");
  CHECK(run({"model", "train", "--dictionary", folder.write("d.tsv", "银行\tbank\n"), "--pairs",
             folder.write("p.tsv", "bank\t银行\n"), "--iterations", "2", "--threads", "1", "-o",
             model})
            .status == 0);
  const Outcome outcome = run({"model", "inspect", "--manifest", "--model", model});
  CHECK(outcome.status == 0);
  const auto manifest = nlohmann::json::parse(outcome.out);
  CHECK(manifest["command"] ==
        "duizhao model train --dictionary d.tsv --pairs p.tsv --iterations 2 -o own.model");
  // printf '银行\tbank\n' | sha256sum, and the pairs likewise
  CHECK(manifest["dictionaries"][0]["sha256"] ==
        "cde73152e71b8505ef0b96ad701e29da6cf0495ed8eda58eb2aa149349f55007");
  CHECK(manifest["pairs"][0]["sha256"] ==
        "db6d6b6a37059b4d6afea3e86ae73f29a83073350a8c8c8cb54b0b5137e6f6b1");
}

TEST_CASE("model: the manifest names the licences that it was told") {
  const TemporaryFolder folder;
  const std::string model = folder.path("own.model");
  const std::vector<std::string> train = {
      "model", "train", "--pairs",   folder.write("p.tsv", "bank\t银行\n"),
      "-o",    model,   "--licences"};
  auto with = train;
  with.push_back(folder.write("l.tsv", "*\tCC BY 4.0\np.tsv\tCC0; by us\r\nq.tsv\tunused\n"));
  CHECK(run(with).status == 0);
  const auto manifest =
      nlohmann::json::parse(run({"model", "inspect", "--manifest", "--model", model}).out);
  CHECK(manifest["licence"] == "CC BY 4.0");
  CHECK(manifest["pairs"][0]["licence"] == "CC0; by us");
  auto bad = train;
  bad.push_back(folder.write("bad.tsv", "*\tCC BY 4.0\np.tsv CC0\n"));
  const Outcome outcome = run(bad);
  CHECK(outcome.status == 3);
  CHECK(contains(outcome.err, "bad.tsv:2"));
}

TEST_CASE("model: the order of the columns does not matter, nor does the number of threads") {
  const TemporaryFolder folder;
  std::string swapped;
  std::istringstream lines(pairs_text());
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    swapped += line.substr(tab + 1) + '\t' + line.substr(0, tab) + "\tthird column\r\n";
  }
  const std::string dictionary = folder.write("d.tsv", kDictionary);
  const auto words = [&](const std::string& pairs, const std::string& threads) {
    const std::string model = folder.path("own.model");
    CHECK(run({"model", "train", "--dictionary", dictionary, "--pairs", pairs, "--threads", threads,
               "-o", model})
              .status == 0);
    return run({"model", "inspect", "银行", "加息", "company", "he", "--model", model}).out;
  };
  const std::string plain = words(folder.write("p.tsv", pairs_text()), "1");
  CHECK(plain.size() > 100);
  CHECK(words(folder.write("s.tsv", swapped), "3") == plain);
}

TEST_CASE("model: pairs can come from standard input") {
  const TemporaryFolder folder;
  const std::string model = folder.path("own.model");
  const Outcome outcome = run({"model", "train", "--pairs", "-", "-o", model}, pairs_text());
  CHECK(outcome.status == 0);
  CHECK(contains(outcome.err, "<stdin>: 9 pairs"));
}

TEST_CASE("model: a translation memory in TMX trains the same translations as its pairs do") {
  const TemporaryFolder folder;
  std::string tmx =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\"><header srclang=\"en\" "
      "adminlang=\"en\" datatype=\"plaintext\" segtype=\"sentence\" o-tmf=\"x\" creationtool=\"x\" "
      "creationtoolversion=\"1\"/><body>\n";
  std::istringstream lines(pairs_text());
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    tmx += "<tu><tuv xml:lang=\"en\"><seg>" + line.substr(0, tab) +
           "</seg></tuv><tuv xml:lang=\"zh-CN\"><seg>" + line.substr(tab + 1) +
           "</seg></tuv></tu>\n";
  }
  tmx += "</body></tmx>\n";
  const auto words = [&](const std::string& pairs) {
    const std::string model = folder.path("own.model");
    CHECK(run({"model", "train", "--pairs", pairs, "-o", model}).status == 0);
    return run({"model", "inspect", "company", "he", "银行", "--model", model}).out;
  };
  const std::string plain = words(folder.write("p.tsv", pairs_text()));
  CHECK(contains(plain, "one of "));
  CHECK(words(folder.write("p.tmx", tmx)) == plain);
}

TEST_CASE("model: what is left out on request is not in the file, and the command says so") {
  const TemporaryFolder folder;
  const std::string model = folder.path("own.model");
  CHECK(run({"model", "train", "--pairs", folder.write("p.tsv", pairs_text()), "--ngrams", "0",
             "--pieces", "0", "--independent", "-o", model})
            .status == 0);
  const Outcome whole = run({"model", "inspect", "--model", model});
  CHECK_FALSE(contains(whole.out, "zh.ngrams"));
  CHECK_FALSE(contains(whole.out, "en.pieces"));
  CHECK(contains(whole.out, "--independent --ngrams 0 --pieces 0 -o own.model"));
  CHECK(contains(whole.out, "\"agreement\": false"));
}

TEST_CASE("model: an interruption leaves no model, and the status of the signal") {
  const TemporaryFolder folder;
  Interrupted buffer(pairs_text());
  std::istream in(&buffer);
  std::ostringstream out;
  std::ostringstream err;
  duizhao::cli::Streams streams{in, out, err};
  const std::vector<std::string> arguments = {"model", "train", "--pairs",
                                              "-",     "-o",    folder.path("own.model")};
  CHECK(duizhao::cli::run_program(arguments, streams) == 128 + SIGINT);
  CHECK(contains(err.str(), "interrupted"));
  CHECK(folder.names().empty());
}

TEST_CASE("model: wrong usage names the cure") {
  const TemporaryFolder folder;
  const auto wrong = [](const std::vector<std::string>& arguments, std::string_view hint) {
    CAPTURE(hint);
    const Outcome outcome = run(arguments);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK(contains(outcome.err, hint));
  };
  wrong({"model"}, "train or inspect");
  wrong({"model", "trian"}, "did you mean 'train'");
  wrong({"model", "train", "-o", "x"}, "--dictionary or --pairs");
  wrong({"model", "train", "--pairs", "x"}, "-o OUT");
  wrong({"model", "train", "--pairs", "x", "-o", "y", "--iterations", "0"}, "--iterations");
  wrong({"model", "train", "--pairs", "x", "-o", "y", "--tension", "-1"}, "--tension");
  wrong({"model", "train", "--dictionnary", "x"}, "--dictionary");
  wrong({"model", "inspect", "--manifest", "word"}, "--manifest");
}

TEST_CASE("model: bad input is named with its place, and nothing is written") {
  const TemporaryFolder folder;
  const std::string model = folder.path("own.model");
  const auto bad = [&](const std::vector<std::string>& inputs, std::string_view hint) {
    CAPTURE(hint);
    std::vector<std::string> arguments = {"model", "train", "-o", model};
    arguments.insert(arguments.end(), inputs.begin(), inputs.end());
    const Outcome outcome = run(arguments);
    CHECK(outcome.status == 3);
    CHECK(contains(outcome.err, hint));
  };
  bad({"--pairs", folder.path("missing")}, "missing");
  bad({"--dictionary", folder.path("missing")}, "missing");
  bad({"--pairs", folder.write("no-tab", "bank\n银行\tbank\n")}, "no-tab:1");
  bad({"--pairs", folder.write("one-language", "the bank\tthe company\n")}, "one-language");
  bad({"--pairs", folder.write("bytes", "银行\tb\xFFnk\n")}, "bytes:1:5");
  CHECK_FALSE(contains(run({"model", "inspect", "--model", model}).err, "internal"));
  CHECK(run({"model", "inspect", "--model", model}).status == 3);
  CHECK(run({"model", "inspect", "--model", folder.write("foreign", "no model")}).status == 3);
}
