#pragma once

#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/core/term_entry.h"
#include "duizhao/formats/glossary_table.h"

namespace duizhao::formats {

enum class GlossaryFormat : std::uint8_t { kTsv, kCsv, kXlsx, kTbx, kCompiled };

/// "tsv", "csv", "xlsx", "tbx", "dzg" (compiled); none for another name.
[[nodiscard]] std::optional<GlossaryFormat> glossary_format_named(std::string_view name);

/// Reads a glossary in any of the formats, in a spreadsheet of OpenDocument or in the tables of a
/// text document: the content decides, and between TSV and CSV the ending of the path. Tables may
/// be in any encoding that text::decode detects. The path "-" is `standard_input`. Fails as the
/// formats' readers do.
[[nodiscard]] Result<std::vector<TermEntry>> read_glossary(const std::string& path,
                                                           std::istream& standard_input);

/// What a reviewer decided about proposals, out of a table: see decisions_of_sheets.
[[nodiscard]] Result<Decisions> read_decisions(const std::string& path,
                                               std::istream& standard_input);

struct WrittenGlossary {
  std::string bytes;
  std::vector<std::string> losses;  ///< what the format can't hold, one sentence a kind
};

[[nodiscard]] WrittenGlossary write_glossary(const std::vector<TermEntry>& entries,
                                             GlossaryFormat format);

/// A table, whatever it holds, in one of the formats for tables.
[[nodiscard]] std::string write_table(const std::vector<std::vector<std::string>>& rows,
                                      GlossaryFormat format);

}  // namespace duizhao::formats
