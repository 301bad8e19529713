#include "duizhao/model/weights.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "commands/temporary_folder.h"
#include "duizhao/model/lexicon.h"
#include "model/tiny_lexicon.h"

using duizhao::Error;
using duizhao::Language;
using duizhao::model::Lexicon;
using duizhao::model::Weights;
using duizhao::model::weights_path;

namespace {

std::string shipped() {
  std::ostringstream text;
  text << std::ifstream("models/duizhao.weights").rdbuf();
  REQUIRE_FALSE(text.str().empty());
  return text.str();
}

std::string with(std::string text, const std::string& old, const std::string& put) {
  const auto at = text.find(old);
  REQUIRE(at != std::string::npos);
  return text.replace(at, old.size(), put);
}

Error fault_of(const std::string& text) {
  const auto weights = Weights::parse(text, "a.weights");
  REQUIRE_FALSE(weights.has_value());
  return weights.error();
}

}  // namespace

TEST_CASE("weights: the shipped ones were fitted on the shipped model") {
  const auto lexicon = Lexicon::open("models/duizhao.model");
  REQUIRE(lexicon.has_value());
  CHECK(lexicon->weights().lexicon == lexicon->checksum());
  CHECK(lexicon->weights().missing_runs.of(Language::kChinese).constant < 0);
}

TEST_CASE("weights: comments and empty lines say nothing") {
  const auto plain = Weights::parse(shipped(), "a");
  const auto commented = Weights::parse(with(shipped(), "[term]", "\n# by hand\n\n[term]"), "a");
  REQUIRE(plain.has_value());
  REQUIRE(commented.has_value());
  CHECK(plain->term.constant == commented->term.constant);
}

TEST_CASE("weights: what is wrong in a file is told with its line") {
  CHECK(fault_of("").message.find("not a file of duizhao's weights") != std::string::npos);
  CHECK(fault_of("duizhao weights 2\n").where.line == 1);
  CHECK(fault_of("duizhao weights 1\nlexicon xyz\n").where.line == 2);
  CHECK(fault_of("duizhao weights 1\nodds 1\n").message == "unknown line");
  CHECK(fault_of("duizhao weights 1\n[a]\nb 1.5x\n").message == "\"1.5x\" is no number");
  CHECK(fault_of("duizhao weights 1\n[a]\nb nan\n").where.line == 3);
  CHECK(fault_of("duizhao weights 1\n").message == "there is no section [missing-odds]");

  const Error misspelt = fault_of(with(shipped(), "loose_begin ", "loose_begins "));
  CHECK(misspelt.message == "[rendering] has no line \"loose_begin\"");
  CHECK(misspelt.where.file == "a.weights");
  CHECK(misspelt.where.line > 100);
  CHECK(fault_of(with(shipped(), "zh.0.0 ", "zh.0.0 7 ")).message ==
        "\"zh.0.0\" has 6 numbers instead of 5");
  CHECK(fault_of(with(shipped(), "many_words ", "size 1\nmany_words ")).message ==
        "\"size\" is not expected in [term]");
}

TEST_CASE("weights: a lexicon opens those beside it, if they are its own") {
  const duizhao::tests::TinyLexicon tiny = {
      {{"银行", 0.5F}, {"。", 0.5F}}, {{"bank", 1.0F}}, {{{0, 1.0F}}, {}}, {{{0, 1.0F}}}};
  const duizhao::tests::TemporaryFolder folder;
  const std::string model = folder.path("a.model");
  REQUIRE(write_model_file(model, tiny.sections()).has_value());
  CHECK(weights_path(model) == folder.path("a.weights"));
  const auto bare = Lexicon::open(model);
  REQUIRE(bare.has_value());
  CHECK(bare->weights().lexicon == 0);
  CHECK(bare->weights().missing_runs.of(Language::kEnglish).constant == 0);

  const std::string beside = folder.write("a.weights", shipped());
  const auto of_another = Lexicon::open(model);
  REQUIRE_FALSE(of_another.has_value());
  CHECK(of_another.error().message.find("another lexicon") != std::string::npos);
  CHECK(of_another.error().where.file == beside);
  // Who asks for them by name gets them.
  const auto by_name = Lexicon::open(model, beside);
  REQUIRE(by_name.has_value());
  CHECK(by_name->weights().lexicon != by_name->checksum());
}
