#pragma once

#include <cstddef>
#include <span>

#include "duizhao/pair/links.h"
#include "duizhao/pair/passage.h"

namespace duizhao::pair {

/// What a word is like and how well the other side explains it, in steps; a row of the table of
/// odds.
struct WordCell {
  std::size_t kind = 0;       ///< by commonness, and whether the lexicon knows its translations
  std::size_t explained = 0;  ///< LinkedWord::explained
  std::size_t fertility = 0;  ///< LinkedWord::fertility
};

[[nodiscard]] WordCell word_cell(const model::Word& word, const LinkedWord& linked);

/// Log-odds, in nats, that a word of `passage` gives for "what it says is not in the other version"
/// against "it is": from counts over sentences beside their translation and beside another
/// sentence's (tools/fit/missing_odds.cpp), as the weights of the lexicon have them. 0 for
/// punctuation.
[[nodiscard]] double missing_odds(const Passage& passage, std::size_t word,
                                  const LinkedWord& linked);

/// The same of all words that a stretch touches, together.
[[nodiscard]] double missing_odds(const Passage& passage, Span stretch,
                                  std::span<const LinkedWord> links);

/// The share of the words of a passage that the lexicon finds on the other side; 0 where it has
/// none. `links` has one for each word.
[[nodiscard]] double share_explained(const Passage& passage, std::span<const LinkedWord> links);

}  // namespace duizhao::pair
