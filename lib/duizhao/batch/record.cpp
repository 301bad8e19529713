#include "duizhao/batch/record.h"

#include <nlohmann/json.hpp>

#include "duizhao/report/json.h"
#include "duizhao/report/json_writer.h"

namespace duizhao::batch {
namespace {

using Json = nlohmann::json;
using report::JsonWriter;

/// The members that every line begins with; the object stays open.
void begin(JsonWriter& json, std::size_t number, const Input& input) {
  json.begin_object();
  json.key("input").value(number);
  json.key("file").value(input.name);
  if (input.is_report()) json.key("target_file").value(input.target_name);
}

/// Puts the members of a line of report/json.h behind those that stand in `out`.
void join(std::string& out, const std::string& line) {
  out += ',';
  out.append(line, 1);
}

std::string text_of(const Json& of, const char* name) {
  const auto member = of.find(name);
  return member != of.end() && member->is_string() ? member->get<std::string>() : std::string();
}

template <typename Number>
Number number_of(const Json& of, const char* name) {
  const auto member = of.find(name);
  return member != of.end() && member->is_number() ? member->get<Number>() : Number{};
}

std::string evidence_of(const Json& finding, const char* side) {
  const auto member = finding.find(side);
  return member != finding.end() && member->is_object() ? text_of(*member, "text") : std::string();
}

void read_score(const Json& from, Score& score) {
  const auto quality = from.find("quality");
  if (quality != from.end() && quality->is_number()) score.quality = quality->get<double>();
  score.unjudged = text_of(from, "unjudged");
  score.penalty = number_of<double>(from, "penalty");
  score.penalty_per_1000_words = number_of<double>(from, "penalty_per_1000_words");
  score.source_words = number_of<std::size_t>(from, "source_words");
  score.pass_threshold = number_of<double>(from, "pass_threshold");
  score.passed = from.value("passed", true);
}

RecordedFinding read_finding(const Json& from) {
  RecordedFinding finding;
  finding.rule = text_of(from, "rule");
  finding.code = text_of(from, "code");
  finding.category = text_of(from, "category");
  finding.severity = severity_named(text_of(from, "severity")).value_or(Severity::kNeutral);
  finding.penalty = number_of<double>(from, "penalty");
  finding.confidence = number_of<double>(from, "confidence");
  finding.source = evidence_of(from, "source");
  finding.target = evidence_of(from, "target");
  finding.message = text_of(from, "message");
  finding.suggestion = text_of(from, "suggestion");
  finding.key = text_of(from, "key");
  finding.line = number_of<std::size_t>(from, "line");
  return finding;
}

}  // namespace

std::optional<Record> read_record(std::string_view line) {
  const Json from = Json::parse(line, nullptr, false);
  if (!from.is_object() || !from.contains("input") || !from["input"].is_number_unsigned()) {
    return std::nullopt;
  }
  Record record;
  record.input = number_of<std::size_t>(from, "input");
  record.file = text_of(from, "file");
  record.target_file = text_of(from, "target_file");
  record.pair = number_of<std::uint64_t>(from, "pair");
  record.line = number_of<std::size_t>(from, "line");
  record.id = text_of(from, "id");
  if (const auto error = from.find("error"); error != from.end() && error->is_object()) {
    record.kind = Record::Kind::kError;
    record.message = text_of(*error, "message");
    record.line = number_of<std::size_t>(*error, "line");
    return record;
  }
  if (const auto passed = from.find("passed_over"); passed != from.end() && passed->is_object()) {
    record.kind = Record::Kind::kPassedOver;
    record.passed_over = number_of<std::uint64_t>(*passed, "units");
    return record;
  }
  const auto score = from.find("score");
  const auto findings = from.find("findings");
  if (score == from.end() || !score->is_object() || findings == from.end() ||
      !findings->is_array()) {
    return std::nullopt;
  }
  record.kind = from.contains("pair") ? Record::Kind::kPair : Record::Kind::kReport;
  record.page = text_of(from, "page");
  record.source = text_of(from, "source");
  record.target = text_of(from, "target");
  read_score(*score, record.score);
  for (const Json& finding : *findings) {
    if (finding.is_object()) record.findings.push_back(read_finding(finding));
  }
  return record;
}

void append_pair_record(std::string& out, std::size_t number, const Input& input,
                        const report::PairPlace& place, const Review& review, Language language) {
  JsonWriter json(out);
  begin(json, number, input);
  json.key("source").value(review.source.text);
  json.key("target").value(review.target.text);
  std::string rest;
  report::append_pair_line(rest, place, review, language);
  join(out, rest);
}

void append_report_record(std::string& out, std::size_t number, const Input& input,
                          const std::string& page, const Review& review, Language language) {
  JsonWriter json(out);
  begin(json, number, input);
  if (!input.is_report()) json.key("target_file").value(input.name);  // it holds both versions
  if (!page.empty()) json.key("page").value(page);
  std::string rest;
  report::append_report_line(rest, review, language);
  join(out, rest);
}

void append_error_record(std::string& out, std::size_t number, const Input& input,
                         std::uint64_t pair, const Error& error) {
  JsonWriter json(out);
  begin(json, number, input);
  json.key("pair").value(pair);
  json.key("error");
  json.begin_object();
  json.key("message").value(error.message);
  if (error.where.line > 0) json.key("line").value(error.where.line);
  if (error.where.column > 0) json.key("column").value(error.where.column);
  json.end_object();
  json.end_object();
  out += '\n';
}

void append_passed_over_record(std::string& out, std::size_t number, const Input& input,
                               std::uint64_t pair, std::size_t units,
                               const std::vector<Error>& first) {
  JsonWriter json(out);
  begin(json, number, input);
  json.key("pair").value(pair);
  json.key("passed_over");
  json.begin_object();
  json.key("units").value(units);
  json.key("first");
  json.begin_array();
  for (const Error& error : first) json.value(to_string(error));
  json.end_array();
  json.end_object();
  json.end_object();
  out += '\n';
}

}  // namespace duizhao::batch
