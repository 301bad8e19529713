// Writes the doubts about the names of every pair: what lib/duizhao/check/name_doubts.inc is fitted
// on.
//
// usage: name_doubts MODEL PAIRS.tsv        (SOURCE<TAB>TARGET[<TAB>LABEL])
//
// A line of output: number of the pair, label (- where there is none), word of the English, what
// may stand for it, and the evidence.

#include "duizhao/check/name_doubts.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <string>

#include "duizhao/text/language.h"
#include "duizhao/text/sentences.h"

namespace {

using namespace duizhao;

Document document_of(std::string text, Language language) {
  Document document;
  document.text = std::move(text);
  document.language = language;
  text::segment_lines(document);
  return document;
}

}  // namespace

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
    const auto tab = line.find('\t');
    if (tab == std::string::npos) continue;
    const auto second = std::min(line.find('\t', tab + 1), line.size());
    const std::string label = second < line.size() ? line.substr(second + 1) : "-";
    std::string left = line.substr(0, tab);
    std::string right = line.substr(tab + 1, second - tab - 1);
    if (text::language_of(left) == Language::kChinese) std::swap(left, right);
    const Document source = document_of(left, Language::kEnglish);
    const Document target = document_of(right, Language::kChinese);
    const auto english = check::make_passage(source, {0, source.text.size()}, *lexicon);
    const auto chinese = check::make_passage(target, {0, target.text.size()}, *lexicon);
    const auto links = check::link_units(english.units, english.language, chinese.units,
                                         chinese.language, *lexicon);
    for (const auto& doubt : check::name_doubts(english, links.source, chinese, links.target)) {
      std::cout << number << '\t' << label << '\t'
                << (doubt.english ? doubt.english->in(left) : "-") << '\t'
                << (doubt.chinese ? doubt.chinese->in(right) : "-");
      for (const double value : doubt.evidence) std::cout << '\t' << value;
      std::cout << '\n';
    }
  }
}
