#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/core/term_entry.h"

namespace duizhao::formats {

/// A glossary as bytes that need no parsing, for lists of hundreds of thousands of entries that are
/// read again and again. It holds everything that an entry holds; it is made from another format
/// and not for exchange: another version of the program may not read it, and says so.
///
/// All numbers are little-endian. 8 bytes `DZGLOSS` and a line feed; u32 version, 2; u64 size of
/// the file; u64 checksum (FNV-1a) of what follows; u32 number of entries; then the entries: the
/// strings id, domain, definition, note and provenance, u32 checked, u32 confirmed, u8 letter
/// case, u32 number of terms; a term is u8 language, u8 status and the strings text, locale, part
/// of speech and note. A string is u32 number of bytes, and those.
[[nodiscard]] std::string write_compiled(const std::vector<TermEntry>& entries);

[[nodiscard]] bool is_compiled(std::string_view bytes);

/// Fails on bytes of another version and on any that were cut short or changed.
[[nodiscard]] Result<std::vector<TermEntry>> read_compiled(std::string_view bytes,
                                                           const std::string& file);

}  // namespace duizhao::formats
