#pragma once

#include <optional>
#include <string>

#include "duizhao/check/rule.h"
#include "duizhao/facts/compare.h"
#include "duizhao/facts/format.h"

namespace duizhao::check {

/// The writing of a passage; what tells no Chinese script is of the document's.
[[nodiscard]] facts::Style style_of(const pair::Passage& passage);

/// Whether the source leaves open which currency it means (元, "dollars") where the target names
/// one that may be meant.
[[nodiscard]] bool leaves_currency_to(const facts::Fact& source, const facts::Fact& target);

/// What to write instead of the target's fact, so that it can be put there unread: the source's
/// value in the writing of what it replaces (三 for 二, not 3; 周日 for 周六; "about", 以上 and the
/// like stay), and so that the facts compared again leave no difference at that place. None where
/// no writing is known that does.
[[nodiscard]] std::optional<std::string> safe_suggestion(const facts::Difference& difference,
                                                         const BeadContext& context);

}  // namespace duizhao::check
