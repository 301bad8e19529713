#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "chance.h"

namespace duizhao::tests {

/// A pair of texts, either way round.
struct TextPair {
  std::string source;
  std::string target;
  bool from_english = true;
};

/// Those of tests/check/cases, and the passages of the corpora that are right.
[[nodiscard]] std::vector<TextPair> all_pairs();

/// A name that everybody knows, in English and in Chinese.
[[nodiscard]] std::array<std::string_view, 2> known_name_by_chance(Chance& chance);

/// A slip as translators make them, in the target, or a thing that both sides have and one has
/// otherwise: a word for its opposite, a name, a mark, a tag, a figure, a clause left out, a word
/// left in the other language, characters of the other script, another pair behind it. `other` is
/// the pair that words are taken from.
void slip(TextPair& pair, const TextPair& other, Chance& chance);

}  // namespace duizhao::tests
