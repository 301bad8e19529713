#include "duizhao/formats/glossary_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "duizhao/formats/glossary_columns.h"
#include "duizhao/formats/glossary_values.h"
#include "duizhao/text/utf8.h"
#include "duizhao/text/white_space.h"

namespace duizhao::formats {
namespace {

std::optional<TermStatus> status_named(std::string_view cell) {
  const std::string name = folded_name(cell);
  const auto is_one_of = [&](std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (is_one_of({"", "preferred", "approved", "accepted", "preferredtermadmnsts", "standard",
                 "首选", "首選"})) {
    return TermStatus::kPreferred;
  }
  if (is_one_of(
          {"admitted", "allowed", "admittedtermadmnsts", "proposed", "new", "允许", "允許"})) {
    return TermStatus::kAdmitted;
  }
  if (is_one_of({"deprecated", "superseded", "obsolete", "supersededtermadmnsts", "不推荐"})) {
    return TermStatus::kDeprecated;
  }
  if (is_one_of({"forbidden", "donotuse", "deprecatedtermadmnsts", "禁用"}))
    return TermStatus::kForbidden;
  return std::nullopt;
}

/// What separates the first variant of a cell from the next: `|`, `；`, a line break, and `;`
/// before a blank or a Chinese character (in "semi;colon" it is part of the term); empty where
/// nothing does.
Span first_separator(std::string_view cell) {
  constexpr std::string_view kWide = "；";
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const char c = cell[i];
    if (c == '|' || c == '\n') return {i, i + 1};
    if (cell.substr(i).starts_with(kWide)) return {i, i + kWide.size()};
    if (c != ';') continue;
    std::size_t next = i + 1;
    if (next == cell.size() || cell[next] == ' ' ||
        text::is_han(text::next_code_point(cell, next))) {
      return {i, i + 1};
    }
  }
  return {cell.size(), cell.size()};
}

class RowReader {
 public:
  RowReader(const std::vector<TermColumn>& columns, const std::string& file)
      : columns_(columns), file_(file) {}

  /// Whether the row that was read last is a rejected proposal, and whether it has any status.
  [[nodiscard]] bool rejected() const { return rejected_; }
  [[nodiscard]] bool decided() const { return decided_; }

  Result<TermEntry> read(const TableRow& row) {
    entry_ = {};
    rejected_ = false;
    decided_ = false;
    std::optional<TermStatus> status;
    std::string part_of_speech;
    bool row_forbidden = false;
    bool kept_as_is = false;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const std::string cell(text::trimmed(row.cells[c]));
      if (cell.empty()) continue;
      const TermColumn column =
          c < columns_.size() ? columns_[c] : TermColumn{TermRole::kNote, {}, {}, {}};
      switch (column.role) {
        case TermRole::kTerm:
          add_terms(cell, column);
          break;
        case TermRole::kVariant:
          add_of_any_language(cell, column, TermStatus::kAdmitted);
          break;
        case TermRole::kForbidden:
          // A list of renderings, or a word on the row's own.
          if (const auto said = yes_or_no(cell)) {
            row_forbidden = *said;
          } else {
            add_of_any_language(cell, column, TermStatus::kForbidden);
          }
          break;
        case TermRole::kDeprecated:
          add_of_any_language(cell, column, TermStatus::kDeprecated);
          break;
        case TermRole::kStatus:
          decided_ = true;
          rejected_ = folded_name(cell) == "rejected";
          if (rejected_) break;
          status = status_named(cell);
          if (!status) {
            return failure(ErrorCode::kMalformed,
                           "the status '" + cell +
                               "' is not known; use preferred, admitted, deprecated or forbidden",
                           {file_, row.line, 0});
          }
          break;
        case TermRole::kPartOfSpeech:
          part_of_speech = cell;
          break;
        case TermRole::kDomain:
          entry_.domain = cell;
          break;
        case TermRole::kDefinition:
          entry_.definition = cell;
          break;
        case TermRole::kNote:
          note(cell);
          break;
        case TermRole::kUnknown:
          // A column of numbers is the list's own count.
          if (cell.find_first_not_of("0123456789.") != std::string::npos)
            note(column.name + ": " + cell);
          break;
        case TermRole::kProvenance:
          entry_.provenance = cell;
          break;
        case TermRole::kId:
          entry_.id = cell;
          break;
        case TermRole::kCase:
          if (const auto letter_case = term_case_named(cell)) {
            entry_.letter_case = *letter_case;
            break;
          }
          return unknown_word(cell, "of the case", "yes (capitals are kept) or no", row);
        case TermRole::kKeptAsIs:
        case TermRole::kTranslatable:
          if (const auto said = yes_or_no(cell)) {
            kept_as_is = *said == (column.role == TermRole::kKeptAsIs);
            break;
          }
          return unknown_word(cell, "on translating", "yes or no", row);
        case TermRole::kChecked:
        case TermRole::kConfirmed:
          if (auto read = read_count(cell, column.role, row); !read) {
            return tl::unexpected<Error>(read.error());
          }
          break;
        case TermRole::kIgnored:
          break;
      }
    }
    if (kept_as_is) keep_as_it_is();
    if (row_forbidden) forbid_translation();
    for (Term& term : entry_.terms) {
      if (term.part_of_speech.empty()) term.part_of_speech = part_of_speech;
      const bool banned =
          term.status == TermStatus::kForbidden || term.status == TermStatus::kDeprecated;
      if (!status || banned) continue;
      // Variants of a preferred term are admitted.
      if (*status != TermStatus::kPreferred) term.status = *status;
    }
    if (entry_.provenance.empty()) entry_.provenance = file_ + ":" + std::to_string(row.line);
    return std::move(entry_);
  }

