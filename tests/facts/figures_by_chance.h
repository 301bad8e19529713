#pragma once

#include <string>
#include <vector>

#include "chance.h"

namespace duizhao::tests {

/// The same said in both languages.
struct BothTexts {
  std::string english;
  std::string chinese;
};

/// A number, a share, a sum, a measure, a date or a time, written in one of the ways of each
/// language.
[[nodiscard]] BothTexts figure_by_chance(Chance& chance);

/// A few of them in a row with words between; where `apart`, one of them is another in Chinese, and
/// sometimes a character of either text is lost, said twice or another mark.
[[nodiscard]] BothTexts figures_by_chance(Chance& chance, bool apart);

}  // namespace duizhao::tests
