#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>

#include "duizhao/core/document.h"
#include "duizhao/core/finding.h"
#include "duizhao/core/score.h"

/// The scoring models of MQM 2.0 (Multidimensional Quality Metrics): themqm.org, "The MQM Scoring
/// Models", and Lommel et al., "The Multi-Range Theory of Translation Quality Measurement",
/// arXiv:2405.16969. Their terms in short: APT absolute penalty total, EWC evaluation word count,
/// NPT normed penalty total, MSV maximum score value, PT passing threshold, APP acceptable penalty
/// points.
namespace duizhao::score {

inline constexpr double kReferenceWords = 1000;  ///< what penalties are normed to
inline constexpr double kMaximumScore = 100;     ///< MSV
/// A shorter text is judged as if it had so many words: normed to 1000, a slip in a sentence would
/// fail it. At MQM's threshold of 25 four minor findings pass and one major finding does not.
inline constexpr double kLeastWords = 160;

struct MqmOptions {
  /// APP: the penalty per 1000 source words that is just acceptable. 25 is five major findings in
  /// a thousand words.
  double pass_threshold = 25;
  /// PT: the calibrated score that such a translation gets.
  double passing_score = 95;
  /// A critical finding fails the translation whatever its length, as MQM recommends. Findings that
  /// are more likely wrong than right don't count for this.
  bool critical_fails = true;
  /// The severity multipliers, from neutral to critical. Those of MQM 2.0 are an exponential scale:
  /// a critical finding weighs as much as five major ones. All error types weigh the same. (Freitag
  /// et al., "Experts, Errors, and Context", TACL 2021, weigh 0, 1 and 5 likewise, give 25 to a
  /// segment that is no translation at all, and 0.1 to minor punctuation errors.)
  std::array<double, 4> severity_weights = {0, 1, 5, 25};
};

/// Scores a translation:
///     penalty                = Σ weight(severity) · errors               (APT)
///     penalty_per_1000_words = penalty / source_words · 1000              (NPT)
///     raw_score              = 100 · (1 − penalty / source_words)
///     calibrated_score       = 100 − penalty_per_1000_words · (100 − PT) / APP
/// where a missing or added passage is an error a sentence (cost_of()), and
/// source_words at least kLeastWords. A translation passes while its penalty per 1000 words is at
/// most APP, which is the same as a calibrated score of at least PT. The calibrated score does not
/// fall below 0. A target that is a summary of its source is no translation and not judged as one.
///
/// `quality` is set by score/quality.h. A pair that can't be judged has no quality, says why, and
/// does not pass.
[[nodiscard]] Score mqm_score(const Document& source, const Document& target,
                              std::span<const Finding> findings, const MqmOptions& options);

/// What a finding costs in a score with these weights: a passage that is missing, or added, is an
/// error a sentence.
[[nodiscard]] double cost_of(const Finding& finding, const Score& score);

/// The penalty up to which a text of the score's length passes.
[[nodiscard]] double tolerated_penalty(const Score& score);

/// Sets the normed figures of a score and whether it passes from its penalty and its words, of
/// which there must be some.
void norm_by_words(Score& score, const MqmOptions& options);

/// Why a pair can't be judged: a side is empty or has no words, or is neither Chinese nor English.
/// Empty where it can.
[[nodiscard]] std::string unjudged_reason(const Document& source, const Document& target);

}  // namespace duizhao::score
