// Rule `number`: a number of the source is another number in the target.
//
// Fires:   3.2亿 → 3.2 million (critical: a hundredth of it); 三成 → 13 percent; 第十八届 → the
// 8th;
//          不到300 → "more than 300" (the same figure, from the other side);
//          6,500 → 65,00 (minor: the digits are grouped as no reader expects);
//          a number that only one side has is minor.
// Silent:  37亿 → 3.7 billion; 三成 → 30%; 逾三成 → "more than 30 percent"; 数十 → "dozens";
//          30% → "nearly a third"; a number repeated, or stated by the neighbouring sentence.

#include "duizhao/check/evidence/fact_findings.h"
#include "duizhao/check/rules.h"

namespace duizhao::check {

void check_numbers(const BeadContext& context, std::vector<Finding>& findings) {
  report_differences(FactRule::kNumber, "number", context, findings);
}

}  // namespace duizhao::check
