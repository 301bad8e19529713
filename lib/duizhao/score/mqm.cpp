#include "duizhao/score/mqm.h"

#include <algorithm>

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

std::string unjudged_reason(const Document& source, const Document& target) {
  return reason_of(source, count_words(source.text), target);
}

void norm_by_words(Score& score, const MqmOptions& options) {
  const double per_word = score.penalty / static_cast<double>(score.source_words);
  score.penalty_per_1000_words = per_word * kReferenceWords;
  score.raw_score = kMaximumScore * (1 - per_word);
  // A threshold of 0 accepts no penalty at all: the calibrated scale has no room then, and the raw
  // score stands in.
  score.calibrated_score = options.pass_threshold > 0
                               ? kMaximumScore - score.penalty_per_1000_words *
                                                     (kMaximumScore - options.passing_score) /
                                                     options.pass_threshold
                               : score.raw_score;
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
    score.penalty += score.cost_of(finding.severity);
    critical |= finding.severity == Severity::kCritical && finding.confidence >= 0.5;
  }
  score.unjudged = reason_of(source, score.source_words, target);
  if (!score.unjudged.empty()) {
    score.passed = false;
    return score;
  }
  norm_by_words(score, options);
  score.passed = score.passed && !(critical && options.critical_fails);
  return score;
}

}  // namespace duizhao::score
