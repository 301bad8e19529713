#pragma once

#include <string_view>

#include "duizhao/core/span.h"

namespace duizhao::extract {

/// Where a name begins, with how sure that is.
struct NameBounds {
  Span span;  ///< in the text that was given; empty where no name ends there
  double confidence = 0;
};

/// The English name at the end of `before`, the text before a bracket that holds the Chinese name
/// `chinese`.
[[nodiscard]] NameBounds english_name_at_end(std::string_view before, std::string_view chinese);

/// The Chinese name at the end of `before`, the text before a bracket that holds the English name
/// `english`.
[[nodiscard]] NameBounds chinese_name_at_end(std::string_view before, std::string_view english);

}  // namespace duizhao::extract
