#include "duizhao/model/train.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "commands/temporary_folder.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/model/model_file.h"
#include "temporary_file.h"

using duizhao::Language;
using duizhao::model::Lexicon;
using duizhao::model::Manifest;
using duizhao::model::ModelFile;
using duizhao::model::ParallelText;
using duizhao::model::train;
using duizhao::model::TrainOptions;
using duizhao::model::TrainOutcome;
using duizhao::tests::content_of;
using duizhao::tests::TemporaryFolder;

namespace {

constexpr std::string_view kDictionary =
    "銀行\t银行\tyin2 hang2\tbank\n"
    "利率\t利率\tli4 lu:4\tinterest rate\n"
    "貿易\t贸易\tmao4 yi4\ttrade\n"
    "上升\t上升\tshang4 sheng1\tto rise; to go up\n"
    "下降\t下降\txia4 jiang4\tto fall; to decline\n"
    "河\t河\the2\triver\n";

/// What rises and falls, in every combination; 出口 (exports) and 芯片 (chips) are not in the
/// dictionary.
ParallelText small_corpus(int times_said = 1) {
  const std::vector<std::pair<std::string, std::string>> things = {
      {"银行利率", "Bank interest rates"},
      {"贸易", "Trade"},
      {"出口", "Exports"},
      {"Nvidia芯片出口", "Exports of Nvidia chips"},
      {"Nvidia", "Nvidia"}};
  const std::vector<std::pair<std::string, std::string>> moves = {
      {"上升", "rose"}, {"下降", "fell"}, {"上升了12%", "rose by 12%"}, {"下降了", "declined"}};
  const std::vector<std::pair<std::string, std::string>> times = {
      {"", ""}, {"今年", " this year"}, {"去年", " last year"}};
  ParallelText text;
  for (int i = 0; i < times_said; ++i) {
    text.start_source("small." + std::to_string(i));
    for (const auto& [zh_time, en_time] : times) {
      for (const auto& [zh, en] : things) {
        for (const auto& [zh_move, en_move] : moves) {
          text.add(zh_time + zh + zh_move + "。", en + " " + en_move + en_time + ".");
        }
      }
    }
  }
  return text;
}

/// The most likely translation of the only word of `text`.
std::string best(const Lexicon& lexicon, std::string_view text, Language language) {
  const auto words = lexicon.words(text, language);
  REQUIRE(words.size() == 1);
  const auto translations = lexicon.translations(language, words[0].id);
  REQUIRE_FALSE(translations.empty());
  const Language other = language == Language::kChinese ? Language::kEnglish : Language::kChinese;
  return std::string(lexicon.form(other, translations[0].id));
}

struct Trained {
  TemporaryFile dictionary{kDictionary};
  TemporaryFolder folder;
  TrainOptions options;

  Trained() {
    options.dictionaries = {dictionary.path()};
    options.alignment.running.threads = 1;
  }
};

}  // namespace

TEST_CASE("training: finds translations that stand in the dictionary and such that do not") {
  Trained run;
  REQUIRE(train(small_corpus(), {}, run.folder.path("a.model"), run.options));
  const auto lexicon = Lexicon::open(run.folder.path("a.model"));
  REQUIRE(lexicon);
  CHECK(best(*lexicon, "银行", Language::kChinese) == "bank");
  CHECK(best(*lexicon, "銀行", Language::kChinese) == "bank");
  CHECK(best(*lexicon, "贸易", Language::kChinese) == "trade");
  CHECK(best(*lexicon, "上升", Language::kChinese) == "rise");
  CHECK(best(*lexicon, "河", Language::kChinese) == "river");
  CHECK(best(*lexicon, "trade", Language::kEnglish) == "贸易");
  CHECK(best(*lexicon, "declined", Language::kEnglish) == "下降");
  CHECK(best(*lexicon, "Nvidia", Language::kEnglish) == "nvidia");
}

