// Writes the evidence on every pair, for tools/fit/quality_weights.py.
//
// usage: evidence MODEL PAIRS.tsv        (SOURCE<TAB>TARGET[<TAB>anything])
//
// The first line of the output names the columns; then a line a pair, tab-separated. A pair that
// can't be judged has an empty line.

#include "duizhao/score/evidence.h"

#include <fstream>
#include <iostream>
#include <string>

#include "duizhao/check/links.h"
#include "duizhao/check/passage.h"
#include "duizhao/model/language_model.h"
#include "duizhao/review/review.h"
#include "labelled_pair.h"

using namespace duizhao;

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: evidence MODEL PAIRS.tsv\n";
    return 2;
  }
  const auto lexicon = model::Lexicon::open(argv[1]);
  const auto language_model = model::LanguageModel::open(argv[1]);
  if (!lexicon || !language_model) {
    std::cerr << (lexicon ? language_model.error() : lexicon.error()).message << '\n';
    return 3;
  }
  Resources resources;
  resources.lexicon = &*lexicon;
  resources.language_model = &*language_model;
  for (std::size_t i = 0; i < score::kEvidenceCount; ++i) {
    std::cout << (i == 0 ? "" : "\t") << score::name_of(static_cast<score::Evidence>(i));
  }
  std::cout << '\n';
  std::ifstream file(argv[2]);
  for (std::string line; std::getline(file, line);) {
    const auto pair = fit::labelled_pair(line);
    if (!pair) continue;
    const Review reviewed = review_pair(pair->source, pair->target, resources, {});
    if (reviewed.score.unjudged.empty()) {
      const auto passage = [&](const Document& document) {
        return check::make_passage(document, {0, document.text.size()}, *lexicon);
      };
      const check::Passage source = passage(reviewed.source);
      const check::Passage target = passage(reviewed.target);
      const auto links =
          check::link_units(source.units, source.language, target.units, target.language, *lexicon);
      const auto evidence = score::evidence_of(source, target, links, reviewed.findings, resources);
      for (std::size_t i = 0; i < evidence.size(); ++i) {
        std::cout << (i == 0 ? "" : "\t") << evidence[i];
      }
    }
    std::cout << '\n';
  }
}
