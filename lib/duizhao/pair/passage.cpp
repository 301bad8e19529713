#include "duizhao/pair/passage.h"

#include <utility>

namespace duizhao::pair {

Passage make_passage(const Document& document, Span span, const model::Lexicon& lexicon) {
  Passage passage;
  passage.document = &document;
  passage.span = span;
  passage.language = document.language;
  const std::string_view text = passage.text();
  passage.tokens = text::tokenize(text, span.begin);
  passage.words = lexicon.words(text, document.language, span.begin);
  passage.weights = &lexicon.weights();
  passage.facts = facts::find(text, document.language, span.begin);
  return passage;
}

Passage AnalysedDocument::take_passage(std::size_t first, std::size_t last) {
  Passage joined = std::move(sentences[first]);
  for (std::size_t s = first + 1; s <= last; ++s) {
    const Passage& next = sentences[s];
    joined.span = joined.span.joined(next.span);
    joined.tokens.insert(joined.tokens.end(), next.tokens.begin(), next.tokens.end());
    joined.words.insert(joined.words.end(), next.words.begin(), next.words.end());
    joined.facts.insert(joined.facts.end(), next.facts.begin(), next.facts.end());
  }
  return joined;
}

AnalysedDocument analyse(const Document& document, const model::Lexicon& lexicon) {
  AnalysedDocument analysed;
  analysed.document = &document;
  analysed.sentences.reserve(document.sentences.size());
  for (const Sentence& sentence : document.sentences) {
    analysed.sentences.push_back(make_passage(document, sentence.span, lexicon));
  }
  return analysed;
}

}  // namespace duizhao::pair
