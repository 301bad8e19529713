#pragma once

#include <string_view>

#include "duizhao/core/span.h"

namespace duizhao::text {

/// The one stretch in which two texts differ, in either of them; empty in both where they don't.
struct Difference {
  Span before;
  Span after;
};

/// What is left without the longest common beginning and end, at edges of characters.
[[nodiscard]] Difference difference(std::string_view before, std::string_view after);

}  // namespace duizhao::text
