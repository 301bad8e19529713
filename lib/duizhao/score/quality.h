#pragma once

#include <span>

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

/// The estimate for a whole text: the mean of its parts' by their length.
class TextEstimate {
 public:
  /// A bead and the length of its longer side; 0 for a part that has no counterpart.
  void add(double quality, double length);
  [[nodiscard]] double value() const { return length_ == 0 ? 0 : sum_ / length_; }

 private:
  double sum_ = 0;
  double length_ = 0;
};

}  // namespace duizhao::score
