#pragma once

#include <string>
#include <string_view>

#include "duizhao/core/error.h"
#include "duizhao/formats/bilingual.h"

namespace duizhao::formats {

/// The pairs of a workbook (XLSX) as text that can be edited: a line for each row of the sheet, in
/// which source, target and id are separated by tabs; rows that hold no pair are empty lines. Line
/// ends and tabs in cells are U+2028 and U+2409. Which sheet and which columns hold the pairs is
/// found as open_bilingual() finds it.
[[nodiscard]] Result<std::string> text_of_workbook(std::string_view bytes,
                                                   const BilingualOptions& options,
                                                   const std::string& file);

/// How such a text is read as a bilingual file.
[[nodiscard]] BilingualOptions options_for_workbook_text(BilingualOptions options);

/// The workbook with the targets of a text that was edited. Their cells become text; everything
/// else, other sheets, styles, formulas, comments, stays as it is. Fails where an edited cell holds
/// a formula.
[[nodiscard]] Result<std::string> workbook_with_text(std::string_view bytes, std::string_view text,
                                                     const BilingualOptions& options,
                                                     const std::string& file);

}  // namespace duizhao::formats
