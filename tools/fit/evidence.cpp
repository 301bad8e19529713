// Writes the evidence on every pair, for tools/fit/quality_weights.py.
//
// usage: evidence MODEL PAIRS.tsv        (SOURCE<TAB>TARGET[<TAB>anything])
//
// The first line of the output names the columns; then a line a pair, tab-separated. A pair that
// can't be judged has an empty line.

#include "duizhao/score/evidence.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <string>

#include "duizhao/check/links.h"
#include "duizhao/check/passage.h"
#include "duizhao/model/language_model.h"
#include "duizhao/review/review.h"
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
    const auto tab = line.find('\t');
    if (tab == std::string::npos) continue;
    const std::string left = line.substr(0, tab);
    const std::string right = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
    const bool chinese = text::language_of(left) == Language::kChinese;
    const Review reviewed = review_pair(
        document_of(left, chinese ? Language::kChinese : Language::kEnglish),
        document_of(right, chinese ? Language::kEnglish : Language::kChinese), resources, {});
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
