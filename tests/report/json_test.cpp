#include "duizhao/report/json.h"

#include <doctest/doctest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "check/reviewed.h"
#include "duizhao/report/json_writer.h"
#include "golden.h"
#include "report/sample.h"

using duizhao::Review;
using duizhao::Span;
using namespace duizhao::report;
using namespace duizhao::tests;
using nlohmann::json;

namespace {

std::vector<json> lines_of(const std::string& text) {
  std::vector<json> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(json::parse(line));
  return lines;
}

/// Whether `begin`, `end` and `text` of a place agree with the document.
void check_place(const json& place, const std::string& text) {
  const Span span{place.at("begin").get<std::size_t>(), place.at("end").get<std::size_t>()};
  CHECK(span.in(text) == place.at("text").get<std::string>());
}

std::string written(double number) {
  std::string out;
  JsonWriter(out).value(number);
  return out;
}

}  // namespace

TEST_CASE("json: a pair's line matches its golden file") {
  std::string out;
  append_pair_line(out, {7, 8, "s8"}, pair_review());
  check_golden("tests/report/golden/pair.jsonl", out);
}

TEST_CASE("json: what the findings cost, and what was lost by type, is the penalty") {
  const Review review = reviewed_documents(
      "Sales rose 12 percent in March.\nHe did not resign.\nThe bank raised rates,although prices "
      "fell.\n",
      "3月销售额增长21%。\n他辞职了。\n尽管物价下跌,该行仍加息。\n");
  std::string out;
  append_json(out, review);
  const json written = json::parse(out);
  double cost = 0;
  for (const json& finding : written.at("findings")) cost += finding.at("penalty").get<double>();
  double lost = 0;
  for (const json& points : written.at("score").at("lost")) lost += points.get<double>();
  CHECK(written.at("score").at("lost").size() >= 2);
  CHECK(cost >= 10);
  CHECK(cost == review.score.penalty);
  CHECK(lost == review.score.penalty);
}

TEST_CASE("json: a document pair's object matches its golden file") {
  std::string out;
  append_json(out, sample_review());
  check_golden("tests/report/golden/review.json", out);
}

TEST_CASE("json: a document pair's lines match their golden file") {
  std::string out;
  append_jsonl(out, sample_review());
  check_golden("tests/report/golden/review.jsonl", out);
}

TEST_CASE("json: the language changes what messages say, and nothing else") {
  std::string english;
  std::string chinese;
  append_json(english, sample_review());
  append_json(chinese, sample_review(), duizhao::Language::kChinese);
  json a = json::parse(english);
  json b = json::parse(chinese);
  for (std::size_t i = 0; i < a.at("findings").size(); ++i) {
    CHECK(a.at("findings")[i].at("message") != b.at("findings")[i].at("message"));
    a.at("findings")[i].erase("message");
    b.at("findings")[i].erase("message");
  }
  CHECK(a == b);
}

TEST_CASE("json: a finding brings its code and what its message tells") {
  std::string out;
  append_json(out, sample_review());
  const json finding = json::parse(out).at("findings").at(0);
  CHECK(finding.at("code") == "number/magnitude");
  CHECK(finding.at("args").at("meant") == "370万");
  CHECK(finding.at("args").at("factor") == 0.1);
  CHECK(finding.at("places") == 1);
}

TEST_CASE("json: an alignment's lines match their golden file") {
  const Review review = sample_review();
  std::string out;
  append_alignment_jsonl(out, review.source, review.target, review.alignment);
  check_golden("tests/report/golden/alignment.jsonl", out);
}

TEST_CASE("json: offsets, in both directions, are bytes of the documents' own texts") {
  for (const Review& review : {sample_review(), mirrored_sample_review(), hostile_review()}) {
    std::string out;
    append_json(out, review);
    const json object = json::parse(out);
    CHECK(object.at("beads").size() == review.alignment.beads.size());
    for (const json& bead : object.at("beads")) {
      check_place(bead.at("source"), review.source.text);
      check_place(bead.at("target"), review.target.text);
    }
    CHECK(object.at("findings").size() == review.findings.size());
    for (const json& finding : object.at("findings")) {
      if (!finding.at("source").is_null()) check_place(finding.at("source"), review.source.text);
      if (!finding.at("target").is_null()) check_place(finding.at("target"), review.target.text);
    }
  }
}

TEST_CASE("json: every bead is a line, and every finding stands in one of them") {
  for (const Review& review : {sample_review(), mirrored_sample_review()}) {
    std::string out;
    append_jsonl(out, review);
    const std::vector<json> lines = lines_of(out);
    REQUIRE(lines.size() == review.alignment.beads.size());
    std::size_t findings = 0;
    for (const json& line : lines) findings += line.at("findings").size();
    CHECK(findings == review.findings.size());
  }
}

TEST_CASE("json: quality is not rounded, and a whole penalty is a whole number") {
  const Review review = pair_review();
  std::string out;
  append_pair_line(out, {}, review);
  CHECK(json::parse(out).at("score").at("quality").get<double>() == *review.score.quality);
  CHECK(out.find("\"penalty\":5,") != std::string::npos);
}

TEST_CASE("json: a pair that can't be judged has no quality and says why") {
  Review review = pair_review();
  review.score = {};
  review.score.unjudged = "the target is empty";
  std::string out;
  append_pair_line(out, {3, 4, {}}, review);
  const json line = json::parse(out);
  CHECK(line.at("pair") == 3);
  CHECK(line.at("score").at("quality").is_null());
  CHECK(line.at("score").at("unjudged") == "the target is empty");
}

TEST_CASE("json: a review of nothing is an object with nothing in it") {
  std::string out;
  append_json(out, {});
  const json object = json::parse(out);
  CHECK(object.at("beads").empty());
  CHECK(object.at("findings").empty());
}

TEST_CASE("json: control characters, quotes and backslashes read back as they were") {
  std::string text = "\"\\/ \xE5\xAF\xB9\xE7\x85\xA7 \xF0\x9F\x98\x80";
  for (char c = 1; c < 0x20; ++c) text += c;
  text += '\0';
  text += '\x7F';
  std::string out;
  JsonWriter(out).value(text);
  CHECK(json::parse(out).get<std::string>() == text);
  CHECK(out.find('\n') == std::string::npos);
}

TEST_CASE("json: numbers are as short as they can be and read back the same") {
  CHECK(written(0) == "0");
  CHECK(written(0.1) == "0.1");
  for (const double number : {1.0 / 3, 1e-300, 123456789.125, 0.9312345678901234}) {
    CHECK(json::parse(written(number)).get<double>() == number);
  }
  CHECK(written(std::numeric_limits<double>::infinity()) == "null");
  CHECK(written(std::numeric_limits<double>::quiet_NaN()) == "null");
}
