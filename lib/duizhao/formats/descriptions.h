#pragma once

#include <string>
#include <string_view>

namespace duizhao::formats {

/// What a document says of a picture to those who don't see it (alt, descr, svg:desc), on one line:
/// a translator has it to translate. Empty for what nobody wrote for readers: names of files,
/// formulas, marks, descriptions that a program made.
[[nodiscard]] std::string picture_description(std::string_view said);

}  // namespace duizhao::formats
