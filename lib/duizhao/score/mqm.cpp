#include "duizhao/score/mqm.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <variant>

#include "duizhao/score/words.h"
#include "duizhao/text/language.h"

namespace duizhao::score {
namespace {

bool is_foreign(const Document& document) {
  return document.language == Language::kUnknown && text::tally_writing(document.text).other > 0;
}

bool is_blank(const Document& document) {
  return std::ranges::all_of(document.paragraphs,
                             [&](const Paragraph& paragraph) { return paragraph.span.empty(); });
}

/// A short text is judged as a longer one.
double judged_words(const Score& score) {
  return std::max(static_cast<double>(score.source_words), kLeastWords);
}

/// How many sentences a finding is about that stand without a counterpart; 1 for any other.
double errors_of(const Finding& finding) {
  constexpr std::array<std::string_view, 3> kPassages = {"addition/most-of-the-target",
                                                         "addition/passage", "omission/passage"};
  if (std::ranges::find(kPassages, finding.code) == kPassages.end()) return 1;
  const ArgumentValue* sentences = finding.argument("sentences");
  const auto* count = sentences == nullptr ? nullptr : std::get_if<std::size_t>(sentences);
  return count == nullptr ? 1 : std::max(1.0, static_cast<double>(*count));
}

/// Whether a rule found that the target leaves out most of the source.
bool is_summary(std::span<const Finding> findings) {
  return std::ranges::any_of(
      findings, [](const Finding& finding) { return finding.code == "omission/summary"; });
}

std::string reason_of(const Document& document, std::string_view side, std::size_t words) {
  const std::string subject = "the " + std::string(side);
  if (words == 0) return subject + (is_blank(document) ? " is empty" : " has no words");
  if (is_foreign(document)) return subject + " is neither Chinese nor English";
  return {};
}

std::string reason_of(const Document& source, std::size_t source_words, const Document& target) {
  std::string reason = reason_of(source, "source", source_words);
  if (reason.empty()) reason = reason_of(target, "target", count_words(target.text));
  return reason;
}

}  // namespace

double cost_of(const Finding& finding, const Score& score) {
  return score.cost_of(finding.severity) * errors_of(finding);
}

double tolerated_penalty(const Score& score) {
  return score.pass_threshold * judged_words(score) / kReferenceWords;
}

std::string unjudged_reason(const Document& source, const Document& target) {
  return reason_of(source, count_words(source.text), target);
}

void norm_by_words(Score& score, const MqmOptions& options) {
  const double words = judged_words(score);
  const double per_word = score.penalty / words;
  score.penalty_per_1000_words = per_word * kReferenceWords;
  score.raw_score = kMaximumScore * (1 - per_word);
  // A threshold of 0 accepts no penalty at all: the calibrated scale has no room then, and the raw
  // score stands in.
  score.calibrated_score = options.pass_threshold > 0
                               ? kMaximumScore - score.penalty_per_1000_words *
                                                     (kMaximumScore - options.passing_score) /
                                                     options.pass_threshold
                               : score.raw_score;
  score.calibrated_score = std::max(0.0, score.calibrated_score);
  score.pass_threshold = options.pass_threshold;
  score.passed = score.penalty_per_1000_words <= options.pass_threshold;
}

Score mqm_score(const Document& source, const Document& target, std::span<const Finding> findings,
                const MqmOptions& options) {
  Score score;
  score.source_words = count_words(source.text);
  score.pass_threshold = options.pass_threshold;
  score.severity_weights = options.severity_weights;
  bool critical = false;
  for (const Finding& finding : findings) {
    score.penalty += cost_of(finding, score);
    critical |= finding.severity == Severity::kCritical && finding.confidence >= 0.5;
  }
  score.unjudged = reason_of(source, score.source_words, target);
  if (score.unjudged.empty() && is_summary(findings)) {
    score.unjudged = "the target is a summary of the source and no translation of it";
  }
  if (!score.unjudged.empty()) {
    score.passed = false;
    return score;
  }
  norm_by_words(score, options);
  score.passed = score.passed && !(critical && options.critical_fails);
  return score;
}

}  // namespace duizhao::score
