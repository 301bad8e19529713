#pragma once

#include <span>
#include <string>
#include <string_view>

#include "duizhao/core/finding.h"
#include "duizhao/report/catalogue.h"

namespace duizhao::report {

/// What a finding says, in words: one sentence without a full stop, from the catalogue.
///
///     3.2亿 is 320 million, the target has 3.2 million: a hundred times too little
///     原文为3.2亿（320 million），译文为3.2 million，只有原文的百分之一
[[nodiscard]] std::string message_of(const Finding& finding, Language language);

/// A pattern of the catalogue with its arguments put in.
[[nodiscard]] std::string composed(std::string_view pattern, std::span<const Argument> arguments,
                                   Language language);

}  // namespace duizhao::report
