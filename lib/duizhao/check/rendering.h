#pragma once

#include <string>
#include <string_view>

#include "duizhao/check/passage.h"

namespace duizhao::check {

/// `term` as it should stand in `target`: a Chinese one in the target's script.
[[nodiscard]] std::string in_script_of(const Passage& target, std::string_view term);

}  // namespace duizhao::check
