// Rule `money`: an amount of money is another amount, or the same amount of another currency.
//
// Fires:   37亿美元 → US$3.7 million (critical); 500港元 → US$500; 20000元 → 2,000 yuan.
// Silent:  37亿美元 → US$3.7 billion; 5元 → $5 and → 5 yuan, since 元 leaves the country open;
//          two wan yuan written out; an amount whose currency the other side leaves to the context.

#include "duizhao/check/evidence/fact_findings.h"
#include "duizhao/check/rules.h"

namespace duizhao::check {

void check_money(const BeadContext& context, std::vector<Finding>& findings) {
  report_differences(FactRule::kMoney, "money", context, findings);
}

}  // namespace duizhao::check
