#include "duizhao/score/quality.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "check/reviewed.h"
#include "duizhao/model/language_model.h"

using namespace duizhao;
using score::Evidence;
using score::EvidenceVector;

namespace {

std::map<std::string, int, std::less<>> directions_of_evidence() {
  std::map<std::string, int, std::less<>> directions;
  for (std::size_t i = 0; i < score::kEvidenceCount; ++i) {
    const auto piece = static_cast<Evidence>(i);
    directions.emplace(score::name_of(piece), score::direction_of(piece));
  }
  return directions;
}

/// Evidence of no particular kind, with one piece set.
EvidenceVector with(Evidence piece, double value) {
  EvidenceVector evidence{};
  evidence[static_cast<std::size_t>(piece)] = value;
  return evidence;
}

double estimate(const EvidenceVector& evidence, Language target_language) {
  return score::estimate(evidence, tests::lexicon().weights().quality.of(target_language));
}

EvidenceVector contributions(const EvidenceVector& evidence, Language target_language) {
  return score::contributions(evidence, tests::lexicon().weights().quality.of(target_language));
}

double quality_of(std::string source, std::string target) {
  const Review review = tests::reviewed_pair(std::move(source), std::move(target));
  REQUIRE(review.score.quality.has_value());
  return *review.score.quality;
}

}  // namespace

TEST_CASE("quality: every finding lowers the estimate, whatever its rule") {
  for (const Language language : {Language::kChinese, Language::kEnglish}) {
    for (const Evidence rule :
         {Evidence::kFacts, Evidence::kNames, Evidence::kNegation, Evidence::kOmission,
          Evidence::kAddition, Evidence::kUntranslated, Evidence::kRepetition, Evidence::kForm}) {
      CAPTURE(score::name_of(rule));
      CHECK(estimate(with(rule, 0.5), language) < estimate({}, language));
      CHECK(estimate(with(rule, 1), language) < estimate(with(rule, 0.5), language));
    }
  }
}

TEST_CASE("quality: the shipped weights have the sign that is known of each piece of evidence") {
  for (const Language language : {Language::kChinese, Language::kEnglish}) {
    for (const auto& weight : tests::lexicon().weights().quality.of(language).evidence) {
      CAPTURE(weight.evidence);
      const auto directions = directions_of_evidence();
      REQUIRE(directions.contains(weight.evidence));
      const int direction = directions.at(weight.evidence);
      CHECK((direction == 0 || direction * weight.weight >= 0));
    }
  }
}

TEST_CASE("quality: it stays within its range, however bad the evidence") {
  for (std::size_t i = 0; i < score::kEvidenceCount; ++i) {
    for (const double value : {-1e9, 1e9}) {
      const double quality = estimate(with(static_cast<Evidence>(i), value), Language::kEnglish);
      CHECK(quality > 0);
      CHECK(quality < 1);
    }
  }
}

TEST_CASE("quality: evidence that nothing is known of neither helps nor hurts") {
  for (const Language language : {Language::kChinese, Language::kEnglish}) {
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    const auto parts = contributions(with(Evidence::kInsertedWords, unknown), language);
    CHECK(parts[static_cast<std::size_t>(Evidence::kInsertedWords)] == 0);
    CHECK(estimate(with(Evidence::kInsertedWords, 1), language) <
          estimate(with(Evidence::kInsertedWords, unknown), language));
  }
}

TEST_CASE("quality: the contributions add up to the difference of two estimates") {
  const EvidenceVector bad = with(Evidence::kFacts, 2);
  const auto logit = [](double p) { return std::log(p / (1 - p)); };
  const auto sum = [](const EvidenceVector& parts) {
    return std::accumulate(parts.begin(), parts.end(), 0.0);
  };
  const double difference =
      sum(contributions(bad, Language::kEnglish)) - sum(contributions({}, Language::kEnglish));
  CHECK(logit(estimate(bad, Language::kEnglish)) - logit(estimate({}, Language::kEnglish)) ==
        doctest::Approx(difference));
}

TEST_CASE("quality: a damaged translation lies below the good one") {
  const std::string source =
      "The central bank raised interest rates by 25 basis points on Thursday.";
  const double good = quality_of(source, "该国央行周四加息25个基点。");
  CHECK(quality_of(source, "该国央行周四加息75个基点。") < good);
  CHECK(quality_of(source, "该国央行周四没有加息25个基点。") < good);
  CHECK(quality_of(source, "该国央行该国央行周四加息25个基点。") < good);
  CHECK(quality_of(source, source) < good);
}

TEST_CASE("quality: a word put into a translation, or left out of it, lowers the estimate") {
  const std::string source = "银行在三月份提高了利率，分析师对此感到惊讶。";
  const double good =
      quality_of(source, "The bank raised interest rates in March, which surprised the analysts.");
  CHECK(quality_of(source,
                   "The bank secretly raised interest rates in March, which surprised the "
                   "analysts.") < good);
  CHECK(quality_of(source,
                   "The bank raised interest rates in March, which surprised the retired "
                   "analysts.") < good);
  CHECK(quality_of(source, "The bank raised interest rates, which surprised the analysts.") < good);
}

