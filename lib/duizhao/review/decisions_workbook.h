#pragma once

#include <string>
#include <string_view>

#include "duizhao/core/error.h"
#include "duizhao/review/suppression.h"

namespace duizhao {

/// Whether the bytes of a file of suppressions are those of a workbook.
[[nodiscard]] bool is_workbook(std::string_view bytes);

/// The findings that a reviser has decided to be no errors, out of the workbook that `check
/// --format xlsx` writes, in either language: the rows, of any sheet, whose column "Decision"
/// (决定) says "no error" (不是错误), with the reason and by the key in the columns so called.
/// "fixed", "question" and nothing are no suppressions. Rows may be sorted, columns moved, others
/// added.
///
/// Fails on what is no workbook, has no such columns, on a key that is none, and on a decision that
/// is none of these, with its row. `file` is for messages.
[[nodiscard]] Result<Suppressions> suppressions_in_workbook(std::string_view bytes,
                                                            const std::string& file);

}  // namespace duizhao
