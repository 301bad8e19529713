#include <array>

#include "duizhao/batch/summary_rows.h"
#include "duizhao/batch/summary_text.h"
#include "duizhao/report/json_writer.h"

namespace duizhao::batch {
namespace {

using report::JsonWriter;

void write_findings(JsonWriter& json, const BySeverity& findings) {
  json.begin_object();
  for (std::size_t i = findings.size(); i-- > 0;) {
    json.key(duizhao::name_of(static_cast<Severity>(i))).value(findings[i]);
  }
  json.end_object();
}

/// The members that the whole and each input have.
void write_outcome(JsonWriter& json, const Outcome& outcome) {
  json.key("pairs").value(outcome.pairs);
  json.key("unjudged").value(outcome.unjudged);
  json.key("with_findings").value(outcome.with_findings);
  json.key("findings");
  write_findings(json, outcome.findings);
  const Score score = outcome.total.score({});
  json.key("quality");
  score.quality ? json.value(*score.quality) : json.null();
  json.key("penalty").value(score.penalty);
  json.key("penalty_per_1000_words").value(score.penalty_per_1000_words);
  json.key("source_words").value(score.source_words);
}

void write_thresholds(JsonWriter& json, const Summary& summary) {
  json.key("thresholds");
  json.begin_object();
  json.key("quality_below");
  json.begin_array();
  for (std::size_t bin = 2; bin <= Summary::kBins; bin += 2) {
    json.begin_object();
    json.key("limit").value(double(bin) / double(Summary::kBins));
    json.key("pairs").value(pairs_below(summary, bin));
    json.end_object();
  }
  json.end_array();
  json.key("penalty_from");
  json.begin_array();
  for (std::size_t i = 0; i < Summary::kPenalties.size(); ++i) {
    json.begin_object();
    json.key("limit").value(Summary::kPenalties[i]);
    json.key("pairs").value(summary.by_penalty()[i]);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  json.line_break();
}

void write_rules(JsonWriter& json, const Summary& summary) {
  json.key("rules");
  json.begin_array();
  for (const RuleRow& row : rule_rows(summary)) {
    json.line_break();
    json.begin_object();
    json.key("rule").value(row.rule);
    json.key("findings");
    write_findings(json, row.outcome.findings);
    json.key("pairs").value(row.outcome.pairs);
    json.key("pairs_alone").value(row.outcome.pairs_alone);
    json.end_object();
  }
  json.end_array();
  json.line_break();
}

void write_inputs(JsonWriter& json, const Summary& summary) {
  json.key("inputs");
  json.begin_array();
  for (const InputOutcome& input : summary.inputs()) {
    json.line_break();
    json.begin_object();
    json.key("file").value(input.file);
    if (!input.target_file.empty()) json.key("target_file").value(input.target_file);
    if (!input.page.empty()) json.key("page").value(input.page);
    write_outcome(json, input);
    json.key("passed_over").value(input.passed_over);
    json.key("error");
    if (input.error.empty()) {
      json.null();
    } else {
      json.begin_object();
      json.key("message").value(input.error);
      if (input.error_line > 0) json.key("line").value(input.error_line);
      json.end_object();
    }
    json.end_object();
  }
  json.end_array();
  json.line_break();
}

void write_worst(JsonWriter& json, const Summary& summary) {
  json.key("worst");
  json.begin_array();
  for (const WorstPair& pair : summary.worst()) {
    json.line_break();
    json.begin_object();
    json.key("quality").value(pair.quality);
    json.key("penalty").value(pair.penalty);
    json.key("file").value(pair.file);
    if (pair.line > 0) json.key("line").value(pair.line);
    if (!pair.id.empty()) json.key("id").value(pair.id);
    json.key("source").value(pair.source);
    json.key("target").value(pair.target);
    json.key("messages");
    json.begin_array();
    for (const std::string& message : pair.messages) json.value(message);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.line_break();
}

void write_frequent(JsonWriter& json, const Summary& summary) {
  json.key("frequent");
  json.begin_array();
  for (const Frequent::Counted& entry : summary.frequent()) {
    const FrequentParts parts = parts_of(entry);
    json.line_break();
    json.begin_object();
    json.key("count").value(entry.count);
    json.key("code").value(parts.code);
    json.key("source").value(parts.source);
    json.key("target").value(parts.target);
    json.key("message").value(entry.example);
    json.end_object();
  }
  json.end_array();
  json.line_break();
}

}  // namespace

void append_summary_json(std::string& out, const Summary& summary,
                         const std::vector<std::string>& unpaired) {
  JsonWriter json(out);
  json.begin_object();
  write_outcome(json, summary.whole());
  json.line_break();
  json.key("by_quality");
  json.begin_array();
  for (const std::uint64_t pairs : summary.by_quality()) json.value(pairs);
  json.end_array();
  json.line_break();
  write_thresholds(json, summary);
  write_rules(json, summary);
  write_inputs(json, summary);
  write_worst(json, summary);
  write_frequent(json, summary);
  json.key("unpaired");
  json.begin_array();
  for (const std::string& file : unpaired) json.value(file);
  json.end_array();
  json.end_object();
  out += '\n';
}

}  // namespace duizhao::batch
