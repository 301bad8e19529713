#pragma once

#include <optional>
#include <string_view>

#include "duizhao/core/finding.h"

namespace duizhao::check {

/// The language of a segment that is neither Chinese nor English, as the catalogue calls it: by its
/// script, or by small words that English lacks. A quoted name or title in a text is none.
[[nodiscard]] std::optional<Label> third_language(std::string_view text);

}  // namespace duizhao::check
