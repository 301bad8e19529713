#pragma once

#include <cstddef>

#include "duizhao/pair/links.h"

namespace duizhao::pair {

/// What a word is like and how well the other side explains it, in steps; a row of the table of
/// odds.
struct WordCell {
  static constexpr std::size_t kLanguages = 2;
  static constexpr std::size_t kKinds = 8;
  static constexpr std::size_t kSteps = 5;

  std::size_t language = 0;   ///< 0 Chinese, 1 English
  std::size_t kind = 0;       ///< by commonness, and whether the lexicon knows its translations
  std::size_t explained = 0;  ///< LinkedWord::explained
  std::size_t fertility = 0;  ///< LinkedWord::fertility
};

[[nodiscard]] WordCell word_cell(const model::Word& word, const LinkedWord& linked,
                                 Language language);

/// Log-odds, in nats, that this word gives for "what it says is not in the other version" against
/// "it is": from counts over sentences beside their translation and beside another sentence's
/// (tools/fit/missing_odds.cpp). 0 for punctuation.
[[nodiscard]] double missing_odds(const model::Word& word, const LinkedWord& linked,
                                  Language language);

}  // namespace duizhao::pair
