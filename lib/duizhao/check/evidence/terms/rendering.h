#pragma once

#include <string>
#include <string_view>

#include "duizhao/pair/passage.h"
#include "duizhao/pair/resources.h"

namespace duizhao::check {

/// The script of `target`; where it has no character of one script alone, that of its document,
/// which kUnknown is too where nothing tells.
[[nodiscard]] Script script_of(const pair::Passage& target);

/// `term` as it should stand in `target`: a Chinese one in the target's script.
[[nodiscard]] std::string in_script_of(const pair::Passage& target, std::string_view term,
                                       const Resources& resources);

}  // namespace duizhao::check
