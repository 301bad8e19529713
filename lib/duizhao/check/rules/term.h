#pragma once

#include <array>
#include <vector>

#include "duizhao/check/rule.h"
#include "duizhao/core/finding.h"

namespace duizhao::check {

/// What the rule `term` says: of a glossary's terms (term.cpp), and of the names that the report
/// itself gives in both languages (glossed_names.cpp).
inline constexpr std::array kTermKinds = {
    FindingKind{"term/banned", Category::kWrongTerm, Severity::kMajor, 0.95},
    FindingKind{"term/banned-only", Category::kWrongTerm, Severity::kMajor, 0.95},
    FindingKind{"term/exchanged", Category::kWrongTerm, Severity::kMajor, 0.85},
    FindingKind{"term/case", Category::kWrongTerm, Severity::kMinor, 0.7},
    FindingKind{"term/missing", Category::kWrongTerm, Severity::kMajor, 0.8},
    FindingKind{"term/replaced", Category::kWrongTerm, Severity::kMajor, 0.8},
    FindingKind{"term/left", Category::kUntranslated, Severity::kMajor, 0.8},
    FindingKind{"term/count", Category::kInconsistentWithGlossary, Severity::kMinor, 0.4},
    FindingKind{"term/gloss-left", Category::kUntranslated, Severity::kMinor, 0.8},
    FindingKind{"term/gloss-inconsistent", Category::kInconsistentTerm, Severity::kMinor, 0.8},
    FindingKind{"term/gloss-missing", Category::kWrongTerm, Severity::kMajor, 0.9},
    FindingKind{"term/gloss-replaced", Category::kWrongTerm, Severity::kMajor, 0.9},
};

/// The rule's part that needs no glossary: names that the report itself gives in both languages.
void check_glossed_names(const DocumentContext& context, std::vector<Finding>& findings);

}  // namespace duizhao::check
