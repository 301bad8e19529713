#pragma once

#include <string>
#include <vector>

namespace duizhao::names {

/// A country or territory by all its names.
struct Region {
  std::string code;                  ///< ISO 3166-1: "US"; "UN" and "EU" beside
  std::vector<std::string> english;  ///< with what is called after it: "United States", "American"
  std::vector<std::string> chinese;  ///< mainland, Taiwan and Hong Kong: 意大利, 義大利
  /// The one character that stands for it in compounds (中美, 访英); 0 where there is none.
  char32_t short_form = 0;
};

/// All of them, from the Unicode CLDR (through ICU), with adjectives and short forms of our own.
[[nodiscard]] std::vector<Region> regions();

}  // namespace duizhao::names
