#include "duizhao/formats/glossary_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::formats {
namespace {

enum class Role : std::uint8_t {
  kTerm,  ///< of a language that the cells tell
  kEnglish,
  kChinese,
  kForbidden,
  kDeprecated,
  kStatus,
  kPartOfSpeech,
  kDomain,
  kDefinition,
  kNote,
  kProvenance,
  kId,
  kChecked,
  kConfirmed,
  kIgnored,
};

struct Column {
  Role role = Role::kIgnored;
  Language language = Language::kUnknown;
  std::string locale;
};

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    std::size_t next = 0;
    if (!text::is_space(text::next_code_point(text, next))) break;
    text.remove_prefix(next);
  }
  while (!text.empty()) {
    std::size_t last = text.size();
    if (!text::is_space(text::previous_code_point(text, last))) break;
    text = text.substr(0, last);
  }
  return text;
}

/// Lower case, without spaces, hyphens and underscores: "Part of Speech" is "partofspeech".
std::string folded_name(std::string_view cell) {
  std::string name;
  for (const char c : trimmed(cell)) {
    if (c == ' ' || c == '-' || c == '_') continue;
    name.push_back(text::ascii_lower(c));
  }
  return name;
}

constexpr std::pair<std::string_view, Role> kColumnNames[] = {
    {"source", Role::kTerm},
    {"target", Role::kTerm},
    {"src", Role::kTerm},
    {"tgt", Role::kTerm},
    {"term", Role::kTerm},
    {"translation", Role::kTerm},
    {"sourceterm", Role::kTerm},
    {"targetterm", Role::kTerm},
    {"原文", Role::kTerm},
    {"译文", Role::kTerm},
    {"譯文", Role::kTerm},
    {"术语", Role::kTerm},
    {"術語", Role::kTerm},
    {"english", Role::kEnglish},
    {"englishterm", Role::kEnglish},
    {"eng", Role::kEnglish},
    {"en", Role::kEnglish},
    {"英文", Role::kEnglish},
    {"英语", Role::kEnglish},
    {"英語", Role::kEnglish},
    {"chinese", Role::kChinese},
    {"chineseterm", Role::kChinese},
    {"zh", Role::kChinese},
    {"chi", Role::kChinese},
    {"zho", Role::kChinese},
    {"中文", Role::kChinese},
    {"汉语", Role::kChinese},
    {"漢語", Role::kChinese},
    {"forbidden", Role::kForbidden},
    {"forbiddenterm", Role::kForbidden},
    {"forbiddenterms", Role::kForbidden},
    {"donotuse", Role::kForbidden},
    {"deprecated", Role::kDeprecated},
    {"禁用", Role::kForbidden},
    {"status", Role::kStatus},
    {"termstatus", Role::kStatus},
    {"状态", Role::kStatus},
    {"pos", Role::kPartOfSpeech},
    {"partofspeech", Role::kPartOfSpeech},
    {"词性", Role::kPartOfSpeech},
    {"domain", Role::kDomain},
    {"subject", Role::kDomain},
    {"subjectfield", Role::kDomain},
    {"领域", Role::kDomain},
    {"definition", Role::kDefinition},
    {"定义", Role::kDefinition},
    {"note", Role::kNote},
    {"notes", Role::kNote},
    {"comment", Role::kNote},
    {"备注", Role::kNote},
    {"provenance", Role::kProvenance},
    {"reference", Role::kProvenance},
    {"来源", Role::kProvenance},
    {"id", Role::kId},
    {"checked", Role::kChecked},
    {"confirmed", Role::kConfirmed},
    {"count", Role::kIgnored},
    {"score", Role::kIgnored},
    {"confidence", Role::kIgnored},
    {"place", Role::kIgnored},
    {"sourceexample", Role::kIgnored},
    {"targetexample", Role::kIgnored},
};

std::optional<Column> column_named(std::string_view cell) {
  const std::string name = folded_name(cell);
  for (const auto& [known, role] : kColumnNames) {
    if (known == name) return Column{role, Language::kUnknown, {}};
  }
  // zh-CN, zh_Hant_HK, en-GB
  const bool chinese = name.starts_with("zh");
  if ((chinese || name.starts_with("en")) && name.size() >= 4 && name.size() <= 8 &&
      trimmed(cell).find_first_of("-_") == 2) {
    std::string locale(trimmed(cell));
    std::replace(locale.begin(), locale.end(), '_', '-');
    return Column{chinese ? Role::kChinese : Role::kEnglish, Language::kUnknown, locale};
  }
  return std::nullopt;
}

