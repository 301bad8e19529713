#include "duizhao/filter/match.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "duizhao/pair/comparable_length.h"
#include "duizhao/pair/links.h"
#include "duizhao/pair/missing_odds.h"
#include "duizhao/pair/passage.h"
#include "duizhao/score/coverage.h"

namespace duizhao::filter {
namespace {

using pair::LinkedWord;
using pair::Passage;

/// The constant, then a weight each.
constexpr std::array<double, kMatchEvidence + 1> kWeights = {
#include "duizhao/filter/match_weights.inc"
};

Document side(std::string_view text, Language language) {
  Document document;
  document.text = text;
  document.language = language;
  return document;
}

/// With what linking asks for, without tokens and facts.
Passage words_of(const Document& document, const model::Lexicon& lexicon) {
  Passage passage;
  passage.document = &document;
  passage.span = {0, document.text.size()};
  passage.language = document.language;
  passage.words = lexicon.words(document.text, document.language, 0);
  passage.weights = &lexicon.weights();
  return passage;
}

/// Odds that words are missing on the other side, of words that follow one another.
struct Runs {
  double greatest = 0;
  double edge = 0;  ///< from the first word on, or up to the last
};

Runs runs_of(const Passage& passage, const std::vector<LinkedWord>& links) {
  Runs runs;
  double run = 0;
  double from_begin = 0;
  double all = 0;
  double least = 0;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const double odds = pair::missing_odds(passage, i, links[i]);
    run = std::max(run + odds, 0.0);
    runs.greatest = std::max(runs.greatest, run);
    all += odds;
    from_begin = std::max(from_begin, all);
    least = std::min(least, all);
  }
  runs.edge = std::max(from_begin, all - least);
  return runs;
}

void gather(const Passage& passage, const std::vector<LinkedWord>& links, bool english,
            MatchEvidenceVector& evidence) {
  const auto set = [&](MatchEvidence of_english, double value) {
    evidence[static_cast<std::size_t>(of_english) + (english ? 0 : 1)] = value;
  };
  const score::Coverage coverage = score::coverage_of(passage, links);
  const Runs runs = runs_of(passage, links);
  set(MatchEvidence::kEnglishUnexplained, coverage.unexplained_mass / std::max(coverage.mass, 1.0));
  set(MatchEvidence::kEnglishOdds, coverage.odds / std::max(coverage.words, 1.0));
  set(MatchEvidence::kEnglishFertility, coverage.fertility);
  set(MatchEvidence::kEnglishRun, std::log1p(runs.greatest));
  set(MatchEvidence::kEnglishEdge, std::log1p(runs.edge));
}

}  // namespace

MatchEvidenceVector match_evidence(std::string_view source, Language source_language,
                                   std::string_view target, const Resources& resources) {
  const bool english_first = source_language == Language::kEnglish;
  const Document english = side(english_first ? source : target, Language::kEnglish);
  const Document chinese = side(english_first ? target : source, Language::kChinese);
  const Passage english_passage = words_of(english, *resources.lexicon);
  const Passage chinese_passage = words_of(chinese, *resources.lexicon);
  const pair::Links links =
      pair::link_words(english_passage.words, Language::kEnglish, chinese_passage.words,
                       Language::kChinese, *resources.lexicon, english.text);
  MatchEvidenceVector evidence{};
  gather(english_passage, links.source, true, evidence);
  gather(chinese_passage, links.target, false, evidence);
  const auto set = [&](MatchEvidence which, double value) {
    evidence[static_cast<std::size_t>(which)] = value;
  };
  const double deviation =
      pair::length_deviation(pair::comparable_length(chinese.text, Language::kChinese),
                             pair::comparable_length(english.text, Language::kEnglish));
  set(MatchEvidence::kTooLong, std::max(deviation, 0.0));
  set(MatchEvidence::kTooShort, std::max(-deviation, 0.0));
  set(MatchEvidence::kWords,
      std::log(double(std::max(english_passage.words.size(), chinese_passage.words.size()) + 1)));
  return evidence;
}

double match_probability(const MatchEvidenceVector& evidence) {
  double sum = kWeights[0];
  for (std::size_t i = 0; i < kMatchEvidence; ++i) sum += kWeights[i + 1] * evidence[i];
  return 1 / (1 + std::exp(-sum));
}

}  // namespace duizhao::filter
