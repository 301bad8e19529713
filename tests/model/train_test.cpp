#include "duizhao/model/train.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/model/lexicon.h"
#include "temporary_file.h"
#include "temporary_folder.h"

using duizhao::Language;
using duizhao::model::Lexicon;
using duizhao::model::train;
using duizhao::model::TrainingPair;
using duizhao::model::TrainOptions;
using duizhao::model::Unit;

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
std::vector<TrainingPair> small_corpus() {
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
  std::vector<TrainingPair> pairs;
  for (const auto& [zh_time, en_time] : times) {
    for (const auto& [zh, en] : things) {
      for (const auto& [zh_move, en_move] : moves) {
        pairs.push_back({zh_time + zh + zh_move + "。", en + " " + en_move + en_time + "."});
      }
    }
  }
  return pairs;
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

/// The most likely translation of the only unit of `text`.
std::string best(const Lexicon& lexicon, std::string_view text, Language language) {
  const auto units = lexicon.units(text, language);
  REQUIRE(units.size() == 1);
  const auto translations = lexicon.translations(language, units[0].id);
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
    options.alignment.threads = 1;
  }
};

}  // namespace

TEST_CASE("training: finds translations that stand in the dictionary and such that do not") {
  Trained run;
  REQUIRE(train(small_corpus(), run.folder / "a.model", run.options));
  const auto lexicon = Lexicon::open(run.folder / "a.model");
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
  REQUIRE(train(small_corpus(), run.folder / "a.model", run.options));
  const auto lexicon = Lexicon::open(run.folder / "a.model");
  REQUIRE(lexicon);
  for (const Language language : {Language::kChinese, Language::kEnglish}) {
    for (std::uint32_t id = 0; id < lexicon->size(language); ++id) {
      CHECK(lexicon->form(language, id).find_first_of("0123456789") == std::string::npos);
    }
  }
}

TEST_CASE("training: the same input gives the same bytes, for any number of threads") {
  Trained run;
  REQUIRE(train(small_corpus(), run.folder / "a.model", run.options));
  REQUIRE(train(small_corpus(), run.folder / "b.model", run.options));
  run.options.alignment.threads = 3;
  REQUIRE(train(small_corpus(), run.folder / "c.model", run.options));
  const std::string first = bytes_of(run.folder / "a.model");
  CHECK(first.size() > 1000);
  CHECK(bytes_of(run.folder / "b.model") == first);
  CHECK(bytes_of(run.folder / "c.model") == first);
}

TEST_CASE("training: a pair that is there twice counts once") {
  Trained run;
  std::vector<TrainingPair> pairs = small_corpus();
  REQUIRE(train(pairs, run.folder / "once.model", run.options));
  const auto once = Lexicon::open(run.folder / "once.model");
  const std::vector<TrainingPair> again(pairs.begin(), pairs.begin() + 10);
  pairs.insert(pairs.end(), again.begin(), again.end());
  REQUIRE(train(pairs, run.folder / "twice.model", run.options));
  const auto twice = Lexicon::open(run.folder / "twice.model");
  REQUIRE(once);
  REQUIRE(twice);
  REQUIRE(once->size(Language::kEnglish) == twice->size(Language::kEnglish));
  for (std::uint32_t id = 0; id < once->size(Language::kEnglish); ++id) {
    CHECK(once->probability(Language::kEnglish, id) == twice->probability(Language::kEnglish, id));
  }
}

TEST_CASE("training: without pairs the dictionary alone is a lexicon") {
  Trained run;
  REQUIRE(train({}, run.folder / "a.model", run.options));
  const auto lexicon = Lexicon::open(run.folder / "a.model");
  REQUIRE(lexicon);
  CHECK(best(*lexicon, "银行", Language::kChinese) == "bank");
}

TEST_CASE("training: without a dictionary single characters are the words") {
  Trained run;
  run.options.dictionaries.clear();
  REQUIRE(train(small_corpus(), run.folder / "a.model", run.options));
  const auto lexicon = Lexicon::open(run.folder / "a.model");
  REQUIRE(lexicon);
  const auto units = lexicon->units("贸易", Language::kChinese);
  CHECK(units.size() == 2);
}

TEST_CASE("training: a missing dictionary and a folder that is not there are errors") {
  Trained run;
  CHECK_FALSE(train(small_corpus(), run.folder / "missing/a.model", run.options));
  run.options.dictionaries.push_back(run.folder / "missing.tsv");
  const auto trained = train(small_corpus(), run.folder / "a.model", run.options);
  REQUIRE_FALSE(trained);
  CHECK(trained.error().where.file == run.folder / "missing.tsv");
}
