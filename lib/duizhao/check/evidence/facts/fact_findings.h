#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "duizhao/check/rule.h"
#include "duizhao/core/finding.h"
#include "duizhao/facts/compare.h"

namespace duizhao::check {

/// What the differences between the facts of a bead have in common, whichever of the five rules
/// (number, date, money, unit, direction) reports them.

/// The rule that a difference belongs to.
enum class FactRule : std::uint8_t { kNumber, kDate, kMoney, kUnit, kDirection };

/// Compares the facts of the bead's two sides, with their neighbours at hand. Where values agree,
/// the links tell whether they also stand with the same things.
[[nodiscard]] std::vector<facts::Difference> compare_facts(const BeadContext& context);

[[nodiscard]] FactRule rule_of(const facts::Difference& difference, const BeadContext& context);

/// Appends a finding for every difference of the bead that belongs to `rule`: it names the values
/// that were compared and suggests the source's value as the target's language writes it. `kinds`:
/// what the rule says, with codes as in fact_kinds().
void report_differences(FactRule rule, std::span<const FindingKind> kinds,
                        const BeadContext& context, std::vector<Finding>& findings);

}  // namespace duizhao::check
