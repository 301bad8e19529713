#pragma once

#include <optional>
#include <string>

#include "duizhao/core/term_entry.h"
#include "duizhao/model/name_store.h"

namespace duizhao::terms {

/// What the dictionaries of names say against an entry, or nothing: 郑州 is known as "Zhengzhou"
/// where the entry has "Zhuzhou". Only of countries, places and bodies, whose names are settled; a
/// person's name is spelled in many ways, and words that are no name are the glossary's own.
[[nodiscard]] std::optional<std::string> known_otherwise(const TermEntry& entry,
                                                         const model::NameStore& names);

}  // namespace duizhao::terms
