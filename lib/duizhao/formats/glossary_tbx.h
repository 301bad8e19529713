#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/core/term_entry.h"

namespace duizhao::formats {

/// Reads a terminology in TBX (ISO 30042): version 3 in both styles (data categories as attributes
/// or as tags, TBX-Core, -Min and -Basic), the older TBX and MARTIF that CAT tools export, and the
/// XML of MultiTerm. Languages may be tags, codes of three letters or names. Markup within a term
/// is left out, its text kept. Languages other than Chinese and English are left out; an entry that
/// has neither is skipped. Fails, with line, on what is not well-formed XML, on a file that is no
/// terminology, and where no entry has one of the languages.
[[nodiscard]] Result<std::vector<TermEntry>> read_tbx(std::string_view bytes,
                                                      const std::string& file);

/// Writes TBX-Basic, version 3 (ISO 30042:2019), data categories as attributes.
[[nodiscard]] std::string write_tbx(const std::vector<TermEntry>& entries);

}  // namespace duizhao::formats
