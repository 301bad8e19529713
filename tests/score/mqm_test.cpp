#include "duizhao/score/mqm.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "duizhao/text/sentences.h"

using duizhao::Document;
using duizhao::Finding;
using duizhao::Score;
using duizhao::Severity;
using duizhao::score::mqm_score;
using duizhao::score::MqmOptions;
using duizhao::score::unjudged_reason;

namespace {

Document document(const std::string& text) {
  Document document;
  document.text = text;
  duizhao::text::segment(document);
  return document;
}

Document words(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "word ";
  return document(text);
}

std::vector<Finding> findings(const std::vector<Severity>& severities) {
  std::vector<Finding> findings;
  for (const Severity severity : severities) {
    Finding finding;
    finding.severity = severity;
    findings.push_back(finding);
  }
  return findings;
}

}  // namespace

TEST_CASE("mqm: neutral, minor, major and critical findings weigh 0, 1, 5 and 25") {
  const Document source = words(500);
  const auto penalty = [&](Severity severity) {
    return mqm_score(source, source, findings({severity}), {}).penalty;
  };
  CHECK(penalty(Severity::kNeutral) == 0);
  CHECK(penalty(Severity::kMinor) == 1);
  CHECK(penalty(Severity::kMajor) == 5);
  CHECK(penalty(Severity::kCritical) == 25);
}

TEST_CASE("mqm: penalties are normed to 1000 source words") {
  const std::vector<Finding> found =
      findings({Severity::kMajor, Severity::kMajor, Severity::kMinor});
  const Score score = mqm_score(words(500), words(3), found, {});
  CHECK(score.source_words == 500);
  CHECK(score.penalty == 11);
  CHECK(score.penalty_per_1000_words == doctest::Approx(22));
  CHECK(score.raw_score == doctest::Approx(97.8));
}

TEST_CASE("mqm: a profile's weights count instead of MQM's") {
  MqmOptions options;
  options.severity_weights = {0, 0.5, 4, 10};
  const Score score =
      mqm_score(words(1000), words(3), findings({Severity::kMajor, Severity::kMinor}), options);
  CHECK(score.penalty == doctest::Approx(4.5));
  CHECK(score.severity_weights == options.severity_weights);
}

TEST_CASE("mqm: a translation at the threshold passes and has the passing score") {
  const MqmOptions options{10, 90, true};
  const Score at = mqm_score(words(500), words(500), findings({Severity::kMajor}), options);
  CHECK(at.calibrated_score == doctest::Approx(90));
  CHECK(at.passed);
  CHECK(at.pass_threshold == 10);
  const Score above =
      mqm_score(words(500), words(500), findings({Severity::kMajor, Severity::kMinor}), options);
  CHECK(above.calibrated_score == doctest::Approx(88));
  CHECK(!above.passed);
}

TEST_CASE("mqm: a threshold of 0 accepts a translation without penalty only") {
  const MqmOptions options{0, 95, true};
  CHECK(mqm_score(words(500), words(500), {}, options).passed);
  const Score score = mqm_score(words(500), words(500), findings({Severity::kMinor}), options);
  CHECK(!score.passed);
  CHECK(score.calibrated_score == doctest::Approx(99.8));
}

TEST_CASE("mqm: in a short text a minor finding does not fail, a major one does") {
  const Document sentence = words(12);
  CHECK(mqm_score(sentence, sentence, findings({Severity::kMinor}), {}).passed);
  CHECK(!mqm_score(sentence, sentence, findings({Severity::kMajor}), {}).passed);
}

TEST_CASE("mqm: the calibrated score does not fall below 0") {
  const std::vector<Finding> found = findings(std::vector<Severity>(40, Severity::kCritical));
  const Score score = mqm_score(words(20), words(20), found, {});
  CHECK(score.calibrated_score == 0);
}

TEST_CASE("mqm: a passage that is missing costs as much as its sentences") {
  std::vector<Finding> found = findings({Severity::kMajor});
  found[0].code = "omission/passage";
  found[0].with("sentences", std::size_t{25});
  CHECK(mqm_score(words(500), words(500), found, {}).penalty == 125);
}

TEST_CASE("mqm: a summary is called one, and has no score of a translation") {
  std::vector<Finding> found = findings({Severity::kMajor});
  found[0].code = "omission/summary";
  const Score score = mqm_score(words(500), words(100), found, {});
  CHECK(score.unjudged == "the target is a summary of the source and no translation of it");
  CHECK(!score.passed);
}

TEST_CASE("mqm: a critical finding fails a text of any length, an improbable one does not") {
  const Document source = words(100000);
  std::vector<Finding> found = findings({Severity::kCritical});
  CHECK(!mqm_score(source, source, found, {}).passed);
  CHECK(mqm_score(source, source, found, {25, 95, false}).passed);
  found[0].confidence = 0.4;
  CHECK(mqm_score(source, source, found, {}).passed);
}

TEST_CASE("mqm: a pair that can't be judged says why, and has no quality") {
  const Document english = document("Exports fell.");
  const Document chinese = document("出口下降。");
  CHECK(unjudged_reason(english, chinese).empty());
  CHECK(unjudged_reason(document(""), chinese) == "the source is empty");
  CHECK(unjudged_reason(english, document(" \n ")) == "the target is empty");
  CHECK(unjudged_reason(english, document("——……")) == "the target has no words");
  CHECK(unjudged_reason(document("Экспорт сократился."), chinese) ==
        "the source is neither Chinese nor English");
  const Score score = mqm_score(english, document(""), {}, {});
  CHECK(!score.quality);
  CHECK(score.unjudged == "the target is empty");
  CHECK(!score.passed);
}

TEST_CASE("mqm: figures without a language are judged") {
  CHECK(unjudged_reason(document("2019 2020"), document("2019 2020")).empty());
}

TEST_CASE("mqm: a text left in the source language is judged") {
  const Document english = document("Exports fell by a tenth.");
  CHECK(unjudged_reason(english, english).empty());
}