 private:
  tl::unexpected<Error> unknown_word(const std::string& cell, std::string_view about,
                                     std::string_view cure, const TableRow& row) const {
    return failure(ErrorCode::kMalformed,
                   fmt::format("'{}' says nothing {}; use {}", cell, about, cure),
                   {file_, row.line, 0});
  }

  /// A brand stands in both languages as it is written in the one that has it.
  void keep_as_it_is() {
    if (entry_.letter_case == TermCase::kUsual) entry_.letter_case = TermCase::kKept;
    const auto has = [&](Language language) {
      return std::ranges::count(entry_.terms, language, &Term::language) > 0;
    };
    const bool english = has(Language::kEnglish);
    if (english == has(Language::kChinese)) return;
    // The same brand in both columns of a list without Chinese is one.
    const auto same_text = [](const Term& a, const Term& b) { return a.text == b.text; };
    entry_.terms.erase(std::unique(entry_.terms.begin(), entry_.terms.end(), same_text),
                       entry_.terms.end());
    for (std::size_t i = 0, count = entry_.terms.size(); i < count; ++i) {
      Term same = entry_.terms[i];
      same.language = english ? Language::kChinese : Language::kEnglish;
      same.locale.clear();
      entry_.terms.push_back(std::move(same));
    }
  }

  /// The terms of the last language that the row names: columns stand source first.
  void forbid_translation() {
    if (entry_.terms.empty()) return;
    const Language target = entry_.terms.back().language;
    for (Term& term : entry_.terms) {
      if (term.language == target) term.status = TermStatus::kForbidden;
    }
  }

  Result<void> read_count(std::string_view cell, TermRole role, const TableRow& row) {
    std::uint32_t count = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), count);
    if (error != std::errc() || end != cell.data() + cell.size()) {
      return failure(ErrorCode::kMalformed,
                     "'" + std::string(cell) + "' is no count of occurrences",
                     {file_, row.line, 0});
    }
    (role == TermRole::kChecked ? entry_.record.checked : entry_.record.confirmed) = count;
    return {};
  }

  void note(const std::string& text) { entry_.note += (entry_.note.empty() ? "" : "; ") + text; }

  template <typename Add>
  static void for_each_variant(std::string_view cell, Add&& add) {
    for (;;) {
      const auto separator = first_separator(cell);
      const std::string_view text = text::trimmed(cell.substr(0, separator.begin));
      if (!text.empty()) add(text);
      if (separator.empty()) return;
      cell.remove_prefix(separator.end);
    }
  }

  void add_terms(std::string_view cell, const TermColumn& column) {
    bool first = true;
    for_each_variant(cell, [&](std::string_view text) {
      Term term{.text = std::string(text), .language = column.language, .locale = column.locale};
      term.status = first ? TermStatus::kPreferred : TermStatus::kAdmitted;
      first = false;
      entry_.terms.push_back(std::move(term));
    });
  }

  /// Of the column's language or, where it has none, of the one that the cell is written in.
  void add_of_any_language(std::string_view cell, const TermColumn& column, TermStatus status) {
    for_each_variant(cell, [&](std::string_view text) {
      Term term;
      term.text = std::string(text);
      term.language = column.language != Language::kUnknown ? column.language
                      : has_han(text)                       ? Language::kChinese
                                                            : Language::kEnglish;
      term.status = status;
      entry_.terms.push_back(std::move(term));
    });
  }

  const std::vector<TermColumn>& columns_;
  const std::string& file_;
  TermEntry entry_;
  bool rejected_ = false;
  bool decided_ = false;
};

