#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/span.h"

namespace duizhao::extract {

/// An acronym that an English text gives behind what it stands for.
struct Acronym {
  Span acronym;
  Span long_form;

  friend bool operator==(const Acronym&, const Acronym&) = default;
};

/// All places like "Financial Stability Board (FSB)" and "authorized institutions (AIs)". The long
/// form is the shortest one before the bracket whose letters, the first of a word among them, spell
/// the acronym (Schwartz and Hearst, "A Simple Algorithm for Identifying Abbreviation Definitions
/// in Biomedical Text", PSB 2003).
[[nodiscard]] std::vector<Acronym> acronyms_of(std::string_view english);

/// An acronym without the s of a plural: AI of "AIs".
[[nodiscard]] std::string_view without_plural(std::string_view acronym);

}  // namespace duizhao::extract
