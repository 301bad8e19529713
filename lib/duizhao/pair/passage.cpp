#include "duizhao/pair/passage.h"

#include <algorithm>
#include <utility>

namespace duizhao::pair {
namespace {

/// Makes the passage one of `document`, in which it begins at `begin`.
void move_to(Passage& passage, const Document& document, std::size_t begin) {
  passage.document = &document;
  const std::size_t offset = begin - passage.span.begin;  // may be negative: it wraps around
  if (offset == 0) return;
  passage.span = passage.span.shifted(offset);
  for (text::Token& token : passage.tokens) token.span = token.span.shifted(offset);
  for (model::Word& word : passage.words) word.span = word.span.shifted(offset);
  for (facts::Fact& fact : passage.facts) {
    fact.span = fact.span.shifted(offset);
    fact.number = fact.number.shifted(offset);
  }
}

}  // namespace

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

AnalysedDocument analyse(const Document& document, const model::Lexicon& lexicon,
                         const Document& before, AnalysedDocument analysed) {
  if (document.language != before.language) return analyse(document, lexicon);
  std::vector<Passage> old = std::move(analysed.sentences);
  analysed.document = &document;
  analysed.sentences.resize(document.sentences.size());
  std::vector<bool> taken(document.sentences.size());
  const auto take = [&](std::size_t from, std::size_t to) {
    if (before.text_of(before.sentences[from]) != document.text_of(document.sentences[to])) {
      return false;
    }
    move_to(old[from], document, document.sentences[to].span.begin);
    analysed.sentences[to] = std::move(old[from]);
    taken[to] = true;
    return true;
  };
  const std::size_t least = std::min(old.size(), taken.size());
  std::size_t head = 0;
  while (head < least && take(head, head)) ++head;
  for (std::size_t tail = 1; head + tail <= least; ++tail) {
    if (!take(old.size() - tail, taken.size() - tail)) break;
  }
  for (std::size_t s = 0; s < taken.size(); ++s) {
    if (!taken[s]) {
      analysed.sentences[s] = make_passage(document, document.sentences[s].span, lexicon);
    }
  }
  return analysed;
}

}  // namespace duizhao::pair
