// Writes the evidence on the runs of words that one side of a pair may lack, for
// tools/fit/missing_runs.py.
//
// usage: missing_runs MODEL NAMES PAIRS.tsv
//
// A line of PAIRS.tsv: SOURCE<TAB>TARGET<TAB>LABEL<TAB>KIND, KIND being what tools/fit/plant.py
// did: after an addition the runs of the target are looked at, else those of the source. A line of
// output: KIND, LABEL, the language of the runs, then a field a run with its evidence, between
// commas; the first line names the pieces of evidence.

#include "duizhao/check/evidence/runs/missing_runs.h"

#include <array>
#include <fstream>
#include <iostream>
#include <limits>
#include <string>
#include <string_view>

#include "duizhao/pair/links.h"
#include "duizhao/pair/passage.h"
#include "duizhao/pair/relatedness.h"
#include "duizhao/review/reviewing.h"
#include "labelled_pair.h"
#include "models.h"

using namespace duizhao;

struct Piece {
  std::string_view name;
  double check::MissingEvidence::*value;
};

/// As the section has them.
constexpr std::array<Piece, 13> kPieces = {{
    {"mean", &check::MissingEvidence::mean},
    {"size", &check::MissingEvidence::size},
    {"outside", &check::MissingEvidence::outside},
    {"whole_clauses", &check::MissingEvidence::whole_clauses},
    {"repeated", &check::MissingEvidence::repeated},
    {"terse", &check::MissingEvidence::terse},
    {"gloss", &check::MissingEvidence::gloss},
    {"answer", &check::MissingEvidence::answer},
    {"rendering", &check::MissingEvidence::rendering},
    {"length", &check::MissingEvidence::length},
    {"related", &check::MissingEvidence::related},
    {"common", &check::MissingEvidence::common},
    {"lost", &check::MissingEvidence::lost},
}};

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: missing_runs MODEL NAMES PAIRS.tsv\n";
    return 2;
  }
  const auto opened = fit::open_models(argv[1], argv[2]);
  if (!opened) return 3;
  const Resources resources = opened->resources();
  ReviewOptions options;
  for (const char* rule : {"omission", "addition"}) options.profile.rules[rule].on = false;
  std::cout << "kind\tlabel\tlanguage";
  for (const Piece& piece : kPieces) std::cout << '\t' << piece.name;
  std::cout << '\n';
  std::ifstream file(argv[3]);
  for (std::string line; std::getline(file, line);) {
    const auto pair = fit::labelled_pair(line);
    if (!pair || !pair->label) continue;
    const std::string_view label(*pair->label);
    const std::size_t tab = label.find('\t');
    if (tab == std::string_view::npos) continue;
    const std::string_view kind = label.substr(tab + 1);
    const bool added = kind == "addition";
    const Review reviewed = review_pair(pair->source, pair->target, resources, options);
    const auto lost =
        added ? check::lost_places(reviewed.findings, &Finding::target, &Finding::source)
              : check::lost_places(reviewed.findings, &Finding::source, &Finding::target);
    const auto passage = [&](const Document& document) {
      return pair::make_passage(document, {0, document.text.size()}, opened->models.lexicon);
    };
    const pair::Passage a = passage(pair->source);
    const pair::Passage b = passage(pair->target);
    const auto links = pair::link_words(a.words, a.language, b.words, b.language,
                                        opened->models.lexicon, pair->in(Language::kEnglish).text);
    const auto related = pair::related_words(a, b, opened->models.lexicon);
    const check::OpenWords open(a, b, links, related);
    const auto runs = check::possible_runs(added ? open.target : open.source,
                                           added ? open.source : open.target, lost);
    if (runs.empty()) continue;
    const Language language = (added ? b : a).language;
    std::cout << kind << '\t' << label.substr(0, tab) << '\t'
              << (language == Language::kChinese ? "zh" : "en");
    for (const check::MissingRun& run : runs) {
      for (std::size_t i = 0; i < kPieces.size(); ++i) {
        std::cout << (i == 0 ? '\t' : ',') << run.evidence.*kPieces[i].value;
      }
    }
    std::cout << '\n';
  }
}
