// Writes the evidence on every word of damaged translations, for tools/fit/logistic.py.
//
// usage: put_in MODEL PAIRS.tsv        (SOURCE<TAB>TARGET[<TAB>anything], as plant.py makes them)
//
// Of each two lines, a translation and the same with words put in, the second is judged. A line of
// output: 1 for a word that the first does not have, else 0, then the evidence in the order of
// score::PutInEvidence.

#include "duizhao/score/put_in.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <string>
#include <utility>

#include "duizhao/check/relatedness.h"
#include "labelled_pair.h"
#include "models.h"

using namespace duizhao;

/// Units that are put in at once.
constexpr std::size_t kLongest = 4;

/// The units of a damaged translation that stand between what it has in common with the good one
/// before and behind: the first, and the one past the last.
std::pair<std::size_t, std::size_t> put_in(const check::Passage& damaged,
                                           const check::Passage& good) {
  const auto same = [&](std::size_t i, std::size_t j) {
    return damaged.units[i].span.in(damaged.document->text) ==
           good.units[j].span.in(good.document->text);
  };
  const std::size_t size = damaged.units.size();
  const std::size_t shortest = std::min(size, good.units.size());
  std::size_t first = 0;
  while (first < shortest && same(first, first)) ++first;
  std::size_t behind = 0;
  while (behind < shortest - first && same(size - 1 - behind, good.units.size() - 1 - behind)) {
    ++behind;
  }
  return {first, size - behind};
}

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: put_in MODEL PAIRS.tsv\n";
    return 2;
  }
  const auto models = fit::open_models(argv[1]);
  if (!models) return 3;
  const auto passage = [&](const Document& document) {
    return check::make_passage(document, {0, document.text.size()}, models->lexicon);
  };
  std::ifstream file(argv[2]);
  std::string good_line;
  for (std::string line; std::getline(file, good_line) && std::getline(file, line);) {
    const auto good = fit::labelled_pair(good_line);
    const auto pair = fit::labelled_pair(line);
    if (!good || !pair) continue;
    const check::Passage source = passage(pair->source);
    const check::Passage target = passage(pair->target);
    const check::Passage before = passage(good->target);
    const auto [first, last] = put_in(target, before);
    // More than a few words are a text of their own.
    if (first == last || last - first > kLongest) continue;
    const auto links =
        check::link_units(source.units, source.language, target.units, target.language,
                          models->lexicon, pair->in(Language::kEnglish).text);
    const auto related = check::relatedness(target.units, target.language, source.units,
                                            source.language, models->lexicon);
    for (const auto& word :
         score::words_of_their_own(source, target, links, related, models->language_model)) {
      std::cout << (word.unit >= first && word.unit < last ? 1 : 0);
      for (const double value : word.evidence) std::cout << '\t' << value;
      std::cout << '\n';
    }
  }
}
