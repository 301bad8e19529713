// Writes the evidence on whether pairs match, for tools/fit/logistic.py.
//
// usage: match MODEL NOISY.tsv        (as tools/bench/filter_noise.py plants it)
//
// A line a pair: 1 for a good one, 0 for one that is misaligned, cut off, half missing or has
// something put in, then the evidence, tab-separated. Pairs with noise of other kinds are left out.
//
//     filter_noise.py plant PARALLEL… --pairs 30000 --seed 7 --share 0.07 -o noisy.tsv
//     match MODEL noisy.tsv | logistic.py --prior 0.5      (for filter/match_weights.inc)

#include "duizhao/filter/match.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <string>

#include "duizhao/pair/resources.h"
#include "labelled_pair.h"
#include "models.h"

using namespace duizhao;

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: match MODEL NOISY.tsv\n";
    return 2;
  }
  const auto models = fit::open_models(argv[1]);
  if (!models) return 3;
  Resources resources;
  resources.lexicon = &models->lexicon;
  constexpr std::array kBad = {"misaligned",  "half-missing", "truncated",
                               "boilerplate", "junk",         "wrong-language"};
  std::ifstream file(argv[2]);
  for (std::string line; std::getline(file, line);) {
    const auto pair = fit::labelled_pair(line);
    if (!pair || !pair->label || pair->source.language == pair->target.language) continue;
    const bool bad = std::ranges::find(kBad, *pair->label) != kBad.end();
    if (!bad && *pair->label != "good") continue;
    std::cout << (bad ? 0 : 1);
    for (const double value : filter::match_evidence(pair->source.text, pair->source.language,
                                                     pair->target.text, resources)) {
      std::cout << '\t' << value;
    }
    std::cout << '\n';
  }
}
