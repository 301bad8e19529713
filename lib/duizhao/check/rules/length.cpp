// Rule `length`: the target is far longer or shorter than translations of such a source are.
//
// Fires:   a paragraph against one word; three words of source against a paragraph.
// Silent:  a terse or a wordy translation; headings, which vary; whatever `omission` and `addition`
//          can put a finger on.
//
// How much longer English is than Chinese, and how much that varies with the length, was measured
// on good translations of news, reports and papers; of 8,000 of them fewer than one in a thousand
// lies beyond the limit.

#include <array>
#include <cmath>

#include "duizhao/check/rule.h"
#include "duizhao/pair/comparable_length.h"

namespace duizhao::check {
namespace {

constexpr std::array kKinds = {
    FindingKind{"length/too-long", Category::kAddition, Severity::kMajor, 0.8, "length"},
    FindingKind{"length/too-short", Category::kOmission, Severity::kMajor, 0.8, "length"},
};

/// Standard deviations from which the rule fires.
constexpr double kLimit = 4.0;

void check_length(const BeadContext& context, std::vector<Finding>& findings) {
  const double source = pair::comparable_length(context.source.text(), context.source.language);
  const double target = pair::comparable_length(context.target.text(), context.target.language);
  const double deviation = pair::length_deviation(source, target);
  if (std::abs(deviation) < kLimit) return;
  Finding finding(deviation > 0 ? kind(kKinds, "length/too-long")
                                : kind(kKinds, "length/too-short"));
  finding.source = context.source.span;
  finding.target = context.target.span;
  findings.push_back(std::move(finding.with("ratio", (target + 1) / (source + 1))));
}

constexpr std::array kExamples = {
    Example{"The bank raised interest rates on Thursday, although consumer prices have fallen for "
            "three months in a row, and the governor promised further steps in the coming year.",
            "加息。", "length/too-short"},
    Example{"Thank you.", "谢谢。"},
};

}  // namespace

extern const Rule kLengthRule = {
    .id = "length",
    .concern = Concern::kOmission,
    .kinds = kKinds,
    .examples = kExamples,
    .check_bead = check_length,
};

}  // namespace duizhao::check
