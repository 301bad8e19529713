#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "duizhao/pair/comparable_length.h"
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
  double rendered = 0;  ///< characters of words that have a counterpart
  double jumps = 0;     ///< mean distance between the counterparts of neighbouring content words
};

Rendering rendering_of(const Passage& target, const std::vector<LinkedWord>& links) {
  constexpr float kVerySure = 0.8F;
  constexpr double kLongestJump = 10;
  const auto places = one_to_one_links(target, links);
  Rendering rendering;
  std::optional<double> last;
  double all = 0;
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!is_word(target.words[i]) || !places[i]) continue;
    rendering.rendered +=
        double(text::count_code_points(target.words[i].span.in(target.document->text)));
    if (!is_content(target.words[i], links[i]) || links[i].explained <= kVerySure) continue;
    const auto place = double(*places[i]);
    if (last) rendering.jumps += std::min(std::abs(place - *last) - 1, kLongestJump);
    last = place;
    ++all;
  }
  rendering.jumps /= all + 1;
  return rendering;
}

/// The odds of the target's words of their own, added up; those of a word that is hardly one count
/// for little. And what stands in the way of words that go together.
struct Insertions {
  double odds = std::numeric_limits<double>::quiet_NaN();
  double skip_gain = std::numeric_limits<double>::quiet_NaN();
};

/// Not numbers without a language model.
Insertions insertions_of(const Passage& source, const Passage& target, const pair::Links& links,
                         std::span<const float> related, const Resources& resources) {
  constexpr double kHigher = 0.4;  // so that those that are nearly even count too
  if (resources.language_model == nullptr) return {};
  Insertions sum{0, 0};
  for (const InsertedWord& word :
       inserted_words(source, target, links, related, *resources.language_model)) {
    sum.odds += std::log1p(std::exp(word.log_odds + kHigher));
    sum.skip_gain +=
        std::max(word.evidence[static_cast<std::size_t>(InsertionEvidence::kSkipGain)], 0.0);
  }
  return sum;
}

/// How much shorter the target is than its source lets expect; 0 where it is not.
double shortness(const Passage& source, const Passage& target) {
  constexpr double kUsual = 0.1;
  const double ratio = (pair::comparable_length(source.text(), source.language) + 1) /
                       (pair::comparable_length(target.text(), target.language) + 1);
  return std::max(std::log(ratio) - kUsual, 0.0);
}

}  // namespace

void gather_coverage(const Passage& source, const Passage& target, const pair::Links& links,
                     const pair::RelatedWords& related, const Resources& resources,
                     EvidenceCollector& evidence) {
  const Coverage of_source = coverage_of(source, links.source);
  const Rendering rendering = rendering_of(target, links.target);
  const Insertions insertions = insertions_of(source, target, links, related.target, resources);
  const Relation relation = relation_of(source, links.source, related.source);
  const double words = of_source.words + 1;
  evidence[Evidence::kSourceRatio] = mean_ratio(source, links.source, target.words.size());
  evidence[Evidence::kSourceFertility] = of_source.fertility;
  evidence[Evidence::kSourceUnexplained] =
      of_source.unexplained_mass / std::max(of_source.mass, 1.0);
  evidence[Evidence::kSourceUnrelated] = relation.unrelated / std::max(of_source.content, 1.0);
  evidence[Evidence::kSourceForeign] = relation.foreign_odds / words;
  evidence[Evidence::kSourceLone] = lone_missing_odds({source, links.source, related.source},
                                                      {target, links.target, related.target}) /
                                    words;
  evidence[Evidence::kInsertedWords] = insertions.odds / words;
  evidence[Evidence::kSkipGain] = insertions.skip_gain / words;
  evidence[Evidence::kRendered] = rendering.rendered / words;
  evidence[Evidence::kJumps] = rendering.jumps;
  evidence[Evidence::kShortness] = shortness(source, target);
}

}  // namespace duizhao::score
