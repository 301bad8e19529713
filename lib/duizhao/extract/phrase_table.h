#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "duizhao/extract/corpus.h"
#include "duizhao/extract/corpus_alignment.h"

namespace duizhao::extract {

/// A stretch of a pair, by the characters of its Chinese text or the words of its English one.
struct Stretch {
  std::uint32_t pair = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;  ///< one past the end
};

/// What links the words at the borders of a string to English words: sums over the occurrences
/// that propose it.
struct BorderLinks {
  double before = 0;  ///< of the word before to the phrase, which seems to be cut short
  double first = 0;   ///< of the first word to the phrase
  double last = 0;
  double after = 0;
  /// Of the word before to other English words; 1 where no word is, or a measure word. What
  /// nothing links may belong to the string.
  double before_elsewhere = 0;
  double after_elsewhere = 0;
  double last_free = 0;  ///< the last word has several characters, and no link to the phrase
};

/// A Chinese string that may translate an English phrase.
struct Rendering {
  std::uint64_t hash = 0;
  Stretch example;               ///< characters
  std::uint32_t count = 0;       ///< occurrences of the phrase whose alignment proposes it
  double share_sum = 0;          ///< over those, of the links of both that lie inside both
  std::uint32_t edge_count = 0;  ///< borders on word boundaries, two for each occurrence at most
  BorderLinks borders;
  std::uint32_t pairs = 0;  ///< pairs whose Chinese text has it
  /// Occurrences in the corpus, and how many of them follow, or are followed by, the commonest
  /// neighbour: a string that always stands behind the same character is cut short.
  std::uint32_t occurrences = 0;
  std::uint32_t same_before = 0;
  std::uint32_t same_after = 0;
  std::uint32_t common = 0;  ///< pairs with the phrase that have it
};

/// One of the forms of a phrase: its singular or its plural.
struct Surface {
  std::uint32_t last_form = 0;  ///< of its last word
  std::uint32_t count = 0;
  Stretch example;  ///< words; as it is written most often
};

/// An English phrase that occurs repeatedly, in singular and plural together.
struct Phrase {
  std::vector<std::uint32_t> forms;  ///< of its words, the last one standing for its noun
  std::uint32_t count = 0;           ///< occurrences
  std::uint32_t pairs = 0;           ///< pairs that have it
  std::uint32_t inside_longer = 0;   ///< occurrences of the commonest phrase that is a word longer
  /// Occurrences that follow, or are followed by, the commonest neighbour: "Hong Kong Institute"
  /// always stands before "for".
  std::uint32_t same_before = 0;
  std::uint32_t same_after = 0;
  std::uint32_t capitalised = 0;  ///< occurrences whose words all begin with a capital or digit
  std::vector<Surface> surfaces;
  std::vector<Rendering> renderings;
};

struct PhraseTableOptions {
  std::uint32_t min_count = 2;
  std::size_t max_words = 8;
  std::size_t max_characters = 24;
};

/// The repeated phrases of a corpus and what the alignment proposes for each: around the stretch
/// with the most links inside and the fewest outside, all whose borders lie a word or a character
/// apart, counted over the corpus.
[[nodiscard]] std::vector<Phrase> make_phrase_table(const Corpus& corpus,
                                                    const CorpusAlignment& alignment,
                                                    const PhraseTableOptions& options);

/// Function words, which neither begin nor end a term. `form` is folded.
[[nodiscard]] bool is_function_word(std::string_view form);

/// The Chinese text of a pair, character by character.
struct ChineseCharacters {
  std::u32string folded;
  std::vector<Span> spans;
  std::vector<std::uint32_t> word;  ///< of a character; kNoWord for punctuation
  std::vector<bool> word_begin;     ///< a word, or punctuation, begins here
  static constexpr std::uint32_t kNoWord = 0xFFFFFFFF;
};
[[nodiscard]] ChineseCharacters characters_of(const Corpus& corpus, std::size_t pair);

}  // namespace duizhao::extract
