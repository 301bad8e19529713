#include "duizhao/check/evidence/repeated_findings.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/check/rule.h"

namespace duizhao::check {
namespace {

bool is_about_form(const Finding& finding) {
  const Rule* rule = rule_named(finding.rule);
  return rule != nullptr && rule->is_form;
}

bool say_the_same(const Finding& a, const Finding& b) {
  return a.message_id == b.message_id && a.arguments == b.arguments;
}

}  // namespace

void fold_repeated_findings(std::vector<Finding>& findings) {
  std::vector<Finding> kept;
  kept.reserve(findings.size());
  std::vector<std::size_t> told;  // of `kept`, those about form
  for (Finding& finding : findings) {
    if (is_about_form(finding)) {
      const auto same = std::find_if(told.begin(), told.end(), [&](std::size_t other) {
        return say_the_same(kept[other], finding);
      });
      if (same != told.end()) {
        kept[*same].places += finding.places;
        kept[*same].elsewhere.push_back(std::move(finding));
        continue;
      }
      told.push_back(kept.size());
    }
    kept.push_back(std::move(finding));
  }
  findings = std::move(kept);
}

}  // namespace duizhao::check
