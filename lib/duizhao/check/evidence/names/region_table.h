#pragma once

#include <string_view>
#include <vector>

#include "duizhao/names/regions.h"
#include "duizhao/pair/passage.h"
#include "duizhao/terms/glossary.h"

namespace duizhao::check {

/// Countries as a glossary, so that names are found as terms are; the index of an entry is the
/// index of the region.
struct RegionTable {
  RegionTable();

  std::vector<names::Region> regions;
  terms::Glossary glossary;
};

[[nodiscard]] const RegionTable& region_table();

/// Whether a text has the character that stands for a country in compounds (中美, 访英), in either
/// script. 澳 is no Australia in a text that names Macao: 来澳 for 来澳门.
[[nodiscard]] bool has_short_form(std::string_view chinese, const names::Region& region);

/// The countries that the two sides of a bead name.
struct NamedRegions {
  NamedRegions(const pair::Passage& english, const pair::Passage& chinese);

  std::vector<terms::TermMatch> english;
  std::vector<terms::TermMatch> chinese;
  /// The places of the English that name a country which the Chinese names too, in full or by the
  /// character that stands for it: "Danish" where the other has 丹麦, "US" where it has 中美.
  std::vector<Span> shared;
};

/// Whether `english` names the country that a stretch of Chinese names: "U.S." for 美国.
[[nodiscard]] bool names_region_of(const pair::Passage& english, std::string_view chinese);

}  // namespace duizhao::check
