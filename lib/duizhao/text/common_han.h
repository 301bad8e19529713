#pragma once

namespace duizhao::text {

/// Whether a Han character is among the some 1,300 most common ones of written Chinese in either
/// script: nine in ten characters of any real text, but one in sixteen of a wrongly decoded one.
[[nodiscard]] bool is_common_han(char32_t c);

}  // namespace duizhao::text
