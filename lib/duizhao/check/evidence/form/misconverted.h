#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/span.h"

namespace duizhao::check {

/// A character of a traditional text that a program took for another one with the same simplified
/// form: 髮 in 被髮明.
struct Misconverted {
  Span span;          ///< of the character
  std::string right;  ///< 發
};

/// Where a character stands in no word of OpenCC's dictionary that is written with it, and in one
/// that is written with the other. Looks at the characters of `part` of a traditional text only.
[[nodiscard]] std::vector<Misconverted> misconverted(std::string_view text, Span part);

}  // namespace duizhao::check
