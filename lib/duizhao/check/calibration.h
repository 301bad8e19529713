#pragma once

#include "duizhao/core/finding.h"
#include "duizhao/model/weights.h"

namespace duizhao::check {

/// Makes of the confidence that a rule gives its finding the probability that a careful reviser
/// marks it, by the weights of the rule and the code (tools/fit/confidence.py), and takes from the
/// severity what is too much for that:
///
///   - what is more likely wrong than right is no major error;
///   - what is right only now and then is neutral.
///
/// Weights are log-odds: "constant" and those of rule and code are added to "slope" times what the
/// rule says. A finding of a rule without a weight stays as it is.
void calibrate(Finding& finding, const model::NamedWeights& weights);

}  // namespace duizhao::check
