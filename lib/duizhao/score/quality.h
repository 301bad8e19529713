#pragma once

#include <vector>

#include "duizhao/core/score.h"
#include "duizhao/model/weights.h"
#include "duizhao/score/evidence.h"

namespace duizhao::score {

/// An estimate in (0,1) of how good a translation of a bead is; higher is better, and comparable
/// between pairs. A logistic function of a weighted sum of the evidence, each standardised: the
/// weights stand in the file beside the lexicon, one set for each target language
/// (model::Weights::quality), and each has the sign that direction_of() says.
///
/// It was fitted jointly on experts' judgements of machine translations and on good translations
/// that were damaged on purpose (tools/fit/quality_weights.py); fitted on judgements alone, a score
/// ranks a wrong number above a right one. tools/bench/RESULTS.md says how far it agrees with
/// people.
[[nodiscard]] double estimate(const EvidenceVector& evidence, const model::QualityWeights& weights);

/// What a sum of evidence loses or gains by one piece, in the words of the logistic function: for
/// showing to a reader where a point was lost.
[[nodiscard]] EvidenceVector contributions(const EvidenceVector& evidence,
                                           const model::QualityWeights& weights);

/// The estimate from what contributions() says.
[[nodiscard]] double estimate_of(const EvidenceVector& contributions,
                                 const model::QualityWeights& weights);

/// The estimate for a whole text: the mean of its parts' by their length; and what takes most from
/// it.
class TextEstimate {
 public:
  /// A bead with what contributions() says of it, and the length of its longer side.
  void add(double quality, const EvidenceVector& contributions, double length);
  /// A part without counterpart, which counts as 0.
  void add_lone(double length);
  /// A part that was left in the source's language, which counts as 0 too.
  void add_untranslated(double length);
  [[nodiscard]] double value() const { return length_ == 0 ? 0 : sum_ / length_; }
  /// The pieces that speak for or against a translation, by what they take, the greatest first;
  /// none that takes less than a hundredth. What a piece takes is measured from the mean of the
  /// translations that the weights were fitted on.
  [[nodiscard]] std::vector<QualityLoss> lost() const;

 private:
  double sum_ = 0;
  double length_ = 0;
  double lone_ = 0;
  double untranslated_ = 0;
  EvidenceVector lost_{};  ///< sums over the beads, each by its length
};

}  // namespace duizhao::score
