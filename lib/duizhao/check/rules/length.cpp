// Rule `length`: the target is far longer or shorter than translations of such a source are.
//
// Fires:   a paragraph against one word; three words of source against a paragraph.
// Silent:  a terse or a wordy translation; headings, which vary; whatever `omission` and `addition`
//          can put a finger on.
//
// How much longer English is than Chinese, and how much that varies with the length, was measured
// on good translations of news, reports and papers; of 8,000 of them fewer than one in a thousand
// lies beyond the limit.

#include <fmt/format.h>

#include <cmath>

#include "duizhao/check/rules.h"
#include "duizhao/pair/comparable_length.h"

namespace duizhao::check {
namespace {

/// Standard deviations from which the rule fires.
constexpr double kLimit = 4.0;

}  // namespace

void check_length(const BeadContext& context, std::vector<Finding>& findings) {
  const double source = pair::comparable_length(context.source.text(), context.source.language);
  const double target = pair::comparable_length(context.target.text(), context.target.language);
  const double deviation = pair::length_deviation(source, target);
  if (std::abs(deviation) < kLimit) return;
  Finding finding;
  finding.rule = "length";
  finding.category = deviation > 0 ? "accuracy/addition" : "accuracy/omission";
  finding.severity = Severity::kMajor;
  finding.confidence = 0.8;
  finding.source = context.source.span;
  finding.target = context.target.span;
  finding.message = fmt::format(
      "the target is {:.1f} times as long as translations of this source "
      "usually are",
      (target + 1) / (source + 1));
  findings.push_back(std::move(finding));
}

}  // namespace duizhao::check
