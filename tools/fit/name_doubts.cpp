// Writes the doubts about the names of every pair: what [name-doubts] of
// models/duizhao.weights is fitted on.
//
// usage: name_doubts MODEL PAIRS.tsv        (SOURCE<TAB>TARGET[<TAB>LABEL])
//
// A line of output: number of the pair, label (- where there is none), word of the English, what
// may stand for it, and the evidence.

#include "duizhao/check/evidence/names/name_doubts.h"

#include <fstream>
#include <iostream>
#include <limits>
#include <string>

#include "duizhao/check/evidence/names/region_table.h"
#include "labelled_pair.h"

using namespace duizhao;

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: name_doubts MODEL PAIRS.tsv\n";
    return 2;
  }
  const auto lexicon = model::Lexicon::open(argv[1]);
  if (!lexicon) {
    std::cerr << lexicon.error().message << '\n';
    return 3;
  }
  std::ifstream file(argv[2]);
  std::size_t number = 0;
  for (std::string line; std::getline(file, line); ++number) {
    const auto pair = fit::labelled_pair(line);
    if (!pair) continue;
    const std::string label = pair->label.value_or("-");
    const Document& source = pair->in(Language::kEnglish);
    const Document& target = pair->in(Language::kChinese);
    const auto english = pair::make_passage(source, {0, source.text.size()}, *lexicon);
    const auto chinese = pair::make_passage(target, {0, target.text.size()}, *lexicon);
    const auto links = pair::link_words(english.words, english.language, chinese.words,
                                        chinese.language, *lexicon);
    const check::NamedRegions regions(english, chinese);
    const auto words = check::name_words(english, links.source, chinese, regions.shared, nullptr);
    constexpr double kAny = -std::numeric_limits<double>::infinity();
    for (const auto& doubt :
         check::name_doubts(english, links.source, words, chinese, links.target, kAny)) {
      std::cout << number << '\t' << label << '\t'
                << (doubt.english ? doubt.english->in(source.text) : "-") << '\t'
                << (doubt.chinese ? doubt.chinese->in(target.text) : "-");
      for (const double value : doubt.evidence) std::cout << '\t' << value;
      std::cout << '\n';
    }
  }
}
