#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "duizhao/core/document.h"

/// Figures and names as reports for people write them.
namespace duizhao::report {

/// "1 sentence", "2 sentences".
[[nodiscard]] std::string counted(std::size_t count, std::string_view noun);

/// A share as a percentage; "<1 %" and ">99 %" where rounding would say none or all.
[[nodiscard]] std::string percent(double share);

/// At most `digits` decimals, without trailing zeros.
[[nodiscard]] std::string decimal(double value, int digits);

[[nodiscard]] std::string_view language_name(Language language);

}  // namespace duizhao::report
