#pragma once

#include <cstdint>
#include <vector>

#include "duizhao/model/lexicon.h"
#include "duizhao/pair/passage.h"
#include "duizhao/terms/glossary.h"

namespace duizhao::align {

/// One document as the aligner sees it: every sentence a list of word types, numbered within the
/// document.
struct TypedText {
  /// Types by sentence, in the order of the text. Empty for a sentence that can't be aligned: an
  /// empty line, or prose in the language of the other side.
  std::vector<std::vector<std::uint32_t>> sentences;
  std::vector<bool> open_quotations;  ///< see quotations.h
  /// Reciprocal background probability by type: the geometric mean of how common the word is in
  /// this document and in its language, so that scores of short and long documents compare.
  std::vector<float> rarity;
  std::vector<bool> numbers;  ///< by type: it is a number
  /// By sentence: it ends without a mark, as a heading, a caption or an item of a list does. Such a
  /// sentence hardly ever shares a bead with its neighbours.
  std::vector<bool> headings;
  /// By sentence: marks of headings or list items in it (#, •, …).
  std::vector<std::uint32_t> marks;
  /// Of these, the marks of headings that stand in one line with other text.
  std::vector<std::uint32_t> run_in_marks;
  /// Length of each sentence in characters, white space left out.
  std::vector<std::uint32_t> lengths;

  [[nodiscard]] std::size_t size() const { return sentences.size(); }
};

/// A Chinese type that an English type may translate.
struct Link {
  std::uint32_t chinese = 0;
  float to_english = 0;  ///< p(English type | Chinese type)
  float to_chinese = 0;  ///< p(Chinese type | English type)
};

/// Where a Chinese type occurs.
struct Posting {
  std::uint32_t sentence = 0;
  std::uint32_t position = 0;  ///< index into TypedText::sentences[sentence]
};

/// What two documents say about each other, word by word.
struct Evidence {
  TypedText chinese;
  TypedText english;
  std::vector<std::vector<Link>> links;        ///< by English type
  std::vector<std::vector<Posting>> postings;  ///< by Chinese type, in the order of the text
};

/// Looks up every word of both documents, and the terms of a glossary where there is one.
[[nodiscard]] Evidence gather_evidence(const pair::AnalysedDocument& chinese,
                                       const pair::AnalysedDocument& english,
                                       const model::Lexicon& lexicon,
                                       const terms::Glossary* glossary);

}  // namespace duizhao::align
