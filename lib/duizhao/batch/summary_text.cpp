#include "duizhao/batch/summary_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "duizhao/batch/summary_rows.h"
#include "duizhao/report/catalogue.h"
#include "duizhao/report/columns.h"
#include "duizhao/report/figures.h"

namespace duizhao::batch {
namespace {

using report::Words;

constexpr std::size_t kShown = 10;  ///< rows of a table that may be long
constexpr std::size_t kWidth = 78;

std::string padded(std::string_view text, std::size_t columns) {
  const std::size_t taken = report::columns_of(report::cells_of(text));
  return std::string(text) + std::string(taken < columns ? columns - taken : 0, ' ');
}

std::string cut(std::string_view text, std::size_t columns) {
  std::string kept;
  for (const report::Cell& cell : report::excerpt(report::cells_of(text), columns)) {
    kept += cell.bytes;
  }
  return kept;
}

void heading(std::string& out, std::string_view text) {
  out.append("\n").append(text).append("\n");
}

std::string share(std::uint64_t part, std::uint64_t all, const Words& words) {
  return report::percent(all == 0 ? 0 : double(part) / double(all), words.language());
}

std::string quality_of(const Score& score) {
  return score.quality ? fmt::format("{:.3f}", *score.quality) : "–";
}

void append_whole(std::string& out, const Summary& summary, const Words& words) {
  const Outcome& whole = summary.whole();
  const Score score = whole.total.score({});
  out += words("batch/whole", {{"pairs", std::size_t{whole.pairs}},
                               {"unjudged", std::size_t{whole.unjudged}},
                               {"with-findings", std::size_t{whole.with_findings}},
                               {"share", share(whole.with_findings, whole.pairs, words)}});
  out += '\n';
  out += words("batch/findings", {{"critical", std::size_t{whole.count(Severity::kCritical)}},
                                  {"major", std::size_t{whole.count(Severity::kMajor)}},
                                  {"minor", std::size_t{whole.count(Severity::kMinor)}},
                                  {"neutral", std::size_t{whole.count(Severity::kNeutral)}}});
  out += '\n';
  out += words("batch/score", {{"quality", quality_of(score)},
                               {"per-1000", report::decimal(score.penalty_per_1000_words, 1)},
                               {"words", score.source_words}});
  out += '\n';
}

void append_rules(std::string& out, const Summary& summary, const Words& words) {
  const std::vector<RuleRow> rows = rule_rows(summary);
  if (rows.empty()) return;
  heading(out, words("batch/by-rule"));
  for (const RuleRow& row : rows) {
    out += "  " + padded(words.rule_name(row.rule), 16) +
           fmt::format("{:>9}  ", row.outcome.pairs) +
           padded(share(row.outcome.pairs, summary.whole().pairs, words), 8) +
           words("batch/alone", {{"pairs", std::size_t{row.outcome.pairs_alone}}}) + '\n';
  }
}

void append_inputs(std::string& out, const Summary& summary, const Words& words) {
  std::vector<const InputOutcome*> rows;
  for (const InputOutcome& input : summary.inputs()) rows.push_back(&input);
  const auto penalty = [](const InputOutcome* input) {
    return input->total.score({}).penalty_per_1000_words;
  };
  std::ranges::stable_sort(rows, [&](const auto* a, const auto* b) {
    if (a->error.empty() != b->error.empty()) return b->error.empty();
    return penalty(a) > penalty(b);
  });
  if (rows.size() < 2 && summary.broken() == 0) return;
  heading(out, words("batch/by-file"));
  for (std::size_t i = 0; i < std::min(rows.size(), kShown); ++i) {
    const InputOutcome& input = *rows[i];
    const Score score = input.total.score({});
    out += fmt::format("  {:>8}  {:>7}  {:>7}  {:>5}  ", input.pairs,
                       report::decimal(score.penalty_per_1000_words, 1), input.all_findings(),
                       quality_of(score));
    out += name_of(input) + '\n';
    if (!input.error.empty()) {
      out += "            " + words("batch/broken", {{"why", input.error}}) + '\n';
    }
  }
  if (rows.size() > kShown) {
    out += "  " + words("batch/more", {{"count", rows.size() - kShown}}) + '\n';
  }
}

void append_thresholds(std::string& out, const Summary& summary, const Words& words) {
  heading(out, words("batch/thresholds"));
  for (const std::size_t bin : {4, 8, 12, 14, 16, 18}) {
    const std::uint64_t pairs = pairs_below(summary, bin);
    const std::string limit = report::decimal(double(bin) / double(Summary::kBins), 2);
    out += "  " + padded(words("batch/quality-below", {{"limit", limit}}), 24) +
           fmt::format("{:>9}  ", pairs) + share(pairs, summary.whole().pairs, words) + '\n';
  }
  for (std::size_t i = 0; i < Summary::kPenalties.size(); ++i) {
    const std::uint64_t pairs = summary.by_penalty()[i];
    const std::string limit = report::decimal(Summary::kPenalties[i], 0);
    out += "  " + padded(words("batch/penalty-from", {{"limit", limit}}), 24) +
           fmt::format("{:>9}  ", pairs) + share(pairs, summary.whole().pairs, words) + '\n';
  }
}

void append_worst(std::string& out, const Summary& summary, const Words& words) {
  if (summary.worst().empty()) return;
  heading(out, words("batch/worst"));
  constexpr std::size_t kWorst = 5;
  for (std::size_t i = 0; i < std::min(summary.worst().size(), kWorst); ++i) {
    const WorstPair& pair = summary.worst()[i];
    out += fmt::format("  {:.3f}  {}{}{}\n", pair.quality, pair.file,
                       pair.line > 0 ? fmt::format(":{}", pair.line) : "",
                       pair.id.empty() ? "" : fmt::format(" {}", pair.id));
    // A report has the names of its files for texts.
    if (pair.source != pair.file) out += "         " + cut(pair.source, kWidth - 9) + '\n';
    out += "         " + cut(pair.target, kWidth - 9) + '\n';
  }
}

void append_frequent(std::string& out, const Summary& summary, const Words& words) {
  const auto entries = summary.frequent();
  if (entries.empty()) return;
  heading(out, words("batch/frequent"));
  for (std::size_t i = 0; i < std::min(entries.size(), kShown); ++i) {
    out += fmt::format("  {:>7}  ", entries[i].count) +
           cut(std::string(parts_of(entries[i]).code) + ": " + entries[i].example, kWidth - 11) +
           '\n';
  }
}

}  // namespace

void append_summary_text(std::string& out, const Summary& summary, Language language) {
  const Words words(language);
  append_whole(out, summary, words);
  append_inputs(out, summary, words);
  append_rules(out, summary, words);
  append_frequent(out, summary, words);
  append_worst(out, summary, words);
  append_thresholds(out, summary, words);
}

}  // namespace duizhao::batch
