#pragma once

#include <string>
#include <string_view>

#include "duizhao/core/alignment.h"
#include "duizhao/core/document.h"

namespace duizhao::cli {

/// An alignment as a file of a format: tsv, jsonl, ladder, html or tmx. `language` is that of the
/// page's own words.
[[nodiscard]] std::string alignment_text(std::string_view format, const Document& source,
                                         const Document& target, const Alignment& alignment,
                                         Language language);

}  // namespace duizhao::cli
