#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "duizhao/core/span.h"
#include "duizhao/model/lexicon.h"

namespace duizhao::extract {

/// A piece of text with its translation: a line of a bilingual file, a bead.
struct TextPair {
  std::string_view english;
  std::string_view chinese;
};

/// A word of a pair, numbered in the corpus's own vocabulary of its language.
struct Word {
  Span span;               ///< in the pair's text
  std::uint32_t form = 0;  ///< by its folded written form
  /// A mark stands between this word and the one before: no phrase goes across.
  bool breaks_before = false;
  bool hyphen_before = false;
};

/// One language of the corpus: the words of every pair and the vocabulary of their forms. English
/// words are told apart as they are written, in lower case (plurals are forms of their own);
/// Chinese words are the lexicon's, in simplified characters.
struct CorpusSide {
  std::vector<std::vector<Word>> words;   ///< by pair
  std::vector<std::string> forms;         ///< by number
  std::vector<std::uint32_t> lexicon_id;  ///< by number; model::kUnknownWord where it has none
};

/// Pairs in words, ready for alignment. The texts must outlive the corpus.
struct Corpus {
  std::vector<TextPair> pairs;
  CorpusSide english;
  CorpusSide chinese;
};

[[nodiscard]] Corpus make_corpus(std::vector<TextPair> pairs, const model::Lexicon& lexicon);

}  // namespace duizhao::extract
