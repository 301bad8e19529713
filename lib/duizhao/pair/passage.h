#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/core/span.h"
#include "duizhao/facts/fact.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/text/tokens.h"

namespace duizhao::pair {

/// One side of a bead with what the rules need to know of it, found once. All spans point into the
/// document's text.
struct Passage {
  const Document* document = nullptr;
  Span span;                               ///< covers all sentences of the side
  Language language = Language::kUnknown;  ///< that the side should be in: its document's
  std::vector<text::Token> tokens;
  std::vector<model::Word> words;
  std::vector<facts::Fact> facts;
  const model::Weights* weights = nullptr;  ///< of the lexicon that gave the words

  [[nodiscard]] std::string_view text() const { return span.in(document->text); }
  /// A word as it stands in the text.
  [[nodiscard]] std::string_view written(std::size_t word) const {
    return words[word].span.in(document->text);
  }
};

/// Analyses the text of `span`, which may be empty.
[[nodiscard]] Passage make_passage(const Document& document, Span span,
                                   const model::Lexicon& lexicon);

/// A document of which each sentence was analysed, once for all who ask: the aligner, and then the
/// rules, whose passages are made of it.
struct AnalysedDocument {
  const Document* document = nullptr;
  std::vector<Passage> sentences;

  /// From one sentence to another, both included; what was known of them goes into it. Each
  /// sentence is in one passage at most.
  [[nodiscard]] Passage take_passage(std::size_t first, std::size_t last);
};

/// `document`, which is segmented, must outlive what is made of it.
[[nodiscard]] AnalysedDocument analyse(const Document& document, const model::Lexicon& lexicon);

/// The same for a document that was edited since: sentences at its beginning and end that are those
/// of `before`, which was analysed as `analysed`, are taken from there. They need not be looked at.
[[nodiscard]] AnalysedDocument analyse(const Document& document, const model::Lexicon& lexicon,
                                       const Document& before, AnalysedDocument analysed);

}  // namespace duizhao::pair
