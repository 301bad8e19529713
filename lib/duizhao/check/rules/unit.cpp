// Rule `unit`: the figure is right and its unit is not, or a measure was converted wrongly.
//
// Fires:   每小时83公里 → 83 mph; 5% → 5 basis points; 150亩 → 150 acres; 1,600公里 → 100 miles.
// Silent:  1,600公里 → 1,000 miles (rounded as conversions are); 3年 → 36 months; 0.5公里 → 500 m;
//          a unit that the other side leaves out.

#include "duizhao/check/evidence/fact_findings.h"
#include "duizhao/check/rules.h"

namespace duizhao::check {

void check_units(const BeadContext& context, std::vector<Finding>& findings) {
  report_differences(FactRule::kUnit, "unit", context, findings);
}

}  // namespace duizhao::check
