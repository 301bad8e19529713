#include <algorithm>

#include "duizhao/check/rule.h"

namespace duizhao::check {

// Each in the file of the rule.
#define RULE(name) extern const Rule k##name##Rule;
#include "duizhao/check/rules.inc"
#undef RULE

namespace {

constexpr const Rule* kRules[] = {
#define RULE(name) &k##name##Rule,
#include "duizhao/check/rules.inc"
#undef RULE
};

}  // namespace

std::span<const Rule* const> rules() { return kRules; }

const Rule* rule_named(std::string_view id) {
  const auto* const found = std::ranges::find(kRules, id, &Rule::id);
  return found == std::end(kRules) ? nullptr : *found;
}

}  // namespace duizhao::check
