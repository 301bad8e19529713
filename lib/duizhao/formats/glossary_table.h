#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/core/term_entry.h"

namespace duizhao::formats {

/// A row of a term list as it stands in a file.
struct TableRow {
  std::size_t line = 0;  ///< in the file, counted from 1
  std::vector<std::string> cells;
};

/// The entries of a term list kept as a table: one concept a row.
///
/// A first row whose cells all name columns is the header; it may name the languages ("English",
/// "zh-TW", 中文) or the roles ("source", "target"), and further ones: status, part of speech,
/// domain, definition, note, provenance, id, forbidden terms. Without one the first two columns are
/// the terms and the rest is the note. Which column is Chinese is decided by what most of its cells
/// hold. `|` separates the main term from its variants. Empty rows are skipped; a row with a term
/// on one side only is an entry without counterpart.
///
/// Fails on a row with fewer than two cells where the table has no header, on a status that is not
/// known, and where no column is Chinese or none is English. `file` is for messages.
/// A row whose status is "rejected" is a proposal that was turned down, and no entry.
[[nodiscard]] Result<std::vector<TermEntry>> entries_of_table(std::span<const TableRow> rows,
                                                              const std::string& file);

/// What a reviewer decided about proposals.
struct Decisions {
  std::vector<TermEntry> accepted;
  std::vector<TermEntry> rejected;
};

/// The rows with a status, by it; all rows are rejected where no column is the status.
[[nodiscard]] Result<Decisions> decisions_of_table(std::span<const TableRow> rows,
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
