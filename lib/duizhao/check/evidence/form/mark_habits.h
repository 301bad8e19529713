#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "duizhao/check/rule.h"

namespace duizhao::check {

/// Marks of Chinese that a whole text has where its readers expect others.
struct MarkHabit {
  std::string_view form;   ///< 「」
  std::string_view usual;  ///< “”
  Span first;
  std::size_t bead = 0;
  std::size_t places = 0;
};

/// The habits of a Chinese target: 「」 in simplified and “” in traditional characters, brackets of
/// half width around Chinese, one … or — where two belong. A text that has such marks once or
/// twice, or as many of the usual ones, has no habit; nor has one whose script nobody can tell.
[[nodiscard]] std::vector<MarkHabit> mark_habits(const DocumentContext& context);

}  // namespace duizhao::check
