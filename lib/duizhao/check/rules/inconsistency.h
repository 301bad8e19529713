#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "duizhao/core/document.h"
#include "duizhao/core/finding.h"
#include "duizhao/model/lexicon.h"

namespace duizhao::check {

/// What the rule `inconsistency` says.
inline constexpr std::array kInconsistencyKinds = {
    // The same source is translated in two ways: what a word is in each, the other translation,
    // where the two differ.
    FindingKind{"inconsistency/word", Category::kInconsistentTerm, Severity::kMinor, 0.8},
    FindingKind{"inconsistency/segment", Category::kInconsistentTerm, Severity::kMinor, 0.8},
    FindingKind{"inconsistency/part", Category::kInconsistentTerm, Severity::kMinor, 0.8},
    FindingKind{"inconsistency/word-in-like-source", Category::kInconsistentTerm, Severity::kMinor,
                0.6},
    FindingKind{"inconsistency/one-translation", Category::kInconsistentTerm, Severity::kMinor,
                0.7},
};

/// A segment with its translation.
struct Translated {
  std::string_view source;
  std::string_view target;
};

/// What the translation of `here` says against that of `there`: the same source, or nearly the
/// same, is translated in two ways; two sources that say different things have one translation.
/// None where the difference of the sources accounts for that of the translations, or where the
/// lexicon does not show which word was translated otherwise.
///
/// The finding's spans are places of `here`; `line` says where `there` is.
[[nodiscard]] std::optional<Finding> inconsistency(const Translated& here, const Translated& there,
                                                   Language source_language, std::size_t line,
                                                   const model::Lexicon& lexicon);

}  // namespace duizhao::check
