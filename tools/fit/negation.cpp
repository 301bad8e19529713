// Writes the evidence about every negation without counterpart: what the sections negation.zh and
// negation.en of the weights are fitted on.
//
// usage: negation MODEL PAIRS.tsv        (SOURCE<TAB>TARGET[<TAB>LABEL])
//
// A line of output: number of the pair, label (- where there is none), zh or en, the language of
// the negation, the side it is on, its word, its place in its passage, its log-odds, and the
// evidence.

#include <fstream>
#include <iostream>
#include <string>

#include "duizhao/check/evidence/negation/lone_negations.h"
#include "duizhao/pair/resources.h"
#include "labelled_pair.h"

using namespace duizhao;

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: negation MODEL PAIRS.tsv\n";
    return 2;
  }
  const auto lexicon = model::Lexicon::open(argv[1]);
  if (!lexicon) {
    std::cerr << lexicon.error().message << '\n';
    return 3;
  }
  Resources resources;
  resources.lexicon = &*lexicon;
  std::ifstream file(argv[2]);
  std::size_t number = 0;
  for (std::string line; std::getline(file, line); ++number) {
    const auto pair = fit::labelled_pair(line);
    if (!pair) continue;
    const Document& left = pair->source;
    const Document& right = pair->target;
    const auto source = pair::make_passage(left, {0, left.text.size()}, *lexicon);
    const auto target = pair::make_passage(right, {0, right.text.size()}, *lexicon);
    if (source.words.empty() || target.words.empty()) continue;
    const auto links =
        pair::link_words(source.words, source.language, target.words, target.language, *lexicon,
                         source.language == Language::kEnglish ? left.text : right.text);
    const Bead bead;
    const check::BeadContext context{bead, source, target, links, {}, resources};
    for (const auto& negation : check::lone_negations(context)) {
      const pair::Passage& passage = negation.of_source ? source : target;
      std::cout << number << '\t' << pair->label.value_or("-") << '\t'
                << (passage.language == Language::kChinese ? "zh" : "en") << '\t'
                << (negation.of_source ? "source" : "target") << '\t'
                << passage.words[negation.at].span.in(passage.document->text) << '\t' << negation.at
                << '\t' << negation.log_odds;
      for (const std::string& name : negation.evidence) std::cout << '\t' << name;
      std::cout << '\n';
    }
  }
}
