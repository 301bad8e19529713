#include "duizhao/report/json.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace duizhao::report {
namespace {

using Json = nlohmann::ordered_json;

std::string_view code_of(Language language) {
  switch (language) {
    case Language::kChinese:
      return "zh";
    case Language::kEnglish:
      return "en";
    case Language::kUnknown:
      break;
  }
  return "und";
}

Json json_of(const std::optional<Span>& span, const Document& document) {
  if (!span) return nullptr;
  return {{"begin", span->begin}, {"end", span->end}, {"text", span->in(document.text)}};
}

Json json_of(const Finding& finding, const Review& review) {
  return {{"rule", finding.rule},
          {"category", finding.category},
          {"severity", name_of(finding.severity)},
          {"confidence", finding.confidence},
          {"source", json_of(finding.source, review.source)},
          {"target", json_of(finding.target, review.target)},
          {"message", finding.message},
          {"suggestion", finding.suggestion ? Json(*finding.suggestion) : Json(nullptr)}};
}

Json json_of(const Score& score) {
  Json json = {{"quality", score.quality ? Json(*score.quality) : Json(nullptr)},
               {"penalty", score.penalty},
               {"penalty_per_1000_words", score.penalty_per_1000_words},
               {"source_words", score.source_words},
               {"passed", score.passed}};
  if (!score.unjudged.empty()) json["unjudged"] = score.unjudged;
  return json;
}

Json json_of(const Document& document) {
  return {{"name", document.name},
          {"language", code_of(document.language)},
          {"encoding", document.encoding},
          {"bytes", document.text.size()},
          {"sentences", document.sentences.size()}};
}

Json side_of(const Document& document, const std::vector<std::uint32_t>& sentences) {
  if (sentences.empty()) return {{"sentences", sentences}, {"text", ""}};
  const Span span =
      document.sentences[sentences.front()].span.joined(document.sentences[sentences.back()].span);
  return {{"sentences", sentences},
          {"begin", span.begin},
          {"end", span.end},
          {"text", span.in(document.text)}};
}

Json bead_of(const Review& review, std::size_t number) {
  const Bead& bead = review.alignment.beads[number];
  Json json = {{"bead", number},
               {"source", side_of(review.source, bead.source)},
               {"target", side_of(review.target, bead.target)},
               {"score", bead.score},
               {"confidence", bead.confidence},
               {"moved", bead.moved},
               {"repeated", bead.repeated}};
  if (bead.moved_from) json["moved_from"] = *bead.moved_from;
  if (bead.moved_to) json["moved_to"] = *bead.moved_to;
  return json;
}

}  // namespace

void write_json(std::ostream& out, const Review& review) {
  Json beads = Json::array();
  for (std::size_t b = 0; b < review.alignment.beads.size(); ++b) {
    beads.push_back(bead_of(review, b));
  }
  Json findings = Json::array();
  for (const Finding& finding : review.findings) {
    Json json = json_of(finding, review);
    json["bead"] = finding.bead ? Json(*finding.bead) : Json(nullptr);
    findings.push_back(std::move(json));
  }
  const Json json = {
      {"documents", {{"source", json_of(review.source)}, {"target", json_of(review.target)}}},
      {"beads", std::move(beads)},
      {"findings", std::move(findings)},
      {"score", json_of(review.score)}};
  out << json.dump(1) << '\n';
}

void write_jsonl(std::ostream& out, const Review& review) {
  auto finding = review.findings.begin();  // sorted by bead, those on the whole first
  for (std::size_t b = 0; b < review.alignment.beads.size(); ++b) {
    Json json = bead_of(review, b);
    Json findings = Json::array();
    for (; finding != review.findings.end() && finding->bead.value_or(0) == b; ++finding) {
      findings.push_back(json_of(*finding, review));
    }
    json["findings"] = std::move(findings);
    out << json.dump() << '\n';
  }
}

void write_pair_jsonl(std::ostream& out, const Review& review, std::size_t pair) {
  Json findings = Json::array();
  for (const Finding& finding : review.findings) findings.push_back(json_of(finding, review));
  out << Json({{"pair", pair}, {"score", json_of(review.score)}, {"findings", std::move(findings)}})
             .dump()
      << '\n';
}

}  // namespace duizhao::report