enum class Rows : std::uint8_t { kEntries, kAccepted, kRejected };

bool is_wanted(const RowReader& reader, Rows wanted, bool has_status) {
  switch (wanted) {
    case Rows::kEntries:
      return !reader.rejected();
    case Rows::kAccepted:
      return reader.decided() && !reader.rejected();
    case Rows::kRejected:
      return reader.rejected() || !has_status;
  }
  return false;
}

bool is_empty(const TableRow& row) {
  return std::ranges::all_of(row.cells,
                             [](const std::string& cell) { return text::trimmed(cell).empty(); });
}

/// A table, what its columns hold, and its rows of terms.
struct TermTable {
  std::string name;  ///< of the file and, where it has several, the sheet; for messages
  std::vector<TermColumn> columns;
  std::span<const TableRow> rows;
  bool has_header = false;
};

/// Whether a header names both languages, as no pair of terms does.
bool names_both_languages(const std::vector<TermColumn>& columns) {
  const auto has = [&](Language language) {
    return std::ranges::any_of(columns, [&](const TermColumn& column) {
      return column.role == TermRole::kTerm && column.language == language;
    });
  };
  return has(Language::kChinese) && has(Language::kEnglish);
}

TermTable table_with_header(std::span<const TableRow> rows, std::string name) {
  while (!rows.empty() && is_empty(rows.front())) rows = rows.subspan(1);
  TermTable table{std::move(name), {}, rows};
  // Above the header there may be a title, and some lines about the list.
  constexpr std::size_t kTitleRows = 10;
  bool titles_only = true;
  for (std::size_t r = 0; r < std::min(rows.size(), kTitleRows); ++r) {
    auto columns = term_columns_of_header(rows[r]);
    if (columns && (titles_only || names_both_languages(*columns))) {
      table.rows = rows.subspan(r + 1);
      table.columns = std::move(*columns);
      table.has_header = true;
      decide_languages(table.rows, table.columns);
      break;
    }
    const auto filled = std::ranges::count_if(
        rows[r].cells, [](const std::string& cell) { return !text::trimmed(cell).empty(); });
    titles_only = titles_only && filled < 2;
  }
  return table;
}

/// The tables of a file that list terms. Before them may be a cover; sheets behind one with a
/// header may go on without it.
std::vector<TermTable> tables_of_terms(std::span<const Sheet> sheets, const std::string& file) {
  std::vector<TermTable> tables;
  for (const Sheet& sheet : sheets) {
    const bool several = sheets.size() > 1 && !sheet.name.empty();
    tables.push_back(table_with_header(sheet.rows, several ? file + ":" + sheet.name : file));
  }
  const bool any_header = std::ranges::any_of(tables, &TermTable::has_header);
  const TermTable* before = nullptr;
  for (TermTable& table : tables) {
    if (table.has_header) {
      before = &table;
    } else if (!any_header) {
      table.columns = term_columns_by_content(table.rows);
      decide_languages(table.rows, table.columns);
    } else if (before != nullptr && fit_columns(table.rows, before->columns)) {
      table.columns = before->columns;
    }
  }
  if (tables.size() > 1) {
    const TermTable first = tables.front();
    std::erase_if(tables, [](const TermTable& table) { return table.columns.empty(); });
    if (tables.empty()) tables.push_back(first);
  }
  return tables;
}

