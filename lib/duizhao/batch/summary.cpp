#include "duizhao/batch/summary.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace duizhao::batch {
namespace {

/// The beginning of a text, at most `most` bytes, cut between characters.
std::string beginning(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

std::size_t bin_of(double quality) {
  const auto bin = static_cast<std::size_t>(quality * double(Summary::kBins));
  return std::min(bin, Summary::kBins - 1);
}

bool is_worse(const WorstPair& a, const WorstPair& b) {
  return std::tie(a.quality, b.penalty) < std::tie(b.quality, a.penalty);
}

}  // namespace

void Outcome::add(const Record& record) {
  ++pairs;
  unjudged += record.score.quality ? 0 : 1;
  with_findings += record.findings.empty() ? 0 : 1;
  for (const RecordedFinding& finding : record.findings) {
    ++findings[static_cast<std::size_t>(finding.severity)];
  }
  total.add(record.score);
}

std::uint64_t Outcome::all_findings() const {
  return std::accumulate(findings.begin(), findings.end(), std::uint64_t{0});
}

Summary::Summary(const std::vector<Input>& inputs) : inputs_(inputs.size()) {
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    inputs_[i].file = inputs[i].name;
    inputs_[i].target_file = inputs[i].target_name;
  }
}

void Summary::add(const Record& record) {
  if (record.input >= inputs_.size()) return;
  InputOutcome& input = inputs_[record.input];
  if (record.kind == Record::Kind::kError) {
    input.error = record.message;
    input.error_line = record.line;
    return;
  }
  if (record.kind == Record::Kind::kPassedOver) {
    input.passed_over += record.passed_over;
    return;
  }
  if (!record.page.empty()) input.page = record.page;
  input.add(record);
  whole_.add(record);
  add_findings(record);
  for (std::size_t i = 0; i < kPenalties.size(); ++i) {
    penalties_[i] += record.score.penalty >= kPenalties[i] ? 1 : 0;
  }
  if (!record.score.quality) return;
  ++bins_[bin_of(*record.score.quality)];
  add_worst(record);
}

void Summary::add_findings(const Record& record) {
  constexpr std::size_t kExcerpt = 60;
  std::set<std::string_view> rules;
  for (const RecordedFinding& finding : record.findings) {
    RuleOutcome& rule = rules_[finding.rule];
    ++rule.findings[static_cast<std::size_t>(finding.severity)];
    if (rules.insert(finding.rule).second) ++rule.pairs;
    frequent_.add(finding.code + "\t" + beginning(finding.source, kExcerpt) + "\t" +
                      beginning(finding.target, kExcerpt),
                  finding.message);
  }
  if (rules.size() == 1) ++rules_[std::string(*rules.begin())].pairs_alone;
}

void Summary::add_worst(const Record& record) {
  constexpr std::size_t kShown = 400;
  constexpr std::size_t kMessages = 3;
  WorstPair pair{*record.score.quality, record.score.penalty, {}, 0, {}, {}, {}, {}, {}};
  if (worst_.size() == kWorst && !is_worse(pair, worst_.back())) return;
  const bool is_report = record.kind == Record::Kind::kReport;
  // A pair of two files has the line of its translation.
  pair.file = is_report || record.target_file.empty() ? record.file : record.target_file;
  pair.line = record.line;
  pair.id = record.id;
  pair.source = is_report ? record.file : beginning(record.source, kShown);
  pair.target = is_report ? record.target_file : beginning(record.target, kShown);
  pair.page = record.page;
  for (const RecordedFinding& finding : record.findings) {
    if (pair.messages.size() == kMessages) break;
    pair.messages.push_back(finding.message);
  }
  worst_.insert(std::ranges::upper_bound(worst_, pair, is_worse), std::move(pair));
  if (worst_.size() > kWorst) worst_.pop_back();
}

std::uint64_t Summary::broken() const {
  return static_cast<std::uint64_t>(
      std::ranges::count_if(inputs_, [](const InputOutcome& one) { return !one.error.empty(); }));
}

}  // namespace duizhao::batch
