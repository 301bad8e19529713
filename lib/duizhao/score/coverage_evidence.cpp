#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "duizhao/check/relatedness.h"
#include "duizhao/score/coverage.h"
#include "duizhao/score/gathering.h"

namespace duizhao::score {
namespace {

using check::LinkedUnit;
using check::Passage;

/// Mean log-likelihood ratio of the content words, given the other side and not, cut off.
double mean_ratio(const Passage& passage, const std::vector<LinkedUnit>& links,
                  std::size_t others) {
  constexpr double kBackground = 0.3;
  constexpr double kCap = 5;
  std::vector<double> ratios;
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!is_content(passage.units[i], links[i])) continue;
    const double given = probability_given(links[i], others);
    const double ratio = given / std::max<double>(links[i].commonness, 1e-7);
    ratios.push_back(std::min(std::log(kBackground + (1 - kBackground) * ratio), kCap));
  }
  return mean(ratios);
}

/// Share of neighbouring content words whose counterparts stand in reverse order.
double backward_share(const Passage& target, const std::vector<LinkedUnit>& links) {
  double backward = 0;
  double all = 0;
  std::size_t last = 0;
  bool first = true;
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!is_content(target.units[i], links[i]) || links[i].links.empty()) continue;
    const std::size_t place = links[i].links.front().other;
    if (!first) {
      ++all;
      backward += place < last ? 1 : 0;
    }
    first = false;
    last = place;
  }
  return backward / (all + 1);
}

Coverage coverage_given(const Passage& passage, const std::vector<LinkedUnit>& links,
                        const Passage& other, const model::Lexicon& lexicon) {
  return coverage_of(
      passage, links,
      check::relatedness(passage.units, passage.language, other.units, other.language, lexicon));
}

}  // namespace

void gather_coverage(const Passage& source, const Passage& target, const check::Links& links,
                     const model::Lexicon& lexicon, Gathering& evidence) {
  evidence[Evidence::kTargetRatio] = mean_ratio(target, links.target, source.units.size());
  evidence[Evidence::kSourceRatio] = mean_ratio(source, links.source, target.units.size());
  evidence[Evidence::kBackward] = backward_share(target, links.target);
  const Coverage of_source = coverage_given(source, links.source, target, lexicon);
  const Coverage of_target = coverage_given(target, links.target, source, lexicon);
  // Both by the length of the source, so that what is put in can't hide behind its own length.
  const double words = of_source.words + 1;
  evidence[Evidence::kTargetUnexplained] = of_target.unexplained / std::max(of_target.content, 1.0);
  evidence[Evidence::kSourceUnexplained] = of_source.unexplained / std::max(of_source.content, 1.0);
  evidence[Evidence::kTargetOddsSum] = of_target.odds / words;
  evidence[Evidence::kSourceOddsSum] = of_source.odds / words;
  evidence[Evidence::kSourceOddsMost] = of_source.highest_odds;
  evidence[Evidence::kTargetOddsMedian] = of_target.median_odds;
  evidence[Evidence::kTargetMass] = of_target.unexplained_mass / words;
  evidence[Evidence::kTargetLone] = lone_odds(target, links.target, source, links.source) / words;
  evidence[Evidence::kSourceLone] = lone_odds(source, links.source, target, links.target) / words;
  evidence[Evidence::kBothUnexplained] =
      std::min(of_target.unexplained, of_source.unexplained) / words;
  evidence[Evidence::kTargetExplained] = of_target.median_explained;
  evidence[Evidence::kSourceExplained] = of_source.median_explained;
  evidence[Evidence::kTargetSure] = of_target.sure_share;
  evidence[Evidence::kTargetForeign] = of_target.foreign / words;
  evidence[Evidence::kSourceForeign] = of_source.foreign / words;
  evidence[Evidence::kTargetParaphrased] = of_target.paraphrased / words;
  evidence[Evidence::kSourceParaphrased] = of_source.paraphrased / words;
  evidence[Evidence::kTargetRelated] = of_target.median_related;
  evidence[Evidence::kSourceRelated] = of_source.median_related;
}

}  // namespace duizhao::score
