#pragma once

#include <array>

#include "duizhao/core/finding.h"

namespace duizhao::check {

/// What the rule `term` says: of a glossary's terms (term.cpp), and of the names that the report
/// itself gives in both languages (glossed_names.cpp).
inline constexpr std::array kTermKinds = {
    FindingKind{"term/banned", Category::kWrongTerm, Severity::kMajor, 0.95},
    FindingKind{"term/missing", Category::kWrongTerm, Severity::kMajor, 0.8},
    FindingKind{"term/replaced", Category::kWrongTerm, Severity::kMajor, 0.8},
    FindingKind{"term/left", Category::kUntranslated, Severity::kMajor, 0.8},
    FindingKind{"term/count", Category::kInconsistentWithGlossary, Severity::kMinor, 0.4},
    FindingKind{"term/gloss-left", Category::kUntranslated, Severity::kMinor, 0.8},
    FindingKind{"term/gloss-inconsistent", Category::kInconsistentTerm, Severity::kMinor, 0.8},
    FindingKind{"term/gloss-missing", Category::kWrongTerm, Severity::kMajor, 0.9},
    FindingKind{"term/gloss-replaced", Category::kWrongTerm, Severity::kMajor, 0.9},
};

}  // namespace duizhao::check
