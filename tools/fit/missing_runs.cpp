// Writes the evidence for the most suspicious run of every pair, for tools/fit/logistic.py.
//
// usage: missing_runs MODEL PAIRS.tsv        (SOURCE<TAB>TARGET[<TAB>LABEL])
//
// A line of output: the label (0 where there is none), then the evidence of the source's run and
// its length in units.

#include <algorithm>
#include <fstream>
#include <iostream>
#include <string>

#include "duizhao/check/links.h"
#include "duizhao/check/missing.h"
#include "duizhao/check/passage.h"
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
    const auto tab = line.find('\t');
    if (tab == std::string::npos) continue;
    const auto second = std::min(line.find('\t', tab + 1), line.size());
    const std::string label = second < line.size() ? line.substr(second + 1) : "0";
    const std::string left = line.substr(0, tab);
    const bool chinese = text::language_of(left) == Language::kChinese;
    const Document source = document_of(left, chinese ? Language::kChinese : Language::kEnglish);
    const Document target = document_of(line.substr(tab + 1, second - tab - 1),
                                        chinese ? Language::kEnglish : Language::kChinese);
    const auto passage = [&](const Document& document) {
      return check::make_passage(document, {0, document.text.size()}, *lexicon);
    };
    const check::Passage a = passage(source);
    const check::Passage b = passage(target);
    const auto links = check::link_units(a.units, a.language, b.units, b.language, *lexicon);
    const auto runs = check::missing_runs(a, b, links.source, -1000);
    check::MissingRun best;
    best.log_odds = -1000;
    for (const auto& run : runs) {
      if (run.log_odds > best.log_odds) best = run;
    }
    const auto& e = best.evidence;
    std::cout << label << '\t' << e.odds << '\t' << e.content << '\t' << e.explained << '\t'
              << e.lengths << '\t' << e.outside << '\t' << e.whole_clauses << '\n';
  }
}
