#pragma once

#include <array>

#include "duizhao/core/finding.h"

namespace duizhao::check {

/// What the rule `name` says; rules/name.cpp, rules/name_consistency.cpp and the files of this
/// folder find it.
inline constexpr std::array kNameKinds = {
    FindingKind{"name/country", Category::kMistranslation, Severity::kMajor, 0.8},
    FindingKind{"name/another", Category::kMistranslation, Severity::kMinor, 0.65},
    FindingKind{"name/another-person", Category::kMistranslation, Severity::kMajor, 0.85,
                "name/another-place"},
    FindingKind{"name/another-place", Category::kMistranslation, Severity::kMajor, 0.85},
    FindingKind{"name/country-of-several", Category::kMistranslation, Severity::kMinor, 0.6,
                "name/country"},
    FindingKind{"name/office", Category::kMistranslation, Severity::kMinor, 0.6},
    FindingKind{"name/deputy", Category::kMistranslation, Severity::kMinor, 0.6},
    FindingKind{"name/deputy-added", Category::kMistranslation, Severity::kMinor, 0.55},
    FindingKind{"name/acronym-changed", Category::kMistranslation, Severity::kMajor, 0.85},
    FindingKind{"name/acronym-unspelled", Category::kMistranslation, Severity::kMajor, 0.6},
    FindingKind{"name/initial", Category::kMistranslation, Severity::kMajor, 0.7},
    FindingKind{"name/chinese-name", Category::kMistranslation, Severity::kMajor, 0.75},
    FindingKind{"name/not-in-chinese", Category::kMistranslation, Severity::kMinor, 0.5},
    FindingKind{"name/not-in-english", Category::kMistranslation, Severity::kMinor, 0.5},
    FindingKind{"name/swapped", Category::kMistranslation, Severity::kMinor, 0.6},
    FindingKind{"name/not-rendered", Category::kOmission, Severity::kNeutral, 0.5},
    FindingKind{"name/from-nowhere", Category::kAddition, Severity::kNeutral, 0.45},
    FindingKind{"name/inconsistent", Category::kInconsistentTerm, Severity::kMinor, 0.8},
};

}  // namespace duizhao::check
