#pragma once

#include <cstddef>
#include <string_view>

#include "duizhao/formats/text_pieces.h"

namespace duizhao::formats {

/// Where a text begins with front matter (YAML between two lines of "---", TOML between two of
/// "+++"), appends the values of its fields that people read, such as title and description, a line
/// each, and returns where the text behind it begins; else 0. Keys, dates, weights and tags are
/// left out.
std::size_t keep_front_matter(std::string_view text, TextPieces& pieces);

}  // namespace duizhao::formats