/// "# made by X": a line of text that is no row.
bool is_comment(const TableRow& row) {
  return row.cells.size() == 1 && row.cells.front().starts_with('#');
}

Result<void> read_table(const TermTable& table, Rows wanted, std::vector<TermEntry>& entries) {
  if (table.rows.empty()) return {};
  const std::size_t line = table.rows.front().line;
  const bool one_column =
      std::ranges::all_of(table.rows, [](const TableRow& row) { return row.cells.size() < 2; });
  if (one_column && !tells_brands(table.columns)) {
    return failure(ErrorCode::kMalformed,
                   "these lines have no columns: a glossary is a table, a term and its translation "
                   "a line with a tab between them (or .csv, .xlsx, .tbx)",
                   {table.name, line, 0});
  }
  for (const auto& [language, name] :
       {std::pair(Language::kChinese, "Chinese"), std::pair(Language::kEnglish, "English")}) {
    const bool has_it =
        std::ranges::any_of(table.columns, [side = language](const TermColumn& column) {
          return column.role == TermRole::kTerm && column.language == side;
        });
    if (has_it || tells_brands(table.columns)) continue;
    return failure(ErrorCode::kMalformed,
                   std::string("no column of the glossary is ") + name +
                       "; a header with 'en' and 'zh' would name it",
                   {table.name, line, 0});
  }
  const bool has_status =
      std::ranges::count(table.columns, TermRole::kStatus, &TermColumn::role) > 0;
  RowReader reader(table.columns, table.name);
  for (const TableRow& row : table.rows) {
    if (is_empty(row) || is_comment(row)) continue;
    if (!table.has_header && row.cells.size() < 2) {
      return failure(ErrorCode::kMalformed,
                     "a term without its translation: there is one column in this line",
                     {table.name, row.line, 0});
    }
    auto entry = reader.read(row);
    if (!entry) return tl::unexpected<Error>(entry.error());
    if (is_wanted(reader, wanted, has_status) && !entry->terms.empty()) {
      entries.push_back(std::move(*entry));
    }
  }
  return {};
}

Result<std::vector<TermEntry>> read_sheets(std::span<const Sheet> sheets, const std::string& file,
                                           Rows wanted) {
  std::vector<TermEntry> entries;
  for (const TermTable& table : tables_of_terms(sheets, file)) {
    if (auto read = read_table(table, wanted, entries); !read) {
      return tl::unexpected<Error>(read.error());
    }
  }
  return entries;
}

/// "zh-TW", "zh", "en".
std::string column_name(const Term& term) {
  if (!term.locale.empty()) return term.locale;
  return term.language == Language::kChinese ? "zh" : "en";
}

bool is_banned(const Term& term) {
  return term.status == TermStatus::kForbidden || term.status == TermStatus::kDeprecated;
}

/// Puts entries into rows and counts what a row can't hold.
class TableWriter {
 public:
  explicit TableWriter(const std::vector<TermEntry>& entries) : entries_(entries) {}

  WrittenTable write() {
    for (const TermEntry& entry : entries_) {
      for (const Term& term : entry.terms) {
        const std::string name = column_name(term);
        if (!is_banned(term) &&
            std::find(languages_.begin(), languages_.end(), name) == languages_.end()) {
          languages_.push_back(name);
        }
      }
    }
    std::vector<std::vector<std::string>> rows;
    for (const TermEntry& entry : entries_) rows.push_back(row_of(entry));
    std::vector<std::string> header = languages_;
    header.insert(header.end(), std::begin(kFurther), std::end(kFurther));
    // Columns that nothing stands in are left out.
    std::vector<bool> used(header.size(), false);
    for (const auto& row : rows) {
      for (std::size_t c = 0; c < row.size(); ++c) used[c] = used[c] || !row[c].empty();
    }
    WrittenTable table;
    table.rows.push_back(kept(header, used));
    for (const auto& row : rows) table.rows.push_back(kept(row, used));
    lose(table, separators_, "contain '|' or ';', which separate variants in a table");
    lose(table, notes_, "have a note of their own, which a table has only for the entry");
    lose(table, statuses_, "have a status that differs from the entry's");
    lose(table, parts_of_speech_, "have a part of speech that differs from the entry's");
    lose(table, banned_locales_, "are forbidden or deprecated in one locale only");
    return table;
  }

