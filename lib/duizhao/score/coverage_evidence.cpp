#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

#include "duizhao/pair/relatedness.h"
#include "duizhao/score/coverage.h"
#include "duizhao/score/evidence_collector.h"
#include "duizhao/score/inserted_words.h"
#include "duizhao/score/one_to_one.h"
#include "duizhao/text/utf8.h"

namespace duizhao::score {
namespace {

using pair::LinkedWord;
using pair::Passage;

/// p(word | a word of the other side), which has `others` words, by IBM Model 1.
double probability_given(const pair::LinkedWord& word, std::size_t others) {
  double sum = 0;
  for (const pair::Link& link : word.links) sum += link.from_other;
  return sum / double(others + 1);
}

/// Mean log-likelihood ratio of the content words, given the other side and not, cut off.
double mean_ratio(const Passage& passage, const std::vector<LinkedWord>& links,
                  std::size_t others) {
  constexpr double kBackground = 0.3;
  constexpr double kCap = 5;
  std::vector<double> ratios;
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!is_content(passage.words[i], links[i])) continue;
    const double given = probability_given(links[i], others);
    const double ratio = given / std::max<double>(links[i].commonness, 1e-7);
    ratios.push_back(std::min(std::log(kBackground + (1 - kBackground) * ratio), kCap));
  }
  return mean(ratios);
}

/// What the words of the target render.
struct Rendering {
  double rendered = 0;         ///< characters of words that have a counterpart
  double function_length = 0;  ///< characters of function words that have none
  double open = 0;             ///< content words that have none
  double reversed = 0;  ///< share of neighbouring content words with counterparts in reverse order
};

Rendering rendering_of(const Passage& target, const std::vector<LinkedWord>& links) {
  constexpr float kVerySure = 0.8F;
  const auto places = one_to_one_links(target, links);
  Rendering rendering;
  std::optional<std::size_t> last;
  double all = 0;
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!is_word(target.words[i])) continue;
    const bool content = is_content(target.words[i], links[i]);
    const auto length =
        double(text::count_code_points(target.words[i].span.in(target.document->text)));
    if (!places[i]) {
      rendering.open += content ? 1 : 0;
      rendering.function_length += content ? 0 : length;
      continue;
    }
    rendering.rendered += length;
    if (!content || links[i].explained <= kVerySure) continue;
    rendering.reversed += last && *places[i] < *last ? 1 : 0;
    last = places[i];
    ++all;
  }
  rendering.reversed /= all + 1;
  return rendering;
}

/// The odds of the target's words of their own, added up; those of a word that is hardly one count
/// for little. Not a number without a language model.
double inserted_words_evidence(const Passage& source, const Passage& target,
                               const pair::Links& links, const Resources& resources) {
  constexpr double kHigher = 2;  // so that faint ones count too
  if (resources.language_model == nullptr) return std::numeric_limits<double>::quiet_NaN();
  const auto related = pair::relatedness(target.words, target.language, source.words,
                                         source.language, *resources.lexicon);
  double sum = 0;
  for (const InsertedWord& word :
       inserted_words(source, target, links, related, *resources.language_model)) {
    sum += std::log1p(std::exp(word.log_odds + kHigher));
  }
  return sum;
}

}  // namespace

void gather_coverage(const Passage& source, const Passage& target, const pair::Links& links,
                     const Resources& resources, EvidenceCollector& evidence) {
  const Coverage of_source = coverage_of(source, links.source);
  const Coverage of_target = coverage_of(target, links.target);
  const Rendering rendering = rendering_of(target, links.target);
  const auto source_related = pair::relatedness(source.words, source.language, target.words,
                                                target.language, *resources.lexicon);
  // Sums go by the length of the source, so that what is put in can't hide behind its own length.
  const double words = of_source.words + 1;
  evidence[Evidence::kSourceRatio] = mean_ratio(source, links.source, target.words.size());
  evidence[Evidence::kTargetUnexplained] = of_target.unexplained / std::max(of_target.content, 1.0);
  evidence[Evidence::kTargetOddsSum] = of_target.odds / words;
  evidence[Evidence::kSourceOddsSum] = of_source.odds / words;
  evidence[Evidence::kSourceOddsMost] = of_source.highest_odds;
  evidence[Evidence::kTargetMass] = of_target.unexplained_mass / words;
  evidence[Evidence::kSourceLone] =
      isolated_missing_odds(source, links.source, target, links.target) / words;
  evidence[Evidence::kSourceExplained] = of_source.median_explained;
  evidence[Evidence::kSourceForeign] = foreign_odds(source, links.source, source_related) / words;
  evidence[Evidence::kInsertedWords] =
      inserted_words_evidence(source, target, links, resources) / words;
  evidence[Evidence::kFree] = of_target.unexplained * of_source.unexplained / (words * words);
  // The target has about half as many unexplained words as the source.
  const double but_one = 2 * std::max(of_target.unexplained - 1, 0.0);
  evidence[Evidence::kBothButOne] = std::min(but_one, of_source.unexplained) / words;
  evidence[Evidence::kBothOpen] = std::min(rendering.open, of_source.unexplained) / words;
  evidence[Evidence::kReversed] = rendering.reversed;
  evidence[Evidence::kRendered] = rendering.rendered / words;
  evidence[Evidence::kFunctionLength] = rendering.function_length / words;
}

}  // namespace duizhao::score
