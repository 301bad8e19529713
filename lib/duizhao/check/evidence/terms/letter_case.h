#pragma once

#include <string_view>

#include "duizhao/core/term_entry.h"

namespace duizhao::check {

/// Whether `found`, a term as it stands in a text, has other capitals than the glossary's `term`
/// although they are part of it: "Github" for "GitHub", "gdp" for "GDP", "party a" for "Party A".
/// A plural's ending is looked over. `begins`: `found` stands where a sentence begins.
[[nodiscard]] bool has_other_case(std::string_view term, TermCase letter_case,
                                  std::string_view found, bool begins);

}  // namespace duizhao::check
