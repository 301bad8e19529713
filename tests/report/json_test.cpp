#include "duizhao/report/json.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "duizhao/text/sentences.h"

using duizhao::Bead;
using duizhao::Document;
using duizhao::Finding;
using duizhao::Review;
using duizhao::Severity;
using duizhao::Span;
namespace report = duizhao::report;

namespace {

Document lines(std::string name, std::string text) {
  Document document;
  document.name = std::move(name);
  document.text = std::move(text);
  duizhao::text::segment_lines(document);
  return document;
}

Review example() {
  Review review;
  review.source = lines("a", "Sales were US$3.7 billion.\nIt said so.\n");
  review.target = lines("b", "销售额为3.7亿美元。\n");
  Bead first;
  first.source = {0};
  first.target = {0};
  Bead second;
  second.source = {1};
  review.alignment.beads = {first, second};
  Finding summary;
  summary.rule = "omission";
  summary.category = "accuracy/omission";
  summary.severity = Severity::kMinor;
  summary.message = "half is missing";
  Finding money;
  money.rule = "money";
  money.category = "accuracy/mistranslation";
  money.severity = Severity::kCritical;
  money.source = Span{11, 25};
  money.target = Span{12, 24};
  money.suggestion = "37亿美元";
  money.bead = 0;
  review.findings = {summary, money};
  review.score.quality = 0.93125;
  review.score.penalty = 26;
  return review;
}

template <typename Write>
std::vector<nlohmann::json> written(Write write) {
  std::ostringstream out;
  write(out);
  std::istringstream rows(out.str());
  std::vector<nlohmann::json> objects;
  for (std::string row; std::getline(rows, row);) objects.push_back(nlohmann::json::parse(row));
  return objects;
}

}  // namespace

TEST_CASE("report: a pair is one line with its number, its score and its findings") {
  const Review review = example();
  const auto rows = written([&](std::ostream& out) { report::write_pair_jsonl(out, review, 41); });
  REQUIRE(rows.size() == 1);
  const auto& pair = rows[0];
  CHECK(pair["pair"] == 41);
  CHECK(pair["score"]["quality"] == 0.93125);
  CHECK(pair["score"]["penalty"] == 26);
  CHECK(!pair["score"].contains("unjudged"));
  const auto& money = pair["findings"][1];
  CHECK(money["rule"] == "money");
  CHECK(money["severity"] == "critical");
  CHECK(money["source"] == nlohmann::json{{"begin", 11}, {"end", 25}, {"text", "US$3.7 billion"}});
  CHECK(money["target"]["text"] == "3.7亿美元");
  CHECK(money["suggestion"] == "37亿美元");
  CHECK(pair["findings"][0]["source"].is_null());
  CHECK(pair["findings"][0]["suggestion"].is_null());
}

TEST_CASE("report: a pair that can't be judged has no quality, and the reason") {
  Review review = example();
  review.score.quality = std::nullopt;
  review.score.unjudged = "the target is empty";
  const auto pair =
      written([&](std::ostream& out) { report::write_pair_jsonl(out, review, 0); }).at(0);
  CHECK(pair["score"]["quality"].is_null());
  CHECK(pair["score"]["unjudged"] == "the target is empty");
}

TEST_CASE(
    "report: a review as JSON lines is an object a bead, and what concerns all is with the first") {
  const Review review = example();
  const auto rows = written([&](std::ostream& out) { report::write_jsonl(out, review); });
  REQUIRE(rows.size() == 2);
  CHECK(rows[0]["findings"].size() == 2);
  CHECK(rows[1]["findings"].empty());
  CHECK(rows[1]["source"]["text"] == "It said so.");
  CHECK(rows[1]["target"]["text"] == "");
}

TEST_CASE("report: a review as JSON names documents, beads, findings by bead, and the score") {
  const Review review = example();
  std::ostringstream out;
  report::write_json(out, review);
  const auto json = nlohmann::json::parse(out.str());
  CHECK(json["documents"]["source"]["name"] == "a");
  CHECK(json["documents"]["target"]["sentences"] == 1);
  CHECK(json["beads"].size() == 2);
  CHECK(json["findings"][0]["bead"].is_null());
  CHECK(json["findings"][1]["bead"] == 0);
  CHECK(json["score"]["penalty"] == 26);
}
