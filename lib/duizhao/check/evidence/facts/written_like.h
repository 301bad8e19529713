#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/facts/fact.h"
#include "duizhao/facts/format.h"

namespace duizhao::check {

// A value of the source in the form that another value has in the target: `written` is what stands
// there, `target` what it says. Empty where that form has no such value.

/// A number in digits or in words, 两 where 2 counts; `behind` follows it.
[[nodiscard]] std::optional<std::string> number_like(double value, int decimals,
                                                     const facts::Fact& target,
                                                     std::string_view behind, facts::Style style);

/// An English rank: third for second, 3rd for 2nd.
[[nodiscard]] std::optional<std::string> rank_like(const facts::Fact& meant,
                                                   const facts::Fact& target, facts::Style style);

/// How many times as much: doubled for tripled, twofold for threefold, 两倍 for 三倍.
[[nodiscard]] std::optional<std::string> multiple_like(const facts::Fact& meant,
                                                       const facts::Fact& target,
                                                       std::string_view written,
                                                       facts::Style style);

/// The other bound: "at most RMB5 million" for "at least RMB5 million".
[[nodiscard]] std::optional<std::string> bound_like(std::string_view written, facts::Style style);

/// An English time of day with the half that it names as the target writes it: pm, PM, p.m.
[[nodiscard]] std::optional<std::string> time_like(const facts::Fact& meant,
                                                   std::string_view written, facts::Style style);

/// A Chinese weekday: 周六 for 周日, 星期六 for 星期日.
[[nodiscard]] std::optional<std::string> weekday_like(const facts::Fact& meant,
                                                      std::string_view written, facts::Style style);

/// The date with the year, month and day of the source, the rest as it stands: July 5, 2023 for
/// July 6, 2023. Several where the same number stands there twice.
[[nodiscard]] std::vector<std::string> dates_like(const facts::Fact& meant,
                                                  const facts::Fact& target,
                                                  std::string_view written);

}  // namespace duizhao::check
