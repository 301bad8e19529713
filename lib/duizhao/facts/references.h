#pragma once

#include <string_view>

#include "duizhao/facts/fact.h"

namespace duizhao::facts {

/// Whether a number points at a passage of a law or contract: "Articles 2 through 7", 第七条. The
/// fact's spans are into `text`.
[[nodiscard]] bool is_reference(std::string_view text, const Fact& fact);

/// Whether a text points at a passage without its number: 前条, 同项, "the preceding paragraph".
[[nodiscard]] bool refers_without_number(std::string_view text);

}  // namespace duizhao::facts
