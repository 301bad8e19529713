#pragma once

#include <array>
#include <vector>

#include "duizhao/check/rule.h"
#include "duizhao/core/finding.h"

namespace duizhao::check {

/// What the rule `script` says: of characters (script.cpp), and of words (regional_wording.cpp).
inline constexpr std::array kScriptKinds = {
    FindingKind{"script/simplified", Category::kCharacterEncoding, Severity::kMinor, 0.8},
    FindingKind{"script/traditional", Category::kCharacterEncoding, Severity::kMinor, 0.8},
    FindingKind{"script/mixed", Category::kCharacterEncoding, Severity::kMinor, 0.7},
    FindingKind{"script/conversion", Category::kCharacterEncoding, Severity::kMinor, 0.8},
    FindingKind{"script/regional-word", Category::kLocaleConventions, Severity::kMinor, 0.8},
    FindingKind{"script/regional-words", Category::kLocaleConventions, Severity::kMinor, 0.8},
};

/// The rule's part on words: what another region calls something.
void check_regional_words(const DocumentContext& context, std::vector<Finding>& findings);

}  // namespace duizhao::check
