// Writes the evidence on every word of damaged translations, for tools/fit/logistic.py.
//
// usage: inserted_words MODEL PAIRS.tsv        (SOURCE<TAB>TARGET[<TAB>anything], as plant.py makes
// them)
//
// Of each two lines, a translation and the same with words put in, the second is judged. A line of
// output: 1 for a word that the first does not have, else 0, then the evidence in the order of
// score::InsertionEvidence.

#include "duizhao/score/inserted_words.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <string>
#include <utility>

#include "duizhao/pair/relatedness.h"
#include "labelled_pair.h"
#include "models.h"

using namespace duizhao;

/// Words that are put in at once.
constexpr std::size_t kLongest = 4;

/// The words of a damaged translation that stand between what it has in common with the good one
/// before and behind: the first, and the one past the last.
std::pair<std::size_t, std::size_t> inserted_place(const pair::Passage& damaged,
                                                   const pair::Passage& good) {
  const auto same = [&](std::size_t i, std::size_t j) {
    return damaged.words[i].span.in(damaged.document->text) ==
           good.words[j].span.in(good.document->text);
  };
  const std::size_t size = damaged.words.size();
  const std::size_t shortest = std::min(size, good.words.size());
  std::size_t first = 0;
  while (first < shortest && same(first, first)) ++first;
  std::size_t behind = 0;
  while (behind < shortest - first && same(size - 1 - behind, good.words.size() - 1 - behind)) {
    ++behind;
  }
  return {first, size - behind};
}

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: inserted_words MODEL PAIRS.tsv\n";
    return 2;
  }
  const auto models = fit::open_models(argv[1]);
  if (!models) return 3;
  const auto passage = [&](const Document& document) {
    return pair::make_passage(document, {0, document.text.size()}, models->lexicon);
  };
  std::ifstream file(argv[2]);
  std::string good_line;
  for (std::string line; std::getline(file, good_line) && std::getline(file, line);) {
    const auto good = fit::labelled_pair(good_line);
    const auto pair = fit::labelled_pair(line);
    if (!good || !pair) continue;
    const pair::Passage source = passage(pair->source);
    const pair::Passage target = passage(pair->target);
    const pair::Passage before = passage(good->target);
    const auto [first, last] = inserted_place(target, before);
    // More than a few words are a text of their own.
    if (first == last || last - first > kLongest) continue;
    const auto links =
        pair::link_words(source.words, source.language, target.words, target.language,
                         models->lexicon, pair->in(Language::kEnglish).text);
    const auto related = pair::relatedness(target.words, target.language, source.words,
                                           source.language, models->lexicon);
    for (const auto& word :
         score::inserted_words(source, target, links, related, models->language_model)) {
      std::cout << (word.word >= first && word.word < last ? 1 : 0);
      for (const double value : word.evidence) std::cout << '\t' << value;
      std::cout << '\n';
    }
  }
}
