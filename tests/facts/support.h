#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/facts/fact.h"

namespace duizhao::tests {

inline Language language_of(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0xE3) return Language::kChinese;
  }
  return Language::kEnglish;
}

/// The facts of a text, words of relative time left out.
inline std::vector<facts::Fact> facts_of(std::string_view text) {
  std::vector<facts::Fact> found;
  for (const facts::Fact& fact : facts::find(text, language_of(text))) {
    if (fact.kind != facts::Kind::kRelative) found.push_back(fact);
  }
  return found;
}

/// The first reading of the only fact of a text.
inline facts::Fact fact_in(std::string_view text) {
  CAPTURE(text);
  const std::vector<facts::Fact> found = facts_of(text);
  REQUIRE_FALSE(found.empty());
  for (std::size_t i = 1; i < found.size(); ++i) REQUIRE(found[i].alternative);
  return found.front();
}

inline double value_in(std::string_view text) { return fact_in(text).value; }

}  // namespace duizhao::tests
