#pragma once

#include <string_view>
#include <vector>

#include "duizhao/formats/keyed_texts.h"

namespace duizhao::formats {

/// Whether nearly all lines of a text, in any encoding that holds ASCII, are keys with their texts,
/// as programs keep what they say: `menu.open=Open`, `"menu.open" = "Open";`, `open: "Open"`, and
/// in a tree of keys `open: Open`.
[[nodiscard]] bool are_keyed_lines(std::string_view bytes);

/// The texts of such lines: .properties, .ini, TOML, .strings, Fluent and the YAML of translations,
/// with sections, keys above others, lists, and texts over several lines. No library reads them
/// all, and what a program says is but a small part of each of these formats.
[[nodiscard]] std::vector<KeyedText> read_keyed_lines(std::string_view text);

}  // namespace duizhao::formats
