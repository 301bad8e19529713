#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/table.h"

namespace duizhao::formats {

/// Which columns of a table of pairs are what, from 0.
struct PairColumns {
  std::size_t source = 0;
  std::size_t target = 1;
  std::optional<std::size_t> id{};
  std::string also{};  ///< the name of another Chinese column, which is left out
  bool held = false;   ///< were found from what the columns hold
};

/// What a user should know of the choice; see BilingualReader.
[[nodiscard]] std::string notice_of(const PairColumns& columns);

/// The columns that a first line names ("source", "target", "English", 译文, "zh-CN", "id");
/// none where it does not name both texts, and is a pair itself. What the options ask for goes
/// before: the languages where columns are named by languages.
[[nodiscard]] std::optional<PairColumns> columns_named(const std::vector<std::string>& first,
                                                       const BilingualOptions& options);

/// The columns with most Chinese and most English text, of rows that no first line names; none
/// where there are no two such.
[[nodiscard]] std::optional<PairColumns> columns_by_content(const std::vector<TableRow>& rows);

/// Whether the first of some rows names their columns in words that are not known, such as
/// "Englisch" and "Chinesisch": a few, all different, in all columns, over one that is Chinese.
[[nodiscard]] bool begins_with_names(const std::vector<TableRow>& rows, const PairColumns& columns);

/// The columns that `options.columns` asks for: two or three numbers from 1 or names out of
/// `first`, source, target and id. Fails on a name that is not there; `named` tells whether the
/// first line is a header.
[[nodiscard]] Result<PairColumns> columns_asked_for(const std::vector<std::string>& first,
                                                    const BilingualOptions& options,
                                                    const std::string& file, bool& named);

/// Where the pairs of a table are.
struct PairTable {
  PairColumns columns;
  std::size_t first = 0;  ///< row, behind the one that names the columns
};

/// Finds the columns of the texts: they are asked for, said by the first row, or found from what
/// the columns hold.
[[nodiscard]] Result<PairTable> find_pairs(const std::vector<TableRow>& rows,
                                           const BilingualOptions& options,
                                           const std::string& file);

/// How many cells the rows of a table may have. A row of CSV that has more than the others was cut
/// at a separator of its text.
enum class RowWidth : std::uint8_t { kAny, kUsual };

/// Reads the rows of a table as pairs: which columns are the texts is asked for, said by the first
/// row, or found from what the columns hold; a column of numbers or keys is never a text. Rows
/// without any text are passed over, those that are too wide also told.
[[nodiscard]] Result<std::unique_ptr<BilingualReader>> make_table_reader(
    std::vector<TableRow> rows, const BilingualOptions& options, const std::string& file,
    RowWidth width = RowWidth::kAny);

}  // namespace duizhao::formats
