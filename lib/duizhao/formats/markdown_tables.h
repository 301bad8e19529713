#pragma once

#include <string_view>
#include <vector>

#include "duizhao/formats/table.h"

namespace duizhao::formats {

/// The tables of a text in Markdown, one a sheet, without the text around them; empty where it has
/// none. A table begins with its head and a rule beneath it; bars at its sides may be left out.
///
///     | 中文 | English |
///     |------|:-------:|
///     | 资本 | capital |
[[nodiscard]] std::vector<Sheet> read_markdown_tables(std::string_view text);

}  // namespace duizhao::formats
