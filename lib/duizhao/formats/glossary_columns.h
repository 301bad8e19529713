#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/formats/table.h"

namespace duizhao::formats {

enum class TermRole : std::uint8_t {
  kTerm,       ///< of a language that the cells tell
  kVariant,    ///< an abbreviation or another word for the term, of a language that each cell tells
  kForbidden,  ///< likewise
  kDeprecated,
  kStatus,
  kPartOfSpeech,
  kDomain,
  kDefinition,
  kNote,
  kProvenance,
  kId,
  kCase,          ///< whether the term's capitals are kept
  kKeptAsIs,      ///< whether the term stays as it is, as a brand does
  kTranslatable,  ///< the contrary
  kChecked,
  kConfirmed,
  kUnknown,  ///< a name that says nothing to us: its cells are noted under that name
  kIgnored,
};

struct TermColumn {
  TermRole role = TermRole::kIgnored;
  Language language = Language::kUnknown;
  std::string locale;  ///< BCP 47, where the header says more than the language
  std::string name;    ///< of a column that is not known
};

/// What a row says of its columns; nothing for a row that is no header. A header names at least two
/// columns of terms, which may be Chinese and English, in either language or in both ("English",
/// "zh-TW", 中文, "中文术语 Chinese term") or by their roles ("source", "target"); one is enough
/// beside a column that says what stays as it is (tells_brands).
[[nodiscard]] std::optional<std::vector<TermColumn>> term_columns_of_header(const TableRow& row);

/// Whether rows say which terms stay as they are, so that one language may be enough.
[[nodiscard]] bool tells_brands(const std::vector<TermColumn>& columns);

/// Of a table without a header: the first two columns where they hold terms of both languages, else
/// the column with most Chinese and the one with most Latin letters (but for pinyin with tone
/// marks). What stands behind the terms is a note, what stands before or between them (a number, a
/// date) is left out. Empty where no two columns are such.
[[nodiscard]] std::vector<TermColumn> term_columns_by_content(std::span<const TableRow> rows);

/// Gives columns of terms whose header names no language theirs: Chinese for those with the largest
/// share of cells with Chinese characters.
void decide_languages(std::span<const TableRow> rows, std::vector<TermColumn>& columns);

/// Whether most of the rows have Chinese and English where the columns say so.
[[nodiscard]] bool fit_columns(std::span<const TableRow> rows,
                               const std::vector<TermColumn>& columns);

/// Lower case, without spaces, hyphens and underscores: "Part of Speech" is "partofspeech".
[[nodiscard]] std::string folded_name(std::string_view cell);

[[nodiscard]] bool has_han(std::string_view text);

}  // namespace duizhao::formats
