#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "cli/process.h"
#include "commands/temporary_folder.h"

using duizhao::tests::content_of;
using duizhao::tests::Ended;
using duizhao::tests::run_duizhao;
using duizhao::tests::TemporaryFolder;

namespace {

const std::string kSource = "corpora/chips/report.en.txt";
const std::string kTarget = "corpora/chips/clean.zh-Hans.txt";

/// The diagnostic is one line that begins with the place; nothing but it is said.
void check_refused(const Ended& ended, const std::string& place) {
  CAPTURE(ended.err);
  CHECK(ended.status == 3);
  CHECK(ended.out.empty());
  CHECK(ended.err.starts_with(place));
  CHECK(ended.err.find(": error: ") != std::string::npos);
  CHECK(ended.err.find('\n') == ended.err.size() - 1);
}

}  // namespace

TEST_CASE("program: texts that can't be read are named") {
  const TemporaryFolder folder;
  for (const std::string command : {"align", "check"}) {
    check_refused(run_duizhao({command, folder.path("missing"), kTarget}),
                  folder.path("missing") + ":");
    check_refused(run_duizhao({command, kSource, folder.path("")}), folder.path("") + ":");
  }
}

TEST_CASE("program: a binary file is refused with the place where it stops being text") {
  const TemporaryFolder folder;
  const std::string binary =
      folder.write("picture", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", 20));
  check_refused(run_duizhao({"check", kSource, binary}), binary + ":");
}

TEST_CASE("program: a text that is not in the encoding that was said is refused with the place") {
  check_refused(run_duizhao({"check", kSource, kTarget, "--target-encoding", "Big5"}),
                kTarget + ":");
  const Ended unknown = run_duizhao({"check", kSource, kTarget, "--encoding", "Latin-17"});
  CHECK(unknown.status == 2);
  CHECK(unknown.err.find("Latin-17") != std::string::npos);
}

TEST_CASE("program: two texts in one language are refused with the way out") {
  const Ended ended = run_duizhao({"align", kSource, kSource});
  check_refused(ended, kSource + ":");
  CHECK(ended.err.find("--source-lang") != std::string::npos);
}

TEST_CASE("program: malformed pairs are refused with line and column") {
  const TemporaryFolder folder;
  const std::string no_tab = folder.write("no-tab.tsv", "no tab\nIt rains.\t下雨了。\n");
  check_refused(run_duizhao({"check", "--pairs", no_tab, "-o", folder.path("no-tab.jsonl")}),
                no_tab + ":1:");
  const std::string broken = folder.write("broken.tsv", "\xE4\xB8\t雨\n");
  check_refused(run_duizhao({"check", "--pairs", broken, "-o", folder.path("out.jsonl")}),
                broken + ":1:1:");
}

TEST_CASE("program: a malformed glossary is refused with its line") {
  const TemporaryFolder folder;
  const std::string glossary = folder.write("terms.tsv", "chip\t芯片\nwafer\n");
  check_refused(run_duizhao({"check", kSource, kTarget, "-g", glossary}), glossary + ":2:");
}

TEST_CASE("program: a model that is missing, cut off, damaged or no model at all is refused") {
  const TemporaryFolder folder;
  const auto align = [&](const std::string& model) {
    return run_duizhao({"align", kSource, kTarget, "--model", model});
  };
  check_refused(align(folder.path("missing")), folder.path("missing") + ":");
  check_refused(align(kSource), kSource + ":");
  check_refused(align(folder.write("empty", "")), folder.path("empty") + ":");
  std::string model = content_of("models/duizhao.model");
  check_refused(align(folder.write("half", model.substr(0, model.size() / 2))),
                folder.path("half") + ":");
  model[model.size() / 2] = static_cast<char>(model[model.size() / 2] ^ 0x10);
  check_refused(align(folder.write("damaged", model)), folder.path("damaged") + ":");
}

TEST_CASE("program: DUIZHAO_MODEL names the model, and --model overrules it") {
  const duizhao::tests::How elsewhere{.environment = {"DUIZHAO_MODEL=corpora/README.md"}};
  check_refused(run_duizhao({"align", kSource, kTarget}, elsewhere), "corpora/README.md:");
  CHECK(run_duizhao({"align", kSource, kTarget, "--model", "models/duizhao.model"}, elsewhere)
            .status == 0);
}

TEST_CASE("program: wrong usage has status 2 and points to the help") {
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {}, {"chekc"}, {"check"}, {"align", kSource, kTarget, "--fromat", "tsv"}}) {
    const Ended ended = run_duizhao(arguments);
    CHECK(ended.status == 2);
    CHECK(ended.out.empty());
    CHECK(ended.err.find("--help") != std::string::npos);
  }
}

TEST_CASE("program: an output is never an input, nor of an ending that is not written") {
  const TemporaryFolder folder;
  const std::string pairs = folder.write("pairs.tsv", "one\t一\n");
  CHECK(run_duizhao({"check", "--pairs", pairs, "-o", pairs}).status == 2);
  CHECK(content_of(pairs) == "one\t一\n");
  const std::string terms = folder.write("terms.tsv", "one\t一\n");
  CHECK(run_duizhao({"glossary", "convert", terms, "-o", terms}).status == 2);
  CHECK(run_duizhao({"glossary", "build", "--pairs", pairs, "-o", pairs}).status == 2);
  CHECK(run_duizhao({"glossary", "convert", terms, "-o", folder.path("a.doc")}).status == 2);
  CHECK(run_duizhao({"model", "train", "--pairs", pairs, "-o", pairs}).status == 2);
  CHECK(content_of(pairs) == "one\t一\n");
  CHECK(content_of(terms) == "one\t一\n");
  const Ended ended = run_duizhao({"check", "--pairs", pairs, "-o", folder.path("a.docx")});
  CHECK(ended.status == 2);
  CHECK(ended.err.find("'.docx' is no format that is written here") != std::string::npos);
}

TEST_CASE("program: a full disk is an error; a reader that has seen enough is none") {
  const Ended full = run_duizhao({"align", kSource, kTarget}, {.out_file = "/dev/full"});
  CHECK(full.status == 3);
  CHECK(full.err.find("No space left") != std::string::npos);
  const Ended nobody = run_duizhao({"align", kSource, kTarget}, {.closed_output = true});
  CHECK(nobody.status == 0);
  CHECK(nobody.err.empty());
}

TEST_CASE("program: a file of output keeps its old content until the new one is complete") {
  const TemporaryFolder folder;
  const std::string output = folder.write("beads.tsv", "old\n");
  CHECK(run_duizhao({"align", kSource, folder.path("missing"), "-o", output}).status == 3);
  CHECK(content_of(output) == "old\n");
  CHECK(run_duizhao({"align", kSource, kTarget, "-o", output}).status == 0);
  CHECK(content_of(output) != "old\n");
  CHECK(folder.names() == std::vector<std::string>{"beads.tsv"});
}

TEST_CASE("program: a symbolic link as output stays one") {
  const TemporaryFolder folder;
  const std::string real = folder.write("real.tsv", "old\n");
  std::filesystem::create_symlink(real, folder.path("link.tsv"));
  CHECK(run_duizhao({"align", kSource, kTarget, "-o", folder.path("link.tsv")}).status == 0);
  CHECK(std::filesystem::is_symlink(folder.path("link.tsv")));
  CHECK(content_of(real) != "old\n");
}