bool is_term(Role role) {
  return role == Role::kTerm || role == Role::kEnglish || role == Role::kChinese;
}

/// The columns that a header names; nothing for a row that is no header.
std::optional<std::vector<Column>> columns_of_header(const TableRow& row) {
  std::vector<Column> columns;
  for (const std::string& cell : row.cells) {
    if (trimmed(cell).empty()) {
      columns.emplace_back();
    } else if (auto column = column_named(cell)) {
      columns.push_back(std::move(*column));
    } else {
      return std::nullopt;
    }
  }
  const auto terms = std::count_if(columns.begin(), columns.end(),
                                   [](const Column& column) { return is_term(column.role); });
  if (terms < 2) return std::nullopt;
  return columns;
}

bool has_han(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (text::is_han(text::next_code_point(text, i))) return true;
  }
  return false;
}

/// Gives every term column its language: what the header says, else Chinese for the columns with
/// the largest share of cells with Han characters.
void decide_languages(std::span<const TableRow> rows, std::vector<Column>& columns) {
  std::vector<std::size_t> han(columns.size());
  for (const TableRow& row : rows) {
    for (std::size_t c = 0; c < std::min(columns.size(), row.cells.size()); ++c) {
      if (is_term(columns[c].role)) han[c] += has_han(row.cells[c]);
    }
  }
  const std::size_t most = han.empty() ? 0 : *std::max_element(han.begin(), han.end());
  for (std::size_t c = 0; c < columns.size(); ++c) {
    Column& column = columns[c];
    if (column.role == Role::kChinese) column.language = Language::kChinese;
    if (column.role == Role::kEnglish) column.language = Language::kEnglish;
    if (column.role == Role::kTerm) {
      column.language = most > 0 && han[c] * 2 > most ? Language::kChinese : Language::kEnglish;
    }
  }
}

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

class RowReader {
 public:
  RowReader(const std::vector<Column>& columns, const std::string& file)
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
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const std::string cell(trimmed(row.cells[c]));
      if (cell.empty()) continue;
      const Column column = c < columns_.size() ? columns_[c] : Column{Role::kNote, {}, {}};
      switch (column.role) {
        case Role::kTerm:
        case Role::kEnglish:
        case Role::kChinese:
          add_terms(cell, column);
          break;
        case Role::kForbidden:
          add_banned(cell, TermStatus::kForbidden);
          break;
        case Role::kDeprecated:
          add_banned(cell, TermStatus::kDeprecated);
          break;
        case Role::kStatus:
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
        case Role::kPartOfSpeech:
          part_of_speech = cell;
          break;
        case Role::kDomain:
          entry_.domain = cell;
          break;
        case Role::kDefinition:
          entry_.definition = cell;
          break;
        case Role::kNote:
          entry_.note += (entry_.note.empty() ? "" : "; ") + cell;
          break;
        case Role::kProvenance:
          entry_.provenance = cell;
          break;
        case Role::kId:
          entry_.id = cell;
          break;
        case Role::kChecked:
        case Role::kConfirmed:
          if (auto read = read_count(cell, column.role, row); !read) {
            return tl::unexpected<Error>(read.error());
          }
          break;
        case Role::kIgnored:
          break;
      }
    }
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
  Result<void> read_count(std::string_view cell, Role role, const TableRow& row) {
    std::uint32_t count = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), count);
    if (error != std::errc() || end != cell.data() + cell.size()) {
      return failure(ErrorCode::kMalformed,
                     "'" + std::string(cell) + "' is no count of occurrences",
                     {file_, row.line, 0});
    }
    (role == Role::kChecked ? entry_.record.checked : entry_.record.confirmed) = count;
    return {};
  }

  template <typename Add>
  static void for_each_variant(std::string_view cell, Add&& add) {
    for (;;) {
      const std::size_t bar = cell.find('|');
      const std::string_view text = trimmed(cell.substr(0, bar));
      if (!text.empty()) add(text);
      if (bar == std::string_view::npos) return;
      cell.remove_prefix(bar + 1);
    }
  }

  void add_terms(std::string_view cell, const Column& column) {
    bool first = true;
    for_each_variant(cell, [&](std::string_view text) {
      Term term{.text = std::string(text), .language = column.language, .locale = column.locale};
      term.status = first ? TermStatus::kPreferred : TermStatus::kAdmitted;
      first = false;
      entry_.terms.push_back(std::move(term));
    });
  }

  void add_banned(std::string_view cell, TermStatus status) {
    for_each_variant(cell, [&](std::string_view text) {
      Term term;
      term.text = std::string(text);
      term.language = has_han(text) ? Language::kChinese : Language::kEnglish;
      term.status = status;
      entry_.terms.push_back(std::move(term));
    });
  }

  const std::vector<Column>& columns_;
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

