#pragma once

#include <span>
#include <string>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/core/term_entry.h"
#include "duizhao/formats/table.h"

namespace duizhao::formats {

/// The entries of term lists kept as tables: one concept a row.
///
/// A row that names columns is the header (see term_columns_of_header); above it may stand a title.
/// Besides the terms it may name their abbreviations and synonyms, status, part of speech, domain,
/// definition, note, provenance, id, forbidden renderings (or "yes": the row's own is), case
/// ("yes": its capitals are kept), do not translate ("yes": a brand, the same in both languages);
/// what it says of a column that we do not know stands in the note before that column's cells, and
/// numbers of rows and pinyin are left out. Without a header the columns are found by what they
/// hold. `|`, `;`, `；` and a line break separate the main term from its variants. Empty rows are
/// skipped; a row with a term on one side only is an entry without counterpart.
///
/// Of several sheets all that are such tables are read: a cover is none, and a sheet behind one
/// with a header may go on without it.
///
/// Fails on a row with fewer than two cells where the table has no header, on a status that is not
/// known, and where no column is Chinese or none is English. `file` is for messages.
/// A row whose status is "rejected" is a proposal that was turned down, and no entry.
[[nodiscard]] Result<std::vector<TermEntry>> entries_of_sheets(std::span<const Sheet> sheets,
                                                               const std::string& file);

/// What a reviewer decided about proposals.
struct Decisions {
  std::vector<TermEntry> accepted;
  std::vector<TermEntry> rejected;
};

/// The rows with a status, by it; all rows are rejected where no column is the status.
[[nodiscard]] Result<Decisions> decisions_of_sheets(std::span<const Sheet> sheets,
                                                    const std::string& file);

/// The entries as a table that reads back as the same entries: a header, a column for each language
/// or locale that they have, and those of the further columns that are not empty throughout.
/// What has no place in it is said in `losses`, one sentence a kind.
struct WrittenTable {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> losses;
};
[[nodiscard]] WrittenTable table_of(const std::vector<TermEntry>& entries);

}  // namespace duizhao::formats
