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

#include "duizhao/check/relatedness.h"
#include "labelled_pair.h"

using namespace duizhao;

/// Units that are put in at once.
constexpr std::ptrdiff_t kLongest = 4;

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: put_in MODEL PAIRS.tsv\n";
    return 2;
  }
  const auto lexicon = model::Lexicon::open(argv[1]);
  const auto language_model = model::LanguageModel::open(argv[1]);
  if (!lexicon || !language_model) {
    std::cerr << (lexicon ? language_model.error() : lexicon.error()).message << '\n';
    return 3;
  }
  const auto passage = [&](const Document& document) {
    return check::make_passage(document, {0, document.text.size()}, *lexicon);
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
    const auto same = [&](const model::Unit& a, const model::Unit& b) {
      return a.span.in(pair->target.text) == b.span.in(good->target.text);
    };
    const auto shortest = std::ptrdiff_t(std::min(target.units.size(), before.units.size()));
    const auto first = std::mismatch(target.units.begin(), target.units.begin() + shortest,
                                     before.units.begin(), same)
                           .first -
                       target.units.begin();
    const auto behind =
        std::mismatch(target.units.rbegin(), target.units.rbegin() + (shortest - first),
                      before.units.rbegin(), same)
            .first -
        target.units.rbegin();
    // More than a few words are a text of their own.
    const auto size = std::ptrdiff_t(target.units.size()) - behind - first;
    if (size < 1 || size > kLongest) continue;
    const auto links =
        check::link_units(source.units, source.language, target.units, target.language, *lexicon,
                          pair->in(Language::kEnglish).text);
    const auto related =
        check::relatedness(target.units, target.language, source.units, source.language, *lexicon);
    for (const auto& word :
         score::words_of_their_own(source, target, links, related, *language_model)) {
      const auto place = std::ptrdiff_t(word.unit);
      const bool put_in = place >= first && place < first + size;
      std::cout << (put_in ? 1 : 0);
      for (const double value : word.evidence) std::cout << '\t' << value;
      std::cout << '\n';
    }
  }
}
