#pragma once

#include <optional>
#include <string_view>

#include "duizhao/core/term_entry.h"

namespace duizhao::formats {

/// What a glossary says of a term's case: "yes", "sensitive", 区分 keep it, "no", "insensitive",
/// 不区分 do not; empty for neither, and nothing for a word that is not known. Case, spaces and
/// hyphens of `value` do not matter.
[[nodiscard]] std::optional<TermCase> term_case_named(std::string_view value);

/// "yes" and "no", as they are written; empty for the usual case.
[[nodiscard]] std::string_view name_of(TermCase letter_case);

/// Whether a cell says yes ("yes", "x", 是) or no ("no", "0", 否); nothing where it says neither.
[[nodiscard]] std::optional<bool> yes_or_no(std::string_view value);

}  // namespace duizhao::formats
