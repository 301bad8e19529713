#pragma once

#include <string_view>

#include "duizhao/core/span.h"

namespace duizhao::text {

/// `span` without the white space (is_space()) at its ends; where there is nothing else, empty.
[[nodiscard]] Span trimmed(std::string_view text, Span span);

[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace duizhao::text
