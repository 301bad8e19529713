#include "duizhao/pair/passage.h"

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

}  // namespace duizhao::pair
