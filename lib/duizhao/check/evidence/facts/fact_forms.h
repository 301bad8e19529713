#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "duizhao/check/rule.h"
#include "duizhao/facts/compare.h"

namespace duizhao::check {

/// What can be wrong with the writing of a value that is right.
enum class FactForm : std::uint8_t {
  kGrouping,   ///< 65,00 for 6,500
  kMonthName,  ///< Jully
  kDateMarks,  ///< "24, July, 2020"
  kScale,      ///< "27 degrees" for 27℃: an English reader may take them for Fahrenheit
  kForeign,    ///< 25亿 in English text, "2.5 billion" in Chinese
  kFullWidth,  ///< １２３
};

/// What is wrong with the writing of a fact of the target that agrees with the source.
[[nodiscard]] std::optional<FactForm> fault_of_form(const facts::Fact& source,
                                                    const facts::Fact& target,
                                                    const pair::Passage& target_passage);

/// Appends a difference of kind kForm for each match whose target side is ill-written and not
/// reported as such already.
void find_ill_formed(const BeadContext& context, std::span<const facts::Match> matches,
                     std::vector<facts::Difference>& differences);

}  // namespace duizhao::check
