#include "duizhao/check/evidence/habits.h"

#include <fmt/format.h>

#include <map>
#include <string>
#include <utility>

namespace duizhao::check {
namespace {

bool is_about_form(const Finding& finding) {
  return finding.rule == "punctuation" || finding.rule == "spacing";
}

}  // namespace

void fold_habits(std::vector<Finding>& findings) {
  std::map<std::pair<std::string_view, std::string>, std::size_t> counts;
  for (const Finding& finding : findings) {
    if (is_about_form(finding)) ++counts[{finding.rule, finding.message}];
  }
  std::map<std::pair<std::string_view, std::string>, bool> told;
  std::vector<Finding> kept;
  kept.reserve(findings.size());
  for (Finding& finding : findings) {
    if (is_about_form(finding)) {
      const auto key = std::pair(finding.rule, finding.message);
      const std::size_t count = counts.at(key);
      if (count > 1 && std::exchange(told[key], true)) continue;
      if (count > 1) finding.message += fmt::format(" ({} places)", count);
    }
    kept.push_back(std::move(finding));
  }
  findings = std::move(kept);
}

}  // namespace duizhao::check
