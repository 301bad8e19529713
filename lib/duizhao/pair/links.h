#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/model/lexicon.h"

namespace duizhao::pair {

/// A word of the other side that may translate this one.
struct Link {
  std::uint32_t other = 0;  ///< index of the word
  float from_other = 0;     ///< p(this word | that word)
  float to_other = 0;       ///< p(that word | this word)
};

/// What the lexicon knows of the words of one side of a bead, given the other side.
struct LinkedWord {
  std::span<const Link> links;  ///< the best first; empty for punctuation
  /// 1 − posterior probability, under IBM Model 1 with a null word that says what the language
  /// says, that this word has no counterpart.
  float explained = 0;
  /// How many words of the other side it is the likeliest reason for, in expectation. A word of a
  /// clause left out finds its chance matches taken by the words that they translate.
  float fertility = 0;
  /// Probability that translations of this word are among those that the lexicon lists: small for
  /// a word that it does not know.
  float known = 0;
  float commonness = 0;  ///< p(word) in running text
};

/// Which words of the two sides of a bead may translate each other. Latin words and numbers that
/// are the same on both sides do. The links of all words stand in one list, which the words look
/// into: so it can be moved and not copied.
struct Links {
  std::vector<LinkedWord> source;
  std::vector<LinkedWord> target;
  std::vector<Link> all;

  Links() = default;
  Links(Links&&) noexcept = default;
  Links& operator=(Links&&) noexcept = default;
  Links(const Links&) = delete;
  Links& operator=(const Links&) = delete;
  ~Links() = default;
};

/// Time and memory grow with the number of links, which is that of the pairs of words that may
/// translate each other: in long passages with the square of their length, for a common word links
/// to all its counterparts.
///
/// `english`, where given, is what the spans of the English words point into: words that the
/// lexicon lacks are then linked by what their pieces tell.
[[nodiscard]] Links link_words(std::span<const model::Word> source, Language source_language,
                               std::span<const model::Word> target, Language target_language,
                               const model::Lexicon& lexicon, std::string_view english = {});

}  // namespace duizhao::pair