 private:
  static constexpr std::string_view kFurther[] = {
      "forbidden", "deprecated", "status", "part of speech", "domain",    "definition",
      "note",      "provenance", "id",     "checked",        "confirmed", "case"};

  static std::vector<std::string> kept(const std::vector<std::string>& row,
                                       const std::vector<bool>& used) {
    std::vector<std::string> cells;
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (used[c]) cells.push_back(row[c]);
    }
    return cells;
  }

  static void lose(WrittenTable& table, std::size_t count, std::string_view what) {
    if (count > 0) {
      table.losses.push_back(std::to_string(count) + (count == 1 ? " term: " : " terms: ") +
                             std::string(what));
    }
  }

  static void append(std::string& cell, std::string_view text) {
    if (!cell.empty()) cell += '|';
    cell += text;
  }

  std::vector<std::string> row_of(const TermEntry& entry) {
    std::vector<std::string> row(languages_.size() + std::size(kFurther));
    const std::size_t further = languages_.size();
    const TermStatus status = status_of(entry);
    for (const Term& term : entry.terms) {
      separators_ += !first_separator(term.text).empty();
      notes_ += !term.note.empty();
      parts_of_speech_ += term.part_of_speech != entry.terms.front().part_of_speech;
      if (is_banned(term)) {
        banned_locales_ += !term.locale.empty();
        append(row[further + (term.status == TermStatus::kForbidden ? 0 : 1)], term.text);
        continue;
      }
      const auto column = static_cast<std::size_t>(
          std::find(languages_.begin(), languages_.end(), column_name(term)) - languages_.begin());
      const TermStatus read_back = status == TermStatus::kAdmitted || !row[column].empty()
                                       ? TermStatus::kAdmitted
                                       : TermStatus::kPreferred;
      statuses_ += term.status != read_back;
      append(row[column], term.text);
    }
    if (status == TermStatus::kAdmitted) row[further + 2] = "admitted";
    if (!entry.terms.empty()) row[further + 3] = entry.terms.front().part_of_speech;
    row[further + 4] = entry.domain;
    row[further + 5] = entry.definition;
    row[further + 6] = entry.note;
    row[further + 7] = entry.provenance;
    row[further + 8] = entry.id;
    if (entry.record.checked > 0) {
      row[further + 9] = std::to_string(entry.record.checked);
      row[further + 10] = std::to_string(entry.record.confirmed);
    }
    row[further + 11] = name_of(entry.letter_case);
    return row;
  }

  /// Admitted where no term is preferred.
  static TermStatus status_of(const TermEntry& entry) {
    const bool preferred = std::any_of(entry.terms.begin(), entry.terms.end(), [](const Term& t) {
      return t.status == TermStatus::kPreferred;
    });
    return preferred ? TermStatus::kPreferred : TermStatus::kAdmitted;
  }

  const std::vector<TermEntry>& entries_;
  std::vector<std::string> languages_;
  std::size_t separators_ = 0;
  std::size_t notes_ = 0;
  std::size_t statuses_ = 0;
  std::size_t parts_of_speech_ = 0;
  std::size_t banned_locales_ = 0;
};

}  // namespace

Result<std::vector<TermEntry>> entries_of_sheets(std::span<const Sheet> sheets,
                                                 const std::string& file) {
  return read_sheets(sheets, file, Rows::kEntries);
}

Result<Decisions> decisions_of_sheets(std::span<const Sheet> sheets, const std::string& file) {
  auto accepted = read_sheets(sheets, file, Rows::kAccepted);
  if (!accepted) return tl::unexpected<Error>(accepted.error());
  auto rejected = read_sheets(sheets, file, Rows::kRejected);
  if (!rejected) return tl::unexpected<Error>(rejected.error());
  return Decisions{std::move(*accepted), std::move(*rejected)};
}

WrittenTable table_of(const std::vector<TermEntry>& entries) {
  return TableWriter(entries).write();
}

}  // namespace duizhao::formats
