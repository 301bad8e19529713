#pragma once

#include <vector>

#include "duizhao/core/document.h"

namespace duizhao::align {

/// By sentence: whether a quotation goes on after its end. In dialogue the beginnings and ends of
/// speeches are the surest sign of where a bead ends.
///
/// “”, 「」, 『』 and straight double quotes count; single quotes where the text has hardly any
/// other and they stand at the edge of a word. A text without quotation marks has none open.
[[nodiscard]] std::vector<bool> open_quotations(const Document& document);

}  // namespace duizhao::align