TEST_CASE("training: numbers are no part of the vocabulary") {
  Trained run;
  REQUIRE(train(small_corpus(), {}, run.folder.path("a.model"), run.options));
  const auto lexicon = Lexicon::open(run.folder.path("a.model"));
  REQUIRE(lexicon);
  for (const Language language : {Language::kChinese, Language::kEnglish}) {
    for (std::uint32_t id = 0; id < lexicon->size(language); ++id) {
      CHECK(lexicon->form(language, id).find_first_of("0123456789") == std::string::npos);
    }
  }
}

TEST_CASE("training: the same input gives the same bytes, for any number of threads") {
  Trained run;
  REQUIRE(train(small_corpus(), {}, run.folder.path("a.model"), run.options));
  REQUIRE(train(small_corpus(), {}, run.folder.path("b.model"), run.options));
  run.options.alignment.running.threads = 3;
  REQUIRE(train(small_corpus(), {}, run.folder.path("c.model"), run.options));
  const std::string first = content_of(run.folder.path("a.model"));
  CHECK(first.size() > 1000);
  CHECK(content_of(run.folder.path("b.model")) == first);
  CHECK(content_of(run.folder.path("c.model")) == first);
}

TEST_CASE("training: a pair that is there twice counts once") {
  Trained run;
  REQUIRE(train(small_corpus(), {}, run.folder.path("once.model"), run.options));
  const auto once = Lexicon::open(run.folder.path("once.model"));
  REQUIRE(train(small_corpus(2), {}, run.folder.path("twice.model"), run.options));
  const auto twice = Lexicon::open(run.folder.path("twice.model"));
  REQUIRE(once);
  REQUIRE(twice);
  REQUIRE(once->size(Language::kEnglish) == twice->size(Language::kEnglish));
  for (std::uint32_t id = 0; id < once->size(Language::kEnglish); ++id) {
    CHECK(once->probability(Language::kEnglish, id) == twice->probability(Language::kEnglish, id));
  }
}

TEST_CASE("training: without pairs the dictionary alone is a lexicon") {
  Trained run;
  REQUIRE(train({}, {}, run.folder.path("a.model"), run.options));
  const auto lexicon = Lexicon::open(run.folder.path("a.model"));
  REQUIRE(lexicon);
  CHECK(best(*lexicon, "银行", Language::kChinese) == "bank");
}

TEST_CASE("training: without a dictionary single characters are the words") {
  Trained run;
  run.options.dictionaries.clear();
  REQUIRE(train(small_corpus(), {}, run.folder.path("a.model"), run.options));
  const auto lexicon = Lexicon::open(run.folder.path("a.model"));
  REQUIRE(lexicon);
  const auto words = lexicon->words("贸易", Language::kChinese);
  CHECK(words.size() == 2);
}

TEST_CASE("training: a missing dictionary and a folder that is not there are errors") {
  Trained run;
  CHECK_FALSE(train(small_corpus(), {}, run.folder.path("missing/a.model"), run.options));
  run.options.dictionaries.push_back(run.folder.path("missing.tsv"));
  const auto trained = train(small_corpus(), {}, run.folder.path("a.model"), run.options);
  REQUIRE_FALSE(trained);
  CHECK(trained.error().where.file == run.folder.path("missing.tsv"));
}

