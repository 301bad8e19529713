#pragma once

#include <string>

#include "duizhao/core/document.h"

/// Figures as reports for people write them.
namespace duizhao::report {

/// A share as a percentage, as the language writes it; "<1 %" and ">99 %" where rounding would say
/// none or all.
[[nodiscard]] std::string percent(double share, Language language);

/// At most `digits` decimals, without trailing zeros.
[[nodiscard]] std::string decimal(double value, int digits);

}  // namespace duizhao::report