TEST_CASE("quality: of a text it is the mean of its parts by length, omissions being 0") {
  score::TextEstimate text;
  text.add(0.9, {}, 30);
  text.add(0.6, {}, 10);
  CHECK(text.value() == doctest::Approx(0.825));
  text.add_lone(40);
  CHECK(text.value() == doctest::Approx(0.4125));
}

TEST_CASE("quality: what was left in the source's language counts as nothing") {
  score::TextEstimate text;
  text.add(0.8, {}, 30);
  text.add_untranslated(10);
  CHECK(text.value() == doctest::Approx(0.6));
  REQUIRE(text.lost().size() == 1);
  CHECK(text.lost()[0].evidence == "untranslated");
  CHECK(text.lost()[0].lost == doctest::Approx(0.2));

  const std::string english = "The bank raised interest rates in March, which surprised analysts.";
  CHECK(quality_of(english, english) < 0.05);
  const double good = quality_of(english, "该行三月份加息，令分析师感到意外。");
  const double partly = quality_of(english, "该行三月份加息，which surprised analysts。");
  CHECK(partly < good * 0.7);
}

TEST_CASE("quality: what takes most from it is told, the greatest first") {
  EvidenceVector parts{};
  parts[std::size_t(Evidence::kNames)] = -0.5;
  parts[std::size_t(Evidence::kRendered)] = 0.5;       // speaks for it
  parts[std::size_t(Evidence::kSourceLength)] = -0.5;  // only says how hard the source is
  parts[std::size_t(Evidence::kForm)] = -0.001;        // next to nothing
  score::TextEstimate text;
  text.add(0.6, parts, 30);
  REQUIRE(text.lost().size() == 1);
  CHECK(text.lost()[0].evidence == "names");
  // Without it the odds would be exp(0.5) times as high.
  CHECK(text.lost()[0].lost == doctest::Approx(0.7121 - 0.6).epsilon(0.001));
  text.add_lone(30);
  REQUIRE(text.lost().size() == 2);
  CHECK(text.lost()[0].evidence == "passages");
  CHECK(text.lost()[0].lost == doctest::Approx(0.3));
  CHECK(text.lost()[1].lost == doctest::Approx((0.7121 - 0.6) / 2).epsilon(0.001));
}

TEST_CASE("quality: a review has an estimate for every bead") {
  const Review review = tests::reviewed_documents(
      "The bank raised interest rates on Thursday.\nThe minister of finance resigned after the "
      "vote in parliament.\n",
      "该行周四加息。\n");
  REQUIRE(review.bead_quality.size() == review.alignment.beads.size());
  for (std::size_t b = 0; b < review.bead_quality.size(); ++b) {
    CHECK((review.bead_quality[b] == 0) == review.alignment.beads[b].one_sided());
  }
}

TEST_CASE("language model: the committed model has one, and it knows which words go together") {
  const auto total = [&](std::string_view text) {
    const auto words = tests::lexicon().words(text, Language::kEnglish);
    const auto scores = tests::language_model().scores(Language::kEnglish, words);
    REQUIRE(scores.size() == words.size());
    return std::accumulate(scores.begin(), scores.end(), 0.0F);
  };
  CHECK(total("This is one of the most important problems.") >
        total("Problems most the of one important this is."));
}

TEST_CASE("language model: a word between two that belong together is in the way") {
  const std::string text = "This is one of the cheerful most important problems.";
  const auto words = tests::lexicon().words(text, Language::kEnglish);
  const auto& model = tests::language_model();
  const auto gains =
      model.skip_gain(Language::kEnglish, words, model.scores(Language::kEnglish, words));
  REQUIRE(gains.size() == words.size());
  const auto worst = std::max_element(gains.begin(), gains.end()) - gains.begin();
  CHECK(words[std::size_t(worst)].span.in(text) == "cheerful");
  CHECK(gains.back() == 0);
  // What it says is the difference that leaving the word out makes to the two behind it.
  auto without = words;
  without.erase(without.begin() + worst);
  const auto total = [&](const std::vector<model::Word>& sentence, std::size_t first) {
    const auto scores = tests::language_model().scores(Language::kEnglish, sentence);
    return std::accumulate(scores.begin() + std::ptrdiff_t(first),
                           scores.begin() + std::ptrdiff_t(first) + 2, 0.0F);
  };
  const auto place = std::size_t(worst);
  CHECK(gains[place] == doctest::Approx(total(without, place) - total(words, place + 1)));
  CHECK(tests::language_model().skip_gain(Language::kEnglish, {}, {}).empty());
}

TEST_CASE("language model: what is trained is found, what is rare is left out") {
  const std::string often = "the red house stands here";
  const std::string once = "a blue ship sank there";
  model::LanguageModelTrainer trainer;
  const auto add = [&](const std::string& text, int times) {
    const auto words = tests::lexicon().words(text, Language::kEnglish);
    for (int i = 0; i < times; ++i) trainer.add(words);
  };
  add(often, 5);
  add(once, 2);
  const std::string section = trainer.section(3, 1000);
  CHECK(section.size() % 4 == 0);
  // 5 words, 5 pairs and 5 triples, with room between them.
  std::size_t used = 0;
  for (std::size_t i = 0; i < section.size(); i += 4) {
    used += section.substr(i, 4) != std::string(4, '\0') ? 1 : 0;
  }
  CHECK(used == 15);
  CHECK(trainer.section(3, 7).size() < section.size());
}