TEST_CASE("training: the manifest counts the pairs of each source by what became of them") {
  Trained run;
  ParallelText text = small_corpus(2);
  text.start_source("odd");
  text.add("", "Nothing.");
  text.add("没有。", " ");
  std::string long_text;
  for (int i = 0; i < 200; ++i) long_text += "银行";
  text.add(long_text, "Banks.");
  Manifest manifest;
  manifest.program = "duizhao x";
  manifest.dictionaries.push_back({"small.tsv", "0123", 0});
  manifest.pairs = {{"one.tsv", "4567"}, {"again.tsv", "89ab"}, {"odd.tsv", "cdef"}};
  REQUIRE(train(text, manifest, run.folder.path("a.model"), run.options));
  const auto file = ModelFile::open(run.folder.path("a.model"));
  REQUIRE(file);
  const auto bytes = file->section(duizhao::model::kManifestSection);
  const auto json = nlohmann::json::parse(
      std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
  CHECK(json["program"] == "duizhao x");
  CHECK(json["options"]["iterations"] == 8);
  CHECK(json["dictionaries"][0]["name"] == "small.tsv");
  CHECK(json["dictionaries"][0]["entries"] == 6);
  REQUIRE(json["pairs"].size() == 3);
  CHECK(json["pairs"][0]["sha256"] == "4567");
  CHECK(json["pairs"][0]["pairs"] == 60);
  CHECK(json["pairs"][0]["used"] == 60);
  CHECK(json["pairs"][1]["repeated"] == 60);
  CHECK(json["pairs"][1]["used"] == 0);
  CHECK(json["pairs"][2]["too_long"] == 3);
}

TEST_CASE("training: interrupted at any point, it goes on from the checkpoint to the same file") {
  Trained run;
  const std::string path = run.folder.path("a.model");
  REQUIRE(train(small_corpus(), {}, path, run.options));
  const std::string whole = content_of(path);

  run.options.checkpoint = run.folder.path("a.checkpoint");
  int runs = 0;
  for (int allowed = 1;; allowed += 3) {
    // As soon as the question has been asked this often, the answer is yes.
    int asked = 0;
    run.options.alignment.running.stopped = [&] { return ++asked > allowed; };
    std::filesystem::remove(path);
    ++runs;
    const auto outcome = train(small_corpus(), {}, path, run.options);
    REQUIRE(outcome);
    if (*outcome == TrainOutcome::kFinished) break;
    CHECK_FALSE(std::filesystem::exists(path));
    REQUIRE(runs < 1000);
  }
  CHECK(runs > 3);
  CHECK(content_of(path) == whole);
  CHECK_FALSE(std::filesystem::exists(run.options.checkpoint));
}

TEST_CASE(
    "training: a checkpoint of other input or options, or a damaged one, is not gone on from") {
  Trained run;
  const std::string path = run.folder.path("a.model");
  const auto interrupt = [&] {
    int asked = 0;
    TrainOptions options = run.options;
    options.checkpoint = run.folder.path("a.checkpoint");
    options.alignment.running.stopped = [&] { return ++asked > 20; };
    const auto outcome = train(small_corpus(), {}, path, options);
    REQUIRE(outcome);
    REQUIRE(*outcome == TrainOutcome::kStopped);
    REQUIRE(std::filesystem::exists(options.checkpoint));
  };
  const auto expect_as_without = [&](const ParallelText& text, TrainOptions options) {
    options.checkpoint.clear();
    REQUIRE(train(text, {}, run.folder.path("without.model"), options));
    options.checkpoint = run.folder.path("a.checkpoint");
    REQUIRE(train(text, {}, path, options));
    CHECK(content_of(path) == content_of(run.folder.path("without.model")));
  };

  SUBCASE("another text") {
    interrupt();
    ParallelText text = small_corpus();
    text.add("银行", "river");
    expect_as_without(text, run.options);
  }
  SUBCASE("another option") {
    interrupt();
    TrainOptions options = run.options;
    options.alignment.iterations = 2;
    expect_as_without(small_corpus(), options);
  }
  SUBCASE("another dictionary") {
    interrupt();
    const TemporaryFile other("銀行\t银行\tyin2 hang2\tshore\n");
    TrainOptions options = run.options;
    options.dictionaries = {other.path()};
    expect_as_without(small_corpus(), options);
  }
  SUBCASE("a damaged checkpoint") {
    interrupt();
    std::string bytes = content_of(run.folder.path("a.checkpoint"));
    bytes[bytes.size() / 2] ^= 1;
    run.folder.write("a.checkpoint", bytes);
    expect_as_without(small_corpus(), run.options);
  }
}
