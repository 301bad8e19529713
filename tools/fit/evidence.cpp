// Writes the evidence on every pair, for tools/fit/quality_weights.py.
//
// usage: evidence MODEL NAMES PAIRS.tsv        (SOURCE<TAB>TARGET[<TAB>anything])
//
// The first line of the output names the columns, the second has their directions
// (score::direction_of); then a line a pair, tab-separated. A pair that can't be judged has an
// empty line.

#include "duizhao/score/evidence.h"

#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "duizhao/review/reviewing.h"
#include "labelled_pair.h"
#include "models.h"

using namespace duizhao;

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: evidence MODEL NAMES PAIRS.tsv\n";
    return 2;
  }
  const auto opened = fit::open_models(argv[1], argv[2]);
  if (!opened) return 3;
  const Resources resources = opened->resources();
  for (std::size_t i = 0; i < score::kEvidenceCount; ++i) {
    std::cout << (i == 0 ? "" : "\t") << score::name_of(static_cast<score::Evidence>(i));
  }
  std::cout << '\n';
  for (std::size_t i = 0; i < score::kEvidenceCount; ++i) {
    std::cout << (i == 0 ? "" : "\t") << score::direction_of(static_cast<score::Evidence>(i));
  }
  std::cout << '\n';
  std::ifstream file(argv[3]);
  for (std::string line; std::getline(file, line);) {
    const auto pair = fit::labelled_pair(line);
    if (!pair) continue;
    std::vector<score::EvidenceVector> evidence;
    ReviewOptions options;
    options.evidence = &evidence;
    const Review reviewed = review_pair(pair->source, pair->target, resources, options);
    if (reviewed.score.unjudged.empty() && !evidence.empty()) {
      for (std::size_t i = 0; i < evidence[0].size(); ++i) {
        std::cout << (i == 0 ? "" : "\t") << evidence[0][i];
      }
    }
    std::cout << '\n';
  }
}
