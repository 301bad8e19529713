// Writes the evidence for the most suspicious run of every pair, for tools/fit/logistic.py.
//
// usage: missing_runs MODEL PAIRS.tsv        (SOURCE<TAB>TARGET[<TAB>LABEL])
//
// A line of output: the label (0 where there is none), then the evidence of the source's run, in
// the order of the weights in lib/duizhao/check/evidence/missing_runs.cpp.

#include "duizhao/check/evidence/missing_runs.h"

#include <fstream>
#include <iostream>
#include <string>

#include "duizhao/pair/links.h"
#include "duizhao/pair/passage.h"
#include "labelled_pair.h"

using namespace duizhao;

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: missing_runs MODEL PAIRS.tsv\n";
    return 2;
  }
  const auto lexicon = model::Lexicon::open(argv[1]);
  if (!lexicon) {
    std::cerr << lexicon.error().message << '\n';
    return 3;
  }
  std::ifstream file(argv[2]);
  for (std::string line; std::getline(file, line);) {
    const auto pair = fit::labelled_pair(line);
    if (!pair) continue;
    const auto passage = [&](const Document& document) {
      return pair::make_passage(document, {0, document.text.size()}, *lexicon);
    };
    const pair::Passage a = passage(pair->source);
    const pair::Passage b = passage(pair->target);
    const auto links = pair::link_words(a.words, a.language, b.words, b.language, *lexicon,
                                        pair->in(Language::kEnglish).text);
    const check::OpenWords open(a, b, links);
    const auto runs = check::missing_runs(open.source, open.target, -1000);
    check::MissingRun best;
    best.log_odds = -1000;
    for (const auto& run : runs) {
      if (run.log_odds > best.log_odds) best = run;
    }
    const auto& e = best.evidence;
    std::cout << pair->label.value_or("0");
    for (const double value :
         {e.odds, e.explained, e.mean, e.size, e.lengths, e.outside, e.whole_clauses, e.figure,
          e.open, e.name, e.repeated, e.answer, e.terse, e.gloss}) {
      std::cout << '\t' << value;
    }
    std::cout << '\n';
  }
}