Result<std::vector<TermEntry>> read_rows(std::span<const TableRow> rows, const std::string& file,
                                         Rows wanted) {
  const auto is_empty = [](const TableRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const std::string& cell) { return trimmed(cell).empty(); });
  };
  while (!rows.empty() && is_empty(rows.front())) rows = rows.subspan(1);
  if (rows.empty()) return std::vector<TermEntry>{};
  auto header = columns_of_header(rows.front());
  const bool has_header = header.has_value();
  if (has_header) rows = rows.subspan(1);
  std::vector<Column> columns =
      has_header ? std::move(*header)
                 : std::vector<Column>{{Role::kTerm, {}, {}}, {Role::kTerm, {}, {}}};
  decide_languages(rows, columns);
  const bool has_status = std::any_of(columns.begin(), columns.end(), [](const Column& column) {
    return column.role == Role::kStatus;
  });
  const auto has_language = [&](Language language) {
    return std::any_of(columns.begin(), columns.end(),
                       [&](const Column& column) { return column.language == language; });
  };
  if (!rows.empty() && !has_language(Language::kChinese)) {
    return failure(
        ErrorCode::kMalformed,
        "no column of the glossary is Chinese; a header with 'en' and 'zh' would name it",
        {file, rows.front().line, 0});
  }
  if (!rows.empty() && !has_language(Language::kEnglish)) {
    return failure(
        ErrorCode::kMalformed,
        "no column of the glossary is English; a header with 'en' and 'zh' would name it",
        {file, rows.front().line, 0});
  }
  std::vector<TermEntry> entries;
  RowReader reader(columns, file);
  for (const TableRow& row : rows) {
    if (is_empty(row)) continue;
    if (!has_header && row.cells.size() < 2) {
      return failure(ErrorCode::kMalformed,
                     "a term without its translation: there is one column in this line",
                     {file, row.line, 0});
    }
    auto entry = reader.read(row);
    if (!entry) return tl::unexpected<Error>(entry.error());
    if (is_wanted(reader, wanted, has_status) && !entry->terms.empty()) {
      entries.push_back(std::move(*entry));
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
    lose(table, bars_, "contain '|', which separates variants in a table");
    lose(table, notes_, "have a note of their own, which a table has only for the entry");
    lose(table, statuses_, "have a status that differs from the entry's");
    lose(table, parts_of_speech_, "have a part of speech that differs from the entry's");
    lose(table, banned_locales_, "are forbidden or deprecated in one locale only");
    return table;
  }

 private:
  static constexpr std::string_view kFurther[] = {
      "forbidden", "deprecated", "status", "part of speech", "domain",   "definition",
      "note",      "provenance", "id",     "checked",        "confirmed"};

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
      bars_ += term.text.find('|') != std::string::npos;
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
  std::size_t bars_ = 0;
  std::size_t notes_ = 0;
  std::size_t statuses_ = 0;
  std::size_t parts_of_speech_ = 0;
  std::size_t banned_locales_ = 0;
};

}  // namespace

Result<std::vector<TermEntry>> entries_of_table(std::span<const TableRow> rows,
                                                const std::string& file) {
  return read_rows(rows, file, Rows::kEntries);
}

Result<Decisions> decisions_of_table(std::span<const TableRow> rows, const std::string& file) {
  auto accepted = read_rows(rows, file, Rows::kAccepted);
  if (!accepted) return tl::unexpected<Error>(accepted.error());
  auto rejected = read_rows(rows, file, Rows::kRejected);
  if (!rejected) return tl::unexpected<Error>(rejected.error());
  return Decisions{std::move(*accepted), std::move(*rejected)};
}

WrittenTable table_of(const std::vector<TermEntry>& entries) {
  return TableWriter(entries).write();
}

}  // namespace duizhao::formats
